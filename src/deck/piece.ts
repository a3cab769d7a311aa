/**
 * Layer 3. A piece of a slide: a block, or neighbouring blocks that belong together. It says how much room it needs at a
 * width and a scale, and sets itself into a box. Layouts only share out the room.
 */
import type { Block } from '../document/document.js';
import type { Box, Shape } from './model.js';
import { scales } from './style.js';
import { wordHarm } from './text.js';

export interface Need {
  /** Least height in inches. */
  readonly height: number;
  /** Height up to which more room makes it better. */
  readonly most: number;
  /** Inches by which a word is too wide. */
  readonly tooWide: number;
  /** What becomes of words where another font stands in, see `wordHarm` in text.ts: no fault, but better avoided. */
  readonly torn?: number | undefined;
}

export interface Piece {
  /** For shapes' names and messages: "Text", "Table". */
  readonly name: string;
  /** Space above, in inches, where something stands above. */
  readonly space: number;
  /** A figure rather than text: with room to spare, it stands where the eye sees the middle, not under the title. */
  readonly floats?: boolean | undefined;
  need(width: number, scale: number): Need;
  /** A box at least as high as needed gives shapes that stay inside it. */
  place(box: Box, scale: number): Shape[];
}

/** Makes pieces of blocks; handed to pieces that hold blocks themselves. */
export type PieceMaker = (blocks: readonly Block[]) => Piece[];

/** What did not fit, in inches. */
export interface Overflow {
  readonly shape: string;
  readonly surplus: number;
  readonly direction: 'height' | 'width';
}

export interface Arrangement {
  readonly shapes: readonly Shape[];
  readonly overflow?: Overflow | undefined;
  readonly scale: number;
}

/** Text may grow only where this part of the box stays free. */
const roomToGrow = 0.84;

/** Inches by which the distance between two pieces may grow where nothing else needs the room. */
const mostExtraGap = 0.35;

/** Of the room that is left, so much lies above: the eye takes a little above the middle for the middle. */
export const opticalCentre = 0.38;

interface Measured {
  readonly needs: readonly Need[];
  readonly total: number;
  readonly tooWide: number;
  readonly torn: number;
}

/** What was found out last: the scale that is found for some pieces is the one at which they are set. */
const last = new WeakMap<
  readonly Piece[],
  { readonly width: number; readonly scale: number; readonly found: Measured }
>();

function measure(pieces: readonly Piece[], width: number, scale: number): Measured {
  const known = last.get(pieces);
  if (known?.width === width && known.scale === scale) return known.found;
  const found = measureAnew(pieces, width, scale);
  last.set(pieces, { width, scale, found });
  return found;
}

function measureAnew(pieces: readonly Piece[], width: number, scale: number): Measured {
  const needs = pieces.map((piece) => piece.need(width, scale));
  const spaces = pieces.slice(1).reduce((sum, piece) => sum + piece.space * Math.min(1, scale), 0);
  return {
    needs,
    total: needs.reduce((sum, need) => sum + need.height, 0) + spaces,
    tooWide: Math.max(0, ...needs.map((need) => need.tooWide)),
    torn: Math.max(0, ...needs.map((need) => need.torn ?? 0)),
  };
}

/** Inches that pieces need one below the other. */
export function stackHeight(pieces: readonly Piece[], width: number, scale: number): number {
  return measure(pieces, width, scale).total;
}

/**
 * Down to these scales, text gets smaller for a word that would be divided, or torn, in another font; it never grows.
 * Beyond that, a hyphen disturbs less than a slide whose text is smaller than its neighbours'.
 */
const leastForWholeWords = 0.9;
const leastAgainstTearing = 0.8;

/** The largest scale at which the pieces fit one below the other; the smallest if none does. */
export function stackScale(pieces: readonly Piece[], box: Box): number {
  let fitting: number | undefined;
  let divided: number | undefined;
  for (const scale of scales) {
    if (divided !== undefined && scale < leastForWholeWords) return divided;
    if (fitting !== undefined && scale < leastAgainstTearing) break;
    const { total, tooWide, torn } = measure(pieces, box.w, scale);
    if (tooWide > 0 || total > box.h * (scale > 1 ? roomToGrow : 1)) continue;
    if (torn === wordHarm.whole) return scale;
    if (scale > 1) continue;
    fitting ??= scale;
    if (torn === wordHarm.divided) divided ??= scale;
  }
  return divided ?? fitting ?? (scales.at(-1) as number);
}

/**
 * Sets pieces one below the other, at the largest scale at which all of them fit. What height is left goes to those
 * that can use it; text keeps to the top, and what has a figure in it stands in the middle.
 *
 * @param givenScale of a section over several slides, where all begin at one height
 */
export function stack(pieces: readonly Piece[], box: Box, givenScale?: number): Arrangement {
  const scale = givenScale ?? stackScale(pieces, box);
  const { needs, total, tooWide } = measure(pieces, box.w, scale);
  const left = Math.max(0, box.h - total);
  const wanted = needs.reduce((sum, need) => sum + Math.max(0, need.most - need.height), 0);
  const part = wanted > 0 ? Math.min(1, left / wanted) : 0;
  const gap = Math.min(mostExtraGap, Math.max(0, left - wanted) / Math.max(1, pieces.length));
  const shapes: Shape[] = [];
  const used = total + wanted * part + gap * (pieces.length - 1);
  const lowered = givenScale === undefined && pieces.some(({ floats }) => floats);
  let y = box.y + (lowered ? Math.max(0, box.h - used) * opticalCentre : 0);
  let over: string | undefined;
  pieces.forEach((piece, index) => {
    const need = needs[index] as Need;
    if (index > 0) y += piece.space * Math.min(1, scale) + gap;
    const h = need.height + Math.max(0, need.most - need.height) * part;
    shapes.push(...piece.place({ x: box.x, y, w: box.w, h }, scale));
    y += h;
    if (over === undefined && y > box.y + box.h + 1e-6) over = piece.name;
  });
  if (over !== undefined && total > box.h + 1e-6)
    return { shapes, scale, overflow: { shape: over, surplus: total - box.h, direction: 'height' } };
  if (tooWide > 0) {
    const index = needs.findIndex((need) => need.tooWide === tooWide);
    const shape = (pieces[index] as Piece).name;
    return { shapes, scale, overflow: { shape, surplus: tooWide, direction: 'width' } };
  }
  return { shapes, scale };
}
