/** Layer 2. Native bars from zero. */
import type { BarsChart, ChartFormat } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import { mix } from '../colours.js';
import { lengthOf } from '../hedged-ends.js';
import type { ChartLayout } from '../layout.js';
import { around, cell } from './around.js';
import type { DataCell, DataSeries, NativeBars } from './model.js';
import { namesOf, ofBars, onAxis } from './rows.js';

/** Of a range the upper bound is drawn light behind the lower one. */
export function bars(spec: BarsChart, theme: Theme, layout: ChartLayout, format: ChartFormat): NativeBars {
  const { items } = spec;
  const colour = theme.colors.series[0] as string;
  const series = (cells: readonly DataCell[], fill: string): DataSeries => ({
    name: spec.unit,
    cells,
    colours: items.map(() => fill),
  });
  const lower: DataSeries = {
    ...series(
      items.map(({ value }) => cell(value)),
      colour,
    ),
    fades: fadesOf(items, layout),
  };
  const upper = items.some(({ max }) => max !== undefined)
    ? [
        series(
          items.map(({ value, max }) => cell(max ?? value)),
          mix(colour, theme.colors.paper, 0.45),
        ),
      ]
    : [];
  return {
    kind: 'bars',
    scale: 'lengths',
    ...around(layout, format, [...onAxis(layout), 'value']),
    ...ofBars(theme, layout),
    bothSides: items.some(({ value }) => value < 0),
    categories: namesOf(
      layout,
      items.map(({ label }) => [label]),
    ),
    series: [...upper, lower],
    open: items.map(({ qualifier, value }) => value > 0 && /^(more-than|at-least)$/.test(qualifier)),
    figures: items.map(({ text }) => text),
  };
}

/** Fading in the workbook's chart does what stripes and fading ends do in the picture, and as much of the bar. */
function fadesOf(items: BarsChart['items'], { plot, frame }: ChartLayout): number[] {
  const reach = items.map(({ value, max }) => max ?? value);
  const range = Math.max(0, ...reach) - Math.min(0, ...items.map(({ value }) => value));
  return items.map((item) => {
    const { before } = lengthOf(item, frame.style.step);
    const length = (item.value / range) * plot.width;
    return length > 0 ? Math.min(1, before / length) : 0;
  });
}
