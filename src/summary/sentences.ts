/**
 * Layer 3. Where references stand. A sentence with one new figure has its reference right behind the figure; one with
 * several has a single reference behind its full stop, whose footnote takes them in their order. That is how a printed
 * page tells evidence of a word from evidence of a sentence, and it saves the reader a column of one-line notes.
 */
import type { FactId } from '../facts/fact.js';
import type { Run, TextRun } from './summary.js';

/** A run, or the place behind a figure whose evidence is due. */
export type Draft = Run | { readonly kind: 'due'; readonly facts: readonly FactId[] };

/** @param reference makes the footnote of these facts, and the run that refers to it */
export function placeReferences(
  drafts: readonly Draft[],
  reference: (facts: readonly FactId[]) => Run[],
): Run[] {
  return sentencesOf(drafts).flatMap((sentence) => {
    const due = sentence.filter((draft) => draft.kind === 'due');
    if (due.length === 1)
      return sentence.flatMap((draft) => (draft.kind === 'due' ? reference(draft.facts) : [draft]));
    const runs = sentence.filter((draft) => draft.kind !== 'due');
    return due.length === 0 ? runs : [...runs, ...reference(due.flatMap(({ facts }) => facts))];
  });
}

/**
 * The end of a sentence, with the quotation marks and brackets that close behind it. A full stop ends one behind a word
 * of two letters or more, behind a bracket or quotation mark, or right behind a figure ("… 65.7%. Then"), not behind
 * "No. 5", "z. B." or "16. November".
 */
const ends = /[。！？][”’」』）)]*|(?:(?<=\p{L}{2}|[)”’"]|^)\.|[!?])[”’")]*(?=\s|$)/gu;

/** Hardly a label or a cell of a table has any. */
const mayEnd = /[。！？.!?]/;

function sentencesOf(drafts: readonly Draft[]): Draft[][] {
  const sentences: Draft[][] = [[]];
  for (const [index, draft] of drafts.entries()) {
    if (draft.kind !== 'text' || draft.fact !== undefined) {
      sentences.at(-1)?.push(draft);
      continue;
    }
    const pieces = splitAtEnds(draft, startsFresh(drafts[index + 1]));
    for (const [place, piece] of pieces.entries()) {
      if (place > 0) sentences.push([]);
      if (piece.text !== '') sentences.at(-1)?.push(piece);
    }
  }
  return sentences;
}

/** @param fresh whether what follows the run could begin a sentence */
function splitAtEnds(run: TextRun, fresh: boolean): TextRun[] {
  if (!mayEnd.test(run.text)) return [run];
  const pieces: TextRun[] = [];
  let start = 0;
  for (const match of run.text.matchAll(ends)) {
    const end = match.index + match[0].length;
    if (end === run.text.length && !fresh) continue;
    pieces.push({ ...run, text: run.text.slice(start, end) });
    start = end;
  }
  return [...pieces, { ...run, text: run.text.slice(start) }];
}

/** Behind "14." an italic word may go on with the sentence; a blank or the paragraph's end does not. */
function startsFresh(next: Draft | undefined): boolean {
  return next === undefined || next.kind === 'break' || (next.kind === 'text' && /^\s/.test(next.text));
}
