/** Rows of bars stand where chart.js and Office put them, in charts of every size. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartConfig } from '../../src/charts/config.js';
import { layoutChart } from '../../src/charts/layout.js';
import { type ChartSpec, sizeOf } from '../../src/document/chart.js';
import { anyChart, anyFormat } from './any-chart.js';
import { samples, theme } from './samples.js';

describe('the rows of a chart', () => {
  it('have a plot within the chart, whose rows are the marks’, in any size', () => {
    fc.assert(
      fc.property(anyChart, anyFormat, fc.boolean(), (given, format, sourced) => {
        const spec = sourced ? given : { ...given, source: '' };
        if (spec.type !== 'bars' && spec.type !== 'classes') return;
        const { plot, taken, fits } = layoutChart(spec, theme, format);
        if (!fits) return;
        const { height } = sizeOf(format);
        expect(plot.y).toBeGreaterThan(-0.01);
        expect(plot.y + plot.height).toBeLessThan(height + 0.01);
        const pitch = plot.height / spec.items.length;
        const perRow = taken.length / spec.items.length;
        for (const [index, mark] of taken.entries()) {
          const row = Math.floor(index / perRow);
          expect(mark.y + mark.height / 2).toBeCloseTo(plot.y + (row + 0.5) * pitch, 3);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('stay together where a few of them have much height', () => {
    const few = samples('de')['growth-rates'] as ChartSpec;
    for (const format of ['slide 660x620', 'slide 500x400'] as const) {
      const { taken } = layoutChart(few, theme, format);
      const [first, last] = [taken[0], taken.at(-1)];
      if (!first || !last) throw new Error('no bars');
      expect((last.y - first.y) / first.height).toBeLessThan(4);
    }
  });

  it('are drawn by chart.js in a padding that is none of them negative', () => {
    const { layout } = chartConfig(samples('en').hedges as ChartSpec, theme, 'slide 520x560').options ?? {};
    for (const side of Object.values((layout?.padding ?? {}) as Record<string, number>))
      expect(side).toBeGreaterThanOrEqual(0);
  });
});
