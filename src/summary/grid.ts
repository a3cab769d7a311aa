/**
 * Layer 3. The baseline grid: one line pitch for running text, lists and captions, and half a line for the space
 * between paragraphs. All that stands in the flow takes a whole number of half lines, so that the base lines of facing
 * columns, and of whole pages, fall on one grid. Footnotes, margins and the annex have a pitch of their own.
 */
import { pitches } from './sizes.js';
import type { Part } from './summary.js';

/** Points. */
export interface Grid {
  /** From base line to base line. */
  readonly pitch: number;
  /** The grid's unit: what space there is, is a multiple of it. */
  readonly half: number;
}

/** @param columns languages side by side */
export function gridFor(columns: number): Grid {
  const pitch = columns === 1 ? pitches.textAlone : pitches.text;
  return { pitch, half: pitch / 2 };
}

/** The least number of half lines that holds a height, in points. */
export function onGrid(height: number, { half }: Grid): number {
  // What floats leave over a whole number is no half line more.
  return Math.ceil(height / half - 1e-6) * half;
}

/** Between two tables Word wants a paragraph; where it is not meant as space, it is as low as can be. */
export const hairHeight = 1;

/** Whether half a line stands after a part: after a table, its last rule included, which no row's height holds. */
export const parted = ({ kind }: Part): boolean => kind === 'table' || kind === 'strip';
