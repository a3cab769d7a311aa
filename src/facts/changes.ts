/** Layer 1. What one edition says otherwise than another, fact by fact; what is editorial (labels, notes) is no change. */
import * as z from 'zod';
import { inOrder } from './canonical.js';
import { firstDay } from './dates.js';
import { type Difference, difference, differenceOf, directionOf, incomparable } from './difference.js';
import type { FactId } from './fact.js';
import { Rational } from './rational.js';
import { renamedFacts, withIdsOfNow } from './renamed.js';
import { type FactSnapshot, factContent, factSnapshot, type Snapshot } from './snapshot.js';

/** `before` is there but of an added fact, `after` but of a removed one. */
export const factChange = z.strictObject({
  fact: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  before: factSnapshot.optional(),
  after: factSnapshot.optional(),
  /** Of a figure; left out where none can be told. */
  difference: difference.optional(),
});
export type FactChange = Readonly<z.infer<typeof factChange>>;

/**
 * In the order of the ids. Texts are compared in the languages that both editions have. A fact that was given another id is
 * compared with what it was, under its id of now.
 */
export function changesBetween(earlier: Snapshot, after: Snapshot): FactChange[] {
  const before = withIdsOfNow(earlier, renamedFacts(earlier.facts, after.facts));
  const ids = [...new Set([...Object.keys(before.facts), ...Object.keys(after.facts)])].sort();
  return ids.flatMap((id): FactChange[] => {
    const was = Object.hasOwn(before.facts, id) ? before.facts[id] : undefined;
    const is = Object.hasOwn(after.facts, id) ? after.facts[id] : undefined;
    if (!was) return is ? [{ fact: id, kind: 'added', after: is }] : [];
    if (!is) return [{ fact: id, kind: 'removed', before: was }];
    if (sameContent(was, is)) return [];
    const by = differenceOf(was, is);
    return [{ fact: id, kind: 'changed', before: was, after: is, ...(by && { difference: by }) }];
  });
}

function sameContent(was: FactSnapshot, is: FactSnapshot): boolean {
  const both = (tag: string): boolean => Object.hasOwn(was.label, tag) && Object.hasOwn(is.label, tag);
  // One of them was read from a manifest, whose schema orders keys in its own way.
  return JSON.stringify(inOrder(factContent(was, both))) === JSON.stringify(inOrder(factContent(is, both)));
}

/** What is new about a fact, the weightiest thing first said. */
export type News =
  | { readonly kind: 'added' | 'removed' }
  /** Two amounts that can be subtracted. */
  | { readonly kind: 'difference'; readonly difference: Difference }
  /** Figures of something else, which are not subtracted. */
  | { readonly kind: 'measure' | 'unit' | 'basis' | 'period' }
  | { readonly kind: 'class' | 'rank'; readonly direction: 'up' | 'down' }
  /** Hedges that tell where to, but not by how much. */
  | { readonly kind: 'direction'; readonly direction: 'up' | 'down' }
  /** The same amount, said with another hedge or other digits; or a date that is more or less precise. */
  | { readonly kind: 'precision' }
  /** Hedges that leave open even where to. */
  | { readonly kind: 'inexact' }
  | { readonly kind: 'date'; readonly direction: 'earlier' | 'later' | 'set' | 'open' }
  /** Ids of members, in the order of the rosters. */
  | { readonly kind: 'members'; readonly joined: readonly string[]; readonly left: readonly string[] }
  | { readonly kind: 'text' }
  /** The same statement with other evidence, another day or another formula. */
  | { readonly kind: 'backing' };

export function newsOf({ kind, before, after, difference }: FactChange): News {
  if (kind !== 'changed' || !before || !after) return { kind: before ? 'removed' : 'added' };
  if (difference) return { kind: 'difference', difference };
  const other = incomparable(before, after);
  const [was, is] = [before.quantity, after.quantity];
  if (other === 'kind') return { kind: 'measure' };
  if (other && other !== 'class') return { kind: other };
  if (was && is) {
    const order = Rational.parse(is.amount).compare(Rational.parse(was.amount));
    if (order !== 0 && other === 'class') return { kind: 'class', direction: order > 0 ? 'up' : 'down' };
    const same = order === 0 && (was.max === undefined) === (is.max === undefined) && was.max === is.max;
    const direction = directionOf(before, after);
    if (direction) return { kind: 'direction', direction };
    if (!same) return { kind: 'inexact' };
    const printedAlike =
      before.qualifier === after.qualifier &&
      was.amount === is.amount &&
      was.significantDigits === is.significantDigits;
    return { kind: printedAlike ? 'backing' : 'precision' };
  }
  // First is the highest rank.
  if (before.rank !== after.rank)
    return { kind: 'rank', direction: (after.rank ?? 0) < (before.rank ?? 0) ? 'up' : 'down' };
  if (before.date !== after.date) return dateNews(before.date, after.date);
  const members = memberNews(before, after);
  if (members.joined.length + members.left.length > 0) return { kind: 'members', ...members };
  if (!sameTexts(before, after)) return { kind: 'text' };
  return { kind: 'backing' };
}

/** Whether readers of the outputs see another statement, rather than the same one with other evidence or another day. */
export function isNews(change: FactChange): boolean {
  return newsOf(change).kind !== 'backing';
}

function dateNews(was: string | undefined, is: string | undefined): News {
  if (was === undefined || is === undefined)
    return { kind: 'date', direction: is === undefined ? 'open' : 'set' };
  if (was.startsWith(is) || is.startsWith(was)) return { kind: 'precision' };
  return { kind: 'date', direction: firstDay(is) < firstDay(was) ? 'earlier' : 'later' };
}

function memberNews(before: FactSnapshot, after: FactSnapshot): { joined: FactId[]; left: FactId[] } {
  const ids = ({ members }: FactSnapshot): string[] => (members ?? []).map(({ id }) => id);
  const [were, are] = [ids(before), ids(after)];
  return {
    joined: are.filter((id) => !were.includes(id)),
    left: were.filter((id) => !are.includes(id)),
  };
}

function sameTexts({ text: was = {} }: FactSnapshot, { text: is = {} }: FactSnapshot): boolean {
  return Object.entries(was).every(([tag, text]) => !Object.hasOwn(is, tag) || is[tag] === text);
}
