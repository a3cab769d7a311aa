/** How German writes figures, dates and ranks: 28,66 Mrd. RMB, 15 % with a no-break space, Billion is 10^12. */
import type { Unit } from '../../facts/schema.js';
import {
  type Digits,
  digitsOf,
  largestScale,
  type Marks,
  noScale,
  printDigits,
  type Scale,
} from '../decimal.js';
import type { FigureStyle } from '../language.js';
import { type Hedge, join, nounOf, type Parts, type UnitContext, type Writing } from '../write.js';

export const tag = 'de';
export const marks: Marks = { decimal: ',', group: '.', groupFrom: 4, looseGroups: true };

export const scales: readonly Scale[] = [
  { exponent: 12, word: ' Bio.' },
  { exponent: 9, word: ' Mrd.' },
  { exponent: 6, word: ' Mio.' },
];
/** In a compound: 100-Milliarden-Yuan-Klasse. */
const compoundScales: Readonly<Record<number, string>> = { 6: 'Millionen', 9: 'Milliarden', 12: 'Billionen' };

/** Set after the amount. Others are written with their code: "12 Mio. AED". */
export const currencies: Readonly<Record<string, string>> = {
  CNY: 'RMB',
  USD: 'US-Dollar',
  EUR: 'Euro',
  GBP: 'Pfund',
  JPY: 'Yen',
  CHF: 'Franken',
  HKD: 'HK-Dollar',
  SGD: 'Singapur-Dollar',
};

const hedges: Readonly<Record<'long' | 'short', Readonly<Record<Hedge, string>>>> = {
  long: {
    about: 'rund',
    nearly: 'knapp',
    'more-than': 'mehr als',
    'at-least': 'mindestens',
    'less-than': 'weniger als',
    'at-most': 'höchstens',
  },
  short: {
    about: 'rund',
    nearly: 'knapp',
    'more-than': 'über',
    'at-least': 'mind.',
    'less-than': 'unter',
    'at-most': 'max.',
  },
};

interface UnitWord {
  readonly one: string;
  readonly other: string;
  /** Plural of the dative, where it differs. */
  readonly dative?: string;
  /** On tiles and axes. */
  readonly short: string;
  /** In a class: 15-Prozent-Klasse. */
  readonly compound: string;
}
const symbol = (text: string): UnitWord => ({ one: text, other: text, short: text, compound: text });
const unitWords: Readonly<Record<string, UnitWord>> = {
  percent: symbol('%'),
  'percentage-point': {
    one: 'Prozentpunkt',
    other: 'Prozentpunkte',
    dative: 'Prozentpunkten',
    short: 'PP',
    compound: 'Prozentpunkte',
  },
  m2: symbol('m²'),
  km2: symbol('km²'),
  ha: { one: 'Hektar', other: 'Hektar', short: 'ha', compound: 'Hektar' },
  mu: symbol('Mu'),
  kW: symbol('kW'),
  kWh: symbol('kWh'),
  t: { one: 'Tonne', other: 'Tonnen', short: 't', compound: 'Tonnen' },
  year: { one: 'Jahr', other: 'Jahre', dative: 'Jahren', short: 'Jahre', compound: 'Jahre' },
};

export const months =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
export const ordinals =
  'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte'.split(' ');

/** Behind "erste": Chongqings erster Fonds, Chongqings erstes Zentrum, im ersten Fonds. */
export const rankEndings: Readonly<Record<string, string>> = { masculine: 'r', neuter: 's', dative: 'n' };

function scaleFor(value: Digits, unit: Unit): Scale {
  if (unit === 'percent' || unit === 'percentage-point' || unit === 'year') return noScale;
  return largestScale(value, scales, 3);
}

function unitText(unit: Unit, context: UnitContext): string {
  const { style, plural, noun = style === 'prose' } = context;
  const one = plural === 'one';
  if (unit === 'count' || unit === 'people') {
    if (!noun) return '';
    const own = unit === 'people' ? (one ? 'Person' : 'Menschen') : '';
    return nounOf(context.counted, tag, plural, context.case) ?? own;
  }
  const words = unitWords[unit];
  if (!words) return style === 'axis' ? '' : (currencies[unit] ?? unit);
  if (style !== 'prose' && !(one && unit === 'year')) return words.short;
  if (one) return words.one;
  return context.case === 'dative' ? (words.dative ?? words.other) : words.other;
}

function writeUnit(unit: Unit, context: UnitContext): { before: string; after: string } {
  const text = unitText(unit, context);
  // DIN 5008 keeps the sign on the line of its number.
  return { before: '', after: text === '' ? '' : `${unit === 'percent' ? '\u00A0' : ' '}${text}` };
}

function writeRange(lower: Parts, upper: Parts, style: FigureStyle): string {
  const to = style === 'prose' || `${lower.number}${upper.number}`.includes('\u2212') ? ' bis ' : '–';
  return `${lower.number}${lower.scale === upper.scale ? '' : lower.scale}${to}${join(upper)}`;
}

function writeTier(value: Digits, unit: Unit, style: FigureStyle): string {
  const scale = scaleFor(value, unit);
  const scaleWord = style === 'prose' ? compoundScales[scale.exponent] : scale.word.trim();
  const own: Readonly<Record<string, string>> = {
    percent: 'Prozent',
    people: 'Personen',
    count: '',
    CNY: 'Yuan',
  };
  const noun = own[unit] ?? unitWords[unit]?.compound ?? currencies[unit] ?? unit;
  return [printDigits(value, scale.exponent, marks), scaleWord, noun, 'Klasse'].filter(Boolean).join('-');
}

export const writing: Writing = {
  tag,
  marks,
  scaleFor,
  unit: writeUnit,
  hedge: (parts, hedge, _unit, style) =>
    `${hedges[style === 'prose' ? 'long' : 'short'][hedge]} ${join(parts)}`,
  range: writeRange,
  tier: (value, unit, { style }) => writeTier(value, unit, style),
  rate(figure, per) {
    const one = per.amount === '1';
    const { after } = writeUnit(per.unit, { style: 'prose', plural: one ? 'one' : 'other', noun: true });
    const base = per.unit === 'people' ? ' Einwohner' : after;
    if (one && base) return `${figure} ${per.unit === 'year' ? 'pro' : 'je'}${base}`;
    const value = digitsOf(per.amount);
    const scale = scaleFor(value, per.unit);
    return `${figure} je ${printDigits(value, scale.exponent, marks)}${scale.word}${base}`;
  },
};
