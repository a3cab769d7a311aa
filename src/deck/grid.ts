/**
 * Layer 3. The grid of a deck's slides: twelve columns between the sides of its theme's layout, with bands for title,
 * content, sources and foot. Inches of the sheet, see `themes/layout/sheet.ts`.
 */
import type { Theme } from '../document/theme.js';
import { type Places, placesOf } from '../themes/layout/places.js';
import type { Box } from './model.js';

export const gutter = 0.2;
const columnCount = 12;

/** The cover has bands of its own, within the same columns. */
export interface CoverBands {
  readonly accent: Box;
  readonly kicker: Box;
  readonly title: Box;
  readonly subtitle: Box;
  readonly meta: Box;
  readonly panel: Box;
  readonly strip: Box;
}

/** So has a divider. */
export interface SectionBands {
  readonly panel: Box;
  readonly accent: Box;
  readonly title: Box;
  readonly text: Box;
  readonly number: Box;
}

export interface Grid {
  /** The same on all slides, so that nothing jumps from one to the next. */
  readonly bands: Places;
  /** The same slides would have more room without what the theme's layout says. */
  readonly roomier: boolean;
  readonly cover: CoverBands;
  readonly section: SectionBands;
  /** Width of so many columns with the gutters between them. */
  span(columns: number): number;
  /** Left edge of a column, counted from 1. */
  columnLeft(number: number): number;
  /** A part of a band, from one column to another, both counted from 1 and included. */
  betweenColumns(band: Box, from: number, to: number): Box;
}

/** @param titleLines where every title of the deck is one line, the content may begin higher */
export function gridFor(layout: Theme['layout'], titleLines: 1 | 2): Grid {
  const { places: bands } = placesOf(layout, titleLines);
  const { sides, sheet } = bands;
  const column = (sides.w - (columnCount - 1) * gutter) / columnCount;
  const span = (columns: number): number => columns * column + (columns - 1) * gutter;
  const columnLeft = (number: number): number => sides.x + (number - 1) * (column + gutter);
  const own = placesOf(layout?.slide && { slide: layout.slide }, titleLines).places.content;
  return {
    bands,
    roomier: own.w * own.h > bands.content.w * bands.content.h * 1.05,
    cover: coverBands(sheet, span, columnLeft),
    section: sectionBands(sheet, span, columnLeft),
    span,
    columnLeft,
    betweenColumns: (band, from, to) => ({ ...band, x: columnLeft(from), w: span(to - from + 1) }),
  };
}

type Columns = (number: number) => number;
type Sheet = Places['sheet'];

function coverBands({ w, h }: Sheet, span: Columns, columnLeft: Columns): CoverBands {
  const x = columnLeft(1);
  const title = { x, y: h * (1.9 / 7.5), w: span(9), h: 2.2 };
  const meta = { x, y: h - 1.05, w: span(8), h: 0.42 };
  const below = title.y + title.h + 0.3;
  const panel = columnLeft(11);
  return {
    accent: { x, y: 0.68, w: span(1), h: 0.06 },
    kicker: { x, y: 0.88, w: span(8), h: 0.5 },
    title,
    subtitle: { x, y: below, w: span(9), h: Math.min(1.6, meta.y - 0.15 - below) },
    meta,
    panel: { x: panel, y: 0, w: w - panel, h },
    strip: { x: panel - gutter / 2 - 0.04, y: 0, w: 0.04, h },
  };
}

function sectionBands({ h }: Sheet, span: Columns, columnLeft: Columns): SectionBands {
  const x = columnLeft(2);
  const title = { x, y: h * 0.2, w: span(10), h: 2.2 };
  const number = { x: columnLeft(11), y: h - 0.46, w: span(2), h: 0.22 };
  const below = title.y + title.h + 0.5;
  return {
    panel: { x: 0, y: 0, w: x - gutter, h },
    accent: { x, y: title.y + title.h + 0.16, w: span(1), h: 0.06 },
    title,
    text: { x, y: below, w: span(9), h: Math.min(2.2, number.y - 0.1 - below) },
    number,
  };
}
