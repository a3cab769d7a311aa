/**
 * Layer 2. How a bar ends says what its figure says: a plain end is exact; an open, fading end with an arrow is more
 * than or at least; a broken end is nearly (up to the value) or about (on both sides of it); an end that fades out
 * before the value is less than or at most; a range is broken from its lower to its upper bound.
 */
import type { Plugin } from 'chart.js';
import type { Qualifier } from '../facts/schema.js';
import type { Rows } from './rows.js';

export interface BarEnd {
  readonly qualifier: Qualifier;
  readonly value: number;
  /** Upper bound of a range. */
  readonly max?: number | undefined;
}

/** Pixels that the end of a bar takes before its value and beyond it. A range's own length is not counted. */
export function lengthOf(
  { qualifier }: BarEnd,
  step: number,
): { readonly before: number; readonly beyond: number } {
  switch (qualifier) {
    case 'more-than':
    case 'at-least':
      return { before: 0, beyond: step * 4 };
    case 'nearly':
      return { before: step * 3, beyond: 0 };
    case 'about':
      return { before: step * 1.5, beyond: step * 1.5 };
    case 'less-than':
    case 'at-most':
      return { before: step * 4, beyond: 0 };
    default:
      return { before: 0, beyond: 0 };
  }
}

interface HedgedEnds {
  readonly ends: readonly BarEnd[];
  readonly colour: string;
  readonly paper: string;
  /** Colour of the line at zero. */
  readonly axis: string;
  readonly step: number;
  readonly zero: number;
  readonly rows: Rows;
  /** Whether the line at zero is drawn: not where names stand above the bars, on the line. */
  readonly line: boolean;
}

/** Draws the ends over the bars, and the line at zero from which all of them start. */
export function hedgedEnds({ ends, colour, paper, axis, step, zero, rows, line }: HedgedEnds): Plugin {
  return {
    id: 'hedged-ends',
    afterDatasetsDraw({ ctx, scales }) {
      const stripes = (from: number, to: number, top: number, fill: string): void => {
        const width = step * 0.375;
        ctx.fillStyle = fill;
        for (let x = from; x + width <= to + 0.01; x += width * 2)
          ctx.fillRect(x, top, width, rows.thickness);
      };
      const fade = (from: number, to: number, top: number): void => {
        const gradient = ctx.createLinearGradient(from, 0, to, 0);
        gradient.addColorStop(0, `${colour}b0`);
        gradient.addColorStop(1, `${colour}00`);
        ctx.fillStyle = gradient;
        ctx.fillRect(from, top, to - from, rows.thickness);
      };
      /** Takes the end off the bar, with the soft pixels at its edges. */
      const clear = (from: number, to: number, top: number): void => {
        ctx.fillStyle = paper;
        ctx.fillRect(from, top - 1, to - from + 1, rows.thickness + 2);
      };
      ctx.save();
      for (const [row, end] of ends.entries()) {
        const x = scales.x?.getPixelForValue(end.value) ?? zero;
        const top = (rows.centres[row] as number) - rows.thickness / 2;
        const { before, beyond } = lengthOf(end, step);
        // Left of zero the hedge is told by the figure alone: there is no "more" to the right of a negative bar.
        if (x <= zero) continue;
        const start = Math.max(zero, x - before);
        switch (end.qualifier) {
          case 'more-than':
          case 'at-least': {
            fade(x, x + beyond * 0.8, top);
            const tip = x + beyond;
            const middle = top + rows.thickness / 2;
            const half = Math.min(rows.thickness / 2, step * 1.1);
            ctx.strokeStyle = colour;
            ctx.lineWidth = step * 0.3;
            ctx.beginPath();
            ctx.moveTo(tip - half, middle - half);
            ctx.lineTo(tip, middle);
            ctx.lineTo(tip - half, middle + half);
            ctx.stroke();
            break;
          }
          case 'nearly':
          case 'about':
            clear(start, x, top);
            stripes(start + step * 0.375, x + beyond, top, colour);
            break;
          case 'less-than':
          case 'at-most':
            clear(start, x, top);
            fade(start, x, top);
            break;
          case 'range':
            if (end.max !== undefined) {
              stripes(x + step * 0.375, scales.x?.getPixelForValue(end.max) ?? x, top, colour);
            }
            break;
        }
      }
      if (line) {
        ctx.fillStyle = axis;
        ctx.fillRect(zero - step * 0.1, rows.plot.y, step * 0.2, rows.plot.height);
      }
      ctx.restore();
    },
  };
}
