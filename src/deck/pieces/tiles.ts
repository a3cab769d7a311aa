/** Layer 3. Key figures: a balanced grid of tiles, each a big value with its label below. */
import type { Tile } from '../../document/document.js';
import { gutter } from '../grid.js';
import { paragraph, toRuns } from '../inline.js';
import type { Box, Insets, Paragraph, TextShape } from '../model.js';
import type { Piece } from '../piece.js';
import { balancedRows, sideBySide, widestRows } from '../sharing.js';
import { largestSize, sizeAt, styles } from '../style.js';
import { roomFor, settledWidth, widthOnOneLine } from '../text.js';

const insets: Insets = { left: 0.22, right: 0.1, top: 0.2, bottom: 0.16 };
/** A tile narrower than this has no room for a value. */
const leastWidth = 2.2;
const mostHeight = 2.15;
/** More than these are not taken in at a glance: they go on over a next slide. */
export const mostTiles = 8;

const mostPerRow = (width: number): number =>
  Math.max(1, Math.min(4, Math.floor((width + gutter) / (leastWidth + gutter))));

/**
 * How many tiles each row has. Four make a square rather than a strip, six two rows of three.
 * @param perRow at most; fewer where a word needs a wider tile
 */
export function tileRows(count: number, width: number, perRow = mostPerRow(width)): number[] {
  return balancedRows(count, perRow, count >= 4 && width > 8 ? 2 : 1);
}

interface Grid {
  readonly boxes: readonly Box[];
  readonly rows: readonly number[];
}

function gridOf(count: number, box: Box, most: number): Grid {
  const rows = tileRows(count, box.w, most);
  const h = (box.h - gutter * (rows.length - 1)) / rows.length;
  const boxes = rows.flatMap((perRow, row) =>
    sideBySide({ ...box, y: box.y + row * (h + gutter), h }, perRow, gutter),
  );
  return { boxes, rows };
}

/** The largest size at which every value stays on one line: all values in one size, so that they line up. */
const valueSize = (tiles: readonly Tile[], width: number, scale: number): number =>
  largestSize('tileValue', scale, (size) =>
    tiles.every(
      (tile) => widthOnOneLine(paragraph(toRuns(tile.value, 'tileValue'), 'tileValue', 1, { size })) <= width,
    ),
  );

/** The label stays well below its value, also where a long value had to become small. */
const labelSize = (value: number, scale: number): number =>
  Math.max(styles.tileLabel.least, Math.min(sizeAt('tileLabel', scale), Math.round(value * 1.24) / 2));

export function tiles(all: readonly Tile[]): Piece {
  const name = 'Key figure';
  const set = (tile: Tile, size: number, scale: number): Paragraph[] => {
    const value = paragraph(toRuns(tile.value, 'tileValue'), 'tileValue', 1, { size });
    const label = paragraph(toRuns(tile.label, 'tileLabel'), 'tileLabel', scale, {
      size: labelSize(size, scale),
      spaceBefore: 4,
    });
    return [value, label].filter((each) => each.runs.length > 0);
  };
  const measure = (width: number, scale: number) =>
    widestRows(mostPerRow(width), (perRow) => measureRows(perRow, width, scale));
  const measureRows = (perRow: number, width: number, scale: number) => {
    const { boxes, rows } = gridOf(all.length, { x: 0, y: 0, w: width, h: 1 }, perRow);
    const narrowest = Math.min(...boxes.map((box) => box.w));
    const size = valueSize(all, narrowest - insets.left - insets.right, scale);
    const rooms = all.map((tile, index) => roomFor(set(tile, size, scale), boxes[index]?.w ?? width, insets));
    const tooWide = Math.max(...rooms.map((room) => room.tooWide));
    return { size, perRow, rows: rows.length, rooms, tooWide };
  };
  return {
    name,
    space: 0.35,
    floats: true,
    need(width, scale) {
      const { rows, rooms, tooWide } = measure(width, scale);
      const tallest = Math.max(...rooms.map((room) => room.height));
      const gaps = gutter * (rows - 1);
      return {
        height: tallest * rows + gaps,
        most: Math.max(tallest, mostHeight) * rows + gaps,
        tooWide,
        torn: Math.max(...rooms.map((room) => room.torn)),
      };
    },
    place(box, scale): TextShape[] {
      const { size, rooms, perRow } = measure(box.w, scale);
      const { boxes } = gridOf(all.length, box, perRow);
      // Values of all tiles stand at one height: the tallest text is in the middle, the others start with it.
      const tallest = Math.max(...rooms.map((room) => room.lines));
      const lift = Math.max(0, ((boxes[0]?.h ?? 0) - tallest) / 2);
      return all.map((tile, index) => {
        const place = boxes[index] as Box;
        const paragraphs = set(tile, size, scale);
        const inner = place.w - insets.left - insets.right;
        // The label may be narrower than the tile, the value may not be torn by it.
        const least = Math.max(inner * 0.72, Math.min(inner, widthOnOneLine(paragraphs[0] as Paragraph)));
        const spared = inner - settledWidth(paragraphs, inner, { least });
        return {
          kind: 'text',
          name: `${name} ${index + 1}`,
          box: place,
          paragraphs,
          anchor: 'top',
          insets: { ...insets, top: insets.top + lift, right: insets.right + spared },
          outline: 'rect',
          fill: 'surface',
        };
      });
    },
  };
}
