/** Layer 2. Horizontal bars and blocks with their names: beside the marks or above them. Pure. */
import { unbreakableWidth } from '../fonts/measure.js';
import type { Style } from './frame.js';
import { type PlacedText, place, type Rect, setText, type TextBlock } from './placed-text.js';

export interface Rows {
  readonly labels: readonly PlacedText[];
  /** The rows' marks: as high as all rows, so that chart.js's categories fall on `centres`. */
  readonly plot: Rect;
  /** Vertical middle of each mark. */
  readonly centres: readonly number[];
  readonly thickness: number;
  readonly fits: boolean;
}

interface RowsRequest {
  /** One name per row; `extra` is set in bold below it. */
  readonly names: readonly { readonly text: string; readonly extra?: string | undefined }[];
  readonly area: Rect;
  readonly style: Style;
  /** Smallest width that the marks need. */
  readonly marks: number;
  readonly colour: string;
  /** Height of the tallest text beside a mark, which may be more than the mark's own. */
  readonly beside?: number;
  /** Thickest a mark may get. */
  readonly thickest: number;
}

/** Of a chart's width, what names take, and what they may take where a long word would be torn. */
const forNames = 0.36;
const mostForNames = 0.42;
/** Of a row's height, what its mark may take. */
const mostOfRow = 0.56;
/** From one mark to the next, in thicknesses of the thickest: farther apart, few rows no longer look like one chart. */
const farthest = 2.4;

/** Of the height that rows leave free, what stands above them. */
const aboveRows = 0.3;

/** Rows of equal height that fill the area, as far as that keeps them together. */
export function layoutRows(request: RowsRequest): Rows {
  return request.style.names === 'beside' ? rowsBeside(request) : rowsAbove(request);
}

function setNames({ names, style }: RowsRequest, width: number): TextBlock[][] {
  return names.map(({ text, extra }) => [
    setText(text, style.label, width),
    ...(extra ? [setText(extra, style.value, width)] : []),
  ]);
}

const heightOf = (blocks: readonly TextBlock[]): number =>
  blocks.reduce((sum, block) => sum + block.height, 0);
const highest = (names: readonly TextBlock[][]): number => Math.max(0, ...names.map(heightOf));

/** Whether each word of the names stands whole in this width. */
const untorn = ({ names, style }: RowsRequest, width: number): boolean =>
  names.every(
    ({ text }) =>
      unbreakableWidth(text, style.label.size, style.label, { dividing: 'words' }) <= width + 0.01,
  );

function placeNames(
  names: readonly TextBlock[][],
  x: number,
  tops: readonly number[],
  colour: string,
): PlacedText[] {
  return names.flatMap((blocks, row) => {
    let y = tops[row] as number;
    return blocks.map((block) => {
      const placed = place(block, { x, y }, 'label', colour);
      y += block.height;
      return placed;
    });
  });
}

function rowsBeside(request: RowsRequest): Rows {
  const { area, style, colour, thickest, beside = 0 } = request;
  const gap = style.step * 2.5;
  const roomOf = (share: number): number => Math.min(area.width * share, area.width - request.marks - gap);
  const room = roomOf(untorn(request, roomOf(forNames)) ? forNames : mostForNames);
  const names = setNames(request, Math.max(room, style.label.size));
  const nameWidth = Math.max(0, ...names.flat().map((block) => block.width));
  const count = request.names.length;
  const least = Math.max(highest(names), beside, style.label.size * 1.2) + style.step * 1.25;
  const pitch = Math.max(least, Math.min(area.height / count, thickest * farthest));
  const thickness = Math.min(thickest, pitch * mostOfRow);
  const x = area.x + nameWidth + gap;
  const y = area.y + Math.max(0, area.height - pitch * count) * aboveRows;
  const centres = request.names.map((_, row) => y + (row + 0.5) * pitch);
  const tops = names.map((blocks, row) => (centres[row] as number) - heightOf(blocks) / 2);
  return {
    labels: placeNames(names, area.x, tops, colour),
    plot: { x, y, width: area.x + area.width - x, height: pitch * count },
    centres,
    thickness,
    fits: least * count <= area.height + 0.01 && untorn(request, room),
  };
}

function rowsAbove(request: RowsRequest): Rows {
  const { area, style, colour, thickest, beside = 0 } = request;
  const names = setNames(request, area.width);
  const count = request.names.length;
  const nameHeight = highest(names);
  const thinnest = style.label.size * 0.65;
  const [toName, toNext] = [style.step * 0.5, style.step * 1.25];
  const least = nameHeight + toName + Math.max(thinnest, beside) + toNext;
  const even = Math.max(least, (area.height + toNext) / count);
  // What is to spare goes to the marks first, then between the rows, so that the last mark ends where the area does.
  const thickness = Math.min(thickest, thinnest + (even - least) * mostOfRow);
  const band = Math.max(thickness, beside);
  const row = nameHeight + toName + band;
  const spread = count > 1 ? (Math.max(area.height, least * count - toNext) - row) / (count - 1) : even;
  // The plot has half of a pitch above the first mark and below the last, and lies within the chart.
  const toFirst = nameHeight + toName + band / 2;
  const within = (style.height - area.y - toFirst) / (count - 0.5);
  const wanted = Math.min(spread, row + thickest * (farthest - 1), within);
  const pitch = Math.max(Math.min(least, spread), wanted);
  const free = Math.min(
    area.height - row - pitch * (count - 1),
    style.height - area.y - toFirst - pitch * (count - 0.5),
  );
  const first = area.y + toFirst + Math.max(0, free) * aboveRows;
  const centres = request.names.map((_, index) => first + index * pitch);
  const tops = names.map((blocks, row) => (centres[row] as number) - band / 2 - toName - heightOf(blocks));
  return {
    labels: placeNames(names, area.x, tops, colour),
    plot: { x: area.x, y: first - pitch / 2, width: area.width, height: pitch * count },
    centres,
    thickness,
    fits:
      least * count - toNext <= area.height + 0.01 && pitch <= within + 0.01 && untorn(request, area.width),
  };
}
