/** Layer 2. A ring with a figure in its middle and the names of its segments beside it. Pure but for the drawing. */

import { unbreakableWidth } from '../fonts/measure.js';
import type { Drawing } from './drawing.js';
import type { Frame, Style } from './frame.js';
import {
  type Font,
  lineHeight,
  type PlacedText,
  place,
  type Rect,
  setText,
  type TextBlock,
} from './placed-text.js';

export interface RingEntry {
  /** Colour of its segment; undefined: no segment of its own (the whole). */
  readonly colour?: string | undefined;
  /** For drawing only; undefined: no segment. */
  readonly value?: number | undefined;
  /** The figure, in bold above the name. */
  readonly text?: string | undefined;
  readonly label: string;
}

interface Ring {
  readonly centre: { readonly text: string; readonly label?: string | undefined };
  readonly entries: readonly RingEntry[];
  readonly colours: {
    readonly ink: string;
    readonly muted: string;
    readonly paper: string;
    readonly line: string;
  };
}

/** Inner over outer radius. */
export const holeShare = 0.68;
/** Most of the width that the ring may take from the names beside it. */
const mostForRing = 0.48;
/** Width of the key beside a name, in steps. */
const keyWidth = 0.75;

export function layoutRing(ring: Ring, { area, style }: Frame): Drawing {
  const { ink, muted, paper, line } = ring.colours;
  const largest = Math.min(area.height, area.width * mostForRing);
  const middleText = setMiddle(ring.centre, largest, area.height, style);
  const { side } = middleText;
  const gap = style.step * (style.setting === 'slide' ? 5 : 3.5);
  const keyRoom = style.step * (keyWidth + 1.5);
  const room = area.width - side - gap - keyRoom;
  // A slide has room for larger names; a name without a figure carries the list by itself.
  const larger = style.setting === 'slide' ? 1.15 : 1;
  const big: Font = { ...style.value, size: style.value.size * 1.4 * larger };
  const small: Font = { ...style.label, size: style.label.size * larger };
  const lone: Font = { ...small, size: small.size * 1.08 };
  const entries = ring.entries.map((entry) => ({
    entry,
    blocks: [
      ...(entry.text === undefined ? [] : [setText(entry.text, big, room)]),
      setText(entry.label, entry.text === undefined ? lone : small, room),
    ],
  }));
  const between = style.step * 2.75 * larger;
  const listHeight =
    entries.reduce((sum, { blocks }) => sum + heightOf(blocks), 0) +
    between * Math.max(0, entries.length - 1);

  const listWidth =
    keyRoom + Math.max(0, ...entries.flatMap(({ blocks }) => blocks.map(({ width }) => width)));

  // Ring and names stand together in the middle of the area.
  const left = area.x + Math.max(0, (area.width - side - gap - listWidth) / 2);
  const listX = left + side + gap;
  const underHeight = middleText.under ? middleText.under.height + style.step : 0;
  const top = area.y + Math.max(0, (area.height - side - underHeight) / 2);
  const box: Rect = { x: left, y: top, width: side, height: side };
  const middle = { x: box.x + side / 2, y: box.y + side / 2 };

  const texts: PlacedText[] = [];
  const keys: (Rect & { readonly colour: string })[] = [];
  // Level with the ring, as far as the area reaches.
  let y = Math.max(area.y, Math.min(middle.y - listHeight / 2, area.y + area.height - listHeight));
  for (const { entry, blocks } of entries) {
    if (entry.colour) {
      keys.push({
        x: listX,
        y,
        width: style.step * keyWidth,
        height: heightOf(blocks),
        colour: entry.colour,
      });
    } else {
      keys.push({ x: listX, y: y - between / 2, width: listWidth, height: style.step * 0.2, colour: line });
    }
    for (const [index, block] of blocks.entries()) {
      const role = entry.text !== undefined && index === 0 ? 'value' : 'label';
      texts.push(place(block, { x: listX + keyRoom, y }, role, entry.colour ? ink : muted));
      y += block.height;
    }
    y += between;
  }
  let at = middle.y - heightOf(middleText.inside) / 2;
  for (const [index, block] of middleText.inside.entries()) {
    texts.push(
      place(
        block,
        { x: middle.x, y: at },
        index === 0 ? 'value' : 'label',
        index === 0 ? ink : muted,
        'center',
      ),
    );
    at += block.height;
  }

  if (middleText.under) {
    texts.push(
      place(middleText.under, { x: middle.x, y: box.y + side + style.step }, 'label', muted, 'center'),
    );
  }

  const segments = ring.entries.filter((entry) => entry.value !== undefined);
  const untorn = ring.entries.every(
    ({ label }) => unbreakableWidth(label, lone.size, lone, { dividing: 'words' }) <= room + 0.01,
  );
  return {
    texts,
    plot: box,
    taken: keys,
    keys,
    fits: middleText.fits && listHeight <= area.height + 0.01 && untorn,
    marks: {
      type: 'doughnut',
      data: {
        labels: segments.map((entry) => entry.label),
        datasets: [
          {
            data: segments.map((entry) => entry.value as number),
            backgroundColor: segments.map((entry) => entry.colour as string),
            borderColor: paper,
            borderWidth: style.step * 0.3,
          },
        ],
      },
      options: { cutout: `${holeShare * 100}%`, rotation: 0, circumference: 360 },
    },
    plugins: [
      {
        id: 'ring-keys',
        afterDatasetsDraw({ ctx }) {
          ctx.save();
          for (const key of keys) {
            ctx.fillStyle = key.colour;
            ctx.fillRect(key.x, key.y, key.width, key.height);
          }
          ctx.restore();
        },
      },
    ],
  };
}

const heightOf = (blocks: readonly TextBlock[]): number =>
  blocks.reduce((sum, block) => sum + block.height, 0);

interface Middle {
  /** Diameter of the ring. */
  readonly side: number;
  readonly inside: readonly TextBlock[];
  /** Name of the figure, where the ring is too small for it. */
  readonly under?: TextBlock;
  readonly fits: boolean;
}

/** The figure and its name in the ring; the name below the ring where it would have to be small. */
function setMiddle({ text, label }: Ring['centre'], side: number, height: number, style: Style): Middle {
  const radiusOf = (diameter: number): number => (diameter / 2) * holeShare - style.step;
  const both = label === undefined ? undefined : setInside(text, label, radiusOf(side), style);
  if (both) return { side, inside: both, fits: true };
  // The name takes room below the ring, so the ring shrinks, and the name with it, which is no wider than the ring.
  for (let smaller = side; smaller > 1 && smaller >= side * 0.55; smaller *= 0.95) {
    const under = label === undefined ? undefined : setText(label, style.label, smaller);
    const needed = smaller + (under ? under.height + style.step : 0);
    const alone = setInside(text, undefined, radiusOf(smaller), style);
    const untorn =
      unbreakableWidth(label ?? '', style.label.size, style.label, { dividing: 'words' }) <= smaller;
    if (needed > height || !alone || !untorn) continue;
    return { side: smaller, inside: alone, ...(under ? { under } : {}), fits: true };
  }
  return { side: Math.max(side, 1), inside: [setText(text, style.value, Math.max(side, 1))], fits: false };
}

/** The figure as large as it may be, with its name below, inside a circle; undefined where that needs small type. */
function setInside(
  text: string,
  label: string | undefined,
  radius: number,
  { figure: largest, label: labelFont, least }: Style,
): TextBlock[] | undefined {
  const smallest = Math.max(least, labelFont.size * 0.85);
  for (let size = largest; size >= smallest * 1.3; size -= largest / 24) {
    const nameFont: Font = { ...labelFont, size: Math.max(smallest, Math.min(labelFont.size, size * 0.6)) };
    const figure = setText(text, { ...labelFont, bold: true, size }, radius * 1.9);
    // Rather smaller than on two lines, down to about half the size.
    if (figure.lines.length > 1 && size > largest * 0.55) continue;
    const nameWidth = radius * 1.66;
    if (label && unbreakableWidth(label, nameFont.size, nameFont, { dividing: 'words' }) > nameWidth)
      continue;
    const blocks = label ? [figure, setText(label, nameFont, nameWidth)] : [figure];
    if (inCircle(blocks, radius)) return blocks;
  }
  return undefined;
}

/** Whether each line of centred text, stacked around the centre, lies within the circle. */
function inCircle(blocks: readonly TextBlock[], radius: number): boolean {
  let y = -heightOf(blocks) / 2;
  for (const block of blocks) {
    const pitch = lineHeight(block.font);
    for (const line of block.lines) {
      const half = setText(line, block.font, Number.MAX_SAFE_INTEGER).width / 2;
      // Letters fill about three quarters of their line's height.
      const reach = Math.max(Math.abs(y + pitch * 0.12), Math.abs(y + pitch * 0.88));
      if (Math.hypot(half, reach) > radius) return false;
      y += pitch;
    }
  }
  return true;
}
