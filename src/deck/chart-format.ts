/** Layer 3. How large charts are on slides: which part of a box they fill, and the format that follows from it. */
import { type ChartFormat, inchesOf, pixelsIn, slideFormat } from '../document/chart.js';
import type { Theme } from '../document/theme.js';
import { type Grid, gridFor } from './grid.js';
import type { Box } from './model.js';

/** How many times as wide as high charts are: marks in taller or wider ones lie far apart. */
export const chartProportions = { least: 1.25, most: 2.4 } as const;

/** The part of a box that a chart fills. */
export function chartBox(box: Box, at: 'left' | 'middle' = 'left'): Box {
  const w = Math.min(box.w, box.h * chartProportions.most);
  const h = Math.min(box.h, w / chartProportions.least);
  return { x: at === 'left' ? box.x : box.x + (box.w - w) / 2, y: box.y, w, h };
}

/** Heights in steps of some pixels, since each size takes a renderer of its own. */
const heightStep = 8;

/** @param below inches that the chart has below the box */
export function formatIn({ w, h }: Pick<Box, 'w' | 'h'>, below = 0): ChartFormat {
  const height = pixelsIn(h + below);
  return slideFormat({ width: pixelsIn(w), height: Math.max(heightStep, height - (height % heightStep)) });
}

/** In a chart narrower than this, names leave little room for marks: on narrow slides it takes more of the columns. */
const leastBeside = 6.6;

/** Columns of a chart beside its takeaways. */
export const chartColumns = ({ span }: Grid): number => (span(7) < leastBeside ? 8 : 7);

/** Inches of a chart's source line with the margin below it, where it is one line. */
export const sourceStrip = inchesOf(27);

/** That of a chart beside its takeaways, whose source the slide's foot names: most are drawn in this one only. */
export function usualFormat({ layout }: Pick<Theme, 'layout'>): ChartFormat {
  const grid = gridFor(layout, 1);
  return formatIn(chartBox(grid.betweenColumns(grid.bands.content, 1, chartColumns(grid))), sourceStrip);
}
