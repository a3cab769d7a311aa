/**
 * Layer 3. Phrasing content of plain Markdown, for `plain.ts`: text, **strong**, :lit[…]. What else means something to
 * CommonMark, GFM or directives, or may, is refused.
 */
import type { PhrasingContent, Strong, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Point, Position } from 'unist';

/** The place of a character (UTF-16 unit) of the whole text. */
export type PointAt = (offset: number) => Point;

/** Anywhere in a text; escapes, code, HTML, references, addresses that become links by themselves, strikethrough. */
export const marked = /[\0\t\r\uFEFF\uFFFD\\`_<~@]|&(?:#|[A-Za-z0-9]+;)|www\.|https?:\/\//i;

/** Asterisks; colons and brackets, of which `:lit[…]` and a colon before a blank are plain. */
const mark = /\*+|:lit\[([^[\]*:{}\s](?:[^[\]*:{}\n]*[^[\]*:{}\s])?)\](?!\{)|:(?=\s|$)|[:[\]]/gu;

/**
 * @param text all of it
 * @param end of the content, which begins at `start`, both without blanks
 * @returns undefined where it is more than plain
 */
export function readPlainLine(
  text: string,
  start: number,
  end: number,
  pointAt: PointAt,
): PhrasingContent[] | undefined {
  const content = text.slice(start, end);
  const positionOf = (from: number, to: number): Position => ({
    start: pointAt(start + from),
    end: pointAt(start + to),
  });
  const textOf = (from: number, to: number): Text => ({
    type: 'text',
    value: content.slice(from, to),
    position: positionOf(from, to),
  });
  const all: PhrasingContent[] = [];
  let into = all;
  let strongFrom = -1;
  let done = 0;
  const takeText = (until: number): void => {
    if (until > done) into.push(textOf(done, until));
  };
  for (const { 0: found, 1: literal, index } of content.matchAll(mark)) {
    const behind = index + found.length;
    if (literal !== undefined) {
      takeText(index);
      const from = index + ':lit['.length;
      into.push({
        type: 'textDirective',
        name: 'lit',
        attributes: {},
        children: [textOf(from, from + literal.length)],
        position: positionOf(index, behind),
      } satisfies TextDirective);
      done = behind;
    } else if (found === '**') {
      const opens = strongFrom < 0;
      const can = sidesOf(content, index, behind);
      if (opens ? !can.open : !can.close) return undefined;
      takeText(index);
      if (opens) {
        strongFrom = index;
        into = [];
      } else {
        const position = positionOf(strongFrom, behind);
        all.push({ type: 'strong', children: into, position } satisfies Strong);
        into = all;
        strongFrom = -1;
      }
      done = behind;
    } else if (found !== ':') return undefined;
    else if (behind < content.length && !/\s/.test(content[behind]!)) return undefined;
  }
  if (strongFrom >= 0) return undefined;
  takeText(content.length);
  return all;
}

/** What two asterisks can do there (CommonMark 0.31, 6.2). Of runs of two, whichever can close one that is open does. */
function sidesOf(content: string, start: number, end: number): { open: boolean; close: boolean } {
  const [before, after] = [kindOf(content[start - 1]), kindOf(content[end])];
  return {
    open: after === 'other' || (after === 'punctuation' && before !== 'other'),
    close: before === 'other' || (before === 'punctuation' && after !== 'other'),
  };
}

function kindOf(character: string | undefined): 'blank' | 'punctuation' | 'other' {
  if (character === undefined || /\s/.test(character)) return 'blank';
  return /[\p{P}\p{S}]/u.test(character) ? 'punctuation' : 'other';
}
