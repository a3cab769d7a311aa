/** Layer 3. The columns of a table: what their texts ask for, and how a width is shared among them. */
import type { Inline } from '../document/document.js';
import { paragraph, toRuns } from './inline.js';
import { type StyleName, sizeAt } from './style.js';
import { widestPart, widestWord, widthOnOneLine } from './text.js';

/** The most that a text of a column takes, in inches for each point of the type. */
export interface TextWidths {
  /** Its widest word. */
  readonly word: number;
  /** The widest part of a word that is divided nowhere. */
  readonly part: number;
  /** All of it on one line. */
  readonly line: number;
}

type Row = readonly (readonly Inline[])[];

/** By the rows themselves, which nobody changes: fitting asks at every scale, and each slide of a long table. */
const known = new WeakMap<readonly Row[], { [style in StyleName]?: readonly TextWidths[] }>();

/** @returns for as many columns as the longest row has */
export function widthsIn(rows: readonly Row[], style: StyleName): readonly TextWidths[] {
  const widths = known.get(rows) ?? {};
  known.set(rows, widths);
  widths[style] ??= measured(rows, style);
  return widths[style];
}

function measured(rows: readonly Row[], style: StyleName): TextWidths[] {
  const widths: { -readonly [what in keyof TextWidths]: TextWidths[what] }[] = [];
  const size = sizeAt(style, 1);
  for (const row of rows)
    for (const [index, cell] of row.entries()) {
      const text = paragraph(toRuns(cell, style), style, 1);
      widths[index] ??= { word: 0, part: 0, line: 0 };
      const most = widths[index];
      most.word = Math.max(most.word, widestWord(text, 'substitute') / size);
      most.part = Math.max(most.part, widestPart(text, 'substitute') / size);
      most.line = Math.max(most.line, widthOnOneLine(text) / size);
    }
  return widths;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/**
 * Widths of columns that add up to `width`. Where all texts fit on one line, what is left goes to all in proportion.
 * Otherwise columns that ask for less than their even share get what they ask for, and the others share the rest by
 * what they could use; every column keeps room for its widest word as long as all have it.
 */
export function columnWidths(least: readonly number[], wanted: readonly number[], width: number): number[] {
  if (sum(wanted) <= width) return wanted.map((each) => (each * width) / sum(wanted));
  // Words wider than the table: the overflow is reported, the columns still add up.
  if (sum(least) >= width) return least.map((each) => (each * width) / sum(least));
  const settled = new Map<number, number>();
  const open = (): number[] => wanted.map((_, index) => index).filter((index) => !settled.has(index));
  const rest = (): number => width - sum([...settled.values()]);
  for (;;) {
    const share = rest() / open().length;
    const modest = open().filter((index) => (wanted[index] as number) <= share);
    if (modest.length === 0) break;
    for (const index of modest) settled.set(index, wanted[index] as number);
  }
  for (;;) {
    const all = sum(open().map((index) => wanted[index] as number));
    const room = rest();
    const part = (index: number): number => ((wanted[index] as number) * room) / all;
    const tight = open().filter((index) => part(index) < (least[index] as number));
    if (tight.length === 0) return wanted.map((_, index) => settled.get(index) ?? part(index));
    for (const index of tight) settled.set(index, least[index] as number);
  }
}
