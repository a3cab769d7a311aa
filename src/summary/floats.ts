/**
 * Layer 3. Where a chart may stand among the text of its section. Kept where the template has it, heading, chart and the
 * first lines move on to the next page together and leave a third of one white; so a chart may also trail its text.
 */
import type { Grid } from './grid.js';
import { scaledTo } from './pictures.js';
import { referring } from './references.js';
import type { Content, FacingRow, Part } from './summary.js';

type Facing = Extract<Part, { readonly kind: 'facing' }>;

/** What a row's place depends on. Points. */
export interface Setting {
  readonly columns: 1 | 2;
  readonly grid: Grid;
  readonly textWidth: number;
  readonly columnWidth: number;
  /** Of contents below each other. */
  readonly heightOf: (contents: readonly Content[], width: number) => number;
}

/** With one language, of the text's width, for a chart that stands alone. */
const aloneShare = 0.55;
/** Of a picture's usual size, where that spares a page white paper. */
const smaller = 0.85;
/** More charts or paragraphs in a row are not tried in every way. */
const mostPlaces = 6;
const mostWays = 36;

/** The ways in which the rows may stand, the template's first. Charts keep their order. */
export function placements(part: Facing, setting: Setting): readonly (readonly FacingRow[])[] {
  if (!part.rows.some(({ figure }) => figure)) return [part.rows];
  let ways: FacingRow[][] = [[]];
  for (let at = 0; at < part.rows.length; ) {
    const row = part.rows[at] as FacingRow;
    at += 1;
    let choices: FacingRow[][] = [[row]];
    if (row.figure) {
      const next = part.rows.findIndex((other, index) => index >= at && !isText(other));
      const text = unitsOf(part.rows.slice(at, next === -1 ? undefined : next));
      // What leads to something that is no text stays with that.
      if (text.at(-1)?.at(-1)?.keepNext) text.pop();
      at += text.flat().length;
      choices = setting.columns === 1 ? besideText(row, text, setting) : amongText(row, text);
    }
    const all = ways.flatMap((way) => choices.map((choice) => [...way, ...choice]));
    // What is left out would begin as the ways that are kept.
    ways = all.length > mostWays ? ways.map((way) => [...way, ...(choices[0] ?? [])]) : all;
  }
  return ways;
}

/** Whether the two cells of a row hold one language: text beside its chart. */
export const isBeside = ({ cells }: FacingRow): boolean =>
  cells.length > 1 && new Set(cells.flat().map(({ language }) => language)).size === 1;

const isText = ({ cells, figure }: FacingRow): boolean =>
  !figure && cells.flat().every((content) => content.kind === 'paragraph');

/** Rows that a chart does not part: a list, and a lead with what follows it. */
function unitsOf(rows: readonly FacingRow[]): FacingRow[][] {
  const units: FacingRow[][] = [];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before && (before.keepNext || (listOf(before) !== undefined && listOf(before) === listOf(row))))
      units.at(-1)?.push(row);
    else units.push([row]);
  }
  return units;
}

function listOf({ cells }: FacingRow): number | undefined {
  const first = cells[0]?.[0];
  return first?.kind === 'paragraph' ? first.list?.instance : undefined;
}

/** Facing charts: before the text, or after so many of its paragraphs. */
function amongText(chart: FacingRow, text: readonly (readonly FacingRow[])[]): FacingRow[][] {
  const places = Math.min(text.length, mostPlaces);
  return Array.from({ length: places + 1 }, (_, place) => {
    const before = text.slice(0, place).flat();
    return [...after(before, chart), ...text.slice(place).flat()];
  });
}

/** With one language: beside the text, or beside the paragraphs after the first ones; alone where none are left. */
function besideText(
  chart: FacingRow,
  text: readonly (readonly FacingRow[])[],
  setting: Setting,
): FacingRow[][] {
  const places = Math.min(text.length, mostPlaces);
  return Array.from({ length: places + 1 }, (_, place) =>
    [1, smaller].map((scale) => {
      const before = text.slice(0, place).flat();
      const rest = text.slice(place);
      const width = rest.length === 0 ? setting.textWidth * aloneShare : setting.columnWidth;
      const rows = after(before, withPicture(chart, width * scale, setting));
      if (rest.length === 0) return rows;
      const shown = rows.at(-1)?.cells[0] ?? [];
      const height = setting.heightOf(shown, setting.columnWidth);
      let count = 0;
      for (let used = 0; count < rest.length; count += 1) {
        used += setting.heightOf(contentsOf(rest[count] ?? []), setting.columnWidth);
        if (count > 0 && used > height) break;
      }
      const beside = rest.slice(0, count).flat();
      const row: FacingRow = { cells: [contentsOf(beside), shown], keepNext: false };
      return [...rows.slice(0, -1), row, ...rest.slice(count).flat()];
    }),
  ).flat();
}

const after = (text: readonly FacingRow[], chart: FacingRow): FacingRow[] =>
  text.length > 0 ? referring(text, chart) : [chart];

const contentsOf = (rows: readonly FacingRow[]): Content[] => rows.flatMap(({ cells }) => cells[0] ?? []);

function withPicture(row: FacingRow, width: number, { grid }: Setting): FacingRow {
  const scaled = (content: Content): Content =>
    content.kind === 'picture' ? scaledTo(content, width, grid) : content;
  return { ...row, cells: row.cells.map((cell) => cell.map(scaled)) };
}
