/** Layer 2. A ring with a figure in its middle and the names of its segments beside it. Pure but for the drawing. */

import { unbreakableWidth } from '../fonts/measure.js';
import type { Drawing } from './drawing.js';
import type { Frame } from './frame.js';
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
  readonly colours: { readonly ink: string; readonly muted: string; readonly paper: string };
}

/** Inner over outer radius. */
const hole = 0.68;
/** Narrowest key beside a name. */
const keyWidth = 0.75;

export function layoutRing(ring: Ring, { area, style }: Frame): Drawing {
  const { ink, muted, paper } = ring.colours;
  const share = style.format === 'slide' ? 0.42 : 0.4;
  const side = Math.min(area.height, area.width * share, style.format === 'slide' ? 400 : 220);
  const gap = style.step * (style.format === 'slide' ? 6 : 4);
  const keyRoom = style.step * (keyWidth + 1.5);

  const listX = area.x + side + gap;
  const room = area.x + area.width - listX - keyRoom;
  const big: Font = { ...style.value, size: style.value.size * 1.35 };
  const entries = ring.entries.map((entry) => ({
    entry,
    blocks: [
      ...(entry.text === undefined ? [] : [setText(entry.text, big, room)]),
      setText(entry.label, entry.text === undefined ? style.value : style.label, room),
    ],
  }));
  const between = style.step * 2.75;
  const listHeight =
    entries.reduce((sum, { blocks }) => sum + heightOf(blocks), 0) +
    between * Math.max(0, entries.length - 1);

  const box: Rect = {
    x: area.x,
    y: area.y + Math.max(0, (area.height - side) / 2),
    width: side,
    height: side,
  };
  const middle = { x: box.x + side / 2, y: box.y + side / 2 };
  const centre = setCentre(ring.centre, (side / 2) * hole - style.step * 1.25, style.figure, style.label);

  const texts: PlacedText[] = [];
  const keys: (Rect & { readonly colour: string })[] = [];
  let y = middle.y - listHeight / 2;
  for (const { entry, blocks } of entries) {
    if (entry.colour) {
      keys.push({
        x: listX,
        y,
        width: style.step * keyWidth,
        height: heightOf(blocks),
        colour: entry.colour,
      });
    }
    for (const [index, block] of blocks.entries()) {
      const role = entry.text !== undefined && index === 0 ? 'value' : 'label';
      texts.push(place(block, { x: listX + keyRoom, y }, role, entry.colour ? ink : muted));
      y += block.height;
    }
    y += between;
  }
  let top = middle.y - centre.height / 2;
  for (const [index, block] of centre.blocks.entries()) {
    texts.push(
      place(
        block,
        { x: middle.x, y: top },
        index === 0 ? 'value' : 'label',
        index === 0 ? ink : muted,
        'center',
      ),
    );
    top += block.height;
  }

  const segments = ring.entries.filter((entry) => entry.value !== undefined);
  const untorn = ring.entries.every(
    ({ label }) => unbreakableWidth(label, style.label.size, style.label) <= room + 0.01,
  );
  return {
    texts,
    plot: box,
    taken: keys,
    fits: centre.fits && listHeight <= area.height + 0.01 && untorn,
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
      options: { cutout: `${hole * 100}%`, rotation: 0, circumference: 360 },
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

/** The figure as large as it may be, with its name below, inside a circle. */
function setCentre(
  { text, label }: Ring['centre'],
  radius: number,
  largest: number,
  labelFont: Font,
): { readonly blocks: readonly TextBlock[]; readonly height: number; readonly fits: boolean } {
  const smallest = labelFont.size * 0.8;
  let blocks: TextBlock[] = [];
  for (let size = largest; size >= smallest; size -= largest / 24) {
    const figureFont: Font = { ...labelFont, bold: true, size };
    const nameFont: Font = { ...labelFont, size: Math.max(smallest, Math.min(labelFont.size, size * 0.6)) };
    const figure = setText(text, figureFont, radius * 1.9);
    const name = label ? [setText(label, nameFont, radius * 1.66)] : [];
    blocks = [figure, ...name];
    const whole =
      figure.lines.length === 1 || size < largest * 0.55
        ? unbreakableWidth(label ?? '', nameFont.size, nameFont) <= radius * 1.66
        : false;
    if (whole && inCircle(blocks, radius)) return { blocks, height: heightOf(blocks), fits: true };
  }
  return { blocks, height: heightOf(blocks), fits: false };
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
