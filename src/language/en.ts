/** English as investors read it: British dates, RMB before the amount, billion is 10^9. */
import type { Qualifier, Quantity, Unit } from '../facts/schema.js';
import { digitsOf, largestScale, type Marks, noScale, printDigits, type Scale } from './decimal.js';
import { type Grammar, type PerWord, synonyms, type UnitReading, wordTable } from './grammar.js';
import type { FigureStyle, Language } from './language.js';
import { latinNumeral } from './numerals.js';
import { fraction, growthTo } from './specials.js';
import {
  dateParts,
  type Hedge,
  join,
  joinWith,
  nounOf,
  type Parts,
  quantityWriter,
  type UnitContext,
  type Writing,
} from './write.js';

const tag = 'en';
const marks: Marks = { decimal: '.', group: ',', groupFrom: 4, looseGroups: true };

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
const currencies: Readonly<Record<string, string>> = {
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

const months = 'January February March April May June July August September October November December'.split(
  ' ',
);
const ordinals = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
const ordinalRules = new Intl.PluralRules(tag, { type: 'ordinal' });
const ordinalEndings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

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

const writing: Writing = {
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

const hedgeWords = synonyms<Qualifier>([
  [
    'about',
    'about, around, roughly, approximately, approx., approx, some, circa, ca., c., an estimated, ~, ≈',
  ],
  ['about', 'in the region of, in the order of'],
  ['nearly', 'nearly, almost, close to, just under, just below, just short of, just shy of, shy of'],
  [
    'nearly',
    'close on, getting on for, a little under, a little less than, approaching, nearing, not quite, almost but not quite, virtually',
  ],
  ['more-than', 'more than, over, above, in excess of, exceeding, upwards of, upward of, greater than, >'],
  [
    'more-than',
    'well over, just over, slightly more than, slightly over, exceeds, exceeded, exceed, north of',
  ],
  ['more-than', 'a good, surpassing, surpasses, surpassed, topping, topped, beyond'],
  [
    'at-least',
    'at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of, min., ≥, >=',
  ],
  ['less-than', 'less than, fewer than, under, below, <'],
  [
    'at-most',
    'at most, up to, as many as, as much as, no more than, not more than, not exceeding, a maximum of',
  ],
  ['at-least', 'minimum, a minimum, upwards from'],
  ['at-most', 'maximum, a maximum, maximum of, max., ≤, <='],
  ['about', 'estimated at, estimated, give or take, in the neighbourhood of, or thereabouts'],
]);

const unitReadings = synonyms<UnitReading>([
  [{ unit: 'percent' }, '%, percent, per cent, pct, per-cent'],
  [{ unit: 'percent', exponent: -1 }, '‰, per mille, per mil'],
  [{ unit: 'percent', exponent: 2 }, 'fold'],
  [
    { unit: 'percentage-point' },
    'percentage points, percentage point, percentage-point, pp, ppt, ppts, pps, p.p., pct pts',
  ],
  [
    { unit: 'people' },
    'people, person, persons, inhabitants, residents, employees, researchers, scientists, workers',
  ],
  [
    { unit: 'm2' },
    'm², m2, sq m, sqm, square metres, square meters, square metre, square meter, square-metre, square-meter',
  ],
  [{ unit: 'km2' }, 'km², km2, sq km, sqkm, square kilometres, square kilometers, square kilometre'],
  [{ unit: 'km2' }, 'square kilometer, square-kilometre, square-kilometer'],
  [{ unit: 'ha' }, 'hectares, hectare, ha'],
  [{ unit: 'mu' }, 'mu'],
  [{ unit: 'kW' }, 'kw, kilowatts, kilowatt'],
  [{ unit: 'kW', exponent: 3 }, 'mw, megawatts, megawatt'],
  [{ unit: 'kW', exponent: 6 }, 'gw, gigawatts, gigawatt'],
  [{ unit: 'kWh' }, 'kwh, kilowatt-hours, kilowatt hours, kilowatt-hour'],
  [{ unit: 'kWh', exponent: 3 }, 'mwh, megawatt-hours, megawatt hours'],
  [{ unit: 'kWh', exponent: 6 }, 'gwh, gigawatt-hours, gigawatt hours'],
  [{ unit: 'kWh', exponent: 9 }, 'twh, terawatt-hours, terawatt hours'],
  [{ unit: 't' }, 'tonnes, tonne, metric tons, metric tonnes, tons, ton, t'],
  [{ unit: 'year' }, 'years, year'],
  [{ unit: 'CNY' }, 'rmb, yuan, chinese yuan, yuan renminbi, renminbi'],
  [{ unit: 'USD' }, 'us dollars, u.s. dollars, us dollar, american dollars, dollars, dollar'],
  [{ unit: 'EUR' }, 'euros, euro, €'],
  [{ unit: 'GBP' }, 'pounds sterling, pounds'],
  [{ unit: 'JPY' }, 'japanese yen, yen'],
  [{ unit: 'HKD' }, 'hong kong dollars'],
  [{ unit: 'SGD' }, 'singapore dollars'],
  [{ unit: 'AUD' }, 'australian dollars'],
  [{ unit: 'CAD' }, 'canadian dollars'],
  [{ unit: 'CHF' }, 'swiss francs'],
  [{ unit: 'KRW' }, 'south korean won, korean won, won'],
  [{ unit: 'INR' }, 'indian rupees, rupees'],
]);

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const fractionWords: Readonly<Record<string, string>> = {
  half: '2',
  halves: '2',
  third: '3',
  quarter: '4',
  fifth: '5',
  sixth: '6',
  seventh: '7',
  eighth: '8',
  ninth: '9',
  tenth: '10',
};
const spelt: readonly (readonly [string, string])[] = [
  ...([
    ['one and a half', '1.5'],
    ['two and a half', '2.5'],
    ['three and a half', '3.5'],
  ] as const),
  ...'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index) => [word, String(index + 2)] as const),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').flatMap((tens, index) => {
    const value = (index + 2) * 10;
    const ones = 'one two three four five six seven eight nine'.split(' ');
    return [
      [tens, String(value)] as const,
      ...[' ', '-'].flatMap((join) =>
        ones.map((one, add) => [`${tens}${join}${one}`, String(value + add + 1)] as const),
      ),
    ];
  }),
];
const numberOf = (word: string): string => (/^\d/.test(word) ? word : (new Map(spelt).get(word) ?? '1'));

const grammar: Grammar = {
  spaced: true,
  starts: (char) => /[a-z]/.test(char),
  numeral: latinNumeral({
    marks,
    scales: wordTable(
      synonyms([
        [2, 'hundred'],
        [3, 'thousand, k'],
        [6, 'million, mn, mln, mio, m'],
        [9, 'billion, bn, bln, b'],
        [12, 'trillion, tn, trn, trln'],
      ]),
      true,
    ),
    spelt: wordTable(spelt, true),
    articles: wordTable(
      synonyms([
        ['1', 'a, one'],
        ['0.5', 'half a, a half, half'],
      ]),
      true,
    ),
    afterHundred: / (?:and )?|-/y,
  }),
  specials: [
    {
      pattern:
        /(a|an|one|two|three|four|five|six|seven|eight|nine)[ -](half(?! an? |[ -](?:hundred|thousand|million|billion|trillion))|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?(?![\p{L}-])/uy,
      read: ([, numerator = '', word = '']) => fraction(numberOf(numerator), fractionWords[word]!),
    },
    // Not "the first half", nor "half a million".
    {
      pattern: /(?<!first |second |latter |other )half(?= of| the|[.,;:)]| *$)/y,
      read: () => fraction('1', '2'),
    },
    {
      pattern:
        /(?:(one|1) in(?: every)?|(one|two|three|four|five|six|seven|eight|nine) (?:in|out of)|(\d{1,2}) out of) (two|three|four|five|six|seven|eight|nine|ten|\d{1,9})(?![\p{L}\d.,])/uy,
      read([, one, word, digits, whole = '']) {
        const part = numberOf(one ?? word ?? digits!);
        return Number(part) < Number(numberOf(whole)) ? fraction(part, numberOf(whole)) : undefined;
      },
    },
    { pattern: /one per ?cent(?!\p{L})/uy, read: () => ({ amount: '1', unit: 'percent' }) },
    {
      pattern: /(?:one|a) percentage[ -]point(?!\p{L})/uy,
      read: () => ({ amount: '1', unit: 'percentage-point' }),
    },
    { pattern: /(?:doubled|doubling)(?!\p{L})/uy, read: () => growthTo(2) },
    { pattern: /(?:tripled|tripling|trebled|trebling)(?!\p{L})/uy, read: () => growthTo(3) },
    { pattern: /(?:quadrupled|quadrupling)(?!\p{L})/uy, read: () => growthTo(4) },
    { pattern: /(?:quintupled|quintupling)(?!\p{L})/uy, read: () => growthTo(5) },
    { pattern: /halved(?!\p{L})/uy, read: () => growthTo(0.5) },
  ],
  skips: [
    new RegExp(`${month} \\d{1,2}(?:st|nd|rd|th)?(?![\\d%])(?:,? (?:19|20)\\d\\d(?!\\d))?`, 'y'),
    new RegExp(`${month},? (?:19|20)\\d\\d(?!\\d)`, 'y'),
    new RegExp(
      `\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?!may (?:be|have|not|also|well))${month}(?![a-z])(?:,? (?:19|20)\\d\\d(?!\\d))?`,
      'y',
    ),
    /\d+(?:st|nd|rd|th)(?![a-z])/y,
    /(?:section|paragraph|page|figure|table|chapter|article|appendix|annex|no\.|version|vol\.) ?\d+(?:\.\d+)*(?: of \d+)?/y,
    /(?:top|fortune|global|ranked|rank) \d{1,4}(?![\d.,%]| ?per ?cent)/y,
    // Two numbers in one breath are neither of them: two or three years, one to two.
    /(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) or (?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3})(?![\p{L}\d.,%])/uy,
    /one to (?:two|three|four|five)(?!\p{L})/uy,
    // A plan's name.
    /(?:five|ten)-year plans?/y,
    /[qh][1-4](?![a-z\d])(?: (?:19|20)\d\d(?!\d))?/y,
  ],
  hedgesBefore: wordTable(hedgeWords, true),
  hedgesAfter: wordTable(
    synonyms<Qualifier>([
      ['at-least', 'or more, and more, or above, and above, or over, plus, +, at least, or higher'],
      ['more-than', 'odd'],
      ['about', 'or so, or thereabouts'],
      ['at-most', 'or less, or fewer, at most, or under, or below, or lower'],
    ]),
    true,
  ),
  before: wordTable(
    [
      ...Object.entries(currencies).map(([code, sign]): [string, UnitReading] => [
        sign.trim().toLowerCase(),
        { unit: code },
      ]),
      ...synonyms<UnitReading>([
        [{ unit: 'CNY' }, 'renminbi, yuan, cn¥, ¥, rmb¥'],
        [{ unit: 'USD' }, 'u.s.$, $'],
        [{ unit: 'AUD' }, 'a$, au$'],
        [{ unit: 'CAD' }, 'c$, ca$'],
        [{ unit: 'JPY' }, 'jp¥'],
        [{ unit: 'SGD' }, 'sg$'],
        [{ unit: 'TWD' }, 'nt$'],
      ]),
    ],
    'before numbers',
  ),
  after: wordTable(unitReadings, true),
  foreign: wordTable(
    synonyms([
      [
        true as const,
        'km, kilometres, kilometers, metres, meters, cm, mm, nm, kg, kilograms, acres, acre, miles, sq ft, sq. ft, square feet, sqft',
      ],
      [true as const, 'days, day, weeks, week, months, month, hours, hour, minutes, seconds'],
      [
        true as const,
        'basis points, bps, °c, hz, mhz, ghz, kb, mb, gb, tb, gbps, volts, litres, inches, feet, times',
      ],
      [true as const, 'o’clock, pm, am, yi, wan, dozen, score, lakh, lakhs, crore, crores, teu, barrels'],
    ]),
    true,
  ),
  classes: wordTable(synonyms([[true as const, 'class, level, tier']]), true),
  rangeTo: wordTable(synonyms([[true as const, 'to, –, -, ~']]), true),
  between: { open: 'between', and: ['and'] },
  minus: /(?<!\p{L})minus $/u,
  changeFrom: /(?<!rang(?:e|es|ed|ing) )from$/,
  per: wordTable(synonyms<PerWord>([['any', 'per, for every, /']]), true),
  perPhrase: wordTable(
    synonyms([
      [{ amount: '1', unit: 'year' }, 'a year, annually, each year, every year, per annum, p.a.'],
      [{ amount: '1', unit: 'people' }, 'per capita, per head, a head'],
      [{ amount: '1000', unit: 'count' }, 'per thousand'],
      [{ amount: '1000', unit: 'people' }, 'per thousand people, per thousand inhabitants'],
      [{ amount: '1000000', unit: 'people' }, 'per million people, per million inhabitants'],
    ]),
    true,
  ),
  perBefore: {
    filler: /[a-z$€£¥ -]{0,40}/y,
    whole: wordTable<NonNullable<Quantity['per']> | string>(
      [['per capita', { amount: '1', unit: 'people' }]],
      true,
    ),
  },
  bases: synonyms([
    ['year-on-year', 'year on year, year-on-year, yoy, y/y, previous year, year earlier, prior year'],
    [
      'annual-average',
      'average annual, annual average, average yearly, cagr, compound annual, a year on average',
    ],
  ]),
  notNouns: new Set(
    'of in on at by to from and or the an is are was were be been being has have had will would which that this these those for with as than not but while after before since until during when where who it its their his her our your into onto over under between among out up down off about around also only then so if each every other more less may can could should must there here respectively compared versus vs via across within against through upon per figure figures digit digits star'.split(
      ' ',
    ),
  ),
  beforeYear: new Set(
    'in since by until till from to of during through and for mid early late end before after year'.split(
      ' ',
    ),
  ),
};

export const en: Language = {
  tag,
  name: 'English',
  script: 'latin',
  grammar,
  writeQuantity: quantityWriter(writing),
  writeDate(iso) {
    const { year, month, day } = dateParts(iso);
    return [day, month && months[month - 1], year].filter((part) => part !== undefined).join(' ');
  },
  writeRank: (rank) => ordinals[rank - 1] ?? `${rank}${ordinalEndings[ordinalRules.select(rank)]}`,
  joinList: (items) => joinWith(items, ', ', ' and '),
  writeLocator: ({ section, paragraph }) =>
    [
      section === undefined ? '' : `section ${section}`,
      paragraph === undefined ? 'heading' : `paragraph ${paragraph}`,
    ]
      .filter(Boolean)
      .join(', '),
  quote: (text) => `“${text}”`,
  words: {
    source: 'Source',
    sources: 'Sources',
    asOf: (date) => `As of ${date}`,
    statedAs: 'stated as',
    derivedAs: 'computed as',
    evidence: 'Evidence',
    note: 'Note',
    continued: (part, parts) => `\u00A0(${part}/${parts})`,
    page: (page, pages) => `Page ${page} of ${pages}`,
    figure: 'Figure',
    table: 'Table',
    issued: 'issued',
    classNote: 'Class, not measured output',
    annex: { label: 'Indicator', figure: 'Figure', stated: 'As stated', source: 'Source', place: 'Place' },
    labelSeparator: ': ',
    chartKinds: {
      classes: 'Bar chart of scale classes',
      share: 'Ring chart of a share',
      parts: 'Ring chart of the parts of a whole',
      bars: 'Bar chart',
    },
  },
};
