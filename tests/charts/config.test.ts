import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { chartConfig, cssFont } from '../../src/charts/config.js';
import { drawChart } from '../../src/charts/draw.js';
import { layoutChart } from '../../src/charts/layout.js';
import type { ChartFormat, ChartSpec } from '../../src/document/chart.js';
import { nodeWorld } from '../../src/world.js';
import { languages, samples, theme } from './samples.js';

const formats: readonly ChartFormat[] = ['slide', 'column'];
const sample = (id: string): ChartSpec => samples('en')[id] as ChartSpec;

describe('the configuration for chart.js', () => {
  it('is the same for the same chart', () => {
    const plain = (id: string) => JSON.stringify(chartConfig(sample(id), theme, 'slide'));
    for (const id of Object.keys(samples('en'))) expect(plain(id)).toBe(plain(id));
  });

  it('has no legend, title, tooltip or animation of chart.js: labels stand beside their marks', () => {
    for (const format of formats) {
      for (const chart of Object.values(samples('de'))) {
        expect(chartConfig(chart, theme, format).options).toMatchObject({
          animation: false,
          responsive: false,
          devicePixelRatio: 2,
          plugins: { legend: false, title: false, subtitle: false, tooltip: false },
        });
      }
    }
  });

  it('draws bars from zero to the largest value, in the order given', () => {
    const { type, data, options } = chartConfig(sample('innovation-base'), theme, 'slide');
    expect(type).toBe('bar');
    expect(data.datasets[0]?.data).toEqual([383, 44, 31, 19]);
    expect(options).toMatchObject({ indexAxis: 'y', scales: { x: { min: 0, max: 383, display: false } } });
  });

  it('keeps zero on the scale when all values lie below it', () => {
    const bars = sample('innovation-base') as Extract<ChartSpec, { type: 'bars' }>;
    const falling = { ...bars, items: bars.items.map((item) => ({ ...item, value: -item.value })) };
    expect(chartConfig(falling, theme, 'slide').options).toMatchObject({
      scales: { x: { min: -383, max: 0 } },
    });
  });

  it('makes room on the scale for the upper bound of a range', () => {
    const bars = sample('hedges') as Extract<ChartSpec, { type: 'bars' }>;
    const range = { ...bars, items: bars.items.slice(-1) };
    expect(chartConfig(range, theme, 'column').options).toMatchObject({ scales: { x: { max: 45 } } });
  });

  it('draws classes as steps of one: no amount gets into the picture', () => {
    const { data, options } = chartConfig(sample('industry-scale'), theme, 'slide');
    expect(data.datasets.map(({ data: steps }) => steps)).toEqual([
      [1, 1, 1, 1],
      [1, 1, 0, 0],
      [1, 0, 0, 0],
    ]);
    expect(options).toMatchObject({ scales: { x: { display: false, stacked: true, min: 0, max: 3 } } });
    expect(
      layoutChart(sample('industry-scale'), theme, 'slide').texts.map(({ lines }) => lines.join(' ')),
    ).toEqual(expect.arrayContaining(['Class, not measured output', 'RMB 10bn class', 'RMB 100bn class']));
  });

  it('gives the rest of a share what is left of a hundred, and prints no figure for it', () => {
    const chart = sample('circuit-share');
    const { type, data } = chartConfig(chart, theme, 'slide');
    expect(type).toBe('doughnut');
    expect(data.datasets[0]?.data).toEqual([42.5, 57.5]);
    const printed = layoutChart(chart, theme, 'slide').texts.map(({ lines }) => lines.join(' '));
    expect(printed).toContain('42.5%');
    expect(printed.join(' ')).not.toMatch(/57/);
  });

  it('prints every part with its figure, the whole, and the ratio in the middle', () => {
    const chart = sample('fund-structure');
    expect(chartConfig(chart, theme, 'column').data.datasets[0]?.data).toEqual([18.83, 9.83]);
    const { texts } = layoutChart(chart, theme, 'column');
    for (const text of ['RMB 18.83bn', 'Paid in', 'RMB 9.83bn', 'Not yet called', 'RMB 28.66bn', '65.7%']) {
      expect(
        texts.some(({ lines }) => lines.join(' ') === text),
        text,
      ).toBe(true);
    }
    expect(texts.find(({ lines }) => lines[0] === '65.7%')?.align).toBe('center');
  });

  it('keeps the hedge of every figure as it is given', () => {
    for (const language of languages) {
      const bars = samples(language).hedges as Extract<ChartSpec, { type: 'bars' }>;
      const printed = layoutChart(bars, theme, 'column').texts.map(({ lines }) => lines.join(' '));
      for (const item of bars.items) expect(printed).toContain(item.text);
    }
  });

  it('sets Chinese in the Chinese font first, Latin in the Latin one', () => {
    const font = { size: 20, bold: true, face: 'noto' } as const;
    expect(cssFont(font)).toBe('bold 20px "Zonebrief Sans", "Zonebrief Latin"');
    expect(cssFont({ ...font, face: 'arial', bold: false })).toBe('20px "Zonebrief Latin", "Zonebrief Sans"');
  });
});

describe('measured text', () => {
  beforeAll(async () => {
    // Registers the bundled fonts.
    await drawChart(nodeWorld(), sample('circuit-share'), theme, 'column');
  });

  it('is never narrower than the canvas draws it', () => {
    expect(GlobalFonts.has('Zonebrief Latin')).toBe(true);
    const context = createCanvas(10, 10).getContext('2d');
    for (const language of languages) {
      for (const chart of Object.values(samples(language))) {
        for (const text of layoutChart(chart, theme, 'slide').texts) {
          context.font = cssFont(text.font);
          for (const line of text.lines) {
            const drawn = context.measureText(line).width;
            expect(drawn, line).toBeLessThanOrEqual(text.width + 0.6);
          }
        }
      }
    }
  });
});
