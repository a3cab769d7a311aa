/**
 * Layer 1. A chart in one language, all text written: drawn as a picture by `charts/`, named and described by the
 * writers. One spec serves picture and alt text, so that they cannot differ.
 */
import type { FactId } from '../facts/fact.js';
import type { LanguageTag, Qualifier } from '../facts/schema.js';
import type { Divisions } from './divisions.js';

export interface Datum {
  readonly fact: FactId;
  readonly label: string;
  /** For drawing only (a float); what is printed is `text`. */
  readonly value: number;
  /** For drawing only: upper bound of a range, whose lower bound is `value`. */
  readonly max?: number | undefined;
  /** The figure as the language writes it in axis or tile style, hedge included. */
  readonly text: string;
  readonly qualifier: Qualifier;
}

/** A picture of it, or a chart that Office draws itself and that can be edited there. */
export const chartForms = ['image', 'native'] as const;
export type ChartForm = (typeof chartForms)[number];

interface ChartBase {
  readonly id: string;
  /** Where long words of title, labels and steps may be divided at the end of a line; left out: nowhere. */
  readonly divisions?: Divisions | undefined;
  /** How the template wants it shown; left out: as the build is told. */
  readonly as?: ChartForm | undefined;
  readonly language: LanguageTag;
  readonly title: string;
  /** What is measured, in which unit: "RMB bn", "% of the city's output". */
  readonly unit: string;
  /** A caveat printed below the title: "Class, not measured output". */
  readonly note?: string | undefined;
  /** "Source: PEdaily, 19 January 2026" */
  readonly source: string;
  /** "As of 19 January 2026" or "2024" */
  readonly asOf: string;
  /** For screen readers, from the facts: what kind of chart, and every value. */
  readonly alt: string;
  /** The figures that `alt` says, as it writes them, in its order. */
  readonly altFigures?: readonly { readonly fact: FactId; readonly text: string }[] | undefined;
}

/** Scale classes as steps: bars end at a class, the axis is ordinal and shows the classes, never amounts between them. */
export interface ClassesChart extends ChartBase {
  readonly type: 'classes';
  /** Ascending, each once: "RMB 10bn class", "RMB 50bn class", "RMB 100bn class". */
  readonly steps: readonly string[];
  readonly items: readonly (Datum & { readonly step: number })[];
}

/** One share of a whole: a ring. The rest has a name but no figure, since no fact states one. */
export interface ShareChart extends ChartBase {
  readonly type: 'share';
  readonly part: Datum;
  readonly restLabel: string;
}

/** Parts that make a whole: a ring with a figure in its middle. */
export interface PartsChart extends ChartBase {
  readonly type: 'parts';
  readonly parts: readonly Datum[];
  readonly whole: Datum;
  readonly centre: Datum;
}

/** Horizontal bars from zero, one unit, in the order given; hedged values end open. */
export interface BarsChart extends ChartBase {
  readonly type: 'bars';
  readonly items: readonly Datum[];
}

export type ChartSpec = ClassesChart | ShareChart | PartsChart | BarsChart;

/** Where a chart is set: on a slide (0.76 pt a pixel) or in one column of the summary, 8 cm wide (0.47 pt a pixel). */
export type ChartSetting = 'slide' | 'column';

/**
 * A setting, which decides on sizes of type, at its usual size, or the size of a place on a slide: `slide 522x480`, in
 * logical pixels, drawn at 2x. A larger place has room for larger marks, not for larger type.
 */
export type ChartFormat = ChartSetting | `slide ${number}x${number}`;

interface Size {
  readonly width: number;
  readonly height: number;
}

const usualSizes: Readonly<Record<ChartSetting, Size>> = {
  slide: { width: 720, height: 450 },
  column: { width: 480, height: 330 },
};

/** Points of the slide that a pixel of its chart takes. */
const pointsPerPixel = 0.76;
/** Inches of a slide that so many pixels of a chart take. */
export const inchesOf = (pixels: number): number => (pixels * pointsPerPixel) / 72;
/** Pixels of a chart that stands in so many inches of a slide. */
export const pixelsIn = (inches: number): number => (inches * 72) / pointsPerPixel;

/** The format of a chart that has so much room on a slide, in pixels. */
export const slideFormat = ({ width, height }: Size): ChartFormat =>
  `slide ${Math.max(1, Math.floor(width))}x${Math.max(1, Math.floor(height))}`;

export const settingOf = (format: ChartFormat): ChartSetting => (format === 'column' ? 'column' : 'slide');

/** In logical pixels. */
export function sizeOf(format: ChartFormat): Size {
  if (format === 'slide' || format === 'column') return usualSizes[format];
  const [width, height] = format.slice('slide '.length).split('x').map(Number);
  return { width: width as number, height: height as number };
}

/** The figures a chart shows, in the order of its declaration. */
export function dataOf(chart: ChartSpec): readonly Datum[] {
  if (chart.type === 'share') return [chart.part];
  return chart.type === 'parts' ? [...chart.parts, chart.whole, chart.centre] : chart.items;
}

/** The facts a chart shows, each once. */
export function factsOf(chart: ChartSpec): FactId[] {
  return [...new Set(dataOf(chart).map((datum) => datum.fact))];
}
