import { describe, expect, it } from 'vitest';
import { en } from '../../src/language/en.js';
import { readFigures } from '../../src/language/read.js';
import {
  itFindsNone,
  itReads,
  itRefuses,
  itWrites,
  nouns,
  per,
  type ReadingRow,
  type WritingRow,
} from './tables.js';

const funds = nouns('en', { one: 'fund', other: 'funds' });
const companies = nouns('en', { one: 'company', other: 'companies' });

const written: readonly WritingRow[] = [
  ['RMB 28.66 billion', { amount: '28660000000', unit: 'CNY' }, 'exact'],
  ['RMB 28.66bn', { amount: '28660000000', unit: 'CNY' }, 'exact', { style: 'tile' }],
  ['28.66bn', { amount: '28660000000', unit: 'CNY' }, 'exact', { style: 'axis' }],
  ['RMB 28.660 billion', { amount: '28660000000', unit: 'CNY', significantDigits: 5 }, 'exact'],
  ['nearly RMB 30 billion', { amount: '30000000000', unit: 'CNY' }, 'nearly'],
  ['RMB 3.61 trillion', { amount: '3610000000000', unit: 'CNY' }, 'exact'],
  ['US$1.2 billion', { amount: '1200000000', unit: 'USD' }, 'exact'],
  ['>US$1.2bn', { amount: '1200000000', unit: 'USD' }, 'more-than', { style: 'tile' }],
  ['about €12 million', { amount: '12000000', unit: 'EUR' }, 'about'],
  ['AED 12 million', { amount: '12000000', unit: 'AED' }, 'exact'],
  ['RMB 170,000', { amount: '170000', unit: 'CNY' }, 'exact'],
  ['€1,043,915', { amount: '1043915', unit: 'EUR' }, 'exact'],
  ['−US$5 million', { amount: '-5000000', unit: 'USD' }, 'exact'],
  ['nearly 170,000 people', { amount: '170000', unit: 'people' }, 'nearly'],
  ['nearly 170,000', { amount: '170000', unit: 'people' }, 'nearly', { style: 'tile' }],
  ['1 person', { amount: '1', unit: 'people' }, 'exact'],
  ['1.3 million people', { amount: '1300000', unit: 'people' }, 'exact'],
  ['1.3m', { amount: '1300000', unit: 'people' }, 'exact', { style: 'axis' }],
  ['1 fund', { amount: '1', unit: 'count' }, 'exact', funds],
  ['24 funds', { amount: '24', unit: 'count' }, 'exact', funds],
  ['1.0 funds', { amount: '1.0', unit: 'count' }, 'exact', funds],
  ['24', { amount: '24', unit: 'count' }, 'exact', { ...funds, noun: false }],
  ['24', { amount: '24', unit: 'count' }, 'exact', { ...funds, style: 'tile' }],
  ['24 funds', { amount: '24', unit: 'count' }, 'exact', { ...funds, style: 'tile', noun: true }],
  ['more than 50 companies', { amount: '50', unit: 'count' }, 'more-than', companies],
  ['>50', { amount: '50', unit: 'count' }, 'more-than', { ...companies, style: 'tile' }],
  ['at least 50 companies', { amount: '50', unit: 'count' }, 'at-least', companies],
  ['≥50', { amount: '50', unit: 'count' }, 'at-least', { style: 'axis' }],
  ['less than 50', { amount: '50', unit: 'count' }, 'less-than'],
  ['at most 50', { amount: '50', unit: 'count' }, 'at-most'],
  ['more than 15%', { amount: '15', unit: 'percent', basis: 'annual-average' }, 'more-than'],
  ['>15%', { amount: '15', unit: 'percent' }, 'more-than', { style: 'tile' }],
  ['42.50%', { amount: '42.50', unit: 'percent' }, 'exact'],
  ['1 percentage point', { amount: '1', unit: 'percentage-point' }, 'exact'],
  ['1.2 percentage points', { amount: '1.2', unit: 'percentage-point' }, 'exact'],
  ['1.2 pp', { amount: '1.2', unit: 'percentage-point' }, 'exact', { style: 'tile' }],
  ['16% to 37%', { amount: '16', max: '37', unit: 'percent' }, 'range'],
  ['16–37%', { amount: '16', max: '37', unit: 'percent' }, 'range', { style: 'tile' }],
  ['−5% to −2%', { amount: '-5', max: '-2', unit: 'percent' }, 'range', { style: 'tile' }],
  ['RMB 8.5 to 10 billion', { amount: '8500000000', max: '10000000000', unit: 'CNY' }, 'range'],
  ['RMB 850 million to RMB 1 billion', { amount: '850000000', max: '1000000000', unit: 'CNY' }, 'range'],
  ['5 to 2,000,000 people', { amount: '5', max: '2000000', unit: 'people' }, 'range'],
  ['RMB 100 billion class', { amount: '100000000000', unit: 'CNY' }, 'tier'],
  ['RMB 100bn class', { amount: '100000000000', unit: 'CNY' }, 'tier', { style: 'axis' }],
  ['1.5 km²', { amount: '1.5', unit: 'km2' }, 'exact'],
  ['12 hectares', { amount: '12', unit: 'ha' }, 'exact'],
  ['1.2 million kWh', { amount: '1200000', unit: 'kWh' }, 'exact', { style: 'tile' }],
  ['5 years', { amount: '5', unit: 'year' }, 'exact'],
  ['about 42 per 100,000 people', { amount: '42', unit: 'count', ...per('100000', 'people') }, 'about'],
  ['RMB 500 per m²', { amount: '500', unit: 'CNY', ...per('1', 'm2') }, 'exact'],
  ['9,772', { amount: '9772', unit: 'count' }, 'exact'],
  ['0.05%', { amount: '0.05', unit: 'percent' }, 'exact'],
  ['0', { amount: '0', unit: 'count' }, 'exact'],
];

const readings: readonly ReadingRow[] = [
  ['42.5%', '42.5', 'percent', 'exact'],
  ['78.6 per cent', '78.6', 'percent', 'exact'],
  ['15 percent', '15', 'percent', 'exact'],
  ['US$1.2 billion', '1200000000', 'USD', 'exact'],
  ['USD 1.2 bn', '1200000000', 'USD', 'exact'],
  ['$1.2bn', '1200000000', 'USD', 'exact'],
  ['RMB 28.66 billion', '28660000000', 'CNY', 'exact'],
  ['RMB28.66bn', '28660000000', 'CNY', 'exact'],
  ['28.66 billion yuan', '28660000000', 'CNY', 'exact'],
  ['CNY 170k', '170000', 'CNY', 'exact'],
  ['¥5m', '5000000', 'CNY', 'exact'],
  ['€12 million', '12000000', 'EUR', 'exact'],
  ['28.66 billion', '28660000000', '', 'exact'],
  ['28.660 billion', '28660000000', '', 'exact', { significantDigits: 5 }],
  ['2.03 million', '2030000', '', 'exact'],
  ['1,043,915 euros', '1043915', 'EUR', 'exact'],
  ['1\u00A0043\u00A0915 euros', '1043915', 'EUR', 'exact'],
  ['nearly 170,000 people', '170000', 'people', 'nearly'],
  ['nearly 200 researchers', '200', 'people', 'nearly'],
  ['almost 200', '200', '', 'nearly'],
  ['just under 200', '200', '', 'nearly'],
  ['more than 50 companies', '50', 'count', 'more-than'],
  ['over 50 companies', '50', 'count', 'more-than'],
  ['in excess of 15%', '15', 'percent', 'more-than'],
  ['50-odd companies', '50', 'count', 'more-than'],
  ['50+ companies', '50', 'count', 'at-least'],
  ['50 or more companies', '50', 'count', 'at-least'],
  ['no fewer than 50 companies', '50', 'count', 'at-least'],
  ['at least 15%', '15', 'percent', 'at-least'],
  ['around 50', '50', '', 'about'],
  ['some 50 companies', '50', 'count', 'about'],
  ['approx. 50', '50', '', 'about'],
  ['up to 50 companies', '50', 'count', 'at-most'],
  ['no more than 50', '50', '', 'at-most'],
  ['fewer than 50 companies', '50', 'count', 'less-than'],
  ['>15%', '15', 'percent', 'more-than'],
  ['≥ 15%', '15', 'percent', 'at-least'],
  ['Nearly RMB 30 Billion', '30000000000', 'CNY', 'nearly'],
  ['RMB 100 billion class', '100000000000', 'CNY', 'tier'],
  ['100-billion-yuan class', '100000000000', 'CNY', 'tier'],
  ['RMB 100 billion-level', '100000000000', 'CNY', 'tier'],
  ['16%-37%', '16', 'percent', 'range', { max: '37' }],
  ['16 to 37 percent', '16', 'percent', 'range', { max: '37' }],
  ['RMB 8.5–10 billion', '8500000000', 'CNY', 'range', { max: '10000000000' }],
  ['RMB1.2bn-RMB1.5bn', '1200000000', 'CNY', 'range', { max: '1500000000' }],
  ['120,000-square-metre campus', '120000', 'm2', 'exact'],
  ['RMB 850 million to 1 billion', '850000000', 'CNY', 'range', { max: '1000000000' }],
  ['between 5 and 10 MW', '5000', 'kW', 'range', { max: '10000' }],
  ['ranging from 5 to 10 percent', '5', 'percent', 'range', { max: '10' }],
  ['3 percentage points', '3', 'percentage-point', 'exact'],
  ['grew by 78.6% year on year', '78.6', 'percent', 'exact', { basis: 'year-on-year' }],
  ['average annual growth of more than 15%', '15', 'percent', 'more-than', { basis: 'annual-average' }],
  ['grew by 15% a year on average', '15', 'percent', 'exact', { basis: 'annual-average' }],
  ['a CAGR of 15%', '15', 'percent', 'exact', { basis: 'annual-average' }],
  ['-5%', '-5', 'percent', 'exact'],
  ['−US$5 million', '-5000000', 'USD', 'exact'],
  ['a third', '1', 'count', 'exact', per('3', 'count')],
  ['two-thirds', '2', 'count', 'exact', per('3', 'count')],
  ['nearly three quarters', '75', 'percent', 'nearly'],
  ['more than half', '50', 'percent', 'more-than'],
  ['one in six', '1', 'count', 'exact', per('6', 'count')],
  ['doubled', '100', 'percent', 'exact'],
  ['more than tripled', '200', 'percent', 'more-than'],
  ['twelve funds', '12', 'count', 'exact'],
  ['twenty-four funds', '24', 'count', 'exact'],
  ['two billion people', '2000000000', 'people', 'exact'],
  ['a million people', '1000000', 'people', 'exact'],
  ['1.5 square kilometres', '1.5', 'km2', 'exact'],
  ['1.5 km²', '1.5', 'km2', 'exact'],
  ['30,000 mu', '30000', 'mu', 'exact'],
  ['50 MW', '50000', 'kW', 'exact'],
  ['1.2 GWh', '1200000', 'kWh', 'exact'],
  ['3,000 tonnes', '3000', 't', 'exact'],
  ['5 years', '5', 'year', 'exact'],
  ['42 per 100,000 people', '42', '', 'exact', per('100000', 'people')],
  ['42 doctors per 100,000 people', '42', 'count', 'exact', per('100000', 'people')],
  ['RMB 5 million a year', '5000000', 'CNY', 'exact', per('1', 'year')],
  ['US$500 per capita', '500', 'USD', 'exact', per('1', 'people')],
];

describe('writing English', () => {
  itWrites(en, written);

  it('it writes dates of every precision', () => {
    expect(['2024', '2025-11', '2025-11-06'].map(en.writeDate)).toEqual([
      '2024',
      'November 2025',
      '6 November 2025',
    ]);
  });

  it('it writes ranks, lists, places and quotations', () => {
    expect([1, 2, 3, 10, 11, 12, 13, 21, 22, 101].map((rank) => en.writeRank(rank))).toEqual([
      'first',
      'second',
      'third',
      'tenth',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '101st',
    ]);
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(en.joinList)).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
    expect(en.writeLocator({ section: '04', paragraph: 3 })).toBe('section 04, paragraph 3');
    expect(en.writeLocator({ paragraph: 3 })).toBe('paragraph 3');
    expect(en.quote('nearly 30 billion')).toBe('“nearly 30 billion”');
  });
});

describe('reading English', () => {
  itReads('en', readings);

  itFindsNone('en', [
    '16 November 2025',
    'November 16, 2025',
    'Dec. 22, 2025',
    'in 2024',
    'since 2024',
    '2023–2025',
    '14th',
    '5G',
    'B2B',
    'Q3 2025',
    '2026-01-19',
    '08:12',
    'section 04, paragraph 3',
    'the first half',
    'dozens of companies',
    '1.2.3',
    '28,66',
    'the second quarter',
    'COVID-19',
    'the 15th Five-Year Plan',
    'page 3 of 5',
  ]);

  itRefuses('en', [
    ['50 km', 'km'],
    ['2.5 times', 'times'],
    ['3 months', 'months'],
    ['nearly more than 50', 'contradict'],
    ['nearly RMB 100 billion class', 'class'],
    ['US$12 billion yuan', 'two units'],
    ['24 funds and 15 banks', '2 figures'],
  ]);

  it('it finds every figure of a sentence with its span, and no date', () => {
    const text =
      'On 16 November 2025 the zone counted 24 funds with RMB 28.66 billion committed, nearly RMB 19 billion of it paid in; talent grew by more than 15% a year on average.';
    expect(readFigures(text, 'en').map(({ start, end }) => text.slice(start, end))).toEqual([
      '24',
      'RMB 28.66 billion',
      'nearly RMB 19 billion',
      'more than 15% a year',
    ]);
  });

  it('it takes "from … to …" for two figures, since it may be a change', () => {
    expect(readFigures('rose from 16% to 37%', 'en').map(({ figure }) => figure.amount)).toEqual([
      '16',
      '37',
    ]);
  });
});
