/** How French writes figures, dates and ranks: 28,66 milliards de yuans, no-break spaces, milliard is 10^9, billion 10^12. */
import type { Unit } from '../../facts/schema.js';
import {
  type Digits,
  digitsOf,
  integerDigits,
  largestScale,
  type Marks,
  noScale,
  printDigits,
  type Scale,
} from '../decimal.js';
import type { FigureStyle } from '../language.js';
import { type Hedge, join, nounOf, type Parts, type UnitContext, type Writing } from '../write.js';

export const tag = 'fr';
/** Keeps a number in one piece, and a sign with it. */
export const nbsp = '\u00A0';
export const marks: Marks = { decimal: ',', group: nbsp, groupFrom: 4, looseGroups: true };

/** "1,66 milliard" but "2 milliards": the plural begins at two. "3 610 milliards", since a billion is rare. */
const scaleWords = [
  { exponent: 9, one: `${nbsp}milliard`, other: `${nbsp}milliards`, short: `${nbsp}Md` },
  { exponent: 6, one: `${nbsp}million`, other: `${nbsp}millions`, short: `${nbsp}M` },
];

const currencies: Readonly<Record<string, { readonly word: string; readonly sign?: string }>> = {
  CNY: { word: 'yuans' },
  USD: { word: 'dollars', sign: '$' },
  EUR: { word: 'euros', sign: '€' },
  GBP: { word: 'livres sterling', sign: '£' },
  JPY: { word: 'yens' },
  CHF: { word: 'francs suisses' },
  HKD: { word: 'dollars de Hong Kong' },
  SGD: { word: 'dollars de Singapour' },
};
const oneOf: Readonly<Record<string, string>> = {
  yuans: 'yuan',
  dollars: 'dollar',
  euros: 'euro',
  'livres sterling': 'livre sterling',
  yens: 'yen',
  'francs suisses': 'franc suisse',
  'dollars de Hong Kong': 'dollar de Hong Kong',
  'dollars de Singapour': 'dollar de Singapour',
};

const hedges: Readonly<Record<'words' | 'short', Readonly<Record<Hedge, string>>>> = {
  words: {
    about: 'environ ',
    nearly: 'près de ',
    'more-than': 'plus de ',
    'at-least': 'au moins ',
    'less-than': 'moins de ',
    'at-most': 'au plus ',
  },
  short: {
    about: `env.${nbsp}`,
    nearly: 'près de ',
    'more-than': `>${nbsp}`,
    'at-least': `≥${nbsp}`,
    'less-than': `<${nbsp}`,
    'at-most': `≤${nbsp}`,
  },
};

/** One and other, in prose and in short. */
const unitWords: Readonly<Record<string, readonly [one: string, other: string, short: string]>> = {
  percent: ['%', '%', '%'],
  'percentage-point': ['point de pourcentage', 'points de pourcentage', 'pt'],
  m2: ['m²', 'm²', 'm²'],
  km2: ['km²', 'km²', 'km²'],
  ha: ['hectare', 'hectares', 'ha'],
  mu: ['mu', 'mu', 'mu'],
  kW: ['kW', 'kW', 'kW'],
  kWh: ['kWh', 'kWh', 'kWh'],
  t: ['tonne', 'tonnes', 't'],
  year: ['an', 'ans', 'ans'],
};

export const months =
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
export const ordinals =
  'premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième'.split(' ');

/** Whether the value is below two, so that it counts as one: 1,66 milliard. */
const isBelowTwo = (value: Digits, exponent: number): boolean => {
  const size = integerDigits(value) - exponent;
  return size < 1 || (size === 1 && value.digits[0] === '1');
};

function scaleFor(value: Digits, unit: Unit, style: FigureStyle): Scale {
  if (unit === 'percent' || unit === 'percentage-point' || unit === 'year') return noScale;
  // "1,3 M m²" would be read twice.
  const short = style !== 'prose' && !(unit in unitWords);
  const words = scaleWords.map(({ exponent, short: abbreviated }) => ({
    exponent,
    word: short ? abbreviated : longWord(exponent, value),
  }));
  return largestScale(value, words, 3);
}

const longWord = (exponent: number, value: Digits): string => {
  const words = scaleWords.find((scale) => scale.exponent === exponent);
  return words?.[isBelowTwo(value, exponent) ? 'one' : 'other'] ?? '';
};

function unitText(unit: Unit, context: UnitContext): string {
  const { style, plural, noun = style === 'prose' } = context;
  const one = plural === 'one';
  if (unit === 'count' || unit === 'people') {
    if (!noun) return '';
    const own = unit === 'people' ? (one ? 'personne' : 'personnes') : '';
    return nounOf(context.counted, tag, plural === 'one' ? 'one' : 'other', context.case) ?? own;
  }
  const words = unitWords[unit];
  if (words) return style === 'prose' ? words[one ? 0 : 1] : unit === 'year' && one ? 'an' : words[2];
  if (style === 'axis') return '';
  const currency = currencies[unit];
  if (!currency) return unit;
  if (style === 'tile' && currency.sign) return currency.sign;
  return one ? (oneOf[currency.word] ?? currency.word) : currency.word;
}

/** "d’euros", "de yuans", "de m²": between millions and what they count. Signs and codes follow directly: 12 M€. */
function linked(scale: string, word: string): string {
  if (word === '') return '';
  if (scale === '' || /^[A-Z]{3}$/.test(word)) return `${nbsp}${word}`;
  if (/^[$€£]$/.test(word)) return word;
  return /^[aeiouéèêhâôœ]/.test(word) ? ` d’${word}` : ` de ${word}`;
}

function writeRange(lower: Parts, upper: Parts, style: FigureStyle): string {
  const to = style === 'prose' || `${lower.number}${upper.number}`.includes('\u2212') ? ' à ' : '–';
  return `${lower.number}${lower.scale === upper.scale ? '' : lower.scale}${to}${join(upper)}`;
}

/** A class or the base of a rate. */
function writeFigure(value: Digits, unit: Unit, style: FigureStyle, noun: boolean): string {
  const scale = scaleFor(value, unit, style);
  const plural = isBelowTwo(value, 0) ? 'one' : 'other';
  const after = linked(scale.word, unitText(unit, { style, plural, noun }));
  return `${printDigits(value, scale.exponent, marks)}${scale.word}${after}`;
}

export const writing: Writing = {
  tag,
  marks,
  scaleFor,
  scaleWord: ({ exponent, word }, value) =>
    scaleWords.some(({ short }) => short === word) ? word : longWord(exponent, value),
  unit: (unit, context) => ({ before: '', after: linked(context.scale ?? '', unitText(unit, context)) }),
  hedge: (parts, hedge, _unit, style) =>
    `${hedges[style === 'prose' ? 'words' : 'short'][hedge]}${join(parts)}`,
  range: writeRange,
  tier(value, unit, { style }) {
    // A class names its currency even on an axis; what is counted stands in the label.
    const shown = style === 'axis' ? 'tile' : style;
    return `classe des ${writeFigure(value, unit, shown, unit === 'people' && style === 'prose')}`;
  },
  rate(figure, per) {
    const one = per.amount === '1';
    if (per.unit === 'people') {
      return `${figure} ${one ? 'par' : `pour ${printDigits(digitsOf(per.amount), 0, marks)}`} habitant${one ? '' : 's'}`;
    }
    const base = writeFigure(digitsOf(per.amount), per.unit, 'prose', true);
    if (!one) return `${figure} par tranche de ${base}`;
    return `${figure} par ${per.unit === 'count' ? 'unité' : base.replace(/^1\u00A0/, '')}`;
  },
};
