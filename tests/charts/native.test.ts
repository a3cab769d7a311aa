import { describe, expect, it } from 'vitest';
import { chartParts } from '../../src/charts/native/embed.js';
import { nativeChart } from '../../src/charts/native/native-chart.js';
import { type BarsChart, type ChartSpec, chartSizes, dataOf } from '../../src/document/chart.js';
import { readPackage } from '../../src/ooxml/package.js';
import { child, descendants, elements, parseXml, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { languages, samples, theme } from './samples.js';

const at = { width: 500, date: '2026-01-19' };
const partsOf = (spec: ChartSpec) => chartParts(spec, theme, 'slide', at);
/** Names are broken into lines. */
const squeezed = (text: string): string => text.replace(/\s/g, '');
const every = languages.flatMap((language) =>
  Object.values(samples(language)).map((spec) => [`${spec.id} in ${language}`, spec] as const),
);

/** The cells of the only sheet by their address, as Excel reads them. */
function cellsOf(workbook: Uint8Array): Map<string, string> {
  const sheet = readPackage(workbook).parts.get('xl/worksheets/sheet1.xml');
  const root = parseXml(new TextDecoder().decode(sheet));
  return new Map(
    descendants(root, 'c').map((cell) => [
      cell.attributes.get('r') as string,
      textOf(child(cell, 'v') ?? (child(cell, 'is') as XmlElement)),
    ]),
  );
}

/** The cells that a reference such as Sheet1!$B$2:$B$5 names. */
function at1(cells: Map<string, string>, reference: string): (string | undefined)[] {
  const [, column, first, last] = /^Sheet1!\$([A-Z])\$(\d+)(?::\$[A-Z]\$(\d+))?$/.exec(
    reference,
  ) as never as [string, string, string, string | undefined];
  const rows = Number(last ?? first) - Number(first) + 1;
  return Array.from({ length: rows }, (_, row) => cells.get(`${column}${Number(first) + row}`));
}

const pointsOf = (cache: XmlElement): string[] =>
  descendants(cache, 'c:pt').map((point) => textOf(child(point, 'c:v') as XmlElement));

describe('a native chart', () => {
  it.each(every)('has the values of its facts in the workbook: %s', (_, spec) => {
    const cells = [...cellsOf(partsOf(spec).workbook)];
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
    (_, spec) => {
      const { space, workbook } = partsOf(spec);
      const cells = cellsOf(workbook);
      const references = descendants(space).filter(({ name }) => name === 'c:f' || name === 'c15:f');
      expect(references.length).toBeGreaterThan(2);
      for (const parent of descendants(space)) {
        const reference = child(parent, 'c:f') ?? child(parent, 'c15:f');
        const cache = elements(parent).find(({ name }) => /Cache$/.test(name));
        if (!reference) continue;
        expect(pointsOf(cache as XmlElement)).toEqual(at1(cells, textOf(reference)));
      }
    },
  );

  it.each(every)('prints title, unit, time, note and source: %s', (_, spec) => {
    const { drawing } = partsOf(spec);
    const printed = squeezed(
      descendants(drawing as XmlElement, 'a:t')
        .map(textOf)
        .join(''),
    );
    for (const text of [spec.title, spec.unit, spec.asOf, spec.note ?? '', spec.source])
      expect(printed).toContain(squeezed(text));
  });

  it.each(every)('keeps all it places within its box, and comes out the same again: %s', (_, spec) => {
    const { width, height } = chartSizes.slide;
    const { texts, keys, plot } = nativeChart(spec, theme, 'slide');
    for (const box of [...texts, ...keys, plot]) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01);
      expect(box.y + box.height).toBeLessThanOrEqual(height + 0.01);
    }
    expect(partsOf(spec)).toEqual(partsOf(spec));
  });
});

describe('the labels of native bars', () => {
  const datum = (text: string, value: number, max?: number) => ({
    fact: `f.${text}`,
    label: `Name of ${text}`,
    value,
    max,
    text,
    qualifier: 'more-than' as const,
  });
  const bars = (items: BarsChart['items']): ChartSpec => ({
    ...(samples('en')['industry-scale'] as ChartSpec),
    type: 'bars',
    items,
  });

  it('say the figure as it is written, hedge included, from the cells of the sheet', () => {
    const { space } = partsOf(bars([datum('more than 50', 50), datum('0.1', 0.1)]));
    const labels = descendants(space, 'c:dLbl');
    expect(labels.map((label) => descendants(label, 'a:t').map(textOf).join(''))).toEqual([
      'more than 50',
      '0.1',
    ]);
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

  it('begin at zero, unless a value is below it', () => {
    const least = (items: BarsChart['items']) => descendants(partsOf(bars(items)).space, 'c:min');
    expect(least([datum('a', 90), datum('b', 100)])[0]?.attributes.get('val')).toBe('0');
    expect(least([datum('a', -5), datum('b', 100)])).toEqual([]);
  });
});

describe('native classes', () => {
  it('have an axis without amounts: hidden, as long as there are classes', () => {
    const spec = samples('en')['industry-scale'] as ChartSpec;
    const { space } = partsOf(spec);
    const axis = descendants(space, 'c:valAx')[0] as XmlElement;
    expect(child(axis, 'c:delete')?.attributes.get('val')).toBe('1');
    expect(descendants(axis, 'c:max')[0]?.attributes.get('val')).toBe('3');
    expect(descendants(space, 'c:dLbls')).toEqual([]);
  });
});

describe('a native ring', () => {
  it('computes what remains in the sheet, without noise', () => {
    const spec = samples('en')['circuit-share'] as Extract<ChartSpec, { type: 'share' }>;
    const chart = nativeChart({ ...spec, part: { ...spec.part, value: 64.4 } }, theme, 'slide');
    expect(chart.series[0]?.cells[1]).toEqual({ value: '35.6', formula: '100-B2' });
  });
});
