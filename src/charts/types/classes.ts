/**
 * Layer 2. Scale classes: one row of blocks per item, up to the class it belongs to. The axis is ordinal and shows the
 * classes by name; there is nothing to read between them, and no bar longer in proportion to an amount.
 */
import type { ClassesChart } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import { textWidth, unbreakableWidth } from '../../fonts/measure.js';
import { mix } from '../colours.js';
import type { Drawing } from '../drawing.js';
import type { Frame } from '../frame.js';
import { type Font, place, type Rect, setText } from '../placed-text.js';
import { layoutRows, type Rows } from '../rows.js';
import { hiddenScales } from './scales.js';

export function classes(spec: ClassesChart, theme: Theme, { area, style }: Frame): Drawing {
  const { ink, muted, paper, line } = theme.colors;
  const reached = theme.colors.series[0] as string;
  const passed = mix(reached, paper, 0.28);
  const count = spec.steps.length;
  const gap = style.step * 0.5;

  const rowsIn = (top: number, bottom: number) =>
    layoutRows({
      names: spec.items.map((item) => ({
        text: item.label,
        extra: item.text === spec.steps[item.step] ? undefined : item.text,
      })),
      area: { ...area, y: area.y + top, height: area.height - top - bottom },
      style,
      marks: area.width * 0.4,
      colour: ink,
      thickest: style.step * 8,
    });
  const column = rowsIn(0, 0).plot.width / count;
  const tickRoom = column - gap * 2;
  const tick = tickFont(spec.steps, style.tick, tickRoom, style.least);
  const ticks = spec.steps.map((step) => setText(step, tick, tickRoom));
  const tickHeight = Math.max(0, ...ticks.map((name) => name.height));
  const toTick = style.step;
  const room = tickHeight + toTick;

  // The classes are named close above the first blocks, or, where that is the place of an item's name, below the last.
  const above = style.names === 'beside';
  const slack = above ? topOf(rowsIn(room, 0)) - area.y - room : 0;
  const rows = above ? rowsIn(Math.max(0, room - slack), 0) : rowsIn(0, room);
  const { plot } = rows;
  const tickTop = (height: number): number =>
    above ? topOf(rows) - toTick - height : topOf(rows, spec.items.length - 1) + rows.thickness + toTick;

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
      ...ticks.map((name, index) =>
        place(name, { x: plot.x + index * column, y: tickTop(name.height) }, 'tick', muted),
      ),
    ],
    plot,
    taken: blocks,
    fits:
      rows.fits &&
      spec.steps.every(
        (step) => unbreakableWidth(step, tick.size, tick, { dividing: 'words' }) <= tickRoom + 0.01,
      ) &&
      ticks.every((name) => name.lines.length <= 3),
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

/** A little smaller, where that sets every class on one line and stays legible. */
function tickFont(steps: readonly string[], font: Font, room: number, least: number): Font {
  const widest = Math.max(0, ...steps.map((step) => textWidth(step, font.size, font)));
  const fitted = font.size * (room / widest) * 0.999;
  return { ...font, size: widest > room && fitted >= least ? fitted : font.size };
}

/** Upper edge of a row's blocks. */
const topOf = (rows: Rows, row = 0): number => (rows.centres[row] as number) - rows.thickness / 2;

function stacked({ x, y }: ReturnType<typeof hiddenScales>) {
  return { x: { ...x, stacked: true }, y: { ...y, stacked: true } };
}
