import { describe, expect, it } from 'vitest';
import { fr } from '../../src/language/fr/language.js';
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

const funds = nouns('fr', { one: 'fonds', other: 'fonds' });
const companies = nouns('fr', { one: 'entreprise', other: 'entreprises' });

const written: readonly WritingRow[] = [
  ['28,66\u00A0milliards de yuans', { amount: '28660000000', unit: 'CNY' }, 'exact'],
  ['28,66\u00A0Md de yuans', { amount: '28660000000', unit: 'CNY' }, 'exact', { style: 'tile' }],
  ['28,66\u00A0Md', { amount: '28660000000', unit: 'CNY' }, 'exact', { style: 'axis' }],
  ['28,660\u00A0milliards de yuans', { amount: '28660000000', unit: 'CNY', significantDigits: 5 }, 'exact'],
  ['près de 30\u00A0milliards de yuans', { amount: '30000000000', unit: 'CNY' }, 'nearly'],
  ['3\u00A0610\u00A0milliards de yuans', { amount: '3610000000000', unit: 'CNY' }, 'exact'],
  ['1,66\u00A0milliard de dollars', { amount: '1660000000', unit: 'USD' }, 'exact'],
  ['1\u00A0million d’euros', { amount: '1000000', unit: 'EUR' }, 'exact'],
  ['environ 12\u00A0millions d’euros', { amount: '12000000', unit: 'EUR' }, 'about'],
  ['12\u00A0M€', { amount: '12000000', unit: 'EUR' }, 'exact', { style: 'tile' }],
  ['>\u00A01,2\u00A0Md$', { amount: '1200000000', unit: 'USD' }, 'more-than', { style: 'tile' }],
  ['12\u00A0millions\u00A0AED', { amount: '12000000', unit: 'AED' }, 'exact'],
  ['1\u00A0043\u00A0915\u00A0euros', { amount: '1043915', unit: 'EUR' }, 'exact'],
  ['1\u00A0yuan', { amount: '1', unit: 'CNY' }, 'exact'],
  ['−5\u00A0millions de dollars', { amount: '-5000000', unit: 'USD' }, 'exact'],
  ['près de 170\u00A0000\u00A0personnes', { amount: '170000', unit: 'people' }, 'nearly'],
  ['près de 170\u00A0000', { amount: '170000', unit: 'people' }, 'nearly', { style: 'tile' }],
  ['1\u00A0personne', { amount: '1', unit: 'people' }, 'exact'],
  ['1,3\u00A0million de personnes', { amount: '1300000', unit: 'people' }, 'exact'],
  ['1,3\u00A0M', { amount: '1300000', unit: 'people' }, 'exact', { style: 'axis' }],
  ['1\u00A0fonds', { amount: '1', unit: 'count' }, 'exact', funds],
  ['24\u00A0fonds', { amount: '24', unit: 'count' }, 'exact', funds],
  ['24', { amount: '24', unit: 'count' }, 'exact', { ...funds, noun: false }],
  ['plus de 50\u00A0entreprises', { amount: '50', unit: 'count' }, 'more-than', companies],
  ['2\u00A0millions d’entreprises', { amount: '2000000', unit: 'count' }, 'exact', companies],
  ['>\u00A050', { amount: '50', unit: 'count' }, 'more-than', { ...companies, style: 'tile' }],
  ['au moins 50', { amount: '50', unit: 'count' }, 'at-least'],
  ['≥\u00A050', { amount: '50', unit: 'count' }, 'at-least', { style: 'axis' }],
  ['moins de 50', { amount: '50', unit: 'count' }, 'less-than'],
  ['au plus 50', { amount: '50', unit: 'count' }, 'at-most'],
  ['env.\u00A050', { amount: '50', unit: 'count' }, 'about', { style: 'tile' }],
  ['plus de 15\u00A0%', { amount: '15', unit: 'percent' }, 'more-than'],
  ['42,50\u00A0%', { amount: '42.50', unit: 'percent' }, 'exact'],
  ['1\u00A0point de pourcentage', { amount: '1', unit: 'percentage-point' }, 'exact'],
  ['2,3\u00A0points de pourcentage', { amount: '2.3', unit: 'percentage-point' }, 'exact'],
  ['2,3\u00A0pt', { amount: '2.3', unit: 'percentage-point' }, 'exact', { style: 'axis' }],
  ['16 à 37\u00A0%', { amount: '16', max: '37', unit: 'percent' }, 'range'],
  ['16–37\u00A0%', { amount: '16', max: '37', unit: 'percent' }, 'range', { style: 'tile' }],
  ['8,5 à 10\u00A0milliards de yuans', { amount: '8500000000', max: '10000000000', unit: 'CNY' }, 'range'],
  [
    '850\u00A0millions à 1\u00A0milliard de yuans',
    { amount: '850000000', max: '1000000000', unit: 'CNY' },
    'range',
  ],
  ['classe des 100\u00A0milliards de yuans', { amount: '100000000000', unit: 'CNY' }, 'tier'],
  ['classe des 100\u00A0Md de yuans', { amount: '100000000000', unit: 'CNY' }, 'tier', { style: 'axis' }],
  ['1,5\u00A0km²', { amount: '1.5', unit: 'km2' }, 'exact'],
  ['12\u00A0hectares', { amount: '12', unit: 'ha' }, 'exact'],
  ['2\u00A0millions de m²', { amount: '2000000', unit: 'm2' }, 'exact'],
  ['1,2\u00A0million de kWh', { amount: '1200000', unit: 'kWh' }, 'exact', { style: 'tile' }],
  ['3\u00A0000\u00A0tonnes', { amount: '3000', unit: 't' }, 'exact'],
  ['5\u00A0ans', { amount: '5', unit: 'year' }, 'exact'],
  ['1,5\u00A0an', { amount: '1.5', unit: 'year' }, 'exact'],
  [
    'environ 42 pour 100\u00A0000 habitants',
    { amount: '42', unit: 'count', ...per('100000', 'people') },
    'about',
  ],
  ['500\u00A0yuans par m²', { amount: '500', unit: 'CNY', ...per('1', 'm2') }, 'exact'],
  ['5\u00A0millions de yuans par an', { amount: '5000000', unit: 'CNY', ...per('1', 'year') }, 'exact'],
];

const readings: readonly ReadingRow[] = [
  ['42,5 %', '42.5', 'percent', 'exact'],
  ['42,5\u202F%', '42.5', 'percent', 'exact'],
  ['15 pour cent', '15', 'percent', 'exact'],
  ['un pour cent', '1', 'percent', 'exact'],
  ['5 ‰', '0.5', 'percent', 'exact'],
  ['28,66 milliards de yuans', '28660000000', 'CNY', 'exact'],
  ['28,66 Mds de yuans', '28660000000', 'CNY', 'exact'],
  ['28,66 milliards de RMB', '28660000000', 'CNY', 'exact'],
  ['28,66 milliards', '28660000000', '', 'exact'],
  ['1,2 milliard de dollars', '1200000000', 'USD', 'exact'],
  ['1,2 Md$', '1200000000', 'USD', 'exact'],
  ['12 M€', '12000000', 'EUR', 'exact'],
  ['12 M d’euros', '12000000', 'EUR', 'exact'],
  ['500 k€', '500000', 'EUR', 'exact'],
  ['2 billions d’euros', '2000000000000', 'EUR', 'exact'],
  ['mille milliards de dollars', '1000000000000', 'USD', 'exact'],
  ['1 043 915 euros', '1043915', 'EUR', 'exact'],
  ['1\u202F043\u202F915,50 euros', '1043915.50', 'EUR', 'exact'],
  ['12 millions de francs suisses', '12000000', 'CHF', 'exact'],
  ['près de 170 000 personnes', '170000', 'people', 'nearly'],
  ['presque 200 chercheurs', '200', 'people', 'nearly'],
  ['quelque 200 entreprises', '200', 'count', 'about'],
  ['environ 50', '50', '', 'about'],
  ['50 environ', '50', '', 'about'],
  ['plus de 50 entreprises', '50', 'count', 'more-than'],
  ['au-delà de 15 %', '15', 'percent', 'more-than'],
  ['au moins 50', '50', '', 'at-least'],
  ['pas moins de 50', '50', '', 'at-least'],
  ['50 ou plus', '50', '', 'at-least'],
  ['moins de 10 %', '10', 'percent', 'less-than'],
  ["jusqu'à 15 %", '15', 'percent', 'at-most'],
  ['au maximum 15 %', '15', 'percent', 'at-most'],
  ['moins 5 %', '-5', 'percent', 'exact'],
  ['2,3 points de pourcentage', '2.3', 'percentage-point', 'exact'],
  ['2,3 points', '2.3', 'percentage-point', 'exact'],
  ['un tiers', '1', 'count', 'exact', per('3', 'count')],
  ["près d'un tiers", '1', 'count', 'nearly', per('3', 'count')],
  ['un bon quart', '25', 'percent', 'more-than'],
  ['plus des trois quarts', '75', 'percent', 'more-than'],
  ['plus de la moitié', '50', 'percent', 'more-than'],
  ['une entreprise sur six', '1', 'count', 'exact', per('6', 'count')],
  ['neuf sur dix', '90', 'percent', 'exact'],
  ['a plus que doublé', '100', 'percent', 'more-than'],
  ['triplé', '200', 'percent', 'exact'],
  ['entre 5 et 10 millions d’euros', '5000000', 'EUR', 'range', { max: '10000000' }],
  ['de 16 à 37 %', '16', 'percent', 'range', { max: '37' }],
  ['deux à trois ans', '2', 'year', 'range', { max: '3' }],
  ['classe des 100 milliards de yuans', '100000000000', 'CNY', 'tier'],
  ['catégorie des 10 milliards', '10000000000', '', 'tier'],
  ['deux cent cinquante entreprises', '250', 'count', 'exact'],
  ['quatre-vingt-dix-neuf fonds', '99', 'count', 'exact'],
  ['soixante et onze fonds', '71', 'count', 'exact'],
  ['un demi-million d’habitants', '500000', 'people', 'exact'],
  ['1,5 km²', '1.5', 'km2', 'exact'],
  ['50 MW', '50000', 'kW', 'exact'],
  ['42 médecins pour 100 000 habitants', '42', 'count', 'exact', per('100000', 'people')],
  ['500 euros par habitant', '500', 'EUR', 'exact', per('1', 'people')],
  ['78,6 % sur un an', '78.6', 'percent', 'exact', { basis: 'year-on-year' }],
  ['15 % par an en moyenne', '15', 'percent', 'exact', { basis: 'annual-average' }],
];

describe('writing French', () => {
  itWrites(fr, written);

  it('it writes dates, ranks, lists, places and quotations', () => {
    expect(['2024', '2025-11', '2025-11-16', '2025-11-01'].map(fr.writeDate)).toEqual([
      '2024',
      'novembre 2025',
      '16 novembre 2025',
      '1er novembre 2025',
    ]);
    expect([1, 2, 10, 11].map((rank) => fr.writeRank(rank))).toEqual([
      'premier',
      'deuxième',
      'dixième',
      '11e',
    ]);
    expect(fr.writeRank(1, 'feminine')).toBe('première');
    expect(fr.joinList(['A', 'B', 'C'])).toBe('A, B et C');
    expect(fr.writeLocator({ section: '04', paragraph: 3 })).toBe('section 04, paragraphe 3');
    expect(fr.quote('plus de 15 %')).toBe('«\u00A0plus de 15 %\u00A0»');
    expect(fr.words.asOf('novembre 2025')).toBe('date de référence\u00A0: novembre 2025');
  });
});

describe('reading French', () => {
  itReads('fr', readings);

  itFindsNone('fr', [
    'le 16 novembre 2025',
    'le 1er mai',
    'en 2024',
    '2023–2025',
    'T3 2025',
    'le 3e trimestre',
    '5G',
    'page 3 sur 5',
    'une quinzaine d’entreprises',
    'des centaines d’entreprises',
    'à deux chiffres',
    '28.66',
    'deux ou trois ans',
    'pour 100 000 habitants',
    'top 500',
  ]);

  itRefuses('fr', [
    ['50 km', 'km'],
    ['3 mois', 'mois'],
    ['au moins au plus 50', 'contradict'],
    ['24 fonds et 15 banques', '2 figures'],
    ['est passé de 16 à 37 %', '2 figures'],
    ['100 tonnes par jour', 'jour'],
  ]);

  it('it finds every figure of a sentence with its span, and no date', () => {
    const text =
      'Au 16 novembre 2025, la zone comptait 24 fonds et 28,66\u00A0milliards de yuans ; le vivier de talents croît de plus de 15\u00A0% par an.';
    expect(readFigures(text, 'fr').map(({ start, end }) => text.slice(start, end))).toEqual([
      '24',
      '28,66\u00A0milliards de yuans',
      'plus de 15\u00A0% par an',
    ]);
  });
});
