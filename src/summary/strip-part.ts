/** Layer 3. Key figures and steps of a chain: side by side over the full width, both languages in each cell. */
import type { Document, Inline, Step, Tile } from '../document/document.js';
import type { Footnotes } from './footnotes.js';
import { twipsPerPoint } from './geometry.js';
import { lineWidth } from './line-width.js';
import { runsOf, textOf } from './runs.js';
import { sizes } from './sizes.js';
import type { Paragraph, ParagraphRole, Part, Run } from './summary.js';

type Cell = readonly Paragraph[];

/** @param sides the tiles of each language */
export function tilesPart(
  documents: readonly Document[],
  sides: readonly (readonly Tile[])[],
  notes: Footnotes,
  textWidthTwips: number,
): Extract<Part, { readonly kind: 'strip' }> {
  const write = writer(documents, notes);
  const cells = (sides[0] ?? []).map((_, index) =>
    sides.flatMap((tiles, side) => [
      write(side, 'tileValue', tiles[index]?.value ?? []),
      write(side, 'tileLabel', tiles[index]?.label ?? []),
    ]),
  );
  return { kind: 'strip', look: 'tiles', rows: fitValues(rowsOf(cells), textWidthTwips) };
}

/** @param sides the steps of each language, or the events of a timeline, which are not numbered */
export function processPart(
  documents: readonly Document[],
  sides: readonly (readonly Step[])[],
  notes: Footnotes,
  numbered = true,
): Extract<Part, { readonly kind: 'strip' }> {
  const write = writer(documents, notes);
  const cells = (sides[0] ?? []).map((_, index) =>
    sides.flatMap((steps, side) => {
      const { language } = documents[side] as Document;
      const number: Run = { kind: 'text', text: `${index + 1}\u2002`, language, strong: true };
      const step = steps[index];
      return [
        write(side, 'stepTitle', step?.title ?? [], side === 0 && numbered ? [number] : []),
        ...(step && step.body.length > 0 ? [write(side, 'stepBody', step.body)] : []),
      ];
    }),
  );
  return { kind: 'strip', look: 'process', rows: rowsOf(cells) };
}

function writer(documents: readonly Document[], notes: Footnotes) {
  return (
    side: number,
    role: ParagraphRole,
    content: readonly Inline[],
    before: readonly Run[] = [],
  ): Paragraph => {
    const { language } = documents[side] as Document;
    const runs = [...before, ...runsOf(content, language, notes.sides[side])];
    return { kind: 'paragraph', role, side: side === 0 ? 0 : 1, language, runs };
  };
}

/** At most five in a row, and rows as equal as can be; missing cells are filled up, since a table's rows are even. */
function rowsOf(cells: readonly Cell[]): Cell[][] {
  const rowCount = Math.ceil(cells.length / (cells.length === 5 ? 5 : 4));
  const perRow = Math.ceil(cells.length / Math.max(1, rowCount));
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: perRow }, (_, column) => cells[row * perRow + column] ?? []),
  );
}

/** Sizes that a key figure may take, so that it stays on one line. */
const valueSizes = {
  0: [sizes.tileValue, 14, 13, 12, 11],
  1: [sizes.tileValueSecond, 9.5, 9, 8.5, 8],
} as const;
/** Padding of a cell, both sides together, in points. */
const padding = 12;

/** All values of one language take the largest size at which each fits its cell, or the smallest there is. */
function fitValues(rows: readonly (readonly Cell[])[], textWidthTwips: number): Cell[][] {
  const room = textWidthTwips / twipsPerPoint / (rows[0]?.length ?? 1) - padding;
  const values = rows.flat(2).filter(({ role }) => role === 'tileValue');
  const sizeOf = (side: 0 | 1): number => {
    const texts = values.filter((value) => value.side === side).map(({ runs }) => textOf(runs));
    const fits = (size: number) => texts.every((text) => lineWidth(text, size, true) <= room);
    return valueSizes[side].find(fits) ?? (valueSizes[side].at(-1) as number);
  };
  const fitted = { 0: sizeOf(0), 1: sizeOf(1) };
  return rows.map((row) =>
    row.map((cell) =>
      cell.map((value) => (value.role === 'tileValue' ? { ...value, size: fitted[value.side] } : value)),
    ),
  );
}
