/**
 * Layer 3. `{{changes}}`: an ordinary table of what changed since the edition before, a row for each fact that the
 * document uses, in the order of the ledger; what is gone comes last.
 */
import type { Place } from '../../diagnostic.js';
import type { Block, SourceEntry } from '../../document/document.js';
import { type FactChange, isNews } from '../../facts/changes.js';
import type { FactId } from '../../facts/fact.js';
import type { FactSnapshot } from '../../facts/snapshot.js';
import { type Cell, rowOf, text } from './cells.js';
import type { Comparison } from './comparison.js';
import { sourceIdThen } from './earlier.js';

type Table = Extract<Block, { kind: 'table' }>;

/**
 * The changes that a document tells.
 * @param used the facts that it uses; undefined: all changes are told
 */
export function toldChanges(
  { now, changes }: Comparison,
  used: ReadonlySet<FactId> | undefined,
): FactChange[] {
  const order = new Map([...now.ledger.facts.keys()].map((id, index) => [id, index]));
  const place = ({ fact }: FactChange): number => order.get(fact) ?? order.size;
  return changes
    .filter(isNews)
    .filter(({ fact, kind }) => used === undefined || kind === 'removed' || used.has(fact))
    .sort((a, b) => place(a) - place(b));
}

/** @param sources with those that only earlier statements rest on */
export function changesTable(
  comparison: Comparison,
  told: readonly FactChange[],
  sources: readonly SourceEntry[],
  at: Place,
): Table {
  const { words } = comparison.now.language;
  const { before, now, difference } = words.changes;
  const heads = [words.annex.label, before, now, difference, words.annex.source];
  return {
    kind: 'table',
    align: heads.map(() => 'left'),
    header: heads.map((head) => [text(head)]),
    rows: told.map((change) => {
      const row = rowOf(comparison, change);
      return [row.label, row.before, row.now, row.difference, sourceCell(comparison, change, sources)];
    }),
    at,
  };
}

/** Numbers in the list of sources: "[2]"; where the earlier statement rests on others, "[1] → [2]". */
function sourceCell(
  { now, since }: Comparison,
  { before, after }: FactChange,
  sources: readonly SourceEntry[],
): Cell {
  const { punctuation } = now.language;
  const numbers = (fact: FactSnapshot | undefined, idOf: (id: string) => string): number[] => {
    const ids = new Set(fact?.evidence.map(({ source }) => idOf(source)));
    return sources.filter(({ id }) => ids.has(id)).map(({ number }) => number);
  };
  const written = (of: readonly number[]): Cell =>
    of.flatMap((number, index): Cell => {
      const mark = { kind: 'literal', value: `[${number}]` } as const;
      return index === 0 ? [mark] : [text(punctuation.comma), mark];
    });
  const was = numbers(before, (id) => sourceIdThen(id, since, now.ledger.sources));
  const is = numbers(after, (id) => id);
  if (!after) return written(was);
  return !before || was.join() === is.join() ? written(is) : [...written(was), text(' → '), ...written(is)];
}
