/** Layer 3. Columns of plain text: a card each, title and text in one shape. */
import type { Column } from '../../document/document.js';
import { paragraph, toRuns } from '../inline.js';
import type { Box, Insets, Paragraph, Shape } from '../model.js';
import type { Piece } from '../piece.js';
import { sideBySide } from '../sharing.js';
import { sizeThatFits } from '../style.js';
import { linesOf, pointsPerInch, roomFor, settledWidth } from '../text.js';
import { proseParagraphs } from './prose.js';

const gap = 0.3;
const insets: Insets = { left: 0.26, right: 0.22, top: 0.26, bottom: 0.18 };
/** Inches of the right inset that text may take where that keeps a word or hanzi from a line of its own. */
const mostOverInset = 0.1;
/** Inches by which cards may grow. */
const mostExtra = 1.3;
/** Inches by which the distance between two paragraphs may grow where a card has room. */
const mostExtraSpace = 0.2;

export function cards(columns: readonly Column[]): Piece {
  const name = 'Column';
  const inner = (width: number): number => width - insets.left - insets.right;
  const widthOf = (width: number): number => (width - gap * (columns.length - 1)) / columns.length;
  const titlesAt = (size: number): Paragraph[] =>
    columns.map((column) => paragraph(toRuns(column.title, 'columnTitle'), 'columnTitle', 1, { size }));
  /** Texts of all cards begin at one height: a short title is followed by as much room as the longest one takes. */
  const set = (width: number, scale: number): Paragraph[][] => {
    const harm = (size: number): number => roomFor(titlesAt(size), inner(width)).torn;
    const titles = titlesAt(sizeThatFits('columnTitle', scale, harm));
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
  /** Points between paragraphs, in all cards alike, so that the fullest of them still fits. */
  const extraSpace = (all: readonly Paragraph[][], box: Box): number => {
    const w = widthOf(box.w);
    const surplus = box.h - Math.max(...all.map((paragraphs) => roomFor(paragraphs, w, insets).height));
    const gaps = Math.max(1, ...all.map((paragraphs) => paragraphs.length - 1));
    return Math.floor(Math.max(0, Math.min(mostExtraSpace, surplus / gaps)) * pointsPerInch * 2) / 2;
  };
  /** What follows the title keeps its distance: the texts of all cards begin at one height. */
  const spread = (paragraphs: readonly Paragraph[], extra: number): Paragraph[] =>
    paragraphs.map((each, index) => (index < 2 ? each : { ...each, spaceBefore: each.spaceBefore + extra }));
  return {
    name,
    space: 0.35,
    floats: true,
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
      const all = set(widthOf(box.w), scale);
      const extra = extraSpace(all, box);
      return all.flatMap((close, index): Shape[] => {
        const place = boxes[index] as Box;
        const paragraphs = spread(close, extra);
        const most = inner(place.w) + mostOverInset;
        const spared = inner(place.w) - settledWidth(paragraphs, inner(place.w), { most });
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
