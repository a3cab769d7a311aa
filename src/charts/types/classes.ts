/**
 * Layer 2. Scale classes: one row of blocks per item, up to the class it belongs to. The axis is ordinal and shows the
 * classes by name; there is nothing to read between them, and no bar longer in proportion to an amount.
 */
import type { ClassesChart } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import { unbreakableWidth } from '../../fonts/measure.js';
import { mix } from '../colours.js';
import type { Drawing } from '../drawing.js';
import type { Frame } from '../frame.js';
import { place, type Rect, setText } from '../placed-text.js';
import { layoutRows } from '../rows.js';
import { hiddenScales } from './scales.js';

export function classes(spec: ClassesChart, theme: Theme, { area, style }: Frame): Drawing {
  const { ink, muted, paper, line } = theme.colors;
  const reached = theme.colors.series[0] as string;
  const passed = mix(reached, paper, 0.28);
  const count = spec.steps.length;
  const gap = style.step * 0.5;

  // The names of the classes stand above their columns; how wide those are is known when the rows are laid out.
  const rowsIn = (top: number) =>
    layoutRows({
      names: spec.items.map((item) => ({
        text: item.label,
        extra: item.text === spec.steps[item.step] ? undefined : item.text,
      })),
      area: { ...area, y: area.y + top, height: area.height - top },
      style,
      marks: area.width * 0.4,
      colour: ink,
      thickest: style.step * 5,
    });
  const column = rowsIn(0).plot.width / count;
  const tickRoom = column - gap * 2;
  const ticks = spec.steps.map((step) => setText(step, style.tick, tickRoom));
  const tickHeight = Math.max(0, ...ticks.map((tick) => tick.height));
  const toTick = style.step * 1.25;
  const below = rowsIn(tickHeight + toTick);
  // Beside the names, the classes may stand close above the first blocks; above them, over the first name.
  const slack =
    style.format === 'slide'
      ? (below.centres[0] as number) - below.thickness / 2 - area.y - tickHeight - toTick
      : 0;
  const rows = rowsIn(Math.max(0, tickHeight + toTick - slack));
  const { plot } = rows;
  const firstTop = (rows.centres[0] as number) - rows.thickness / 2;
  const tickBottom = style.format === 'slide' ? firstTop - toTick : area.y + tickHeight;

  const blocks: Rect[] = spec.items.flatMap((_, row) =>
    spec.steps.map((_, index) => ({
      x: plot.x + index * column,
      y: (rows.centres[row] as number) - rows.thickness / 2,
      width: column - gap,
      height: rows.thickness,
    })),
  );
  return {
    texts: [
      ...rows.labels,
      ...ticks.map((tick, index) =>
        place(tick, { x: plot.x + index * column, y: tickBottom - tick.height }, 'tick', muted),
      ),
    ],
    plot,
    taken: blocks,
    fits:
      rows.fits &&
      spec.steps.every((step) => unbreakableWidth(step, style.tick.size, style.tick) <= tickRoom + 0.01) &&
      ticks.every((tick) => tick.lines.length <= 3),
    marks: {
      type: 'bar',
      data: {
        labels: spec.items.map((item) => item.label),
        datasets: spec.steps.map((step, index) => ({
          label: step,
          data: spec.items.map((item) => (index <= item.step ? 1 : 0)),
          backgroundColor: spec.items.map((item) => (index === item.step ? reached : passed)),
          barThickness: rows.thickness,
          // Paper between the blocks: a class is a step, not a length.
          borderColor: paper,
          borderWidth: { right: gap },
          borderSkipped: false,
          stack: 'classes',
        })),
      },
      options: { indexAxis: 'y', scales: stacked(hiddenScales(0, count)) },
    },
    plugins: [
      {
        id: 'empty-steps',
        beforeDatasetsDraw({ ctx }) {
          ctx.save();
          ctx.fillStyle = mix(line, paper, 0.4);
          for (const { x, y, width, height } of blocks) ctx.fillRect(x, y, width, height);
          ctx.restore();
        },
      },
    ],
  };
}

function stacked({ x, y }: ReturnType<typeof hiddenScales>) {
  return { x: { ...x, stacked: true }, y: { ...y, stacked: true } };
}
