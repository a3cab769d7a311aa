import { describe, expect, it } from 'vitest';
import { de } from '../../src/language/de.js';
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

const funds = nouns('de', { one: 'Fonds', other: 'Fonds' });
const teams = nouns('de', { one: 'Team', 'one.dative': 'Team', other: 'Teams', 'other.dative': 'Teams' });
const banks = nouns('de', { one: 'Partnerbank', other: 'Partnerbanken' });
const countries = nouns('de', { one: 'Land', other: 'Länder', 'other.dative': 'Ländern' });

const written: readonly WritingRow[] = [
  ['28,66 Mrd. RMB', { amount: '28660000000', unit: 'CNY' }, 'exact'],
  ['28,66 Mrd. RMB', { amount: '28660000000', unit: 'CNY' }, 'exact', { style: 'tile' }],
  ['28,66 Mrd.', { amount: '28660000000', unit: 'CNY' }, 'exact', { style: 'axis' }],
  ['28,660 Mrd. RMB', { amount: '28660000000', unit: 'CNY', significantDigits: 5 }, 'exact'],
  ['knapp 30 Mrd. RMB', { amount: '30000000000', unit: 'CNY' }, 'nearly'],
  ['3,61 Bio. RMB', { amount: '3610000000000', unit: 'CNY' }, 'exact'],
  ['1,2 Mrd. US-Dollar', { amount: '1200000000', unit: 'USD' }, 'exact'],
  ['rund 12 Mio. Euro', { amount: '12000000', unit: 'EUR' }, 'about'],
  ['12 Mio. AED', { amount: '12000000', unit: 'AED' }, 'exact'],
  ['1.043.915 Euro', { amount: '1043915', unit: 'EUR' }, 'exact'],
  ['−5 Mio. US-Dollar', { amount: '-5000000', unit: 'USD' }, 'exact'],
  ['knapp 170.000 Menschen', { amount: '170000', unit: 'people' }, 'nearly'],
  ['knapp 170.000', { amount: '170000', unit: 'people' }, 'nearly', { style: 'tile' }],
  ['1 Person', { amount: '1', unit: 'people' }, 'exact'],
  ['1 Fonds', { amount: '1', unit: 'count' }, 'exact', funds],
  ['24 Fonds', { amount: '24', unit: 'count' }, 'exact', funds],
  ['24', { amount: '24', unit: 'count' }, 'exact', { ...funds, noun: false }],
  ['24', { amount: '24', unit: 'count' }, 'exact', { ...funds, style: 'tile' }],
  ['19 Teams', { amount: '19', unit: 'count' }, 'exact', { ...teams, case: 'dative' }],
  ['15 Partnerbanken', { amount: '15', unit: 'count' }, 'exact', { ...banks, case: 'dative' }],
  ['19 Ländern', { amount: '19', unit: 'count' }, 'exact', { ...countries, case: 'dative' }],
  ['19 Länder', { amount: '19', unit: 'count' }, 'exact', { ...countries, case: 'genitive' }],
  ['1 Land', { amount: '1', unit: 'count' }, 'exact', { ...countries, case: 'dative' }],
  ['mehr als 50 Partnerbanken', { amount: '50', unit: 'count' }, 'more-than', banks],
  ['über 50', { amount: '50', unit: 'count' }, 'more-than', { ...banks, style: 'tile' }],
  ['mindestens 50', { amount: '50', unit: 'count' }, 'at-least'],
  ['mind. 50', { amount: '50', unit: 'count' }, 'at-least', { style: 'axis' }],
  ['weniger als 50', { amount: '50', unit: 'count' }, 'less-than'],
  ['unter 50', { amount: '50', unit: 'count' }, 'less-than', { style: 'tile' }],
  ['höchstens 50', { amount: '50', unit: 'count' }, 'at-most'],
  ['max. 50', { amount: '50', unit: 'count' }, 'at-most', { style: 'tile' }],
  ['mehr als 15\u00A0%', { amount: '15', unit: 'percent' }, 'more-than'],
  ['42,50\u00A0%', { amount: '42.50', unit: 'percent' }, 'exact'],
  ['1 Prozentpunkt', { amount: '1', unit: 'percentage-point' }, 'exact'],
  ['1,2 Prozentpunkte', { amount: '1.2', unit: 'percentage-point' }, 'exact'],
  ['1,2 Prozentpunkten', { amount: '1.2', unit: 'percentage-point' }, 'exact', { case: 'dative' }],
  ['1,2 PP', { amount: '1.2', unit: 'percentage-point' }, 'exact', { style: 'axis' }],
  ['16 bis 37\u00A0%', { amount: '16', max: '37', unit: 'percent' }, 'range'],
  ['16–37\u00A0%', { amount: '16', max: '37', unit: 'percent' }, 'range', { style: 'tile' }],
  ['−5 bis −2\u00A0%', { amount: '-5', max: '-2', unit: 'percent' }, 'range', { style: 'tile' }],
  ['8,5 bis 10 Mrd. RMB', { amount: '8500000000', max: '10000000000', unit: 'CNY' }, 'range'],
  ['850 Mio. bis 1 Mrd. RMB', { amount: '850000000', max: '1000000000', unit: 'CNY' }, 'range'],
  ['100-Milliarden-Yuan-Klasse', { amount: '100000000000', unit: 'CNY' }, 'tier'],
  ['10-Mrd.-Yuan-Klasse', { amount: '10000000000', unit: 'CNY' }, 'tier', { style: 'axis' }],
  ['1,5 km²', { amount: '1.5', unit: 'km2' }, 'exact'],
  ['12 Hektar', { amount: '12', unit: 'ha' }, 'exact'],
  ['1,2 Mio. kWh', { amount: '1200000', unit: 'kWh' }, 'exact'],
  ['5 Jahre', { amount: '5', unit: 'year' }, 'exact'],
  ['5 Jahren', { amount: '5', unit: 'year' }, 'exact', { case: 'dative' }],
  ['rund 42 je 100.000 Einwohner', { amount: '42', unit: 'count', ...per('100000', 'people') }, 'about'],
  ['5 Mio. RMB pro Jahr', { amount: '5000000', unit: 'CNY', ...per('1', 'year') }, 'exact'],
  ['9.772', { amount: '9772', unit: 'count' }, 'exact'],
  ['0,05\u00A0%', { amount: '0.05', unit: 'percent' }, 'exact'],
];

const readings: readonly ReadingRow[] = [
  ['mehr als 15 %', '15', 'percent', 'more-than'],
  ['mehr als 15\u00A0%', '15', 'percent', 'more-than'],
  ['42,5 Prozent', '42.5', 'percent', 'exact'],
  ['42,5%', '42.5', 'percent', 'exact'],
  ['28,66 Mrd. Euro', '28660000000', 'EUR', 'exact'],
  ['28,66\u00A0Mrd.\u00A0RMB', '28660000000', 'CNY', 'exact'],
  ['28,66 Milliarden Yuan', '28660000000', 'CNY', 'exact'],
  ['28,66 Milliarden', '28660000000', '', 'exact'],
  ['1,2 Billionen US-Dollar', '1200000000000', 'USD', 'exact'],
  ['1 Billion Euro', '1000000000000', 'EUR', 'exact'],
  ['3 Bio. RMB', '3000000000000', 'CNY', 'exact'],
  ['1.043.915 Euro', '1043915', 'EUR', 'exact'],
  ['1.043.915,50 Euro', '1043915.50', 'EUR', 'exact'],
  ['1\u202F043\u202F915,5 Euro', '1043915.5', 'EUR', 'exact'],
  ['EUR 12 Mio.', '12000000', 'EUR', 'exact'],
  ['€ 12 Mio.', '12000000', 'EUR', 'exact'],
  ['12 Tsd. Euro', '12000', 'EUR', 'exact'],
  ['EUR 0,1 – 4,0 Millionen', '100000', 'EUR', 'range', { max: '4000000' }],
  ['knapp 170.000 Menschen', '170000', 'people', 'nearly'],
  ['fast 200 Forschende', '200', 'people', 'nearly'],
  ['nahezu 200', '200', '', 'nearly'],
  ['gut 50 Unternehmen', '50', 'count', 'more-than'],
  ['über 50 Unternehmen', '50', 'count', 'more-than'],
  ['mehr als 50 Unternehmen', '50', 'count', 'more-than'],
  ['rund 50 Unternehmen', '50', 'count', 'about'],
  ['etwa 50', '50', '', 'about'],
  ['ca. 50', '50', '', 'about'],
  ['mindestens 50', '50', '', 'at-least'],
  ['nicht weniger als 50', '50', '', 'at-least'],
  ['50 oder mehr', '50', '', 'at-least'],
  ['weniger als 50', '50', '', 'less-than'],
  ['höchstens 50', '50', '', 'at-most'],
  ['bis zu 50 Unternehmen', '50', 'count', 'at-most'],
  ['nicht mehr als 50', '50', '', 'at-most'],
  ['24 Fonds', '24', 'count', 'exact'],
  ['zwölf Fonds', '12', 'count', 'exact'],
  ['eine Million Menschen', '1000000', 'people', 'exact'],
  ['100-Milliarden-Yuan-Klasse', '100000000000', 'CNY', 'tier'],
  ['16 bis 37 %', '16', 'percent', 'range', { max: '37' }],
  ['16%-37%', '16', 'percent', 'range', { max: '37' }],
  ['zwischen 16 und 37 Prozent', '16', 'percent', 'range', { max: '37' }],
  ['8,5 bis 10 Mrd. Euro', '8500000000', 'EUR', 'range', { max: '10000000000' }],
  ['850 Mio. bis 1 Mrd. RMB', '850000000', 'CNY', 'range', { max: '1000000000' }],
  ['3 Prozentpunkte', '3', 'percentage-point', 'exact'],
  ['um 78,6 % gegenüber dem Vorjahr', '78.6', 'percent', 'exact', { basis: 'year-on-year' }],
  [
    'durchschnittlichen jährlichen Wachstumsrate von mehr als 15 %',
    '15',
    'percent',
    'more-than',
    { basis: 'annual-average' },
  ],
  ['−5 %', '-5', 'percent', 'exact'],
  ['ein Drittel', '1', 'count', 'exact', per('3', 'count')],
  ['knapp zwei Drittel', '2', 'count', 'nearly', per('3', 'count')],
  ['ein gutes Viertel', '25', 'percent', 'more-than'],
  ['mehr als die Hälfte', '50', 'percent', 'more-than'],
  ['jede sechste', '1', 'count', 'exact', per('6', 'count')],
  ['fast jeder Zehnte', '10', 'percent', 'nearly'],
  ['verdoppelt', '100', 'percent', 'exact'],
  ['1,5 Quadratkilometer', '1.5', 'km2', 'exact'],
  ['12 Hektar', '12', 'ha', 'exact'],
  ['50 MW', '50000', 'kW', 'exact'],
  ['1,2 GWh', '1200000', 'kWh', 'exact'],
  ['3.000 Tonnen', '3000', 't', 'exact'],
  ['5 Jahre', '5', 'year', 'exact'],
  ['42 Ärzte je 100.000 Einwohner', '42', 'count', 'exact', per('100000', 'people')],
  ['500 Euro pro Kopf', '500', 'EUR', 'exact', per('1', 'people')],
  ['12 Euro/m²', '12', 'EUR', 'exact', per('1', 'm2')],
];

describe('writing German', () => {
  itWrites(de, written);

  it('it writes dates of every precision', () => {
    expect(['2024', '2025-11', '2025-11-06'].map(de.writeDate)).toEqual([
      '2024',
      'November 2025',
      '6. November 2025',
    ]);
  });

  it('it writes ranks, lists, places and quotations', () => {
    expect([1, 2, 3, 12, 13].map((rank) => de.writeRank(rank))).toEqual([
      'erste',
      'zweite',
      'dritte',
      'zwölfte',
      '13.',
    ]);
    expect(['masculine', 'feminine', 'neuter', 'dative'].map((form) => de.writeRank(1, form))).toEqual([
      'erster',
      'erste',
      'erstes',
      'ersten',
    ]);
    expect(de.writeRank(13, 'neuter')).toBe('13.');
    expect(de.joinList(['A', 'B', 'C'])).toBe('A, B und C');
    expect(de.writeLocator({ section: '04', paragraph: 3 })).toBe('Abschnitt 04, Absatz 3');
    expect(de.quote('mehr als 15 %')).toBe('„mehr als 15 %“');
  });
});

describe('reading German', () => {
  itReads('de', readings);

  itFindsNone('de', [
    'am 16. November 2025',
    '16.11.2025',
    'im Jahr 2024',
    'seit 2024',
    '2023–2025',
    '3. Quartal',
    '5G',
    'Nr. 5',
    'Abschnitt 04, Absatz 3',
    '08:12',
    'Dec. 22, 2025',
    '1.5',
    'zahlreiche Unternehmen',
    '28.66',
    'Q3 2025',
  ]);

  itRefuses('de', [
    ['50 km', 'km'],
    ['3 Monate', 'monate'],
    ['mindestens höchstens 50', 'contradict'],
    ['24 Fonds und 15 Banken', '2 figures'],
  ]);

  it('it finds every figure of a sentence with its span, and no date', () => {
    const text =
      'Am 16. November 2025 zählte die Zone 24 Fonds mit 28,66 Mrd. RMB; der Talentpool wuchs um mehr als 15\u00A0% pro Jahr.';
    expect(readFigures(text, 'de').map(({ start, end }) => text.slice(start, end))).toEqual([
      '24',
      '28,66 Mrd. RMB',
      'mehr als 15\u00A0% pro Jahr',
    ]);
  });
});
