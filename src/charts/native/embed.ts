/** Layer 2. A chart's parts for an Office file: the chart, the drawing over it, the workbook behind it. */
import { type ChartFormat, type ChartSpec, sizeOf } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import type { ChartParts } from '../../ooxml/chart-parts.js';
import { chartSpaceOf } from './chart-space.js';
import { drawingOf, type Setting } from './lettering.js';
import { nativeChart } from './native-chart.js';
import { workbookOf } from './workbook.js';

/**
 * @param at.width of the chart in the file, in points: sizes of type follow from it
 * @param at.date ISO 8601, of the workbook's entries
 */
export function chartParts(
  spec: ChartSpec,
  theme: Theme,
  format: ChartFormat,
  at: { readonly width: number; readonly date: string },
): ChartParts {
  const chart = nativeChart(spec, theme, format);
  const setting: Setting = {
    pointsPerPixel: at.width / sizeOf(format).width,
    latin: theme.fonts.latin,
  };
  return {
    space: chartSpaceOf(chart, setting),
    drawing: drawingOf(chart, setting),
    workbook: workbookOf(chart, at.date),
  };
}
