/** Layer 2. Native blocks of scale classes. */
import type { ChartFormat, ClassesChart } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import { mix } from '../colours.js';
import type { ChartLayout } from '../layout.js';
import type { Rect } from '../placed-text.js';
import { around, cell } from './around.js';
import { cellsOf } from './cells.js';
import type { NativeBars } from './model.js';
import { namesOf, ofBars, onAxis } from './rows.js';

/**
 * A column per class, 1 where an item reaches it, and one of how many are above it: no amount is anywhere in the sheet.
 */
export function classes(
  spec: ClassesChart,
  theme: Theme,
  layout: ChartLayout,
  format: ChartFormat,
): NativeBars {
  const { items, steps } = spec;
  const { line, paper } = theme.colors;
  const reached = theme.colors.series[0] as string;
  const passed = mix(reached, paper, 0.28);
  const above = mix(line, paper, 0.4);
  const places = around(layout, format, onAxis(layout));
  const { length } = steps;
  return {
    kind: 'bars',
    scale: 'steps',
    ...places,
    keys: [...places.keys, ...betweenBlocks(layout, length).map((gap) => ({ ...gap, colour: paper }))],
    ...ofBars(theme, layout),
    axisEnd: length,
    categories: namesOf(
      layout,
      items.map(({ label, text, step }) => (text === '' || text === steps[step] ? [label] : [label, text])),
    ),
    series: [
      ...steps.map((name, index) => ({
        name,
        cells: items.map(({ step }) => cell(index <= step ? 1 : 0)),
        colours: items.map(({ step }) => (index === step ? reached : passed)),
      })),
      {
        name: spec.unit,
        cells: items.map(({ step }, row) => ({
          value: String(length - 1 - step),
          formula: `${length}-SUM(${cellsOf(1, length, row)})`,
        })),
        colours: items.map(() => above),
      },
    ],
    figures: items.map(({ text }) => text),
  };
}

/** A class is a step, not a length: the gaps behind each class's blocks, over all rows. */
function betweenBlocks({ taken, plot }: ChartLayout, count: number): Rect[] {
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last) return [];
  const width = plot.width / count - first.width;
  const height = last.y + last.height - first.y;
  return taken.slice(0, count).map((block) => ({ x: block.x + block.width, y: first.y, width, height }));
}
