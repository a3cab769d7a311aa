/** Layer 3. Sharing out a box: side by side, in rows that look balanced, and the largest of given proportions. */
import type { Box } from './model.js';

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
