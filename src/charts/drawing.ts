/** Layer 2. What one kind of chart puts inside the frame: text in its place, and marks for chart.js to draw. */
import type { ChartConfiguration, Plugin } from 'chart.js';
import type { PlacedText, Rect } from './placed-text.js';

/** The two controllers of chart.js that are used: blocks and bars, rings. */
export type Marks = Pick<
  ChartConfiguration<'bar' | 'doughnut', number[], string>,
  'type' | 'data' | 'options'
>;

export interface Drawing {
  readonly texts: readonly PlacedText[];
  /** chart.js's chart area. */
  readonly plot: Rect;
  /** What the marks take up, one or more per value, for laying out and checking text around them. */
  readonly taken: readonly Rect[];
  readonly marks: Marks;
  /** Patches of colour beside the names of a ring's segments. */
  readonly keys?: readonly (Rect & { readonly colour: string })[];
  /** Draws what chart.js has no mark for. */
  readonly plugins: readonly Plugin[];
  /** false: too long for this scale; tried again smaller. */
  readonly fits: boolean;
}
