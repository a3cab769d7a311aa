/**
 * Layer 1. How wide text becomes and where its lines end, without a canvas: from the advance widths of the fonts.
 * Decks and summaries name Arial and Microsoft YaHei, which may not be bundled; a reader without them sees others. So
 * Latin is measured as the wider of Arial (Arimo has its widths) and DejaVu Sans, what Linux puts in its place, and
 * every hanzi is one em wide in any Chinese font. Kerning is left out, which errs to the wide side.
 */
import { advanceOf, type Face, isCovered } from './advances.js';
import {
  clusters,
  divisionMark,
  endsQuantity,
  isBlank,
  isIdeographic,
  mayBreak,
  noBreakSpace,
} from './line-breaks.js';
import { type Analysis, type Division, paragraphEnds } from './lines.js';

export interface TextStyle {
  readonly bold?: boolean | undefined;
  /** Whose Latin letters; left out: substitute, room enough for whatever the reader's machine sets. */
  readonly face?: Face | undefined;
}

/** Signs that a Chinese font sets an em wide, and Arial narrower: which is taken depends on the text around them. */
const wideInChinese = new Set('‘’“”…—·×÷±°→←↑↓≥≤≈≠‰§');
const zeroWidth = /^(?:\p{Cc}|\p{Mn}|\p{Me}|\p{Cf}|[\u{1F3FB}-\u{1F3FF}])$/u;
const halfwidth = /[\uFF61-\uFFDC]/;
const hanzi = /\p{Script=Han}/u;
/** Text of Office files is set by the reader's machine; only what is drawn here knows its font. */
const usual: Face = 'substitute';

/** Width of one code point in em. */
function widthOf(character: string, style: TextStyle, chinese: boolean): number {
  const face = style.face ?? usual;
  if (zeroWidth.test(character)) return 0;
  if (chinese && wideInChinese.has(character)) return 1;
  if (isIdeographic(character)) return halfwidth.test(character) ? 0.5 : 1;
  const weight = style.bold ? 'bold' : 'regular';
  const code = character.codePointAt(0) as number;
  // A sign that neither font has is drawn by a third: an em is enough for nearly all of them.
  return advanceOf(code, face, weight) ?? advanceOf(code, 'arial', weight) ?? 1;
}

/** Layouts try the same text at many sizes and widths; what does not depend on those is kept. */
const analysed = new Map<string, Analysis>();
const mostAnalysed = 2000;

function analyse(text: string, style: TextStyle): Analysis {
  const key = `${style.face ?? usual} ${style.bold ? 1 : 0} ${text}`;
  const known = analysed.get(key);
  if (known) return known;
  const pieces = clusters(text);
  const chinese = hanzi.test(text);
  const chances: boolean[] = [];
  let quantity = false;
  for (const [index, piece] of pieces.entries()) {
    chances.push(
      index > 0 && mayBreak(pieces[index - 2], pieces[index - 1] as string, piece, quantity, chinese),
    );
    quantity = endsQuantity(piece, quantity);
  }
  const widths = pieces.map((piece) => {
    let width = 0;
    for (const character of piece) width += widthOf(character, style, chinese);
    return width;
  });
  const width = widths.reduce((sum, each) => sum + each, 0);
  const divisions = pieces.map((piece, index): Division | undefined => {
    const before = pieces[index - 1];
    if (before === noBreakSpace && piece !== noBreakSpace) return 'blank';
    if (piece === divisionMark || before !== divisionMark) return undefined;
    return pieces[index - 2] === divisionMark ? 'joint' : 'syllable';
  });
  const analysis = { pieces, widths, chances, divisions, blanks: pieces.map(isBlank), width };
  if (analysed.size >= mostAnalysed) analysed.clear();
  analysed.set(key, analysis);
  return analysis;
}

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

const lineBreak = /\r\n|\n|\r/;

export interface LineEnd {
  /** Offset in the text, behind the line and what hangs over its edge, a line break included. */
  readonly at: number;
  /** Whether a hyphen is set there. */
  readonly divided: boolean;
}

/** Where the lines of `breakLines` end. */
export function lineEnds(text: string, width: number, size: number, style: TextStyle = {}): LineEnd[] {
  const ends: LineEnd[] = [];
  let start = 0;
  for (const paragraph of text.split(lineBreak)) {
    const analysis = analyse(paragraph, style);
    for (const { at, divided } of paragraphEnds(analysis, width / size, hyphenWidth(style)))
      ends.push({ at: start + at, divided });
    start += paragraph.length;
    const broken = /^(?:\r\n|\n|\r)/.exec(text.slice(start, start + 2))?.[0].length ?? 0;
    const last = ends.pop() as LineEnd;
    ends.push({ ...last, at: last.at + broken });
    start += broken;
  }
  return ends;
}

const hyphenWidth = (style: TextStyle): number => widthOf('-', style, false);

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
  { dividing }: { dividing?: 'words' | 'words and figures' } = {},
): number {
  const { pieces, widths, chances, blanks, divisions } = analyse(text, style);
  const hyphen = hyphenWidth(style);
  let widest = 0;
  let used = 0;
  for (const [index, width] of widths.entries()) {
    if (chances[index] || pieces[index] === '\n') used = 0;
    else if (dividing && divisions[index] && (divisions[index] !== 'blank' || dividing !== 'words')) {
      widest = Math.max(widest, used + (divisions[index] === 'blank' ? 0 : hyphen));
      used = 0;
    }
    if (!blanks[index]) used += width;
    widest = Math.max(widest, used);
  }
  return widest * size;
}

/**
 * The characters of a text for which no bundled font has a glyph, each once, in order: a chart would show boxes in
 * their place. Blanks and invisible signs are never missing.
 */
export function missingGlyphs(text: string): string[] {
  const missing = new Set<string>();
  for (const character of text) {
    if (zeroWidth.test(character) || /\s/u.test(character)) continue;
    if (!isCovered(character.codePointAt(0) as number)) missing.add(character);
  }
  return [...missing];
}
