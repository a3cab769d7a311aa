/** Random charts, for laws that hold for all of them. */
import fc from 'fast-check';
import { type ChartFormat, type ChartSpec, type Datum, slideFormat } from '../../src/document/chart.js';
import { languages } from './samples.js';

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
/** Charts of every type, with texts that are long, empty or in one piece. */
export const anyChart: fc.Arbitrary<ChartSpec> = fc.oneof(
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
  fc
    .record({
      ...base,
      type: fc.constant('classes' as const),
      steps: fc.array(shortText, { minLength: 1, maxLength: 4 }),
      items: fc.array(datum, { minLength: 1, maxLength: 8 }),
    })
    .map((any) => ({
      ...any,
      items: any.items.map((item, index) => ({ ...item, step: index % any.steps.length })),
    })),
);

/** Those that charts have in files, and those of places on slides of any size. */
export const anyFormat: fc.Arbitrary<ChartFormat> = fc.oneof(
  fc.constantFrom('slide', 'column'),
  fc
    .tuple(fc.integer({ min: 300, max: 1200 }), fc.integer({ min: 240, max: 700 }))
    .map(([width, height]) => slideFormat({ width, height })),
);
