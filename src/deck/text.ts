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

/** A last line shorter than this part of the width looks left over. */
const shortLine = 0.36;

/** How much the last lines of paragraphs look left over: 0 when none does. */
function raggedness(paragraphs: readonly Paragraph[], width: number): number {
  return paragraphs.reduce((sum, paragraph) => {
    const lines = linesOf(paragraph, width);
    if (lines.length < 2) return sum;
    const bold = paragraph.runs.some((run) => run.bold);
    const last = textWidth(lines.at(-1) ?? '', paragraph.size, { bold }) / pointsPerInch / width;
    return sum + Math.max(0, shortLine - last);
  }, 0);
}

/**
 * The width at which the fewest paragraphs end in a line with a word or two: a little narrower than what is wanted, or
 * wider where there is room. No paragraph gets more lines by it.
 *
 * @param width inches, as wanted
 * @param bounds inches that it must keep, and may take
 */
export function settledWidth(
  paragraphs: readonly Paragraph[],
  width: number,
  { least = width * 0.72, most = width }: { least?: number; most?: number } = {},
): number {
  const count = (at: number): number => paragraphs.reduce((sum, each) => sum + linesOf(each, at).length, 0);
  const lines = count(width);
  const step = width * 0.02;
  let best = width;
  let smallest = raggedness(paragraphs, width);
  if (smallest === 0) return width;
  const consider = (at: number): void => {
    const ragged = raggedness(paragraphs, at);
    if (ragged >= smallest - 1e-9) return;
    smallest = ragged;
    best = at;
  };
  for (let at = width - step; at >= least && count(at) <= lines; at -= step) consider(at);
  for (let at = width + step; at <= most; at += step) consider(at);
  return best;
}
