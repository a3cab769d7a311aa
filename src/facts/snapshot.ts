/**
 * Layer 1. The facts and sources of an edition as its manifest keeps them: all that the next edition needs to say what
 * changed, and to print what was said before, when the YAML that said it is gone.
 */
import * as z from 'zod';
import { inOrder } from './canonical.js';
import type { Fact, FactId, Ledger } from './fact.js';
import {
  counted,
  evidence,
  isoDate,
  labels,
  languageTag,
  qualifier,
  quantity,
  statedFact,
} from './schema.js';

const kinds = statedFact.options.map(({ shape }) => shape.kind.value);

/** A fact without its places; texts are those of the zone's languages, without marks. Left out is what it does not have. */
export const factSnapshot = z.strictObject({
  topic: z.string(),
  kind: z.enum(kinds),
  label: labels,
  note: labels.optional(),
  period: isoDate.optional(),
  asOf: isoDate.optional(),
  quantity: quantity.optional(),
  qualifier: qualifier.optional(),
  counted: counted.optional(),
  whole: labels.optional(),
  rank: z.int().min(1).optional(),
  among: labels.optional(),
  date: isoDate.optional(),
  members: z.array(z.strictObject({ id: z.string(), label: labels })).optional(),
  text: labels.optional(),
  evidence: z.array(evidence),
  derived: z.strictObject({ formula: z.string(), parts: z.array(z.string()) }).optional(),
});

const sourceSnapshot = z.strictObject({
  publisher: z.string(),
  title: z.string(),
  language: languageTag,
  issued: isoDate,
  accessed: isoDate.optional(),
  url: z.string().optional(),
});

/** How a manifest holds it; anything else is refused. */
export const snapshotFile = z.strictObject({
  facts: z.record(z.string(), factSnapshot),
  sources: z.record(z.string(), sourceSnapshot),
});

export type FactSnapshot = z.infer<typeof factSnapshot>;
export type SourceSnapshot = z.infer<typeof sourceSnapshot>;
export interface Snapshot {
  readonly facts: Readonly<Record<FactId, FactSnapshot>>;
  readonly sources: Readonly<Record<string, SourceSnapshot>>;
}

/** Keys are sorted at every depth: the same facts give the same JSON, whatever the order in the files. */
export function snapshotOf({ facts, sources }: Pick<Ledger, 'facts' | 'sources'>): Snapshot {
  return inOrder({
    facts: Object.fromEntries([...facts].map(([id, fact]) => [id, factToSnapshot(fact)])),
    sources: Object.fromEntries(
      [...sources].map(([id, { publisher, title, language, issued, accessed, url }]) => [
        id,
        { publisher, title, language, issued, accessed, url },
      ]),
    ),
  }) as Snapshot;
}

function factToSnapshot({ id, at, evidenceAt, expires, ...kept }: Fact): object {
  return kept;
}

/** A fact as it stood in an earlier edition, for whatever writes facts. It stands in no file any more. */
export function factFromSnapshot(id: FactId, snapshot: FactSnapshot): Fact {
  return { ...snapshot, id, at: { file: '' } };
}

/**
 * What an edition says, as one canonical text: facts and sources without what is editorial (labels, notes, the order of
 * things). Two snapshots of the same text are the same edition. What is computed has no evidence of its own here, since
 * its parts have it.
 */
export function editionContent({ facts, sources }: Snapshot): string {
  const said = Object.fromEntries(Object.entries(facts).map(([id, fact]) => [id, factContent(fact)]));
  const published = Object.fromEntries(
    Object.entries(sources).map(([id, { publisher, title, issued, accessed, url }]) => [
      id,
      { publisher, title, issued, accessed, url },
    ]),
  );
  return JSON.stringify(inOrder({ facts: said, sources: published }));
}

/**
 * What a fact says.
 * @param inLanguages of its texts; left out: all that it has
 */
export function factContent(fact: FactSnapshot, inLanguages?: (tag: string) => boolean): object {
  const { kind, quantity, qualifier, period, asOf, date, rank, derived } = fact;
  const texts = (of: Readonly<Record<string, unknown>> | undefined) =>
    of && Object.fromEntries(Object.entries(of).filter(([tag]) => inLanguages?.(tag) ?? true));
  // Further forms of the noun come with grammar, not with news.
  const nouns = fact.counted && Object.entries(fact.counted).map(([tag, { other }]) => [tag, other]);
  return {
    kind,
    quantity,
    qualifier,
    period,
    asOf,
    date,
    rank,
    counted: texts(nouns && Object.fromEntries(nouns)),
    members: fact.members?.map((member) => member.id).sort(),
    text: texts(fact.text),
    formula: derived?.formula,
    evidence: derived
      ? []
      : fact.evidence
          .map(({ source, locator, stated }) => JSON.stringify(inOrder({ source, locator, stated })))
          .sort(),
  };
}
