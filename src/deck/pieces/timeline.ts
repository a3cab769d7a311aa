/** Layer 3. Events on an axis from left to right: when above it, what below. */
import type { Step } from '../../document/document.js';
import { paragraph, toRuns } from '../inline.js';
import { type Box, type Insets, noInsets, type Paragraph, type Shape, type TextShape } from '../model.js';
import type { Piece } from '../piece.js';
import { inRows, sideBySide, widestRows } from '../sharing.js';
import { largestSize, sizeThatFits } from '../style.js';
import { roomFor, settledWidth, widthOnOneLine } from '../text.js';

/** An event narrower than this has no room for its text. */
const leastWidth = 2.2;
const mostPerRow = 5;
const dot = 0.18;
/** Between an event's date, its dot and its text. */
const between = 0.1;
const rowGap = 0.4;
/** Between the text of an event and the next. */
const insets: Insets = { ...noInsets, right: 0.25 };
/** Inches by which a row may grow: its axis then stands lower. */
const mostExtra = 0.7;

export function timeline(events: readonly Step[]): Piece {
  const name = 'Event';
  const date = ({ title }: Step, size: number): Paragraph =>
    paragraph(toRuns(title, 'eventDate'), 'eventDate', 1, { size });
  const text = ({ body }: Step, scale: number): Paragraph[] =>
    body.length > 0 ? [paragraph(toRuns(body, 'eventText'), 'eventText', scale)] : [];
  /** That at which every date stays on one line; if none does, that at which no word is torn. */
  const dateSize = (width: number, scale: number): number => {
    const onOneLine = (size: number): boolean =>
      events.every((event) => widthOnOneLine(date(event, size)) <= width - insets.right);
    const size = largestSize('eventDate', scale, onOneLine);
    if (onOneLine(size)) return size;
    return sizeThatFits('eventDate', scale, (each) =>
      Math.max(...events.map((event) => roomFor([date(event, each)], width, insets).torn)),
    );
  };
  const measure = (width: number, scale: number) =>
    widestRows(Math.min(mostPerRow, Math.floor(width / leastWidth)), (perRow) =>
      measureRows(inRows(events, perRow), width, scale),
    );
  const measureRows = (rows: Step[][], width: number, scale: number) => {
    const w = width / Math.max(...rows.map((row) => row.length));
    const size = dateSize(w, scale);
    const dates = events.map((event) => roomFor([date(event, size)], w, insets));
    const texts = events.map((event) => roomFor(text(event, scale), w, insets));
    const above = Math.max(...dates.map((room) => room.height));
    const below = Math.max(...texts.map((room) => room.height));
    const perRow = above + between + dot + between + below;
    return {
      rows,
      w,
      size,
      above,
      below,
      perRow,
      height: perRow * rows.length + rowGap * (rows.length - 1),
      tooWide: Math.max(...[...dates, ...texts].map((room) => room.tooWide)),
      torn: Math.max(...texts.map((room) => room.torn)),
    };
  };
  return {
    name,
    space: 0.4,
    floats: true,
    need(width, scale) {
      const { height, rows, tooWide, torn } = measure(width, scale);
      return { height, most: height + mostExtra * rows.length, tooWide, torn };
    },
    place(box, scale): Shape[] {
      const { rows, w, size, above, below, perRow, height } = measure(box.w, scale);
      const extra = Math.max(0, box.h - height) / rows.length;
      return rows.flatMap((row, rowIndex) => {
        const top = box.y + rowIndex * (perRow + extra + rowGap) + extra / 2;
        const axis = top + above + between;
        const places = sideBySide({ ...box, w: w * row.length }, row.length, 0);
        return row.flatMap((event, index): Shape[] => {
          const { x } = places[index] as Box;
          const number = events.indexOf(event) + 1;
          const words = (label: string, place: Box, paragraphs: Paragraph[], bottom = false): TextShape => {
            const inner = w - insets.right;
            const spared = inner - settledWidth(paragraphs, inner);
            return {
              kind: 'text',
              name: label,
              box: place,
              paragraphs,
              anchor: bottom ? 'bottom' : 'top',
              insets: { ...insets, right: insets.right + spared },
              outline: 'rect',
            };
          };
          const when = words(`${name} ${number}`, { x, y: top, w, h: above }, [date(event, size)], true);
          const what = text(event, scale);
          const end = index < row.length - 1 || rowIndex < rows.length - 1 ? x + w : undefined;
          return [
            when,
            {
              kind: 'ornament',
              name: `${name} ${number} dot`,
              outline: 'ellipse',
              fill: 'accent',
              box: { x, y: axis, w: dot, h: dot },
            },
            ...(end === undefined ? [] : [axisLine(`${name} ${number} axis`, x + dot, end, axis + dot / 2)]),
            ...(what.length > 0
              ? [words(`${name} ${number} text`, { x, y: axis + dot + between, w, h: below }, what)]
              : []),
          ];
        });
      });
    },
  };
}

const axisLine = (name: string, x: number, end: number, y: number): Shape => ({
  kind: 'line',
  name,
  box: { x, y, w: end - x, h: 0 },
  colour: 'primary',
  width: 2,
});
