/**
 * Layer 2. What a person declares in `templates/<name>/charts.yaml`: which facts a chart shows and what it is called
 * in each language. Figures are never typed here; composition looks the facts up and writes a `ChartSpec` per language.
 */
import * as z from 'zod';
import { factId, labels } from '../facts/schema.js';

export const chartId = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  .describe('Kebab-case; templates name it: {{chart "fund-structure"}}');

/** More marks than this cannot be labelled legibly in the smaller of the two formats. */
const mostItems = 8;
const mostParts = 5;

const frame = {
  title: labels.describe('What the chart says or shows, per language; printed bold above it'),
  unit: labels.describe('What is measured and in which unit, per language: RMB bn, as a share of output'),
  note: labels
    .optional()
    .describe('A caveat printed in the chart, per language; figures are never typed here'),
};

const facts = (what: string) =>
  z
    .array(factId)
    .min(1)
    .max(mostItems)
    .refine((ids) => new Set(ids).size === ids.length, 'each fact may stand here once')
    .describe(what);

const classesDefinition = z
  .strictObject({
    ...frame,
    type: z.literal('classes'),
    facts: facts('Ids of facts of kind tier, one bar each, in this order'),
  })
  .describe('Scale classes as blocks on an ordinal axis; a note says that a class is no measured output');

const shareDefinition = z
  .strictObject({
    ...frame,
    type: z.literal('share'),
    part: factId.describe('Id of one fact of kind share, in percent'),
    partLabel: labels
      .optional()
      .describe("Name of the part, per language: whose share it is; left out, the fact's label"),
    rest: labels.describe(
      'Name of what remains, per language: rest of the city. It gets no figure: no fact states one',
    ),
  })
  .describe('One share of a whole as a ring, its figure in the middle');

const partsDefinition = z
  .strictObject({
    ...frame,
    type: z.literal('parts'),
    parts: z
      .array(factId)
      .min(2)
      .max(mostParts)
      .refine((ids) => new Set(ids).size === ids.length, 'each fact may stand here once')
      .describe(
        'Ids of the facts that make up the whole, clockwise from the top; one unit, their sum is the whole',
      ),
    whole: factId.describe('Id of the fact they make up, in the same unit'),
    centre: factId.describe('Id of the figure in the middle of the ring, usually a derived ratio'),
  })
  .describe('Parts that make a whole as a ring, with a figure in its middle');

const barsDefinition = z
  .strictObject({
    ...frame,
    type: z.literal('bars'),
    facts: facts('Ids of facts in one and the same unit, one bar each, in this order'),
    itemLabels: z
      .record(factId, labels)
      .optional()
      .describe("Shorter names for single bars, by fact id; left out: the fact's own label"),
  })
  .describe('Horizontal bars from zero; a hedged figure (more than, nearly) has an open end');

export const chartDefinition = z.discriminatedUnion('type', [
  classesDefinition,
  shareDefinition,
  partsDefinition,
  barsDefinition,
]);

export const chartsFile = z
  .record(chartId, chartDefinition)
  .describe('The charts that the templates of this folder may show, by id');

export type ChartDefinition = z.infer<typeof chartDefinition>;
export type ChartsFile = z.infer<typeof chartsFile>;
