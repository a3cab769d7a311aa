/** Layer 3. A chain of steps: arrows that point at the next one, what happens in each below it. */
import type { Step } from '../../document/document.js';
import { balancedRows, sideBySide } from '../grid.js';
import { paragraph, toRuns } from '../inline.js';
import type { Box, Insets, Paragraph, TextShape } from '../model.js';
import type { Piece } from '../piece.js';
import { roomFor } from '../text.js';

/** Depth of an arrow's point. The next arrow's notch is as deep, so that touching boxes leave a band as wide as this. */
const point = 0.2;
const leastWidth = 1.9;
const leastArrow = 0.72;
/** Between an arrow and its text, and between two rows. */
const between = 0.18;
const rowGap = 0.35;

/** What both programs keep free of text on their own: a chevron's notch and point, half of the first arrow's point. */
const arrowText = (width: number, first: boolean): number => width - (first ? point / 2 : 2 * point);
const arrowInsets = (first: boolean): Insets => ({
  left: first ? 0.2 : 0.1,
  right: 0.04,
  top: 0.06,
  bottom: 0.06,
});
const bodyInsets = (first: boolean): Insets => ({ left: first ? 0 : point, right: 0.14, top: 0, bottom: 0 });

export function process(steps: readonly Step[]): Piece {
  const name = 'Step';
  const rowsAt = (width: number): Step[][] => {
    const counts = balancedRows(steps.length, Math.max(1, Math.floor(width / leastWidth)));
    let from = 0;
    return counts.map((count) => {
      from += count;
      return steps.slice(from - count, from);
    });
  };
  const title = (step: Step, scale: number): Paragraph =>
    paragraph(toRuns(step.title, 'stepTitle'), 'stepTitle', scale);
  const body = (step: Step, scale: number): Paragraph[] => {
    const runs = toRuns(step.body, 'stepBody');
    return runs.length > 0 ? [paragraph(runs, 'stepBody', scale)] : [];
  };
  const measure = (width: number, scale: number) => {
    const rows = rowsAt(width);
    const w = width / Math.max(...rows.map((row) => row.length));
    const titles = steps.map((step) => {
      const first = step === steps[0];
      return roomFor([title(step, scale)], arrowText(w, first), arrowInsets(first));
    });
    const bodies = steps.map((step) => roomFor(body(step, scale), w, bodyInsets(step === steps[0])));
    const arrow = Math.max(leastArrow, ...titles.map((room) => room.height));
    const below = Math.max(...bodies.map((room) => room.height));
    const perRow = arrow + (below > 0 ? between + below : 0);
    const tooWide = Math.max(...[...titles, ...bodies].map((room) => room.tooWide));
    return {
      rows,
      w,
      arrow,
      below,
      perRow,
      tooWide,
      height: perRow * rows.length + rowGap * (rows.length - 1),
    };
  };
  return {
    name,
    space: 0.4,
    need(width, scale) {
      const { height, tooWide, rows } = measure(width, scale);
      return { height, most: height + 0.25 * rows.length, tooWide };
    },
    place(box, scale): TextShape[] {
      const { rows, w, arrow, below, perRow, height } = measure(box.w, scale);
      const arrowHeight = arrow + Math.max(0, box.h - height) / rows.length;
      const rowHeight = perRow + arrowHeight - arrow + rowGap;
      return rows.flatMap((row, rowIndex) => {
        const line = { ...box, y: box.y + rowIndex * rowHeight, w: w * row.length };
        const places = sideBySide(line, row.length, 0);
        return row.flatMap((step, index): TextShape[] => {
          const place = places[index] as Box;
          const first = step === steps[0];
          const number = steps.indexOf(step) + 1;
          const arrowShape: TextShape = {
            kind: 'text',
            name: `${name} ${number}`,
            box: { ...place, h: arrowHeight },
            paragraphs: [title(step, scale)],
            anchor: 'middle',
            insets: arrowInsets(first),
            outline: first ? 'homePlate' : 'chevron',
            point,
            fill: 'primary',
          };
          const paragraphs = body(step, scale);
          if (paragraphs.length === 0) return [arrowShape];
          return [
            arrowShape,
            {
              kind: 'text',
              name: `${name} ${number} text`,
              box: { ...place, y: place.y + arrowHeight + between, h: below },
              paragraphs,
              anchor: 'top',
              insets: bodyInsets(first),
              outline: 'rect',
            },
          ];
        });
      });
    },
  };
}
