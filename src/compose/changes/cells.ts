/** Layer 3. The cells of a row of changes: what a fact said, what it says now, and what can be told of the way between. */
import type { Inline } from '../../document/document.js';
import { beforeId, differenceId } from '../../document/earlier.js';
import { type FactChange, newsOf } from '../../facts/changes.js';
import type { Fact, FactId } from '../../facts/fact.js';
import { writeDifference } from '../../language/difference.js';
import { HelperError, type Setting, writeFact } from '../fact-text.js';
import type { Comparison } from './comparison.js';

export type Cell = readonly Inline[];
export interface Row {
  readonly label: Cell;
  readonly before: Cell;
  readonly now: Cell;
  readonly difference: Cell;
}

export function rowOf(comparison: Comparison, change: FactChange): Row {
  const { now, earlier } = comparison;
  const is = change.after && now.ledger.facts.get(change.fact);
  const was = change.before && earlier.ledger.facts.get(change.fact);
  const news = newsOf(change);
  const withPeriod = news.kind === 'period';
  const none: Cell = [text(now.language.words.changes.none)];
  const known = is ?? was;
  const cells =
    news.kind === 'members' && isLong(was, is)
      ? {
          before: someOf(now, was, news.left, beforeId(change.fact)),
          now: someOf(now, is, news.joined, change.fact),
        }
      : {
          before: was ? statement(earlier, was, beforeId(change.fact), withPeriod, none) : none,
          now: is ? statement(now, is, change.fact, withPeriod, none) : none,
        };
  const tag = now.language.tag;
  return {
    label: known ? [figure(known.label[tag] ?? known.id, is ? change.fact : beforeId(change.fact))] : [],
    ...cells,
    difference: differenceCell(comparison, change, is, was),
  };
}

/** Of more members than this, a row names those who came or went, and no others. */
const mostMembers = 6;

const isLong = (was: Fact | undefined, is: Fact | undefined): boolean =>
  Math.max(was?.members?.length ?? 0, is?.members?.length ?? 0) > mostMembers;

/** "… West Fab" */
function someOf({ language }: Setting, fact: Fact | undefined, ids: readonly string[], id: FactId): Cell {
  const names = namesOf(fact, ids, language.tag);
  const { others } = language.words.changes;
  return names.length === 0 ? [text(others.trim())] : [text(others), figure(language.joinList(names), id)];
}

/** The fact as prose writes it; its period where that is what changed. */
function statement(setting: Setting, fact: Fact, id: FactId, withPeriod: boolean, none: Cell): Cell {
  const { language } = setting;
  const { open, close } = language.punctuation;
  let written: string;
  try {
    written = writeFact(setting, fact, { style: 'prose' });
  } catch (error) {
    // An event without a date.
    if (error instanceof HelperError) return none;
    throw error;
  }
  const period =
    withPeriod && fact.period !== undefined
      ? [text(open), figure(language.writeDate(fact.period), id), text(close)]
      : [];
  return [figure(written, id), ...period];
}

function differenceCell(
  { now: { language } }: Comparison,
  change: FactChange,
  is: Fact | undefined,
  was: Fact | undefined,
): Cell {
  const { words, punctuation } = language;
  const { changes } = words;
  const news = newsOf(change);
  switch (news.kind) {
    case 'difference': {
      const beside = is?.quantity?.amount ?? '0';
      const options = { counted: is?.counted, beside };
      return [figure(writeDifference(language, news.difference, options), differenceId(change.fact))];
    }
    case 'basis': {
      const [before, after] = [was?.quantity?.basis, is?.quantity?.basis];
      if (!before || !after) return [text(changes.otherBasis)];
      return [text(changes.basis(changes.bases[before], changes.bases[after]))];
    }
    case 'class':
    case 'rank':
    case 'direction':
      return [text(changes[news.kind][news.direction])];
    case 'date':
      return [text(changes.date[news.direction])];
    case 'members': {
      if (isLong(was, is)) {
        const said = [
          ...(news.joined.length > 0 ? [changes.joined] : []),
          ...(news.left.length > 0 ? [changes.left] : []),
        ];
        return [text(said.join(punctuation.semicolon))];
      }
      const group = (word: string, ids: readonly string[], of: Fact | undefined, id: FactId): Cell => {
        const names = namesOf(of, ids, language.tag);
        return names.length === 0
          ? []
          : [text(`${word}${punctuation.colon}`), figure(language.joinList(names), id)];
      };
      const joined = group(changes.joined, news.joined, is, change.fact);
      const left = group(changes.left, news.left, was, beforeId(change.fact));
      const between = joined.length > 0 && left.length > 0 ? [text(punctuation.semicolon)] : [];
      return [...joined, ...between, ...left];
    }
    default:
      return [text(changes[news.kind])];
  }
}

function namesOf(fact: Fact | undefined, ids: readonly string[], tag: string): string[] {
  return (fact?.members ?? [])
    .filter(({ id }) => ids.includes(id))
    .map(({ id, label }) => (Object.hasOwn(label, tag) ? label[tag] : undefined) ?? id);
}

export const text = (value: string): Inline => ({ kind: 'text', value });
const figure = (value: string, fact: FactId): Inline => ({ kind: 'figure', value, fact });
