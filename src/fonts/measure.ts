/**
 * Layer 1. How wide text becomes and where its lines end, without a canvas: from the advance widths of the fonts.
 * Decks and summaries name Arial and Microsoft YaHei, which may not be bundled; a reader without them sees others. So
 * Latin is measured as the wider of Arial (Arimo has its widths) and DejaVu Sans, what Linux puts in its place, and
 * every hanzi is one em wide in any Chinese font. Kerning is left out, which errs to the wide side.
 */
import { isCovered } from './advances.js';
import {
  analyse,
  type Dividing,
  endsIn,
  isZeroWidth,
  lastLineIn,
  type TextStyle,
  unbreakableIn,
} from './analysis.js';
import { divisionMark, isBlank } from './line-breaks.js';
import type { LineEnd } from './lines.js';

export type { TextStyle } from './analysis.js';
export type { LineEnd } from './lines.js';

/**
 * Width of a text on one line, in the unit of `size`: points for slides and pages, pixels for charts. Line breaks count
 * nothing.
 */
export function textWidth(text: string, size: number, style: TextStyle = {}): number {
  return analyse(text, style).width * size;
}

/**
 * Breaks a text into lines no wider than `width` (same unit as `size`). Lines end at blanks, after hyphens within words
 * and between Chinese characters; punctuation keeps to its side; a number keeps its unit. A word wider than the line is
 * divided where it is marked (`divisionMark`), with a hyphen, or ends behind a no-break space, and else it is torn, as
 * the last resort. Line breaks in the text are kept; the blanks at which a line ends are not part of any line, nor are
 * marks.
 *
 * @returns at least one line, so that a text of nothing still takes its place
 */
export function breakLines(text: string, width: number, size: number, style: TextStyle = {}): string[] {
  let start = 0;
  return lineEnds(text, width, size, style).map(({ at, divided }) => {
    const line = text.slice(start, at).replaceAll(divisionMark, '').replace(lineBreak, '');
    start = at;
    return divided ? `${line}-` : trimEnd(line);
  });
}

/** How many lines `breakLines` gives. */
export const countLines = (text: string, width: number, size: number, style: TextStyle = {}): number =>
  lineEnds(text, width, size, style).length;

/** Width of the last of the lines that `breakLines` gives, in the unit of `size`. */
export function lastLineWidth(text: string, width: number, size: number, style: TextStyle = {}): number {
  const known = hasLineBreak(text) ? undefined : lastLineIn(text, width / size, style);
  return known === undefined
    ? textWidth(breakLines(text, width, size, style).at(-1) ?? '', size, style)
    : known * size;
}

const lineBreak = /\r\n|\n|\r/;
/** Asked of every text at every size: an expression takes longer. */
const hasLineBreak = (text: string): boolean => text.includes('\n') || text.includes('\r');

/** Where the lines of `breakLines` end. */
export function lineEnds(
  text: string,
  width: number,
  size: number,
  style: TextStyle = {},
): readonly LineEnd[] {
  if (!hasLineBreak(text)) return endsIn(text, width / size, style);
  const ends: LineEnd[] = [];
  let start = 0;
  for (const paragraph of text.split(lineBreak)) {
    for (const { at, divided } of endsIn(paragraph, width / size, style))
      ends.push({ at: start + at, divided });
    start += paragraph.length;
    const broken = /^(?:\r\n|\n|\r)/.exec(text.slice(start, start + 2))?.[0].length ?? 0;
    const last = ends.pop() as LineEnd;
    ends.push({ ...last, at: last.at + broken });
    start += broken;
  }
  return ends;
}

/** Without the blanks at its end. */
function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && isBlank(line[end - 1] as string)) end -= 1;
  return line.slice(0, end);
}

/**
 * Width of the widest piece of a text that no line break parts.
 * @param dividing words may be divided where they are marked, or also figures parted at no-break spaces: in a box narrower
 * than that, they are torn
 */
export function unbreakableWidth(
  text: string,
  size: number,
  style: TextStyle = {},
  { dividing }: { dividing?: Dividing } = {},
): number {
  return unbreakableIn(text, style, dividing) * size;
}

/**
 * The characters of a text for which no bundled font has a glyph, each once, in order: a chart would show boxes in
 * their place. Blanks and invisible signs are never missing.
 */
export function missingGlyphs(text: string): string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (isZeroWidth(character) || /\s/u.test(character)) continue;
    if (!isCovered(character.codePointAt(0) as number)) missing.add(character);
  }
  return [...missing];
}
