/** Layer 1. Which of what facts give to a text are figures, and which are words. */
import type { Citation, Document } from './document.js';
import { behind } from './earlier.js';

type Cited = Pick<Citation, 'label' | 'name' | 'text' | 'note'> & { readonly kind: string };

const givesFigures: ReadonlySet<string> = new Set(['quantity', 'share', 'growth', 'tier', 'ranking']);

/** Whether a text alike but for a capital: a label begins in lower case within a sentence. */
function alike(text: string, other: string | undefined): boolean {
  return (
    other !== undefined &&
    text.slice(1) === other.slice(1) &&
    text[0]?.toLowerCase() === other[0]?.toLowerCase()
  );
}

/** Whether a fact is known by a figure: a number, a rank, a date; not by a name, a list or a sentence. */
export function hasFigure({ kind, label, name = label, text }: Cited): boolean {
  return givesFigures.has(kind) || (kind === 'event' && !alike(text, name));
}

/** Whether what a fact printed is its figure, or another text of it that holds a number, rather than a name. */
export function isFigure(printed: string, citation: Cited): boolean {
  if ([citation.label, citation.name, citation.note].some((words) => alike(printed, words))) return false;
  return hasFigure(citation) || /\p{Nd}/u.test(printed);
}

/**
 * The facts of a document that are known by a figure, in the order in which it uses them; those of an earlier edition
 * last. A difference is none: the two figures that it is between are there.
 */
export function citedFigures(document: Document): Citation[] {
  return [...document.citations.values()].filter(
    (citation) => hasFigure(citation) && behind(citation.fact).role !== 'difference',
  );
}
