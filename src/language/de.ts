/** German as the business press prints it: 28,66 Mrd. RMB, 15 % with a no-break space, Billion is 10^12. */
import type { Qualifier, Quantity, Unit } from '../facts/schema.js';
import {
  type Digits,
  digitsOf,
  largestScale,
  type Marks,
  noScale,
  printDigits,
  type Scale,
} from './decimal.js';
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

const tag = 'de';
const marks: Marks = { decimal: ',', group: '.', groupFrom: 4, looseGroups: true };

const scales: readonly Scale[] = [
  { exponent: 12, word: ' Bio.' },
  { exponent: 9, word: ' Mrd.' },
  { exponent: 6, word: ' Mio.' },
];
/** In a compound: 100-Milliarden-Yuan-Klasse. */
const compoundScales: Readonly<Record<number, string>> = { 6: 'Millionen', 9: 'Milliarden', 12: 'Billionen' };

/** Set after the amount. Others are written with their code: "12 Mio. AED". */
const currencies: Readonly<Record<string, string>> = {
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

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
  ' ',
);
const ordinals = 'erste zweite dritte vierte fünfte sechste siebte achte neunte zehnte elfte zwölfte'.split(
  ' ',
);

/** Behind "erste": Chongqings erster Fonds, Chongqings erstes Zentrum, im ersten Fonds. */
const rankEndings: Readonly<Record<string, string>> = { masculine: 'r', neuter: 's', dative: 'n' };

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

const writing: Writing = {
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

const unitReadings = synonyms<UnitReading>([
  [{ unit: 'percent' }, '%, prozent, v.h., v. h., vom hundert'],
  [{ unit: 'percent' }, 'prozentige, prozentiger, prozentiges, prozentigen, prozentigem'],
  [{ unit: 'percent' }, '%ige, %iger, %iges, %igen, %igem'],
  [{ unit: 'percent', exponent: -1 }, '‰, promille'],
  [{ unit: 'percentage-point' }, 'prozentpunkte, prozentpunkten, prozentpunkt, pp, %-punkte, %-punkten'],
  [{ unit: 'people' }, 'menschen, mensch, personen, person, einwohner, einwohnern, einwohnerinnen, leute'],
  [
    { unit: 'people' },
    'beschäftigte, beschäftigten, mitarbeiter, mitarbeitern, mitarbeitende, mitarbeitenden',
  ],
  [{ unit: 'people' }, 'forscher, forschern, forschende, forschenden, wissenschaftler, wissenschaftlern'],
  [{ unit: 'm2' }, 'm², m2, qm, quadratmeter, quadratmetern'],
  [{ unit: 'km2' }, 'km², km2, qkm, quadratkilometer, quadratkilometern'],
  [{ unit: 'ha' }, 'hektar, ha'],
  [{ unit: 'mu' }, 'mu'],
  [{ unit: 'kW' }, 'kw, kilowatt'],
  [{ unit: 'kW', exponent: 3 }, 'mw, megawatt'],
  [{ unit: 'kW', exponent: 6 }, 'gw, gigawatt'],
  [{ unit: 'kWh' }, 'kwh, kilowattstunden, kilowattstunde'],
  [{ unit: 'kWh', exponent: 3 }, 'mwh, megawattstunden'],
  [{ unit: 'kWh', exponent: 6 }, 'gwh, gigawattstunden'],
  [{ unit: 'kWh', exponent: 9 }, 'twh, terawattstunden'],
  [{ unit: 't' }, 'tonnen, tonne, t'],
  [{ unit: 'year' }, 'jahre, jahren, jahr, jahres'],
  [{ unit: 'CNY' }, 'rmb, yuan, renminbi, chinesische yuan, chinesischen yuan, renminbi yuan'],
  [{ unit: 'USD' }, 'us-dollar, us-dollars, dollar, $, us$, us-$'],
  [{ unit: 'EUR' }, 'euro, euros, €'],
  [{ unit: 'EUR', exponent: 3 }, 'teur, t€'],
  [{ unit: 'CHF' }, 'schweizer franken, sfr'],
  [{ unit: 'JPY' }, 'japanische yen, japanischen yen'],
  [{ unit: 'HKD' }, 'hongkong-dollar'],
  [{ unit: 'GBP' }, 'britische pfund, pfund'],
]);

const month =
  '(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan\\.|feb\\.|apr\\.|aug\\.|sept?\\.|okt\\.|nov\\.|dez\\.)';
const fractionWords: Readonly<Record<string, string>> = {
  drittel: '3',
  viertel: '4',
  fünftel: '5',
  sechstel: '6',
  siebtel: '7',
  achtel: '8',
  neuntel: '9',
  zehntel: '10',
};
const everyWords: Readonly<Record<string, string>> = {
  zweite: '2',
  dritte: '3',
  vierte: '4',
  fünfte: '5',
  sechste: '6',
  siebte: '7',
  achte: '8',
  neunte: '9',
  zehnte: '10',
};
/** zwei to neunhundertneunundneunzigtausend, as far as they are round; anderthalb, zweieinhalb. */
function speltNumbers(): [string, string][] {
  const ones =
    'ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
      ' ',
    );
  const tens = 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'.split(' ');
  const below100 = [
    ...ones.map((word, index): [string, number] => [word, index + 1]),
    ...tens.flatMap((word, index): [string, number][] => [
      [word, (index + 2) * 10],
      ...ones
        .slice(0, 9)
        .map((one, add): [string, number] => [`${one}und${word}`, (index + 2) * 10 + add + 1]),
    ]),
  ];
  const hundreds = [
    ['hundert', 100] as const,
    ...ones.slice(0, 9).map((one, index) => [`${one}hundert`, (index + 1) * 100] as const),
  ];
  const rests = ['', 'zehn', 'zwanzig', 'fünfzig', 'fünfundzwanzig', 'fünfundsiebzig'].map(
    (word): [string, number] => [word, below100.find(([each]) => each === word)?.[1] ?? 0],
  );
  const below1000 = [
    ...below100.filter(([, value]) => value > 1),
    ...hundreds.flatMap(([word, value]) =>
      rests.map(([rest, add]): [string, number] => [word + rest, value + add]),
    ),
  ];
  return [
    ...below1000.map(([word, value]): [string, string] => [word, String(value)]),
    ...below1000.map(([word, value]): [string, string] => [`${word}tausend`, `${value}000`]),
    ['tausend', '1000'],
    ['eintausend', '1000'],
    ['anderthalb', '1.5'],
    ...ones.slice(0, 9).map((word, index): [string, string] => [`${word}einhalb`, `${index + 1}.5`]),
  ];
}
const spelt = new Map(speltNumbers());
const numberOf = (word: string): string => (/^\d/.test(word) ? word : (spelt.get(word) ?? '1'));

/** Annual reports set the scale first: Mrd. EUR 28,66. */
function scaledCurrencies(): [UnitReading, string][] {
  const signs = {
    EUR: ['eur', 'euro', '€'],
    USD: ['usd', 'us$', 'us-$'],
    CHF: ['chf', 'fr.'],
    CNY: ['rmb', 'cny'],
  };
  const words = { 6: ['mio.', 'mio'], 9: ['mrd.', 'mrd'] };
  return Object.entries(words).flatMap(([exponent, each]) =>
    Object.entries(signs).map(([unit, known]): [UnitReading, string] => [
      { unit, exponent: Number(exponent) },
      each.flatMap((scale) => known.flatMap((sign) => [`${scale} ${sign}`, `${sign} ${scale}`])).join(','),
    ]),
  );
}

const grammar: Grammar = {
  spaced: true,
  starts: (char) => /[a-zäöü]/.test(char),
  numeral: latinNumeral({
    marks,
    scales: wordTable(
      synonyms([
        [3, 'tausend, tsd., tsd'],
        [6, 'million, millionen, mio., mio, mill.'],
        [9, 'milliarde, milliarden, mrd., mrd, mia.'],
        [12, 'billion, billionen, bio., bio'],
        [15, 'billiarde, billiarden'],
        [18, 'trillion, trillionen'],
      ]),
      true,
    ),
    spelt: wordTable(spelt, true),
    articles: wordTable(
      synonyms([
        ['1', 'ein, eine, einer, einem, einen'],
        ['0.5', 'eine halbe, einer halben, einen halben, einem halben, ein halbes, halbe, halben'],
      ]),
      true,
    ),
  }),
  specials: [
    {
      pattern:
        /(ein|eines|einem|zwei|drei|vier|fünf|sechs|sieben|acht|neun) ?(gutes |guten |knappes |knappen )?(drittel|viertel|fünftel|sechstel|siebtel|achtel|neuntel|zehntel)[sn]?(?!\p{L})/uy,
      read([, numerator = '', hedge, word = '']) {
        const read = fraction(numberOf(numerator), fractionWords[word]!);
        return hedge ? { ...read, hedge: hedge.startsWith('gut') ? 'more-than' : 'nearly' } : read;
      },
    },
    {
      pattern: /(?:die |der )?(?<!erste |ersten |zweite |zweiten )hälfte(?!\p{L})/uy,
      read: () => fraction('1', '2'),
    },
    {
      pattern:
        /jede[rsnm]? (zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte)[rsnm]?(?!\p{L})/uy,
      read: ([, word = '']) => fraction('1', everyWords[word]!),
    },
    {
      pattern:
        /(ein|eine|einer|zwei|drei|vier|fünf|sechs|sieben|acht|neun|\d{1,2}) von (zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d{1,4})(?![\p{L}\d.,%])(?! (?:prozent|euro|million|milliard))/uy,
      read([, part = '', whole = '']) {
        const [of, all] = [numberOf(part), numberOf(whole)];
        return Number(of) < Number(all) ? fraction(of, all) : undefined;
      },
    },
    { pattern: /ein(?:en|em)? prozent(?!\p{L})/uy, read: () => ({ amount: '1', unit: 'percent' }) },
    {
      pattern: /ein(?:en|em)? prozentpunkt(?!\p{L})/uy,
      read: () => ({ amount: '1', unit: 'percentage-point' }),
    },
    { pattern: /(?:verdoppel|verdoppl)[a-z]*/y, read: () => growthTo(2) },
    {
      pattern: /ver(drei|vier|fünf|sechs|sieben|acht|neun|zehn)fach[a-z]*/y,
      read: ([, word = '']) => growthTo(Number(numberOf(word))),
    },
    { pattern: /halbiert[a-z]*/y, read: () => growthTo(0.5) },
  ],
  skips: [
    new RegExp(`\\d{1,2}\\. ?${month}(?: (?:19|20)\\d\\d(?!\\d))?`, 'y'),
    new RegExp(`${month} (?:19|20)\\d\\d(?!\\d)`, 'y'),
    /\d{1,2}\.\d{1,2}\.(?:(?:19|20)?\d\d)?(?![\d.,])/y,
    // An ordinal, "am 3. Tag"; where a sentence ends in a bare number, it is not read rather than read wrongly.
    /\d{1,3}\.(?= \p{L})/uy,
    /(?:abschnitt|absatz|seite|abbildung|abb\.|tabelle|kapitel|artikel|ziffer|nr\.|punkt|§) ?\d+(?:\.\d+)*(?: von \d+)?/y,
    // Two numbers in one breath are neither of them.
    /(?:ein|eine|einen|einem|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d{1,3}) oder (?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d{1,3})(?![\p{L}\d.,%])/uy,
    /eine?[nm]? bis (?:zwei|drei|vier|fünf)(?!\p{L})/uy,
    /q[1-4](?![a-z\d])(?: (?:19|20)\d\d(?!\d))?/y,
    /(?:top|fortune|platz|rang|nummer)[ -]\d{1,4}(?![\d.,%]| ?prozent)/y,
  ],
  hedgesBefore: wordTable(
    synonyms<Qualifier>([
      ['about', 'rund, rd., etwa, in etwa, circa, zirka, ca., ungefähr, schätzungsweise, geschätzt, ~, ≈'],
      ['about', 'an die, um die, in der größenordnung von'],
      ['nearly', 'knapp, fast, nahezu, beinahe, annähernd, nicht ganz, knapp unter, kurz vor'],
      [
        'more-than',
        'mehr als, über, gut, etwas mehr als, deutlich mehr als, weit über, weit mehr als, oberhalb von, >',
      ],
      ['more-than', 'knapp über, knapp mehr als, gut und gerne, jenseits von, übersteigt, überstieg'],
      ['at-least', 'mindestens, mind., wenigstens, zumindest, ab, nicht weniger als, nicht unter, min., ≥'],
      ['less-than', 'weniger als, unter, unterhalb von, <'],
      ['at-most', 'höchstens, längstens, maximal, max., bis zu, nicht mehr als, nicht über, ≤'],
    ]),
    true,
  ),
  hedgesAfter: wordTable(
    synonyms<Qualifier>([
      ['at-least', 'oder mehr, und mehr, oder darüber, +'],
      ['at-most', 'oder weniger, oder darunter'],
      ['about', 'oder so'],
    ]),
    true,
  ),
  before: wordTable(
    synonyms<UnitReading>([
      [{ unit: 'CNY' }, 'rmb, yuan, renminbi, ¥'],
      [{ unit: 'USD' }, 'us$, us-$, $, us-dollar'],
      [{ unit: 'EUR' }, '€, euro'],
      [{ unit: 'GBP' }, '£'],
      ...scaledCurrencies(),
    ]),
    'before numbers',
  ),
  after: wordTable(
    [
      ...Object.entries(currencies).map(([code, word]): [string, UnitReading] => [
        word.toLowerCase(),
        { unit: code },
      ]),
      ...unitReadings,
    ],
    true,
  ),
  foreign: wordTable(
    synonyms([
      [
        true as const,
        'km, kilometer, kilometern, meter, metern, cm, mm, nm, nanometer, kg, kilogramm, liter',
      ],
      [
        true as const,
        'tage, tagen, tag, wochen, woche, monate, monaten, monat, stunden, stunde, minuten, sekunden',
      ],
      [
        true as const,
        'basispunkte, basispunkten, °c, hz, mhz, ghz, kb, mb, gb, tb, gbit/s, volt, zoll, meilen, mal, fach, fache, dutzend, teu, uhr, std., std',
      ],
    ]),
    true,
  ),
  classes: wordTable(synonyms([[true as const, 'klasse, größenklasse']]), true),
  rangeTo: wordTable(synonyms([[true as const, 'bis, –, —, -, ~']]), true),
  between: { open: 'zwischen', and: ['und'] },
  minus: /(?<!\p{L})minus $/u,
  classesBefore: wordTable(synonyms([[true as const, 'klasse von, größenklasse von, klasse der']]), true),
  per: wordTable(
    synonyms<PerWord>([
      ['any', 'je, pro, per, /'],
      ['things-to-people', 'auf'],
    ]),
    true,
  ),
  perPhrase: wordTable(
    synonyms([
      [{ amount: '1', unit: 'year' }, 'jährlich, p.a., p. a.'],
      [{ amount: '1', unit: 'people' }, 'pro kopf'],
    ]),
    true,
  ),
  perBefore: {
    filler: /[a-zäöüß$€£¥ -]{0,40}/y,
    whole: wordTable<NonNullable<Quantity['per']> | string>(
      ['pro kopf', 'pro-kopf'].map((word) => [word, { amount: '1', unit: 'people' }]),
      true,
    ),
  },
  bases: synonyms([
    [
      'year-on-year',
      'gegenüber dem vorjahr, gegenüber vorjahr, vorjahresvergleich, zum vorjahr, als im vorjahr',
    ],
    ['year-on-year', 'im jahresvergleich, binnen jahresfrist'],
    [
      'annual-average',
      'durchschnittlichen jährlichen, durchschnittliche jährliche, durchschnittliches jährliches, jahresdurchschnitt, jährlichen w',
    ],
    [
      'annual-average',
      'jährliche w, durchschnittlich jährlich, im schnitt jährlich, im schnitt pro jahr, durchschnittlich pro jahr, cagr',
    ],
  ]),
  notNouns: new Set(
    'und oder bis in im ins am an auf aus bei der die das den dem des von vom zu zum zur mit für pro je nach seit als wie ist sind war waren wurde wurden wird werden hat haben hatte bereits nicht aber sowie auch nur noch so dass wenn während vor über unter zwischen durch um gegen ohne beim unterm sich er sie es ihr ihre ein eine einer einem einen dieser diese dieses per gegenüber rund etwa marke marken'.split(
      ' ',
    ),
  ),
  beforeYear: new Set('in im seit bis von ab jahr jahre jahres ende anfang mitte und um vor nach'.split(' ')),
};

export const de: Language = {
  tag,
  name: 'Deutsch',
  script: 'latin',
  grammar,
  writeQuantity: quantityWriter(writing),
  writeDate(iso) {
    const { year, month, day } = dateParts(iso);
    return [day && `${day}.`, month && months[month - 1], year]
      .filter((part) => part !== undefined)
      .join(' ');
  },
  writeRank(rank, form) {
    const word = ordinals[rank - 1];
    return word === undefined ? `${rank}.` : `${word}${rankEndings[form ?? ''] ?? ''}`;
  },
  joinList: (items) => joinWith(items, ', ', ' und '),
  writeLocator: ({ section, paragraph }) =>
    [
      section === undefined ? '' : `Abschnitt ${section}`,
      paragraph === undefined ? 'Überschrift' : `Absatz ${paragraph}`,
    ]
      .filter(Boolean)
      .join(', '),
  quote: (text) => `„${text}“`,
  words: {
    source: 'Quelle',
    sources: 'Quellen',
    asOf: (date) => `Stand: ${date}`,
    statedAs: 'im Wortlaut',
    derivedAs: 'berechnet als',
    evidence: 'Belege',
    note: 'Hinweis',
    continued: (part, parts) => `\u00A0(${part}/${parts})`,
    page: (page, pages) => `Seite ${page} von ${pages}`,
    figure: 'Abbildung',
    table: 'Tabelle',
    issued: 'veröffentlicht am',
    classNote: 'Größenklasse, kein Messwert',
    annex: { label: 'Kennzahl', figure: 'Wert', stated: 'Wortlaut', source: 'Quelle', place: 'Fundstelle' },
    labelSeparator: ': ',
    chartKinds: {
      classes: 'Balkendiagramm nach Größenklassen',
      share: 'Ringdiagramm eines Anteils',
      parts: 'Ringdiagramm der Teile eines Ganzen',
      bars: 'Balkendiagramm',
    },
  },
};
