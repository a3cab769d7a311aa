/** Layer 3. Columns of plain text: a card each, title and text in one shape. */
import type { Column } from '../../document/document.js';
import { sideBySide } from '../grid.js';
import { paragraph, toRuns } from '../inline.js';
import type { Box, Insets, Paragraph, Shape } from '../model.js';
import type { Piece } from '../piece.js';
import { sizeThatFits } from '../style.js';
import { linesOf, roomFor, settledWidth } from '../text.js';
import { proseParagraphs } from './prose.js';

const gap = 0.3;
const insets: Insets = { left: 0.26, right: 0.22, top: 0.26, bottom: 0.18 };
/** Inches by which cards may grow. */
const mostExtra = 1.3;

export function cards(columns: readonly Column[]): Piece {
  const name = 'Column';
  const inner = (width: number): number => width - insets.left - insets.right;
  const widthOf = (width: number): number => (width - gap * (columns.length - 1)) / columns.length;
  const titlesAt = (size: number): Paragraph[] =>
    columns.map((column) => paragraph(toRuns(column.title, 'columnTitle'), 'columnTitle', 1, { size }));
  /** Texts of all cards begin at one height: a short title is followed by as much room as the longest one takes. */
  const set = (width: number, scale: number): Paragraph[][] => {
    const fits = (size: number): boolean => roomFor(titlesAt(size), inner(width)).torn === 0;
    const titles = titlesAt(sizeThatFits('columnTitle', scale, fits));
    const counts = titles.map((title) => (title.runs.length > 0 ? linesOf(title, inner(width)).length : 0));
    const most = Math.max(...counts);
    return columns.map((column, index) => {
      const title = titles[index] as Paragraph;
      const missing = (most - (counts[index] as number)) * title.leading;
      const text = proseParagraphs(column.blocks, 'columnBody', scale).map((each, position) =>
        position === 0 ? { ...each, spaceBefore: Math.round(title.leading * 0.4) + missing } : each,
      );
      return title.runs.length > 0 ? [title, ...text] : text;
    });
  };
  return {
    name,
    space: 0.35,
    need(width, scale) {
      const w = widthOf(width);
      const rooms = set(w, scale).map((paragraphs) => roomFor(paragraphs, w, insets));
      const height = Math.max(...rooms.map((room) => room.height));
      return {
        height,
        most: height + Math.min(mostExtra, height / 2),
        tooWide: Math.max(...rooms.map((room) => room.tooWide)),
        torn: Math.max(...rooms.map((room) => room.torn)),
      };
    },
    place(box, scale): Shape[] {
      const boxes = sideBySide(box, columns.length, gap);
      return set(widthOf(box.w), scale).flatMap((paragraphs, index): Shape[] => {
        const place = boxes[index] as Box;
        const spared = inner(place.w) - settledWidth(paragraphs, inner(place.w));
        return [
          {
            kind: 'text',
            name: `${name} ${index + 1}`,
            box: place,
            paragraphs,
            anchor: 'top',
            insets: { ...insets, right: insets.right + spared },
            outline: 'rect',
            fill: 'surface',
          },
          {
            kind: 'line',
            name: `${name} ${index + 1} rule`,
            box: { ...place, h: 0 },
            colour: 'primary',
            width: 2,
          },
        ];
      });
    },
  };
}
