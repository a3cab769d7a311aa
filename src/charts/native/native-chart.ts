/** Layer 2. From a chart's spec to the chart that Office draws. Pure. */
import type { ChartFormat, ChartSpec } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import { type ChartLayout, layoutChart } from '../layout.js';
import { faceOf } from '../placed-text.js';
import { bars } from './bars.js';
import { classes } from './classes.js';
import type { NativeChart } from './model.js';
import { ring } from './ring.js';

/** A chart as Office is to draw it: same words, colours and places as its picture. */
export function nativeChart(spec: ChartSpec, theme: Theme, format: ChartFormat): NativeChart {
  const layout = layoutLive(spec, theme, format);
  switch (spec.type) {
    case 'bars':
      return bars(spec, theme, layout, format);
    case 'classes':
      return classes(spec, theme, layout, format);
    default:
      return ring(spec, theme, layout, format);
  }
}

/**
 * Room for the wider font that programs put in place of the theme's, as for all text that is not drawn here; where that
 * leaves no room, as in the picture.
 */
export function layoutLive(spec: ChartSpec, theme: Theme, format: ChartFormat): ChartLayout {
  if (faceOf(spec.language) === 'arial') {
    const wide = layoutChart(spec, theme, format, 'substitute');
    if (wide.fits) return wide;
  }
  return layoutChart(spec, theme, format);
}
