/** How English writes figures, dates and ranks: British dates, RMB before the amount, billion is 10^9. */
import type { Unit } from '../../facts/schema.js';
import { digitsOf, largestScale, type Marks, noScale, printDigits, type Scale } from '../decimal.js';
import type { FigureStyle } from '../language.js';
import { type Hedge, join, nounOf, type Parts, type UnitContext, type Writing } from '../write.js';

export const tag = 'en';
export const marks: Marks = { decimal: '.', group: ',', groupFrom: 4, looseGroups: true };

const longScales: readonly Scale[] = [
  { exponent: 12, word: ' trillion' },
  { exponent: 9, word: ' billion' },
  { exponent: 6, word: ' million' },
];
const shortScales: readonly Scale[] = [
  { exponent: 12, word: 'tn' },
  { exponent: 9, word: 'bn' },
  { exponent: 6, word: 'm' },
];

/** Set before the amount. Others are written with their code: "AED 12 million". */
export const currencies: Readonly<Record<string, string>> = {
  CNY: 'RMB ',
  USD: 'US$',
  EUR: '€',
  GBP: '£',
  HKD: 'HK$',
  SGD: 'S$',
};

const hedges: Readonly<Record<'words' | 'signs', Readonly<Record<Hedge, string>>>> = {
  words: {
    about: 'about ',
    nearly: 'nearly ',
    'more-than': 'more than ',
    'at-least': 'at least ',
    'less-than': 'less than ',
    'at-most': 'at most ',
  },
  // There is no sign for nearly, and those for about differ between readers.
  signs: {
    about: 'about ',
    nearly: 'nearly ',
    'more-than': '>',
    'at-least': '≥',
    'less-than': '<',
    'at-most': '≤',
  },
};

/** One and other, in prose and in short. */
const unitWords: Readonly<Record<string, readonly [one: string, other: string, short: string]>> = {
  'percentage-point': ['percentage point', 'percentage points', 'pp'],
  m2: ['m²', 'm²', 'm²'],
  km2: ['km²', 'km²', 'km²'],
  ha: ['hectare', 'hectares', 'ha'],
  mu: ['mu', 'mu', 'mu'],
  kW: ['kW', 'kW', 'kW'],
  kWh: ['kWh', 'kWh', 'kWh'],
  t: ['tonne', 'tonnes', 't'],
};

export const months =
  'January February March April May June July August September October November December'.split(' ');
export const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
export const ordinalRules = new Intl.PluralRules(tag, { type: 'ordinal' });
export const ordinalEndings: Readonly<Record<string, string>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
};

function scaleFor(value: Parameters<Writing['scaleFor']>[0], unit: Unit, style: FigureStyle): Scale {
  if (unit === 'percent' || unit === 'percentage-point' || unit === 'year') return noScale;
  // "1.3m m²" would be read twice.
  const short = style !== 'prose' && !(unit in unitWords);
  return largestScale(value, short ? shortScales : longScales, 3);
}

function writeUnit(unit: Unit, context: UnitContext): { before: string; after: string } {
  const { style, plural, noun = style === 'prose' } = context;
  const one = plural === 'one';
  const after = (text: string | undefined) => ({ before: '', after: text ? ` ${text}` : '' });
  if (unit === 'percent') return { before: '', after: '%' };
  if (unit === 'year') return after(one ? 'year' : 'years');
  if (unit === 'count' || unit === 'people') {
    if (!noun) return after(undefined);
    const own = unit === 'people' ? (one ? 'person' : 'people') : undefined;
    return after(nounOf(context.counted, tag, plural, context.case) ?? own);
  }
  const words = unitWords[unit];
  if (words) return after(style === 'prose' ? words[one ? 0 : 1] : words[2]);
  return { before: style === 'axis' ? '' : currencyOf(unit), after: '' };
}

const currencyOf = (code: string): string => currencies[code] ?? `${code} `;

function writeRange(lower: Parts, upper: Parts, style: FigureStyle): string {
  const negative = `${lower.before}${lower.number}${upper.before}${upper.number}`.includes('\u2212');
  const to = style === 'prose' || negative ? ' to ' : '–';
  const sameScale = lower.scale === upper.scale;
  // Percent is short enough to stand twice in a sentence.
  const repeated = upper.after === '%' && to === ' to ' ? '%' : '';
  const first = `${lower.before}${lower.number}${sameScale ? '' : lower.scale}${repeated}`;
  return sameScale && !negative
    ? `${first}${to}${upper.number}${upper.scale}${upper.after}`
    : `${first}${to}${join(upper)}`;
}

export const writing: Writing = {
  tag,
  marks,
  scaleFor,
  unit: writeUnit,
  hedge: (parts, hedge, _unit, style) =>
    `${hedges[style === 'prose' ? 'words' : 'signs'][hedge]}${join(parts)}`,
  range: writeRange,
  tier(value, unit, { style }) {
    const scale = scaleFor(value, unit, style);
    // A class names its currency even on an axis; what is counted stands in the label.
    const { before, after } = writeUnit(unit, {
      style: style === 'axis' ? 'tile' : style,
      plural: 'other',
      noun: unit === 'people' && style === 'prose',
    });
    return `${join({ before, number: printDigits(value, scale.exponent, marks), scale: scale.word, after })} class`;
  },
  rate(figure, per) {
    const one = per.amount === '1';
    const { before, after } = writeUnit(per.unit, {
      style: 'prose',
      plural: one ? 'one' : 'other',
      noun: true,
    });
    if (one && after) return `${figure} per ${after.trim()}`;
    const value = digitsOf(per.amount);
    const scale = scaleFor(value, per.unit, 'prose');
    return `${figure} per ${join({ before, number: printDigits(value, scale.exponent, marks), scale: scale.word, after })}`;
  },
};
