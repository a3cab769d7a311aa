/** Layer 3. The grid of a 16:9 slide: twelve columns, fixed bands for title, content, sources and footer. Inches. */
import type { Box } from './model.js';

/** 16:9 at PowerPoint's size, 12192000 × 6858000 EMU. */
export const slide = { w: 12192000 / 914400, h: 7.5 } as const;

const margin = 0.6;
export const gutter = 0.2;
const columnCount = 12;
const column = (slide.w - 2 * margin - (columnCount - 1) * gutter) / columnCount;

/** Width of so many columns with the gutters between them. */
export const span = (columns: number): number => columns * column + (columns - 1) * gutter;

/** Left edge of a column, counted from 1. */
export const columnLeft = (number: number): number => margin + (number - 1) * (column + gutter);

export interface Bands {
  /** Behind the title, where the brand has such a band. */
  readonly band?: Box | undefined;
  readonly rule: Box;
  readonly title: Box;
  readonly content: Box;
  readonly sources: Box;
  readonly footerRule: Box;
  readonly footer: Box;
  readonly number: Box;
}

/**
 * The bands of a deck's slides: the same on all of them, so that nothing jumps from one to the next. Where every title
 * of the deck is one line, the content begins higher.
 */
export function bandsFor(titleLines: 1 | 2): Bands {
  const full = { x: margin, w: span(columnCount) };
  const top = titleLines === 1 ? 1.6 : 1.95;
  return {
    rule: { ...full, y: 0.5, h: 0 },
    title: { ...full, y: 0.64, h: titleLines === 1 ? 0.6 : 1.02 },
    content: { ...full, y: top, h: 6.4 - top },
    sources: { ...full, y: 6.5, h: 0.36 },
    footerRule: { ...full, y: 6.98, h: 0 },
    footer: { x: margin, y: 7.04, w: span(10), h: 0.22 },
    number: { x: columnLeft(11), y: 7.04, w: span(2), h: 0.22 },
  };
}

/** The cover has bands of its own. */
export const coverBands = {
  accent: { x: columnLeft(1), y: 0.68, w: span(1), h: 0.06 },
  kicker: { x: columnLeft(1), y: 0.88, w: span(8), h: 0.5 },
  title: { x: columnLeft(1), y: 1.9, w: span(9), h: 2.2 },
  subtitle: { x: columnLeft(1), y: 4.4, w: span(9), h: 1.6 },
  meta: { x: columnLeft(1), y: 6.45, w: span(8), h: 0.42 },
  panel: { x: columnLeft(11), y: 0, w: slide.w - columnLeft(11), h: slide.h },
  strip: { x: columnLeft(11) - gutter / 2 - 0.04, y: 0, w: 0.04, h: slide.h },
} as const satisfies Record<string, Box>;

/** So has a divider. */
export const sectionBands = {
  panel: { x: 0, y: 0, w: columnLeft(2) - gutter, h: slide.h },
  accent: { x: columnLeft(2), y: 3.86, w: span(1), h: 0.06 },
  title: { x: columnLeft(2), y: 1.5, w: span(10), h: 2.2 },
  text: { x: columnLeft(2), y: 4.2, w: span(9), h: 2.2 },
  number: { x: columnLeft(11), y: 7.04, w: span(2), h: 0.22 },
} as const satisfies Record<string, Box>;

/** A part of a band, from one column to another, both counted from 1 and included. */
export function betweenColumns(band: Box, from: number, to: number): Box {
  return { ...band, x: columnLeft(from), w: span(to - from + 1) };
}

/** Boxes side by side over the whole width, with `gap` between them. */
export function sideBySide(box: Box, count: number, gap: number): Box[] {
  const w = (box.w - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({ ...box, x: box.x + index * (w + gap), w }));
}

/** How many stand in each row when so many are shared out over rows of at most `perRow`: the longer rows first. */
export function balancedRows(count: number, perRow: number, leastRows = 1): number[] {
  const rows = Math.max(leastRows, Math.ceil(count / perRow));
  const least = Math.floor(count / rows);
  return Array.from({ length: rows }, (_, row) => (row < count - least * rows ? least + 1 : least));
}

/** Things in rows of at most so many, in their order. */
export function inRows<T>(things: readonly T[], perRow: number): T[][] {
  let from = 0;
  return balancedRows(things.length, perRow).map((count) => {
    from += count;
    return things.slice(from - count, from);
  });
}

/** What comes of as many side by side as may be, or of fewer where a word would be too wide among so many. */
export function widestRows<T extends { readonly tooWide: number }>(
  most: number,
  at: (perRow: number) => T,
): T {
  for (let perRow = most; perRow > 1; perRow -= 1) {
    const measured = at(perRow);
    if (measured.tooWide === 0) return measured;
  }
  return at(1);
}

/** The largest box of the given proportions inside another: at its left, or in its middle. */
export function contain(
  box: Box,
  proportions: { width: number; height: number },
  at: 'left' | 'middle',
): Box {
  const scale = Math.min(box.w / proportions.width, box.h / proportions.height);
  const w = proportions.width * scale;
  const h = proportions.height * scale;
  return { x: at === 'left' ? box.x : box.x + (box.w - w) / 2, y: box.y, w, h };
}
