/**
 * Layer 1. What a Document says of an earlier edition. A figure as it was, and how much it changed, are cited like facts,
 * under ids that no fact can have: funds.committed@before, funds.committed@difference.
 */
import type { FactId } from '../facts/fact.js';
import type { Document } from './document.js';

const before = '@before';
const difference = '@difference';

/** Of a fact as the earlier edition had it. */
export const beforeId = (fact: FactId): FactId => `${fact}${before}`;
/** Of how much a fact changed since. */
export const differenceId = (fact: FactId): FactId => `${fact}${difference}`;

/** The fact that an id is about, and what of it the id means where that is not the fact itself. */
export function behind(id: FactId): { readonly fact: FactId; readonly role?: 'before' | 'difference' } {
  if (id.endsWith(before)) return { fact: id.slice(0, -before.length), role: 'before' };
  if (id.endsWith(difference)) return { fact: id.slice(0, -difference.length), role: 'difference' };
  return { fact: id };
}

/** The facts that a document cites as this edition has them. */
export const factsIn = ({ citations }: Pick<Document, 'citations'>): FactId[] =>
  [...citations.keys()].filter((id) => behind(id).role === undefined);
