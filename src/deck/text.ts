/**
 * Layer 3. How much room text takes. Lines are broken with the fonts' own widths; another program may still break one
 * line earlier, so every text that wraps, or nearly does, is given one spare line.
 */
import { breakLines, textWidth } from '../fonts/measure.js';
import { type Insets, noInsets, type Paragraph } from './model.js';

export const pointsPerInch = 72;

/** Text fuller than this may wrap elsewhere: another program's widths differ by a few per cent. */
const fullness = 0.94;

export interface Room {
  /** Inches that the lines take, without a spare one. */
  readonly lines: number;
  /** Inches to set aside: the lines and, where they might become one more, a spare line. */
  readonly height: number;
  /** Inches by which the widest word is wider than the box; 0 when all words fit. */
  readonly tooWide: number;
}

/** The lines of a paragraph at a width in inches. */
export function linesOf(paragraph: Paragraph, width: number): string[] {
  const indent = paragraph.bullet ? paragraph.bullet.indent * (paragraph.bullet.level + 1) : 0;
  return breakLines(textOf(paragraph), Math.max(1, width * pointsPerInch - indent), paragraph.size, {
    bold: paragraph.runs.some((run) => run.bold),
  });
}

/** A paragraph's text, line breaks included. */
export function textOf(paragraph: Paragraph): string {
  return paragraph.runs.map((run) => (run.breakBefore ? `\n${run.text}` : run.text)).join('');
}

/** Letters that stay together: no blank, no hyphen, no hanzi among them. */
const unbroken = /[^\s\-–\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]+/gu;

/** Inches of the widest word: a box narrower than it tears the word. */
export function widestWord(paragraph: Paragraph): number {
  const bold = paragraph.runs.some((run) => run.bold);
  let widest = 0;
  for (const [word] of textOf(paragraph).matchAll(unbroken)) {
    widest = Math.max(widest, textWidth(word, paragraph.size, { bold }));
  }
  return widest / pointsPerInch;
}

/**
 * Room that paragraphs take in a box of a width.
 *
 * @param width inches, insets included
 */
export function roomFor(paragraphs: readonly Paragraph[], width: number, insets: Insets = noInsets): Room {
  const inner = width - insets.left - insets.right;
  let points = 0;
  let spare = 0;
  let tooWide = 0;
  paragraphs.forEach((paragraph, index) => {
    const count = linesOf(paragraph, inner).length;
    points += count * paragraph.leading + (index > 0 ? paragraph.spaceBefore : 0);
    if (count > 1 || linesOf(paragraph, inner * fullness).length > 1)
      spare = Math.max(spare, paragraph.leading);
    const indent = paragraph.bullet ? paragraph.bullet.indent * (paragraph.bullet.level + 1) : 0;
    tooWide = Math.max(tooWide, widestWord(paragraph) - (inner - indent / pointsPerInch));
  });
  const around = insets.top + insets.bottom;
  return {
    lines: points / pointsPerInch + around,
    height: (points + spare) / pointsPerInch + around,
    tooWide: Math.max(0, tooWide),
  };
}

/** Inches of the whole text on one line. */
export function widthOnOneLine(paragraph: Paragraph): number {
  const bold = paragraph.runs.some((run) => run.bold);
  const lines = textOf(paragraph).split('\n');
  return Math.max(...lines.map((line) => textWidth(line, paragraph.size, { bold }))) / pointsPerInch;
}

/** Whether a text surely stays on one line. */
export function fitsOneLine(paragraph: Paragraph, width: number): boolean {
  return linesOf(paragraph, width * fullness).length === 1;
}

/**
 * Width at which the text has the same number of lines, but of about the same length: no line with a single word.
 *
 * @returns inches, at most `width`
 */
export function balancedWidth(paragraph: Paragraph, width: number): number {
  const count = linesOf(paragraph, width).length;
  if (count < 2 || count > 4) return width;
  let narrow = width / count;
  let wide = width;
  while (wide - narrow > 0.05) {
    const middle = (narrow + wide) / 2;
    if (linesOf(paragraph, middle).length <= count) wide = middle;
    else narrow = middle;
  }
  // Room for another program's widths, or the balance would turn into one more line.
  return Math.min(width, wide / fullness);
}
