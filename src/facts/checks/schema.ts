/**
 * Layer 1. The shape of `data/<zone>/checks.yaml`: what must hold between the facts of a zone. The file may be missing.
 * What each rule means is said in `rules.ts`.
 */
import * as z from 'zod';
import { factId } from '../schema.js';

const percent = (most: RegExp, example: string) =>
  z.string().regex(most).describe(`Percent, as an exact decimal in quotes: "${example}"`);

/** How far "nearly" and "about" reach where a check does not say. */
export const usualWithin = '10';

const within = percent(/^(0|[1-9]\d?)(\.\d{1,6})?$/, '5')
  .optional()
  .describe(
    `How near "nearly" (below) and "about" (on both sides) are, in percent of the amount; left out: "${usualWithin}"`,
  );

const several = (least: number, what: string) =>
  z
    .array(factId)
    .min(least)
    .max(100)
    .refine((ids) => new Set(ids).size === ids.length, 'each fact may stand here once')
    .describe(what);

export const partOf = z.strictObject({
  part: factId.describe('Id of the fact that may not be larger'),
  whole: factId.describe('Id of the fact it is a part of, in the same unit'),
  within,
});

export const sharesOfWhole = z.strictObject({
  shares: several(1, 'Ids of facts of kind share, in percent of one and the same whole'),
  complete: z.boolean().optional().describe('true: they make up all of it, so their sum is 100'),
  within,
});

export const agree = z.strictObject({
  facts: several(2, 'Ids of facts that state one and the same thing, in the same unit'),
  within,
});

export const growth = z.strictObject({
  rate: factId.describe('Id of the fact of kind growth'),
  from: factId.describe('Id of the level before'),
  to: factId.describe('Id of the level after, in the same unit'),
  within,
});

export const jump = z.strictObject({
  limit: percent(/^(0|[1-9]\d{0,5})(\.\d{1,6})?$/, '20').describe(
    'The most a figure may have changed since the edition built last, in percent of what it was: "20"',
  ),
  facts: several(1, 'Ids of the facts that are watched; left out: all figures').optional(),
  accepted: z
    .record(
      factId,
      z
        .string()
        .max(40)
        .regex(/^-?(0|[1-9]\d*)(\.\d+)?$/),
    )
    .optional()
    .describe('Changes that were looked into: the new amount by fact id, {funds.committed: "28660000000"}'),
});

export const checksFile = z.strictObject({
  'part-of': z.array(partOf).optional().describe('A part is no larger than its whole'),
  'shares-of-whole': z
    .array(sharesOfWhole)
    .optional()
    .describe('Shares of one whole are at most 100 percent'),
  agree: z.array(agree).optional().describe('Statements of one thing agree within their hedges'),
  growth: z.array(growth).optional().describe('A growth fits the levels before and after'),
  jump: z.array(jump).optional().describe('A figure changes between editions within a limit'),
});

export type ChecksFile = z.infer<typeof checksFile>;
