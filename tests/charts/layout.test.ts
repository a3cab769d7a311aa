import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coloursFor, greyOf, mix } from '../../src/charts/colours.js';
import { layoutChart } from '../../src/charts/layout.js';
import type { Rect } from '../../src/charts/placed-text.js';
import { type ChartFormat, type ChartSpec, chartSizes, type Datum } from '../../src/document/chart.js';
import { languages, samples, theme } from './samples.js';

const formats: readonly ChartFormat[] = ['slide', 'column'];

const overlap = (a: Rect, b: Rect): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.01 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.01;

/** Pairs of boxes that overlap, and boxes that leave the canvas: none, in a layout that says it fits. */
function faults(spec: ChartSpec, format: ChartFormat): string[] {
  const { texts, taken, plot } = layoutChart(spec, theme, format);
  const { width, height } = chartSizes[format];
  const boxes: (Rect & { readonly name: string })[] = texts.map((text) => ({
    ...text,
    name: text.lines.join('|'),
  }));
  // The middle of a ring is text inside the plot on purpose; the ring itself is held clear by its layout.
  const ring = spec.type === 'share' || spec.type === 'parts';
  const marks = ring ? [...taken, plot] : taken;
  const centred = (index: number): boolean => ring && texts[index]?.align === 'center';
  return boxes.flatMap((box, index) => [
    ...(box.x < -0.01 ||
    box.y < -0.01 ||
    box.x + box.width > width + 0.01 ||
    box.y + box.height > height + 0.01
      ? [`${box.name} leaves the canvas`]
      : []),
    ...boxes
      .slice(index + 1)
      .flatMap((other) => (overlap(box, other) ? [`${box.name} × ${other.name}`] : [])),
    ...(centred(index) ? [] : marks.filter((mark) => overlap(box, mark)).map(() => `${box.name} × mark`)),
  ]);
}

const nasty = [
  'Halbleiterfertigungsausrüstungsinvestitionen im Vergleich zum Vorjahreszeitraum',
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'Next-generation information technology, electronics and integrated-circuit packaging',
  '重庆高新技术产业开发区规模以上工业企业集成电路产业产值占全市比重（含封装、测试、设计）',
  'R&D',
  '',
  '超过3\u00a0000亿元人民币',
  'W'.repeat(90),
];
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.lorem({ maxCount: 12 }),
  fc.string({ unit: fc.constantFrom(...'重庆高新区，。（）ab 1%-'), maxLength: 70 }),
);
const shortText = fc.oneof(
  fc.constantFrom('78.6%', 'mehr als 18,83 Mrd. RMB', '近300亿元', 'nearly 300'),
  text,
);
const datum: fc.Arbitrary<Datum> = fc.record({
  fact: fc.constant('a.b'),
  label: text,
  value: fc.double({ min: -1e6, max: 1e12, noNaN: true }),
  text: shortText,
  qualifier: fc.constantFrom('exact', 'more-than', 'nearly', 'about', 'at-most', 'tier'),
});
const base = {
  id: fc.constant('any'),
  language: fc.constantFrom(...languages),
  title: text,
  unit: text,
  source: text,
  asOf: shortText,
  alt: fc.constant(''),
  note: fc.option(text, { nil: undefined }),
};
const spec: fc.Arbitrary<ChartSpec> = fc.oneof(
  fc.record({
    ...base,
    type: fc.constant('bars' as const),
    items: fc.array(datum, { minLength: 1, maxLength: 8 }),
  }),
  fc.record({ ...base, type: fc.constant('share' as const), part: datum, restLabel: text }),
  fc.record({
    ...base,
    type: fc.constant('parts' as const),
    parts: fc.array(datum, { minLength: 2, maxLength: 5 }),
    whole: datum,
    centre: datum,
  }),
  fc.record({
    ...base,
    type: fc.constant('classes' as const),
    steps: fc.array(shortText, { minLength: 1, maxLength: 4 }),
    items: fc.array(
      datum.map((item) => ({ ...item, step: 0 })),
      { minLength: 1, maxLength: 8 },
    ),
  }),
);

describe('the layout of a chart', () => {
  for (const format of formats) {
    for (const language of languages) {
      it(`gives every text of the sample charts its place: ${language}, ${format}`, () => {
        for (const sample of Object.values(samples(language))) {
          expect(layoutChart(sample, theme, format).fits, sample.id).toBe(true);
          expect(faults(sample, format), sample.id).toEqual([]);
        }
      });
    }
  }

  it('lets no text overlap another, a mark or the edge when it says that all fits', () => {
    let fitting = 0;
    fc.assert(
      fc.property(spec, fc.constantFrom(...formats), (any, format) => {
        if (!layoutChart(any, theme, format).fits) return;
        fitting += 1;
        expect(faults(any, format)).toEqual([]);
      }),
      { numRuns: 250 },
    );
    expect(fitting).toBeGreaterThan(10);
  });

  it('says that there is no room rather than cutting a text', () => {
    const sample = samples('de')['innovation-base'] as Extract<ChartSpec, { type: 'bars' }>;
    const long = {
      ...sample,
      items: sample.items.map((item) => ({ ...item, label: 'Forschung '.repeat(60) })),
    };
    expect(layoutChart(long, theme, 'column').fits).toBe(false);
  });

  it('comes to an end when the frame leaves no room for marks at all', () => {
    for (const id of Object.keys(samples('en'))) {
      const tall = { ...(samples('en')[id] as ChartSpec), title: 'Long title '.repeat(200) };
      expect(layoutChart(tall, theme, 'column').fits).toBe(false);
    }
  });

  it('sets all of the frame on one left edge', () => {
    const sample = samples('en')['industry-scale'] as ChartSpec;
    const { texts } = layoutChart(sample, theme, 'slide');
    const edges = texts.filter(({ role }) => role !== 'tick').map(({ x }) => x);
    expect(new Set(edges).size).toBe(1);
  });

  it('shows title, unit, note, source and date', () => {
    const sample = samples('de')['industry-scale'] as ChartSpec;
    const all = layoutChart(sample, theme, 'column')
      .texts.map(({ lines }) => lines.join(' '))
      .join('\n');
    for (const text of [sample.title, sample.unit, sample.note ?? '', sample.source, sample.asOf]) {
      expect(all).toContain(text);
    }
  });
});

describe('colours', () => {
  it('are told apart in grey: those next to each other differ by a seventh of the range', () => {
    for (const count of [2, 3]) {
      const greys = coloursFor(theme.colors.series, count).map(greyOf);
      for (const [index, grey] of greys.entries()) {
        expect(Math.abs(grey - (greys[(index + 1) % count] as number))).toBeGreaterThan(255 / 7);
      }
    }
  });

  it('begin again when there are more parts than colours', () => {
    const [first, , , , , sixth] = coloursFor(theme.colors.series, 6);
    expect(sixth).toBe(first);
  });

  it('mix towards the paper', () => {
    expect(mix('#000000', '#FFFFFF', 0.5)).toBe('#808080');
    expect(mix('#0B3C5D', '#FFFFFF', 1)).toBe('#0b3c5d');
  });
});
