/** Layer 3. Tables of data: two languages in one table, since a reader compares rows, not languages. */
import type { Block, Document, Inline } from '../document/document.js';
import type { Footnotes } from './footnotes.js';
import { lineWidth } from './line-width.js';
import { runsOf, textOf } from './runs.js';
import { sizes } from './sizes.js';
import type { Paragraph, ParagraphRole, Part, Run } from './summary.js';

type TableBlock = Extract<Block, { readonly kind: 'table' }>;
export type Cell = readonly Paragraph[];

/** Padding of a cell, both sides together, in points. */
const padding = 12;

/**
 * @param sides the same table in each language
 * @param textWidthTwips the width to fill
 */
export function tablePart(
  documents: readonly Document[],
  sides: readonly TableBlock[],
  notes: Footnotes,
  name: string,
  textWidthTwips: number,
): Extract<Part, { readonly kind: 'table' }> {
  const [first] = sides as readonly [TableBlock];
  const cell = (contents: readonly (readonly Inline[])[], role: ParagraphRole): Cell =>
    unite(
      contents.map((content, side): Paragraph => {
        const { language } = documents[side] as Document;
        const runs = runsOf(content, language, role === 'cell' ? notes.sides[side] : undefined);
        return { kind: 'paragraph', role, side: side === 0 ? 0 : 1, language, runs };
      }),
    );
  const header = first.header.map((_, column) =>
    cell(
      sides.map((side) => side.header[column] ?? []),
      'columnHead',
    ),
  );
  const rows = first.rows.map((row, index) =>
    row.map((_, column) =>
      cell(
        sides.map((side) => side.rows[index]?.[column] ?? []),
        'cell',
      ),
    ),
  );
  return {
    kind: 'table',
    align: first.align,
    header,
    rows,
    widths: columnWidths([header, ...rows], textWidthTwips),
    name,
    description: header.map((paragraphs) => textOf(paragraphs[0]?.runs ?? [])).join(' · '),
  };
}

/** Languages that say the same, "42.5%" twice, say it once; the footnotes of both stay. */
export function unite(paragraphs: readonly Paragraph[]): Cell {
  const [left, right] = paragraphs;
  if (!left || !right || textOf(left.runs) !== textOf(right.runs)) return paragraphs;
  const notes = right.runs.filter((run) => run.kind === 'note');
  // A thin space, or notes 1 and 2 would read as 12.
  const gap: Run[] = notes.length > 0 ? [{ kind: 'text', text: '\u2009', language: left.language }] : [];
  return [{ ...left, runs: [...left.runs, ...gap, ...notes] }];
}

/**
 * Twips for each column. Where all texts fit on one line, a column whose longest text fits into its even share takes
 * what that text needs, and the others share what is left in proportion. Otherwise no column is wider than another that
 * lacks room: long names break over lines before short figures do.
 */
function columnWidths(rows: readonly (readonly Cell[])[], total: number): number[] {
  const count = rows[0]?.length ?? 0;
  const natural = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => Math.max(...(row[column] ?? []).map(widthOf), 0))),
  ).map((points) => Math.ceil((points + padding) * 20 * 1.02));
  if (natural.reduce((sum, width) => sum + width, 0) > total) return levelled(natural, total);
  const narrow = natural.map((width) => width <= total / count);
  const sum = (of: (index: number) => boolean): number =>
    natural.reduce((result, width, index) => result + (of(index) ? width : 0), 0);
  const rest = total - sum((index) => narrow[index] === true);
  const wide = sum((index) => narrow[index] !== true);
  const widths = natural.map((width, index) => {
    if (wide === 0) return Math.floor((width / sum(() => true)) * total);
    return narrow[index] ? width : Math.floor((width / wide) * rest);
  });
  // What rounding lost goes to the last column, so that the grid fills the text's width exactly.
  const last = widths.length - 1;
  if (last >= 0)
    widths[last] = (widths[last] as number) + total - widths.reduce((result, width) => result + width, 0);
  return widths;
}

/** Columns take what they need up to a level, which is as high as the total allows; together they need more than that. */
function levelled(natural: readonly number[], total: number): number[] {
  let level = total / natural.length;
  for (;;) {
    const modest = natural.filter((width) => width <= level);
    const rest = total - modest.reduce((sum, width) => sum + width, 0);
    const next = Math.floor(rest / (natural.length - modest.length));
    if (next <= level) break;
    level = next;
  }
  const widths = natural.map((width) => Math.floor(Math.min(width, level)));
  const widest = widths.indexOf(Math.max(...widths));
  widths[widest] = (widths[widest] as number) + total - widths.reduce((sum, width) => sum + width, 0);
  return widths;
}

function widthOf({ runs, side, role }: Paragraph): number {
  const notes = runs.filter((run) => run.kind === 'note').length;
  const size = side === 0 ? sizes.cell : sizes.cellSecond;
  return lineWidth(textOf(runs), size, role === 'columnHead') + notes * 7;
}
