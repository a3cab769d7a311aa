/**
 * Layer 1. Facts that bear another id than in the edition before. An id is a name for templates and says nothing to readers:
 * who renames a fact makes no news of it, and does not take it from what watches over it.
 */
import { inOrder } from './canonical.js';
import type { Fact, FactId } from './fact.js';
import type { Snapshot } from './snapshot.js';

/** What a fact is known by beside its id. */
export type Identity = Pick<Fact, 'kind' | 'topic' | 'label' | 'evidence'> &
  Partial<Pick<Fact, 'quantity' | 'period' | 'asOf' | 'derived'>>;

type Known = Readonly<Record<FactId, Identity>>;

/**
 * Facts that are gone with those that they are now: of the same kind and label, in all languages that both editions have, and
 * with the same unit and evidence; else in the same topic, of the same time or not. Where several could be meant, none is.
 * @returns by the id of now, the id that it was
 */
export function renamedFacts(before: Known, after: Known): ReadonlyMap<FactId, FactId> {
  const gone = Object.keys(before).filter((id) => !Object.hasOwn(after, id));
  const fresh = Object.keys(after).filter((id) => !Object.hasOwn(before, id));
  const renamed = new Map<FactId, FactId>();
  if (gone.length === 0 || fresh.length === 0) return renamed;
  const tags = [...gone.map((id) => before[id]), ...fresh.map((id) => after[id])]
    .map((fact) => Object.keys(fact?.label ?? {}))
    .reduce((shared, own) => shared.filter((tag) => own.includes(tag)))
    .sort();
  if (tags.length === 0) return renamed;
  const taken = new Set<FactId>();
  for (const mark of marks) {
    const were = byMark(before, gone, taken, mark, tags);
    const are = byMark(after, fresh, new Set(renamed.keys()), mark, tags);
    for (const [key, [is, ...others]] of are) {
      const [was, ...more] = were.get(key) ?? [];
      if (was === undefined || is === undefined || others.length + more.length > 0) continue;
      renamed.set(is, was);
      taken.add(was);
    }
  }
  return renamed;
}

/** A snapshot in which facts bear the ids that they have now, in formulas, too. */
export function withIdsOfNow(before: Snapshot, renamed: ReadonlyMap<FactId, FactId>): Snapshot {
  if (renamed.size === 0) return before;
  const now = new Map([...renamed].map(([is, was]) => [was, is]));
  const idOf = (id: FactId): FactId => now.get(id) ?? id;
  const facts = Object.entries(before.facts).map(([id, fact]) => {
    const { derived } = fact;
    const formula = derived?.formula.replace(/[^\s()]+/g, idOf);
    return [
      idOf(id),
      derived ? { ...fact, derived: { ...derived, formula, parts: derived.parts.map(idOf) } } : fact,
    ];
  });
  return { ...before, facts: Object.fromEntries(facts) };
}

type Mark = (fact: Identity) => unknown[] | undefined;

/** From what tells most to what tells least. */
const marks: readonly Mark[] = [
  ({ quantity, evidence, derived }) =>
    derived
      ? undefined
      : [
          quantity?.unit,
          quantity?.per,
          evidence.map(({ source, locator, stated }) => [source, locator, stated]),
        ],
  ({ topic, period, asOf, quantity }) => [topic, period, asOf, quantity?.unit],
  ({ topic }) => [topic],
];

function byMark(
  facts: Known,
  ids: readonly FactId[],
  taken: { has(id: FactId): boolean },
  mark: Mark,
  tags: readonly string[],
): Map<string, FactId[]> {
  const found = new Map<string, FactId[]>();
  for (const id of ids) {
    const fact = facts[id];
    const told = fact && !taken.has(id) ? mark(fact) : undefined;
    if (!fact || !told) continue;
    const key = JSON.stringify(inOrder([fact.kind, tags.map((tag) => fact.label[tag]), told]));
    found.set(key, [...(found.get(key) ?? []), id]);
  }
  return found;
}
