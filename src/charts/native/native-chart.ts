/** Layer 2. From a chart's spec to the chart that Office draws. Pure. */
import type { ChartFormat, ChartSpec } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import { layoutChart } from '../layout.js';
import { bars } from './bars.js';
import { classes } from './classes.js';
import type { NativeChart } from './model.js';
import { ring } from './ring.js';
import { rowsWithin } from './rows-within.js';

/** A chart as Office is to draw it: same words, colours and places as its picture. */
export function nativeChart(spec: ChartSpec, theme: Theme, format: ChartFormat): NativeChart {
  const layout = layoutChart(spec, theme, format);
  switch (spec.type) {
    case 'bars':
      return bars(spec, theme, rowsWithin(layout, spec.items.length, format), format);
    case 'classes':
      return classes(spec, theme, rowsWithin(layout, spec.items.length, format), format);
    default:
      return ring(spec, theme, layout, format);
  }
}
