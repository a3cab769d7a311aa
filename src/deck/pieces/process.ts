/** Layer 3. A chain of steps: arrows that point at the next one, what happens in each on a card below it. */
import type { Step } from '../../document/document.js';
import { paragraph, toRuns } from '../inline.js';
import type { Box, Insets, Paragraph, TextShape } from '../model.js';
import type { Piece } from '../piece.js';
import { inRows, sideBySide, widestRows } from '../sharing.js';
import { sizeAt, sizeThatFits, styles } from '../style.js';
import { roomFor, settledWidth } from '../text.js';

/** Depth of an arrow's point. The next arrow's notch is as deep, so that touching boxes leave a band as wide as this. */
const point = 0.2;
const leastWidth = 1.9;
const leastArrow = 0.72;
/** Between an arrow and its card, and between two rows. */
const between = 0.08;
const rowGap = 0.35;

/** What both programs keep free of text on their own: a chevron's notch and point, half of the first arrow's point. */
const arrowText = (width: number, first: boolean): number => width - (first ? point / 2 : 2 * point);
const arrowInsets = (first: boolean): Insets => ({
  left: first ? 0.2 : 0.1,
  right: 0.04,
  top: 0.06,
  bottom: 0.06,
});
const cardInsets: Insets = { left: 0.2, right: 0.16, top: 0.2, bottom: 0.14 };
/** A card ends where the straight edge of its arrow does. */
const cardWidth = (width: number): number => width - point;
/** Inches by which a row may grow, and the part of them that an arrow takes of it above its card. */
const mostExtra = { arrows: 0.4, withCards: 1.1 };
const arrowPart = 0.2;
/** Of the titles' size. */
const mostBody = 1.2;

export function process(steps: readonly Step[]): Piece {
  const name = 'Step';
  const title = (step: Step, size: number): Paragraph =>
    paragraph(toRuns(step.title, 'stepTitle'), 'stepTitle', 1, { size });
  /** Not much larger than the titles, which long words make small. */
  const body = (step: Step, scale: number, titleSize: number): Paragraph[] => {
    const runs = toRuns(step.body, 'stepBody');
    const most = Math.floor(titleSize * mostBody * 2) / 2;
    const size = Math.max(styles.stepBody.least, Math.min(sizeAt('stepBody', scale), most));
    return runs.length > 0 ? [paragraph(runs, 'stepBody', scale, { size })] : [];
  };
  const measure = (width: number, scale: number) =>
    widestRows(Math.floor(width / leastWidth), (perRow) => measureRows(inRows(steps, perRow), width, scale));
  const measureRows = (rows: Step[][], width: number, scale: number) => {
    const w = width / Math.max(...rows.map((row) => row.length));
    const titleRoom = (step: Step): [width: number, insets: Insets] => {
      const first = step === steps[0];
      return [arrowText(w, first), arrowInsets(first)];
    };
    // One size for all titles: that at which the longest word fits.
    const harm = (size: number): number =>
      Math.max(...steps.map((step) => roomFor([title(step, size)], ...titleRoom(step)).torn));
    const titleSize = sizeThatFits('stepTitle', scale, harm);
    const titles = steps.map((step) => roomFor([title(step, titleSize)], ...titleRoom(step)));
    const bodies = steps.map((step) => roomFor(body(step, scale, titleSize), cardWidth(w), cardInsets));
    const arrow = Math.max(leastArrow, ...titles.map((room) => room.height));
    const texts = steps.some((step) => step.body.length > 0);
    const below = texts ? Math.max(...bodies.map((room) => room.height)) : 0;
    const perRow = arrow + (below > 0 ? between + below : 0);
    const tooWide = Math.max(...[...titles, ...bodies].map((room) => room.tooWide));
    return {
      rows,
      w,
      arrow,
      titleSize,
      below,
      perRow,
      tooWide,
      torn: Math.max(...bodies.map((room) => room.torn)),
      height: perRow * rows.length + rowGap * (rows.length - 1),
    };
  };
  return {
    name,
    space: 0.4,
    floats: true,
    need(width, scale) {
      const { height, tooWide, torn, rows, below } = measure(width, scale);
      return {
        height,
        most: height + (below > 0 ? mostExtra.withCards : mostExtra.arrows) * rows.length,
        tooWide,
        torn,
      };
    },
    place(box, scale): TextShape[] {
      const { rows, w, arrow, titleSize, below, perRow, height } = measure(box.w, scale);
      const extra = Math.max(0, box.h - height) / rows.length;
      const arrowHeight = arrow + (below > 0 ? extra * arrowPart : extra);
      return rows.flatMap((row, rowIndex) => {
        const line = { ...box, y: box.y + rowIndex * (perRow + extra + rowGap), w: w * row.length };
        const places = sideBySide(line, row.length, 0);
        return row.flatMap((step, index): TextShape[] => {
          const place = places[index] as Box;
          const first = step === steps[0];
          const number = steps.indexOf(step) + 1;
          const arrowShape: TextShape = {
            kind: 'text',
            name: `${name} ${number}`,
            box: { ...place, h: arrowHeight },
            paragraphs: [title(step, titleSize)],
            anchor: 'middle',
            insets: arrowInsets(first),
            outline: first ? 'homePlate' : 'chevron',
            point,
            fill: 'primary',
          };
          const paragraphs = body(step, scale, titleSize);
          if (paragraphs.length === 0) return [arrowShape];
          const card = {
            ...place,
            w: cardWidth(w),
            y: place.y + arrowHeight + between,
            h: below + arrow + extra - arrowHeight,
          };
          const inner = card.w - cardInsets.left - cardInsets.right;
          return [
            arrowShape,
            {
              kind: 'text',
              name: `${name} ${number} text`,
              box: card,
              paragraphs,
              anchor: 'top',
              insets: { ...cardInsets, right: cardInsets.right + inner - settledWidth(paragraphs, inner) },
              outline: 'rect',
              fill: 'surface',
            },
          ];
        });
      });
    },
  };
}
