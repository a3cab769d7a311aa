/**
 * Layer 4. Which edition a build makes. A new one exists exactly where what the facts and sources say is not what the
 * edition before says; its number counts from 1 within a date, and the date comes from the sources, never from a clock.
 *
 * Decks and summaries take part in a new edition each for itself: where its date is another, or a fact or source that
 * changed is one they printed before or print now. One that does not take part goes on printing the edition it took part
 * in last, so that its files stay what they are, byte for byte.
 */
import { createHash } from 'node:crypto';
import { changesBetween, type FactChange } from '../facts/changes.js';
import type { FactId, Ledger } from '../facts/fact.js';
import { renamedFacts, withIdsOfNow } from '../facts/renamed.js';
import { editionContent, type Snapshot, snapshotOf } from '../facts/snapshot.js';
import type { Kind, KindEntry, Manifest } from './manifest.js';

/** What is known of the editions made so far. */
export interface Previous {
  /** The edition before; of the newest one in the archive where the folder's own cannot be read. */
  readonly manifest?: Manifest | undefined;
  /** The manifest is that of the files that stand in the folder. */
  readonly isCurrent: boolean;
  /** What is wrong with the manifest in the folder, where it cannot be understood. */
  readonly fault?: string | undefined;
  /** The highest number of an edition of a date in the archive; 0 where there is none. */
  archived(date: string): Promise<number>;
}

export interface EditionPlan {
  readonly id: string;
  readonly date: string;
  readonly number: number;
  /** Hash over what its facts and sources say. */
  readonly content: string;
  readonly isNew: boolean;
  /** Id of the edition before. */
  readonly since?: string | undefined;
  readonly snapshot: Snapshot;
  /** Against the edition before; empty where the edition is no new one, or the first. */
  readonly changes: readonly FactChange[];
  /** What the edition before says; undefined for the first. */
  readonly before?: Manifest | undefined;
}

/** What the documents of a kind print, which decides whether an edition is news to them. */
export interface Printed {
  readonly facts: ReadonlySet<FactId>;
  /** They list all sources. */
  readonly sources: boolean;
}

/** What the documents of a kind print of their edition, as a manifest keeps it. */
export type KindEdition = KindEntry;
export type KindEditions = Readonly<Partial<Record<Kind, KindEdition>>>;

export async function planEdition(
  ledger: Ledger,
  { manifest, isCurrent, archived }: Previous,
): Promise<EditionPlan> {
  const snapshot = snapshotOf(ledger);
  const content = hashOf(snapshot);
  const counted = manifest && manifest.edition.number > 0 ? manifest : undefined;
  const before = counted && withIdsOf(snapshot, counted);
  if (before && isCurrent && (before.edition.content === content || hashOf(before) === content))
    return { ...before.edition, content, isNew: false, snapshot, changes: [], before };
  const date = ledger.editionDate;
  const standing = before?.edition.date === date ? before.edition.number : 0;
  const number = Math.max(standing, await archived(date)) + 1;
  const changes = before ? changesBetween(before, snapshot) : [];
  const since = before?.edition.id;
  return { id: `${date}.${number}`, date, number, content, isNew: true, since, snapshot, changes, before };
}

const hashOf = (says: Snapshot): string => createHash('sha256').update(editionContent(says)).digest('hex');

/** The manifest with the ids that facts bear now: another id alone is no news, and makes no edition. */
function withIdsOf(now: Snapshot, manifest: Manifest): Manifest {
  const renamed = renamedFacts(manifest.facts, now.facts);
  if (renamed.size === 0) return manifest;
  const ids = new Map([...renamed].map(([is, was]) => [was, is]));
  const idOf = (id: FactId): FactId => ids.get(id) ?? id;
  const told = (entry: KindEntry): KindEntry => ({
    ...entry,
    changes: entry.changes.map((change) => ({ ...change, fact: idOf(change.fact) })),
  });
  const { kinds, changes, outputs } = manifest;
  return {
    ...manifest,
    facts: withIdsOfNow(manifest, renamed).facts,
    outputs: outputs.map((output) => ({ ...output, facts: output.facts.map(idOf) })),
    kinds: {
      ...(kinds.deck && { deck: told(kinds.deck) }),
      ...(kinds.summary && { summary: told(kinds.summary) }),
    },
    ...(changes && { changes: told(changes) }),
  };
}

/**
 * What a kind prints.
 * @param printed by its documents as they are now; undefined before they are composed
 */
export function editionOfKind(plan: EditionPlan, kind: Kind, printed: Printed | undefined): KindEdition {
  const { before } = plan;
  const last = before?.kinds[kind];
  const first: KindEdition = { edition: plan.id, number: plan.number, changes: [] };
  if (!before || !last) return first;
  const printedBefore = new Set(
    before.outputs.filter((output) => kindOf(output.path) === kind).flatMap(({ facts }) => facts),
  );
  const concerns = (fact: string): boolean => printedBefore.has(fact) || printed?.facts.has(fact) === true;
  const takesPart =
    plan.isNew &&
    (plan.date !== before.edition.date ||
      plan.changes.some(({ fact }) => concerns(fact)) ||
      changedSources(before, plan.snapshot).some(
        (source) =>
          printed?.sources || cites(before, source, concerns) || cites(plan.snapshot, source, concerns),
      ));
  if (!takesPart) return relabelled(last, plan.snapshot);
  return {
    ...first,
    since: {
      id: last.edition,
      date: before.edition.date,
      number: last.number,
      sources: before.sources,
    },
    changes: plan.changes.filter(({ fact }) => concerns(fact)),
  };
}

/** All that changed against the edition before; undefined for a first one. */
export function changesOf(plan: EditionPlan): KindEdition | undefined {
  const { before, snapshot, changes } = plan;
  if (!before) return undefined;
  if (!plan.isNew) return before.changes && relabelled(before.changes, snapshot);
  const { id, date, number } = before.edition;
  const since = { id, date, number, sources: before.sources };
  return { edition: plan.id, number: plan.number, since, changes: [...changes] };
}

/** Charts belong to what shows them: their facts are among those of a deck or summary. */
function kindOf(path: string): Kind | undefined {
  if (path.startsWith('briefing.')) return 'deck';
  return path.startsWith('summary.') ? 'summary' : undefined;
}

/** The labels may be others by now, which makes no new edition: what changed is told in the words of today. */
function relabelled(last: KindEntry, { facts }: Snapshot): KindEdition {
  const changes = last.changes.map((change): FactChange => {
    const now = change.after && Object.hasOwn(facts, change.fact) ? facts[change.fact] : undefined;
    return now ? { ...change, after: now } : change;
  });
  return { ...last, changes };
}

function changedSources(before: Snapshot, now: Snapshot): string[] {
  const said = ({ sources }: Snapshot, id: string): string => {
    const source = Object.hasOwn(sources, id) ? sources[id] : undefined;
    return JSON.stringify(
      source && [source.publisher, source.title, source.issued, source.accessed, source.url],
    );
  };
  const ids = new Set([...Object.keys(before.sources), ...Object.keys(now.sources)]);
  return [...ids].filter((id) => said(before, id) !== said(now, id));
}

function cites({ facts }: Snapshot, source: string, concerns: (fact: string) => boolean): boolean {
  return Object.entries(facts).some(
    ([id, { evidence }]) => concerns(id) && evidence.some((entry) => entry.source === source),
  );
}
