/** Layer 2. Rows of a chart whose names stand above its bars, moved so that Office can have them. */
import { type ChartFormat, sizeOf } from '../../document/chart.js';
import type { ChartLayout } from '../layout.js';
import type { Rect } from '../placed-text.js';

/**
 * Office spaces rows evenly over a plot that has to lie within the chart: half of what is between two bars stands above
 * the first and below the last. A picture needs no room there; of few rows far apart the lower ones are moved up, with
 * their names.
 */
export function rowsWithin(layout: ChartLayout, count: number, format: ChartFormat): ChartLayout {
  const { plot, texts, taken } = layout;
  const pitch = plot.height / count;
  const first = plot.y + pitch / 2;
  const most = Math.min((sizeOf(format).height - first) / (count - 0.5), 2 * first);
  if (!(pitch > most)) return layout;
  const rowOf = (y: number): number => Math.max(0, Math.min(count - 1, Math.ceil((y - first) / pitch)));
  const moved = <Box extends Rect>(box: Box): Box => ({
    ...box,
    y: box.y - rowOf(box.y + box.height / 2 - 0.01) * (pitch - most),
  });
  return {
    ...layout,
    plot: { ...plot, y: first - most / 2, height: most * count },
    texts: texts.map((text) => (/^(label|tick|value)$/.test(text.role) ? moved(text) : text)),
    taken: taken.map(moved),
  };
}
