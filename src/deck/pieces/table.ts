/** Layer 3. A native table: columns as wide as their content asks for, a header row, hairlines between rows. */
import type { Block, Inline } from '../../document/document.js';
import type { TablePart } from '../continuation/divide.js';
import { paragraph, plainText, toRuns } from '../inline.js';
import type { Cell, Insets, Paragraph, TableShape } from '../model.js';
import type { Piece } from '../piece.js';
import { sizeAt } from '../style.js';
import { columnWidths, type TextWidths, widthsIn } from '../table-columns.js';
import { linesOf, pointsPerInch, roomFor, wordHarm } from '../text.js';

type Table = Extract<Block, { kind: 'table' }>;

const insets: Insets = { left: 0.12, right: 0.12, top: 0.075, bottom: 0.075 };
/**
 * Lines are counted at this part of a cell's width: other programs break earlier where Latin letters and figures stand
 * among hanzi, and in a table of many rows no spare line makes up for that.
 */
const safely = 0.94;
/** Rows may grow by this to fill the slide. */
const mostStretch = 1.6;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

export function table(block: Table): Piece {
  const name = 'Table';
  const { columns } = block as TablePart;
  const head = widthsIn([block.header], 'cellHead');
  const body = columns ?? widthsIn(block.rows, 'cell');
  const count = Math.max(block.header.length, body.length);
  const cellsOf = (
    row: readonly (readonly Inline[])[],
    style: 'cell' | 'cellHead',
    scale: number,
  ): Paragraph[] =>
    Array.from({ length: count }, (_, index) =>
      paragraph(toRuns(row[index] ?? [], style), style, scale, { align: block.align[index] ?? 'left' }),
    );
  const measure = (width: number, scale: number) => {
    const rows = [
      cellsOf(block.header, 'cellHead', scale),
      ...block.rows.map((row) => cellsOf(row, 'cell', scale)),
    ];
    const around = insets.left + insets.right;
    const indices = Array.from({ length: count }, (_, index) => index);
    const widest = (index: number, what: keyof TextWidths): number =>
      Math.max(
        (head[index]?.[what] ?? 0) * sizeAt('cellHead', scale),
        (body[index]?.[what] ?? 0) * sizeAt('cell', scale),
      );
    const least = indices.map((index) => widest(index, 'word') + around);
    // Words are divided only where whole ones do not fit beside each other.
    const whole = sum(least) < width;
    const parts = indices.map((index) => widest(index, 'part') + around);
    const wanted = indices.map((index) => Math.min(widest(index, 'line'), width * 0.6) + around);
    const widths = columnWidths(whole ? least : parts, wanted, width);
    const heights = rows.map((row) =>
      Math.max(
        ...row.map((cell, index) => {
          const inner = (widths[index] as number) - around;
          return (
            (linesOf(cell, inner * safely, 'substitute').length * cell.leading) / pointsPerInch +
            insets.top +
            insets.bottom
          );
        }),
      ),
    );
    const tooWide = Math.max(
      ...rows.flatMap((row) =>
        row.map((cell, index) => roomFor([cell], widths[index] as number, insets).tooWide),
      ),
    );
    const spare = (rows[1]?.[0] ?? rows[0]?.[0])?.leading ?? 0;
    const height = heights.reduce((total, each) => total + each, 0);
    const divided = sum(parts) < width ? wordHarm.divided : wordHarm.torn;
    const torn = whole ? wordHarm.whole : divided;
    return { rows, widths, heights, height, spare: spare / pointsPerInch, tooWide, torn };
  };
  return {
    name,
    space: 0.3,
    floats: true,
    need(width, scale) {
      const { height, spare, tooWide, torn } = measure(width, scale);
      return { height: height + spare, most: height * mostStretch + spare, tooWide, torn };
    },
    place(box, scale): TableShape[] {
      const { rows, widths, heights, height, spare } = measure(box.w, scale);
      const stretch = Math.max(1, Math.min(mostStretch, (box.h - spare) / height));
      const last = rows.length - 1;
      return [
        {
          kind: 'table',
          name,
          box: { ...box, h: height * stretch },
          columns: widths,
          rows: rows.map((row, index) => ({
            height: (heights[index] as number) * stretch,
            cells: row.map(
              (cell): Cell => ({
                paragraph: cell,
                ...(index === 0 && { fill: 'surface' }),
                ruleBelow:
                  index === 0 || index === last
                    ? { colour: 'primary', width: 1 }
                    : { colour: 'line', width: 0.75 },
              }),
            ),
          })),
          insets,
          alt: block.header.map(plainText).filter(Boolean).join(' · '),
        },
      ];
    },
  };
}
