/** Layer 3. Where a long paragraph may go on over to the next slide: at the end of a sentence, or else of a line. */
import type { Inline } from '../../document/document.js';
import { divisionMark } from '../../fonts/line-breaks.js';
import { breakLines } from '../../fonts/measure.js';

/** Text that stays on one slide; `whole` where a sentence ends with it. */
export interface Fragment {
  readonly content: readonly Inline[];
  readonly whole: boolean;
}

/** Sentences are put together up to about this many characters, and cut where one alone is longer. */
const usualLength = 120;

/** A mark that ends a sentence, with what closes after it; in Latin script a capital or a figure begins the next one. */
const sentenceEnd = /[.!?…]["”“»)]*\s+(?=["“„«(]*[\p{Lu}\p{Nd}\p{Script=Han}])|[。！？；][”’）」]*/gu;

const lengthOf = (inline: Inline): number => {
  if (inline.kind === 'break') return 1;
  return 'children' in inline ? lengthOfAll(inline.children) : inline.value.length;
};
const lengthOfAll = (inlines: readonly Inline[]): number =>
  inlines.reduce((sum, inline) => sum + lengthOf(inline), 0);

const textOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.kind === 'break' ? '\n' : 'children' in inline ? textOf(inline.children) : inline.value,
    )
    .join('');

/** A paragraph in pieces; they say what it says when put one after the other. Figures stay whole. */
export function fragmentsOf(content: readonly Inline[]): Fragment[] {
  const text = textOf(content);
  if (text.length <= usualLength) return [{ content, whole: true }];
  const cuts = cutsIn(text).filter(({ at }) => !withinFigure(content, at));
  const fragments: Fragment[] = [];
  let rest = content;
  let from = 0;
  for (const { at, whole } of [...cuts, { at: text.length, whole: true }]) {
    const [before, after] = cutAt(rest, at - from);
    if (textOf(before).trim() !== '') fragments.push({ content: before, whole });
    rest = after;
    from = at;
  }
  return fragments.length > 0 ? fragments : [{ content, whole: true }];
}

function cutsIn(text: string): { at: number; whole: boolean }[] {
  const ends = [...text.matchAll(sentenceEnd)].map((match) => match.index + match[0].length);
  const cuts: { at: number; whole: boolean }[] = [];
  let from = 0;
  for (const end of [...ends, text.length]) {
    if (end - from < usualLength && end < text.length) continue;
    for (const at of lineStarts(text.slice(from, end))) cuts.push({ at: from + at, whole: false });
    if (end < text.length) cuts.push({ at: end, whole: true });
    from = end;
  }
  return cuts;
}

/** In place of a mark where a word may be divided: as long, without width, and no place to cut. */
const wordJoiner = '\u2060';

/** Where the next lines of about the usual length would begin. */
function lineStarts(text: string): number[] {
  if (text.length <= usualLength * 1.5) return [];
  // An em for every two letters; a hanzi is as wide as two of them and says as much.
  const whole = text.replaceAll(divisionMark, wordJoiner);
  const lines = breakLines(whole, usualLength / 2, 1, { face: 'arial' });
  let end = 0;
  return lines.slice(0, -1).map((line) => {
    end = whole.indexOf(line, end) + line.length;
    while (/\s/u.test(whole[end] ?? '')) end += 1;
    return end;
  });
}

/** Whether an offset lies inside what a helper wrote, or a literal: these are never cut. */
function withinFigure(inlines: readonly Inline[], offset: number): boolean {
  let start = 0;
  for (const inline of inlines) {
    const end = start + lengthOf(inline);
    if (offset > start && offset < end) {
      if ('children' in inline) return withinFigure(inline.children, offset - start);
      return inline.kind !== 'text';
    }
    start = end;
  }
  return false;
}

/** What stands before an offset and what after it. */
function cutAt(inlines: readonly Inline[], offset: number): [Inline[], Inline[]] {
  const before: Inline[] = [];
  const after: Inline[] = [];
  let start = 0;
  for (const inline of inlines) {
    const end = start + lengthOf(inline);
    if (end <= offset) before.push(inline);
    else if (start >= offset) after.push(inline);
    else if ('children' in inline) {
      const [left, right] = cutAt(inline.children, offset - start);
      before.push({ ...inline, children: left });
      after.push({ ...inline, children: right });
    } else if (inline.kind === 'text') {
      before.push({ ...inline, value: inline.value.slice(0, offset - start) });
      after.push({ ...inline, value: inline.value.slice(offset - start) });
    }
    start = end;
  }
  return [before, after];
}
