import { describe, expect, it } from 'vitest';
import { layoutChart } from '../../src/charts/layout.js';
import { chartParts } from '../../src/charts/native/embed.js';
import { layoutLive, nativeChart } from '../../src/charts/native/native-chart.js';
import type { Rect } from '../../src/charts/placed-text.js';
import { contrastOf } from '../../src/contrast.js';
import {
  type BarsChart,
  type ChartFormat,
  type ChartSpec,
  dataOf,
  sizeOf,
} from '../../src/document/chart.js';
import { textWidth } from '../../src/fonts/measure.js';
import { child, descendants, elements, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { languages, samples, theme } from './samples.js';
import { cachedAndHeld, cellsOf } from './workbook-cells.js';

const at = { width: 500, date: '2026-01-19' };
const partsOf = (spec: ChartSpec, format: ChartFormat = 'slide') => chartParts(spec, theme, format, at);
/** Names are broken into lines. */
const squeezed = (text: string): string => text.replace(/\s/g, '');
const formats = ['slide', 'column'] as const;
const every = languages.flatMap((language) =>
  Object.values(samples(language)).flatMap((spec) =>
    formats.map((format) => [`${spec.id} in ${language}, ${format}`, spec, format] as const),
  ),
);

describe('a native chart', () => {
  it.each(every)('has the values of its facts in the workbook: %s', (_, spec, format) => {
    const cells = [...cellsOf(partsOf(spec, format).workbook)];
    const values = cells.map(([, value]) => value);
    for (const datum of dataOf(spec)) {
      expect(values.map(squeezed)).toContain(squeezed(datum.label));
      // A class is no amount: the sheet says which classes are reached, and no number of RMB.
      if (spec.type === 'classes') expect(values).not.toContain(String(datum.value));
      else expect(values).toContain(String(datum.value));
      expect(values).toContain(datum.text);
    }
  });

  it.each(every)(
    'changes nothing when its data is opened: what is cached stands in the cells: %s',
    (_, spec, format) => {
      const compared = cachedAndHeld(partsOf(spec, format));
      expect(compared.length).toBeGreaterThan(2);
      for (const { cached, held } of compared) expect(cached).toEqual(held);
    },
  );

  it.each(every)('prints title, unit, time, note and source: %s', (_, spec, format) => {
    const { drawing } = partsOf(spec, format);
    const printed = squeezed(
      descendants(drawing as XmlElement, 'a:t')
        .map(textOf)
        .join(''),
    );
    for (const text of [spec.title, spec.unit, spec.asOf, spec.note ?? '', spec.source])
      expect(printed).toContain(squeezed(text));
  });

  it.each(every)(
    'keeps all it places within its box, and comes out the same again: %s',
    (_, spec, format) => {
      const { width, height } = sizeOf(format);
      const { texts, keys, plot } = nativeChart(spec, theme, format);
      for (const box of [...texts, ...keys, plot]) {
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01);
        expect(box.y + box.height).toBeLessThanOrEqual(height + 0.01);
      }
      expect(partsOf(spec, format)).toEqual(partsOf(spec, format));
    },
  );
});

const datum = (text: string, value: number, max?: number) => ({
  fact: `f.${text}`,
  label: `Name of ${text}`,
  value,
  max,
  text,
  qualifier: 'more-than' as const,
});

describe('the labels of native bars', () => {
  const bars = (items: BarsChart['items']): ChartSpec => ({
    ...(samples('en')['industry-scale'] as ChartSpec),
    type: 'bars',
    items,
  });

  it('say the figure as it is written, hedge included, from the cells of the sheet', () => {
    const { space } = partsOf(bars([datum('more than 50', 50), datum('0.1', 0.1)]));
    const labels = descendants(space, 'a:fld');
    expect(labels.map((label) => textOf(child(label, 'a:t') as XmlElement))).toEqual(['more than 50', '0.1']);
    const source = descendants(space, 'c15:datalabelsRange')[0] as XmlElement;
    expect(textOf(child(source, 'c15:f') as XmlElement)).toBe('Sheet1!$C$2:$C$3');
  });

  it('keep numbers free of noise', () => {
    const cells = cellsOf(partsOf(bars([datum('a', 286.6), datum('b', 28660000000)])).workbook);
    expect([cells.get('B2'), cells.get('B3')]).toEqual(['286.6', '28660000000']);
  });

  it('show both bounds of a range, the upper one lighter behind', () => {
    const chart = nativeChart(bars([datum('10 to 12', 10, 12), datum('5', 5)]), theme, 'slide');
    expect(chart.series.map(({ cells }) => cells.map(({ value }) => value))).toEqual([
      ['12', '5'],
      ['10', '5'],
    ]);
    expect(chart.series[0]?.colours[0]).not.toBe(chart.series[1]?.colours[0]);
  });

  const hedges = samples('en').hedges as BarsChart;
  const rowOf = (qualifier: string) => hedges.items.findIndex((item) => item.qualifier === qualifier);

  it.each(formats)('begin with an arrow where the bar goes on, and nowhere else: %s', (format) => {
    const labels = descendants(partsOf(hedges, format).space, 'c:dLbl');
    const marked = labels.flatMap((label, row) => (descendants(label, 'a:r').length > 0 ? [row] : []));
    expect(marked).toEqual([rowOf('more-than')]);
    expect(
      descendants(labels[rowOf('more-than')] as XmlElement, 'a:t')
        .map(textOf)
        .join(''),
    ).toBe('› more than 70');
  });

  it.each(formats)('belong to bars that fade where it is not known how far they reach: %s', (format) => {
    const { space } = partsOf(hedges, format);
    const [, lower] = descendants(space, 'c:ser');
    const fading = elements(lower as XmlElement, 'c:dPt').filter(
      (point) => descendants(point, 'a:gradFill').length > 0,
    );
    const rows = fading.map((point) => Number(child(point, 'c:idx')?.attributes.get('val')));
    expect(rows).toEqual(['nearly', 'about', 'at-most'].map(rowOf));
    for (const point of fading) {
      const stops = descendants(point, 'a:gs').map((stop) => Number(stop.attributes.get('pos')));
      expect(stops[0]).toBe(0);
      // Most of the bar is as solid as the others.
      expect(stops[1]).toBeGreaterThan(70_000);
      expect(stops[1]).toBeLessThan(99_000);
      expect(stops[2]).toBe(100_000);
    }
  });

  it('begin at zero, unless a value is below it', () => {
    const least = (items: BarsChart['items']) => descendants(partsOf(bars(items)).space, 'c:min');
    expect(least([datum('a', 90), datum('b', 100)])[0]?.attributes.get('val')).toBe('0');
    expect(least([datum('a', -5), datum('b', 100)])).toEqual([]);
  });
});

describe('the texts of a native chart', () => {
  const ofAll = languages.flatMap((language) =>
    Object.values(samples(language)).flatMap((spec) => formats.map((format) => ({ spec, format }))),
  );

  it('have room for the wider font that other programs put in place of Arial, in every sample', () => {
    for (const { spec, format } of ofAll) {
      const { texts, width } = nativeChart(spec, theme, format);
      for (const { lines, font, x, role, align } of texts) {
        if (font.face === 'noto' || align === 'center') continue;
        const widest = Math.max(
          ...lines.map((line) => textWidth(line, font.size, { bold: font.bold, face: 'substitute' })),
        );
        expect(x + widest, `${spec.id} in ${spec.language}, ${format}: ${role}`).toBeLessThanOrEqual(
          width + 0.01,
        );
      }
    }
  });

  it('are as large as in the picture where there is no such room, rather than a finding', () => {
    const sample = samples('de')['innovation-base'] as BarsChart;
    const named = (length: number): BarsChart => ({
      ...sample,
      items: sample.items.map((item) => ({ ...item, label: 'n'.repeat(length) })),
    });
    const fits = (spec: ChartSpec, face?: 'substitute') => layoutChart(spec, theme, 'slide', face).fits;
    const tight = Array.from({ length: 40 }, (_, index) => named(20 + index)).find(
      (spec) => fits(spec) && !fits(spec, 'substitute'),
    ) as BarsChart;
    expect(tight).toBeDefined();
    expect(layoutLive(tight, theme, 'slide').texts).toEqual(layoutChart(tight, theme, 'slide').texts);
  });
});

describe('native classes', () => {
  const spec = samples('en')['industry-scale'] as Extract<ChartSpec, { type: 'classes' }>;

  it('have an axis without amounts: hidden, as long as there are classes', () => {
    const { space } = partsOf(spec);
    const axis = descendants(space, 'c:valAx')[0] as XmlElement;
    expect(child(axis, 'c:delete')?.attributes.get('val')).toBe('1');
    expect(descendants(axis, 'c:max')[0]?.attributes.get('val')).toBe(String(spec.steps.length));
    expect(descendants(space, 'c:dLbls')).toEqual([]);
  });

  it.each(formats)('are drawn as far as each goes, the rest of the scale in a paler colour: %s', (format) => {
    const { series } = nativeChart(spec, theme, format);
    expect(series.map(({ name }) => name)).toEqual([...spec.steps, spec.unit]);
    for (const [row, { step }] of spec.items.entries()) {
      const values = series.map(({ cells }) => Number(cells[row]?.value));
      expect(values.slice(0, -1)).toEqual(spec.steps.map((_, index) => (index <= step ? 1 : 0)));
      // The blocks fill the scale, whatever is reached.
      expect(values.reduce((sum, value) => sum + value)).toBe(spec.steps.length);
      const [own, rest] = [series[step]?.colours[row], series.at(-1)?.colours[row]];
      expect(contrastOf(own as string, theme.colors.paper)).toBeGreaterThan(
        contrastOf(rest as string, theme.colors.paper) * 3,
      );
    }
  });

  it('count in the sheet what is above, so that it follows an edit', () => {
    const { series } = nativeChart(spec, theme, 'slide');
    expect(series.at(-1)?.cells[0]?.formula).toBe(`${spec.steps.length}-SUM(B2:D2)`);
  });

  it('are blocks, not lengths: a gap of paper behind each class', () => {
    for (const format of formats) {
      const { keys, plot } = nativeChart(spec, theme, format);
      const pitch = plot.width / spec.steps.length;
      expect(keys.map(({ colour }) => colour)).toEqual(spec.steps.map(() => theme.colors.paper));
      for (const [index, { x, width }] of keys.entries())
        expect(x + width).toBeCloseTo(plot.x + (index + 1) * pitch, 3);
    }
  });
});

describe('the names of bars in a column', () => {
  const names = ['industry-scale', 'innovation-base'];

  it.each(names)('stand above them, as in the picture, and the axis names nothing: %s', (id) => {
    const spec = samples('en')[id] as BarsChart;
    const { space, drawing } = partsOf(spec, 'column');
    const axis = descendants(space, 'c:catAx')[0] as XmlElement;
    expect(child(axis, 'c:delete')?.attributes.get('val')).toBe('1');
    const boxes = descendants(drawing as XmlElement, 'a:p').map(textOf);
    for (const { label } of spec.items) expect(boxes.map(squeezed)).toContain(squeezed(label));
    const chart = nativeChart(spec, theme, 'column');
    expect(chart.texts).toEqual(
      expect.arrayContaining(layoutLive(spec, theme, 'column').texts.filter(({ role }) => role === 'label')),
    );
    expect(chart.categories).toEqual(spec.items.map(({ label }) => label));
  });

  it('stand at the rows of the chart that Office draws, which lie within it', () => {
    const spec = samples('en')['growth-rates'] as BarsChart;
    const { plot, height, texts } = nativeChart(spec, theme, 'column');
    expect(plot.y).toBeGreaterThanOrEqual(0);
    expect(plot.y + plot.height).toBeLessThanOrEqual(height);
    const [first, second] = texts.filter(({ role }) => role === 'label') as unknown as [Rect, Rect];
    expect(second.y - first.y).toBeCloseTo(plot.height / spec.items.length, 3);
  });

  it.each(names)('stand on the axis of a slide, and not twice: %s', (id) => {
    const spec = samples('en')[id] as BarsChart;
    const { space, drawing } = partsOf(spec, 'slide');
    const axis = descendants(space, 'c:catAx')[0] as XmlElement;
    expect(child(axis, 'c:delete')?.attributes.get('val')).toBe('0');
    const boxes = descendants(drawing as XmlElement, 'a:p').map(textOf);
    for (const { label } of spec.items) expect(boxes.map(squeezed)).not.toContain(squeezed(label));
  });
});

describe('a native ring', () => {
  it('computes what remains in the sheet, without noise', () => {
    const spec = samples('en')['circuit-share'] as Extract<ChartSpec, { type: 'share' }>;
    const chart = nativeChart({ ...spec, part: { ...spec.part, value: 64.4 } }, theme, 'slide');
    expect(chart.series[0]?.cells[1]).toEqual({ value: '35.6', formula: '100-B2' });
  });
});
