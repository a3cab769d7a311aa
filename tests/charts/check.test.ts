import { describe, expect, it } from 'vitest';
import { checkChart } from '../../src/charts/check.js';
import { chartsFile } from '../../src/charts/definition.js';
import type { ChartSpec } from '../../src/document/chart.js';
import { languages, samples, theme } from './samples.js';

type Of<Type extends ChartSpec['type']> = Extract<ChartSpec, { type: Type }>;
const sample = <Type extends ChartSpec['type']>(id: string): Of<Type> => samples('en')[id] as Of<Type>;
const codes = (spec: ChartSpec): string[] => checkChart(spec, theme, 'slide').map(({ code }) => code);

describe('checking a chart', () => {
  it('finds nothing wrong with the sample charts', () => {
    for (const language of languages) {
      for (const spec of Object.values(samples(language))) {
        expect(checkChart(spec, theme, 'slide')).toEqual([]);
        expect(checkChart(spec, theme, 'column')).toEqual([]);
      }
    }
  });

  it('names chart, language and characters where a glyph is missing, and the place', () => {
    const spec = { ...sample<'share'>('circuit-share'), restLabel: 'Rest of 堃' };
    const at = { file: 'deck.en.md.hbs', line: 7 };
    expect(checkChart(spec, theme, 'slide', at)).toMatchObject([
      {
        code: 'chart/missing-glyph',
        severity: 'error',
        at,
        message: expect.stringContaining('堃 (U+5803)'),
      },
    ]);
    expect(checkChart(spec, theme, 'slide')[0]?.message).toContain('"circuit-share" (en)');
  });

  it('finds texts for which there is no room, and names the longest', () => {
    const bars = sample<'bars'>('innovation-base');
    const spec = {
      ...bars,
      items: bars.items.map((item) => ({ ...item, label: `${item.label} `.repeat(30) })),
    };
    const [finding] = checkChart(spec, theme, 'column');
    expect(finding?.code).toBe('chart/no-room');
    expect(finding?.hint).toContain('Teams at Jinfeng Laboratory');
  });

  it('refuses a share beyond the whole', () => {
    const share = sample<'share'>('circuit-share');
    expect(codes({ ...share, part: { ...share.part, value: 142.5 } })).toEqual(['chart/unfit-value']);
  });

  it('refuses parts that do not make up the whole, but for rounding', () => {
    const parts = sample<'parts'>('fund-structure');
    expect(codes({ ...parts, whole: { ...parts.whole, value: 28.7 } })).toEqual([]);
    expect(codes({ ...parts, whole: { ...parts.whole, value: 30 } })).toEqual(['chart/unfit-value']);
    expect(codes({ ...parts, whole: { ...parts.whole, value: 30, qualifier: 'nearly' } })).toEqual([]);
  });

  it('refuses a class that is none of the steps, and a value that is no number', () => {
    const classes = sample<'classes'>('industry-scale');
    const [first] = classes.items;
    expect(codes({ ...classes, items: [{ ...first!, step: 3 }] })).toEqual(['chart/unfit-value']);
    const bars = sample<'bars'>('innovation-base');
    expect(codes({ ...bars, items: [{ ...bars.items[0]!, value: Number.NaN }] })).toEqual([
      'chart/unfit-value',
    ]);
  });
});

describe('charts.yaml', () => {
  const labels = { en: 'A', 'zh-CN': '甲', de: 'A' };
  const frame = { title: labels, unit: labels };

  it('declares a chart of each type by the facts it shows', () => {
    const file = {
      scale: { ...frame, type: 'classes', facts: ['clusters.health'] },
      share: { ...frame, type: 'share', part: 'circuits.share', partLabel: labels, rest: labels },
      funds: { ...frame, type: 'parts', parts: ['funds.a', 'funds.b'], whole: 'funds.c', centre: 'funds.d' },
      counts: {
        ...frame,
        type: 'bars',
        facts: ['platforms.a'],
        itemLabels: { 'platforms.a': labels },
        note: labels,
      },
    };
    expect(chartsFile.parse(file)).toEqual(file);
  });

  it.each([
    ['an unknown key', { ...frame, type: 'bars', facts: ['a.b'], colour: 'red' }],
    ['a fact twice', { ...frame, type: 'bars', facts: ['a.b', 'a.b'] }],
    ['an unknown type', { ...frame, type: 'pie', facts: ['a.b'] }],
    ['a figure typed in', { ...frame, type: 'bars', facts: [42] }],
    ['no facts', { ...frame, type: 'classes', facts: [] }],
    ['one part only', { ...frame, type: 'parts', parts: ['a.b'], whole: 'a.c', centre: 'a.d' }],
  ])('refuses %s', (_, chart) => {
    expect(chartsFile.safeParse({ any: chart }).success).toBe(false);
  });
});
