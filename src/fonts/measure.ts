/**
 * Layer 1. How wide text becomes and where its lines end, without a canvas: from the advance widths of the fonts.
 * Decks and summaries name Arial and Microsoft YaHei, which may not be bundled; a reader without them sees others. So
 * Latin is measured as the wider of Arial (Arimo has its widths) and DejaVu Sans, what Linux puts in its place, and
 * every hanzi is one em wide in any Chinese font. Kerning is left out, which errs to the wide side.
 */
import { advanceOf, type Face, isCovered } from './advances.js';
import { clusters, endsQuantity, isBlank, isIdeographic, mayBreak } from './line-breaks.js';

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

/** A text as line breaking sees it: pieces, their widths in em, and before which of them a line may end. */
interface Analysis {
  readonly pieces: readonly string[];
  readonly widths: readonly number[];
  readonly chances: readonly boolean[];
  readonly blanks: readonly boolean[];
  readonly width: number;
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
    chances.push(index > 0 && mayBreak(pieces[index - 2], pieces[index - 1] as string, piece, quantity));
    quantity = endsQuantity(piece, quantity);
  }
  const widths = pieces.map((piece) => {
    let width = 0;
    for (const character of piece) width += widthOf(character, style, chinese);
    return width;
  });
  const width = widths.reduce((sum, each) => sum + each, 0);
  const analysis = { pieces, widths, chances, blanks: pieces.map(isBlank), width };
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

/** Rounding of sums of floats must not push a text that fits exactly onto a second line. */
const tolerance = 1e-6;

/**
 * Breaks a text into lines no wider than `width` (same unit as `size`). Lines end at blanks, after hyphens within words
 * and between Chinese characters; punctuation keeps to its side; a number keeps its unit. A word wider than the line is
 * torn, as the last resort. Line breaks in the text are kept; the blanks at which a line ends are not part of any line.
 *
 * @returns at least one line, so that a text of nothing still takes its place
 */
export function breakLines(text: string, width: number, size: number, style: TextStyle = {}): string[] {
  return text.split(/\r\n|\n|\r/).flatMap((paragraph) => breakParagraph(paragraph, width / size, style));
}

function breakParagraph(text: string, room: number, style: TextStyle): string[] {
  const { pieces, widths, chances, blanks } = analyse(text, style);
  const lines: string[] = [];
  let start = 0;
  /** The last piece before which this line may end. */
  let chance = -1;
  let used = 0;
  for (const [index, width] of widths.entries()) {
    if (index > start && chances[index]) chance = index;
    used += width;
    // Blanks at the end of a line hang over its edge.
    if (used <= room + tolerance || blanks[index]) continue;
    while (used > room + tolerance && index > start) {
      const end = chance > start ? chance : index;
      lines.push(pieces.slice(start, end).join(''));
      start = end;
      used = 0;
      for (let next = start; next <= index; next += 1) used += widths[next] as number;
    }
  }
  lines.push(pieces.slice(start).join(''));
  return lines.map(trimEnd);
}

/** Without the blanks at its end. */
function trimEnd(line: string): string {
  let end = line.length;
  while (end > 0 && isBlank(line[end - 1] as string)) end -= 1;
  return line.slice(0, end);
}

/** Width of the widest piece of a text that no line break parts: in a narrower box, a word is torn. */
export function unbreakableWidth(text: string, size: number, style: TextStyle = {}): number {
  const { pieces, widths, chances, blanks } = analyse(text, style);
  let widest = 0;
  let used = 0;
  for (const [index, width] of widths.entries()) {
    if (chances[index] || pieces[index] === '\n') used = 0;
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
