/**
 * Layer 2. Slides of every size are laid out on a sheet of the same area, 100 square inches, in the slide's proportions,
 * and made larger or smaller as a whole: type, margins and lines keep their share of the slide, so that a deck looks
 * alike on a screen and in print whatever its size. On 16:9 at 13.333 by 7.5 inches the sheet is the slide itself.
 */
import type { ThemeLayout } from '../../document/theme.js';

export interface Size {
  readonly w: number;
  readonly h: number;
}

/** Inches. */
export interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

/** PowerPoint's own: 12192000 × 6858000 EMU. */
export const usualSlide: Size = { w: 12192000 / 914400, h: 7.5 };

export type Align = 'left' | 'center' | 'right';
/** Where a line of text stands. */
export interface AlignedBox extends Box {
  readonly align: Align;
}

/** What of a theme's layout is not followed, by its path below `layout`; gives undefined, for what is taken instead. */
export type Fault = (path: readonly (string | number)[], said: string, expected: string) => undefined;

export interface Sheet extends Size {
  /** Inches of the slide for one inch of the sheet. */
  readonly scale: number;
}

/** Proportions that layouts are made for: from 5:4 to 21:9. */
export const proportions = { least: 1.2, most: 2.4 } as const;
/** PowerPoint takes up to 56 inches; below 6, type of 12 points on the sheet has less than 6. */
export const widths = { least: 6, most: 56 } as const;

/** Whether slides of that size can be laid out. */
export const isSlideSize = ({ w, h }: Size): boolean =>
  w >= widths.least && w <= widths.most && w / h >= proportions.least && w / h <= proportions.most;

/** Differences below this come of rounding: 13.333 for 13 1/3. */
const rounding = 0.002;

/** The sheet of a theme's slides; the usual one where its size cannot be laid out. */
export function sheetOf(layout: Pick<ThemeLayout, 'slide'> | undefined): Sheet {
  const { slide } = layout ?? {};
  const size = slide && isSlideSize(slide) ? slide : usualSlide;
  if (Math.abs(size.w - usualSlide.w) < rounding && Math.abs(size.h - usualSlide.h) < rounding)
    return { ...usualSlide, scale: 1 };
  const scale = Math.sqrt((size.w * size.h) / (usualSlide.w * usualSlide.h));
  return { w: size.w / scale, h: size.h / scale, scale };
}

/** A box of the slide on its sheet. */
export const onSheet = <T extends Box>(box: T, { scale }: Sheet): T => ({
  ...box,
  x: box.x / scale,
  y: box.y / scale,
  w: box.w / scale,
  h: box.h / scale,
});

const rounded = 1e-6;
export const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w - rounded &&
  b.x < a.x + a.w - rounded &&
  a.y < b.y + b.h - rounded &&
  b.y < a.y + a.h - rounded;

export const contains = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x + rounded &&
  outer.y <= inner.y + rounded &&
  outer.x + outer.w >= inner.x + inner.w - rounded &&
  outer.y + outer.h >= inner.y + inner.h - rounded;
