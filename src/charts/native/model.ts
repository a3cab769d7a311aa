/**
 * Layer 2. A chart that Office draws itself and a reader can edit: its data as a workbook holds them, its marks, and
 * the texts around these, placed as in the picture of the same chart.
 */
import type { Names } from '../frame.js';
import type { PlacedText, Rect } from '../placed-text.js';

/** A number as a workbook holds it: the shortest decimal that is this number, and how it is computed, if it is. */
export interface DataCell {
  readonly value: string;
  /** In the notation of A1 cells. */
  readonly formula?: string | undefined;
}

/** One column of numbers, and how its marks look. */
export interface DataSeries {
  readonly name: string;
  readonly cells: readonly DataCell[];
  /** Of each mark; #RRGGBB. */
  readonly colours: readonly string[];
  /** Of each mark the share that fades at its end: how far it reaches is not quite known. Left out: all end sharply. */
  readonly fades?: readonly number[];
}

/** A figure that stands in the chart but has no mark: it is kept below the data. */
export interface AsideRow {
  readonly label: string;
  readonly value: string;
  readonly text: string;
}

/** Stands before a figure that is a least one, as an arrow stands at the end of its bar in the picture. */
export const openMark = '\u203a ';

interface NativeChartBase {
  /** Names of the bars or segments, first column of the sheet. */
  readonly categories: readonly string[];
  readonly series: readonly DataSeries[];
  /** Figures as they are written, hedge included: the last column. */
  readonly figures: readonly string[];
  readonly aside: readonly AsideRow[];
  /** Pixels of the chart's format; all places below are within it. */
  readonly width: number;
  readonly height: number;
  readonly plot: Rect;
  /**
   * What axis and labels do not say: title, unit, note, source, names of classes, texts in and beside a ring. Text
   * boxes, since each program breaks and centres a title of Office's own as it likes.
   */
  readonly texts: readonly PlacedText[];
  /** Patches of colour: beside the names of a ring's segments, and of paper between the blocks of classes. */
  readonly keys: readonly (Rect & { readonly colour: string })[];
}

export interface NativeBars extends NativeChartBase {
  readonly kind: 'bars';
  /** `steps`: the series are classes, one behind the other on an ordinal axis. `lengths`: values from zero. */
  readonly scale: 'lengths' | 'steps';
  /** Pixels: how thick a bar is. */
  readonly thickness: number;
  /** Names of the bars: on the axis beside them, or text boxes above each, which leaves the bars all the width. */
  readonly names: Names;
  /** Of names and figures. */
  readonly nameSize: number;
  readonly ink: string;
  readonly paper: string;
  /** Some values are negative. */
  readonly bothSides: boolean;
  /** Which figures are a least one: their labels begin with an arrow, since the bars go on. */
  readonly open: readonly boolean[];
  /** Where the axis ends, if it does not follow the data. */
  readonly axisEnd?: number | undefined;
}
export interface NativeRing extends NativeChartBase {
  readonly kind: 'ring';
  readonly paper: string;
}
export type NativeChart = NativeBars | NativeRing;
