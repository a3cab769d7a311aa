/** Layer 2. Horizontal bars from zero, each with its name and figure; the end of a hedged bar shows the hedge. */
import type { BarsChart } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import type { Drawing } from '../drawing.js';
import type { Frame } from '../frame.js';
import { type BarEnd, hedgedEnds, lengthOf } from '../hedged-ends.js';
import { type PlacedText, place, type Rect, setText } from '../placed-text.js';
import { layoutRows } from '../rows.js';
import { hiddenScales } from './scales.js';

/** Most of the width that figures may take before they are broken into lines. */
const mostForFigures = 0.4;

export function bars(spec: BarsChart, theme: Theme, { area, style }: Frame): Drawing {
  const { ink } = theme.colors;
  const colour = theme.colors.series[0] as string;
  const figures = spec.items.map((item) => setText(item.text, style.value, area.width * mostForFigures));
  const figureWidth = Math.max(0, ...figures.map((figure) => figure.width));
  const ends = spec.items.map(
    (item): BarEnd => ({ qualifier: item.qualifier, value: item.value, max: item.max }),
  );
  const tail = Math.max(0, ...ends.map((end) => lengthOf(end, style.step).beyond));
  const gap = style.step * 1.25;
  const beside = figureWidth + tail + gap;
  const rows = layoutRows({
    names: spec.items.map((item) => ({ text: item.label })),
    area,
    style,
    beside: Math.max(0, ...figures.map((figure) => figure.height)),
    marks: beside + area.width * 0.2,
    colour: ink,
    thickest: style.step * 9,
  });

  const least = Math.min(0, ...spec.items.map((item) => item.value));
  const most = Math.max(0, ...spec.items.map((item) => item.max ?? item.value));
  const plot: Rect = { ...rows.plot, width: rows.plot.width - beside };
  // All values nothing: any scale shows them.
  const range = most - least || 1;
  // Divided before it is multiplied: the smallest of ranges gives no finite scale.
  const lengthTo = (value: number): number => (value / range) * plot.width;
  const zero = plot.x - lengthTo(least);

  const taken: Rect[] = [];
  const texts: PlacedText[] = [...rows.labels];
  for (const [row, item] of spec.items.entries()) {
    const centre = rows.centres[row] as number;
    const end = zero + lengthTo(item.value);
    const right =
      Math.max(zero, zero + lengthTo(item.max ?? item.value)) +
      lengthOf(ends[row] as BarEnd, style.step).beyond;
    taken.push({
      x: Math.min(zero, end),
      y: centre - rows.thickness / 2,
      width: right - Math.min(zero, end),
      height: rows.thickness,
    });
    const figure = figures[row] as (typeof figures)[number];
    texts.push(place(figure, { x: right + gap, y: centre - figure.height / 2 }, 'value', ink));
  }

  return {
    texts,
    plot,
    taken,
    fits: rows.fits && figures.every((figure) => figure.lines.length <= 2),
    marks: {
      type: 'bar',
      data: {
        labels: spec.items.map((item) => item.label),
        datasets: [
          {
            label: spec.unit,
            data: spec.items.map((item) => item.value),
            backgroundColor: colour,
            barThickness: rows.thickness,
          },
        ],
      },
      options: { indexAxis: 'y', scales: hiddenScales(least, least + range) },
    },
    plugins: [
      hedgedEnds({
        ends,
        colour,
        paper: theme.colors.paper,
        axis: ink,
        step: style.step,
        zero,
        rows,
        line: style.names === 'beside',
      }),
    ],
  };
}
