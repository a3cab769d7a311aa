/**
 * Layer 3. The type scale: what each kind of text looks like at its style size, how small it may get so that a full
 * slide still fits, and how large on a slide with little text. Sizes in points.
 */
import type { Colour } from './model.js';
import { wordHarm } from './text.js';

export interface TextStyle {
  readonly size: number;
  readonly least: number;
  readonly most: number;
  /** Line distance as a multiple of the size. */
  readonly leading: number;
  readonly colour: Colour;
  readonly bold: boolean;
  /** Colour of figures; left out: that of the text. */
  readonly figure?: Colour;
  /** Whether figures stand out in bold. */
  readonly boldFigures: boolean;
  /** Space above, as a multiple of the line distance, where something stands above. */
  readonly space: number;
}

const base = { leading: 1.3, colour: 'ink', bold: false, boldFigures: false, space: 0.5 } as const;

export const styles = {
  title: { ...base, size: 28, least: 22, most: 28, leading: 1.16, colour: 'primary', bold: true },
  coverTitle: { ...base, size: 44, least: 30, most: 44, leading: 1.14, colour: 'onPrimary', bold: true },
  coverKicker: { ...base, size: 16, least: 14, most: 16, leading: 1.2, colour: 'onPrimary' },
  coverText: { ...base, size: 20, least: 14, most: 20, colour: 'onPrimary' },
  sectionTitle: { ...base, size: 40, least: 26, most: 40, leading: 1.16, colour: 'primary', bold: true },
  sectionText: { ...base, size: 20, least: 14, most: 22 },
  body: { ...base, size: 18, least: 12, most: 22, boldFigures: true },
  takeaway: { ...base, size: 17, least: 12, most: 20, boldFigures: true, space: 0.6 },
  lead: { ...base, size: 22, least: 16, most: 27, colour: 'primary', figure: 'primary', boldFigures: true },
  heading: { ...base, size: 18, least: 13, most: 22, colour: 'primary', bold: true, space: 0.9 },
  statement: { ...base, size: 34, least: 22, most: 38, leading: 1.25, colour: 'primary', boldFigures: true },
  support: { ...base, size: 20, least: 12, most: 22, boldFigures: true },
  quotation: { ...base, size: 30, least: 20, most: 34, leading: 1.3, colour: 'primary' },
  attribution: { ...base, size: 18, least: 12, most: 20, colour: 'muted' },
  quote: { ...base, size: 18, least: 12, most: 20, colour: 'muted' },
  tileValue: { ...base, size: 38, least: 20, most: 44, leading: 1.15, colour: 'primary', bold: true },
  tileLabel: { ...base, size: 15, least: 11, most: 17, leading: 1.28, space: 0.35 },
  stepTitle: { ...base, size: 16, least: 12, most: 22, leading: 1.2, colour: 'onPrimary', bold: true },
  stepBody: { ...base, size: 17, least: 12, most: 24, boldFigures: true },
  eventDate: { ...base, size: 18, least: 12, most: 26, leading: 1.2, colour: 'primary', bold: true },
  eventText: { ...base, size: 17, least: 12, most: 24, boldFigures: true },
  columnTitle: { ...base, size: 20, least: 13, most: 26, leading: 1.2, colour: 'primary', bold: true },
  columnBody: { ...base, size: 18, least: 12, most: 24, boldFigures: true },
  cellHead: { ...base, size: 14, least: 10.5, most: 17, leading: 1.25, colour: 'primary', bold: true },
  cell: { ...base, size: 15, least: 10.5, most: 20, leading: 1.25 },
  source: { ...base, size: 17, least: 12, most: 20, leading: 1.4, space: 0.7 },
  sourceLine: { ...base, size: 10, least: 9, most: 10, leading: 1.25, colour: 'muted' },
  footer: { ...base, size: 10, least: 8, most: 10, leading: 1.2, colour: 'muted' },
} as const satisfies Record<string, TextStyle>;

export type StyleName = keyof typeof styles;

/** Scales tried one after the other: what has room may grow, what is full shrinks to its least size. */
export const scales = [
  1.5, 1.4, 1.3, 1.22, 1.15, 1.08, 1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6,
] as const;

/** The size of a style at a scale, in half points, between its least and its most. */
export function sizeAt(name: StyleName, scale: number): number {
  const style: TextStyle = styles[name];
  return Math.min(style.most, Math.max(style.least, Math.round(style.size * scale * 2) / 2));
}

/**
 * The largest size of a style, up to that at the scale, at which a text fits: for a text that is longer than others, so
 * that the rest of its slide need not shrink with it. The least size if none fits.
 */
export function largestSize(name: StyleName, scale: number, fits: (size: number) => boolean): number {
  const { least } = styles[name];
  for (let size = sizeAt(name, scale); size > least; size -= 0.5) if (fits(size)) return size;
  return least;
}

/** Down to this part of its style's size, a heading gets smaller for a long word; then the word is divided. */
const leastForWholeWords = 0.9;

/**
 * The size of headings that may have long words: a little smaller for whole words, then with words divided, and smaller
 * again only for what cannot be divided.
 *
 * @param harm what becomes of words at a size, see `wordHarm` in text.ts
 */
export function sizeThatFits(name: StyleName, scale: number, harm: (size: number) => number): number {
  const wholeDownTo = styles[name].size * leastForWholeWords;
  return largestSize(name, scale, (size) => {
    const worst = harm(size);
    return worst === wordHarm.whole || (worst === wordHarm.divided && size <= wholeDownTo);
  });
}
