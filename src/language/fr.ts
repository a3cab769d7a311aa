/** French as the business press prints it: 28,66 milliards de yuans, no-break spaces, milliard is 10^9, billion 10^12. */
import type { Qualifier, Unit } from '../facts/schema.js';
import {
  type Digits,
  digitsOf,
  integerDigits,
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

const tag = 'fr';
/** Keeps a number in one piece, and a sign with it. */
const nbsp = '\u00A0';
const marks: Marks = { decimal: ',', group: nbsp, groupFrom: 4, looseGroups: true };

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

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(
  ' ',
);
const ordinals =
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
  const words = scaleWords.map(({ exponent, one, other, short: abbreviated }) => ({
    exponent,
    word: short ? abbreviated : isBelowTwo(value, exponent) ? one : other,
  }));
  return largestScale(value, words, 3);
}

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

/** "d'euros", "de yuans", "de m²": between millions and what they count. Signs and codes follow directly: 12 M€. */
function linked(scale: string, word: string): string {
  if (word === '') return '';
  if (scale === '' || /^[A-Z]{3}$/.test(word)) return `${nbsp}${word}`;
  if (/^[$€£]$/.test(word)) return word;
  return /^[aeiouéèêhâôœ]/.test(word) ? ` d'${word}` : ` de ${word}`;
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

const writing: Writing = {
  tag,
  marks,
  scaleFor,
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

const unitReadings = synonyms<UnitReading>([
  [{ unit: 'percent' }, '%, pour cent, p. 100, pour-cent'],
  [{ unit: 'percent', exponent: -1 }, '‰, pour mille'],
  [{ unit: 'percentage-point' }, 'points de pourcentage, point de pourcentage, points, point, pts, pt'],
  [{ unit: 'people' }, 'personnes, personne, habitants, habitant, salariés, salarié, employés, emplois'],
  [{ unit: 'people' }, 'chercheurs, chercheur, scientifiques, âmes, collaborateurs'],
  [{ unit: 'm2' }, 'm², m2, mètres carrés, mètre carré'],
  [{ unit: 'km2' }, 'km², km2, kilomètres carrés, kilomètre carré'],
  [{ unit: 'ha' }, 'hectares, hectare, ha'],
  [{ unit: 'mu' }, 'mu, mus'],
  [{ unit: 'kW' }, 'kw, kilowatts, kilowatt'],
  [{ unit: 'kW', exponent: 3 }, 'mw, mégawatts, mégawatt'],
  [{ unit: 'kW', exponent: 6 }, 'gw, gigawatts, gigawatt'],
  [{ unit: 'kWh' }, 'kwh, kilowattheures, kilowattheure'],
  [{ unit: 'kWh', exponent: 3 }, 'mwh, mégawattheures'],
  [{ unit: 'kWh', exponent: 6 }, 'gwh, gigawattheures'],
  [{ unit: 'kWh', exponent: 9 }, 'twh, térawattheures'],
  [{ unit: 't' }, 'tonnes, tonne, t'],
  [{ unit: 'year' }, 'ans, an, années, année'],
  [{ unit: 'CNY' }, 'yuans, yuan, rmb, renminbi, renminbis, yuans chinois'],
  [{ unit: 'USD' }, 'dollars, dollar, dollars américains, dollars us, $, $us, us$, usd'],
  [{ unit: 'EUR' }, 'euros, euro, €'],
  [{ unit: 'EUR', exponent: 3 }, 'k€'],
  [{ unit: 'GBP' }, 'livres sterling, livre sterling, livres, £'],
  [{ unit: 'JPY' }, 'yens, yen'],
  [{ unit: 'CHF' }, 'francs suisses, franc suisse'],
  [{ unit: 'HKD' }, 'dollars de hong kong, dollar de hong kong, dollars hongkongais'],
  [{ unit: 'SGD' }, 'dollars de singapour, dollar de singapour'],
]);

const ones =
  'un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
    ' ',
  );
/** deux to quatre-vingt-dix-neuf, hundreds, mille; in the spelling before 1990 and after. */
function speltNumbers(): [string, string][] {
  const tens: readonly (readonly [word: string, value: number, span: number])[] = [
    ['vingt', 20, 9],
    ['trente', 30, 9],
    ['quarante', 40, 9],
    ['cinquante', 50, 9],
    ['soixante', 60, 19],
    ['quatre-vingt', 80, 19],
  ];
  const below100 = [
    ...ones.slice(1).map((word, index): [string, number] => [word, index + 2]),
    ...tens.flatMap(([word, value, span]): [string, number][] => [
      [value === 80 ? 'quatre-vingts' : word, value],
      ...ones
        .slice(0, span)
        .flatMap((one, index): [string, number][] => [
          [`${word}-${one}`, value + index + 1],
          ...['et ', 'et-'].map((and): [string, number] => [
            `${word}${and[2]}${and}${one}`,
            value + index + 1,
          ]),
        ]),
    ]),
  ];
  return [
    ...below100.map(([word, value]): [string, string] => [word, String(value)]),
    ['cent', '100'],
    ...ones
      .slice(1, 9)
      .flatMap((word, index) =>
        [' cents', ' cent', '-cents', '-cent'].map((cent): [string, string] => [
          word + cent,
          `${index + 2}00`,
        ]),
      ),
    ['mille', '1000'],
  ];
}
const spelt = new Map(speltNumbers());
const numberOf = (word: string): string => (/^\d/.test(word) ? word : (spelt.get(word) ?? '1'));
const fractionWords: Readonly<Record<string, string>> = {
  tiers: '3',
  quart: '4',
  cinquième: '5',
  sixième: '6',
  septième: '7',
  huitième: '8',
  neuvième: '9',
  dixième: '10',
};
const oneToTen = '(un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|[1-9]0{0,2})';
const month =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv\\.|févr\\.|avr\\.|juil\\.|sept\\.|oct\\.|nov\\.|déc\\.)';

const plain = latinNumeral({
  marks,
  scales: wordTable(
    synonyms([
      [3, 'mille, milliers, millier, k'],
      [6, 'million, millions, mio, m'],
      [9, 'milliard, milliards, md, mds, mrd, mrds'],
      [12, 'billion, billions'],
      [18, 'trillion, trillions'],
    ]),
    true,
  ),
  spelt: wordTable(spelt, true),
  articles: wordTable(
    synonyms([
      ['1', 'un, une'],
      ['0.5', 'un demi, demi'],
    ]),
    true,
  ),
  afterHundred: /[ -]/y,
});
/** What links millions to what they count: millions d'euros, milliards de yuans. */
const link = / (?:de(?= )|d['’](?=\p{L}))/uy;

const grammar: Grammar = {
  spaced: true,
  starts: (char) => /[a-zà-ÿ]/.test(char),
  numeral(text, at, raw) {
    const numeral = plain(text, at, raw);
    if (numeral?.scale === undefined) return numeral;
    link.lastIndex = numeral.end;
    return link.test(text) ? { ...numeral, end: link.lastIndex } : numeral;
  },
  specials: [
    {
      pattern: new RegExp(
        `${oneToTen} (petits? |bons? )?(tiers|quart|cinquième|sixième|septième|huitième|neuvième|dixième)s?(?!\\p{L})`,
        'uy',
      ),
      read([, numerator = '', hedge, word = '']) {
        const read = fraction(numberOf(numerator), fractionWords[word]!);
        return hedge ? { ...read, hedge: hedge.startsWith('bon') ? 'more-than' : 'nearly' } : read;
      },
    },
    { pattern: /(?:la )?moitié(?!\p{L})/uy, read: () => fraction('1', '2') },
    {
      pattern: new RegExp(`${oneToTen}(?: \\p{L}{2,20})? sur ${oneToTen}(?![\\p{L}\\d.,])`, 'uy'),
      read([, part = '', whole = '']) {
        const [some, all] = [numberOf(part), numberOf(whole)];
        return Number(some) < Number(all) ? fraction(some, all) : undefined;
      },
    },
    { pattern: /un pour cent(?!\p{L})/uy, read: () => ({ amount: '1', unit: 'percent' }) },
    { pattern: /un point de pourcentage/y, read: () => ({ amount: '1', unit: 'percentage-point' }) },
    { pattern: /(?:doublé|doublement)[es]{0,2}(?!\p{L})/uy, read: () => growthTo(2) },
    { pattern: /(?:triplé|triplement)[es]{0,2}(?!\p{L})/uy, read: () => growthTo(3) },
    { pattern: /(?:quadruplé|quadruplement)[es]{0,2}(?!\p{L})/uy, read: () => growthTo(4) },
  ],
  skips: [
    new RegExp(`(?:1er|\\d{1,2}) ${month}(?: (?:19|20)\\d\\d(?!\\d))?`, 'y'),
    new RegExp(`${month} (?:19|20)\\d\\d(?!\\d)`, 'y'),
    /\d+(?:er|ère|re|e|es|ème|èmes|nd|nde)(?![\p{L}\d])/uy,
    /(?:section|paragraphe|page|figure|tableau|chapitre|article|annexe|no|n°|vol\.) ?\d+(?:\.\d+)*(?: sur \d+)?/y,
    // Two numbers in one breath are neither of them.
    /(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,3}) ou (?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d{1,3})(?![\p{L}\d.,%])/uy,
    /une? à (?:deux|trois|quatre|cinq)(?!\p{L})/uy,
    /[ts][1-4](?![a-z\d])(?: (?:19|20)\d\d(?!\d))?/y,
    /(?:top|fortune|rang) \d{1,4}(?![\d.,%]| ?pour cent)/y,
  ],
  hedgesBefore: wordTable(
    synonyms<Qualifier>([
      [
        'about',
        "environ, à peu près, quelque, quelques, autour de, aux alentours de, de l'ordre de, env., ~, ≈",
      ],
      ['about', "approximativement, dans les, à quelque, autour d'"],
      [
        'nearly',
        "près de, presque, quasiment, pas loin de, à peine moins de, un peu moins de, près d', près des",
      ],
      [
        'more-than',
        "plus de, plus d', plus que, plus des, un peu plus de, bien plus de, au-delà de, supérieur à, supérieure à, dépasse, >",
      ],
      ['more-than', 'dépassant, dépassé, a dépassé, excédant, franchi'],
      ['at-least', 'au moins, au minimum, pas moins de, minimum, à partir de, ≥'],
      ['less-than', "moins de, moins d', moins des, inférieur à, inférieure à, en deçà de, <"],
      ['at-most', "au plus, au maximum, tout au plus, jusqu'à, jusqu’à, pas plus de, maximum, max., ≤"],
    ]),
    true,
  ),
  hedgesAfter: wordTable(
    synonyms<Qualifier>([
      ['at-least', 'ou plus, et plus, au moins, au minimum, +'],
      ['at-most', 'ou moins, au plus, au maximum'],
      ['about', 'environ'],
    ]),
    true,
  ),
  before: wordTable(
    synonyms<UnitReading>([
      [{ unit: 'CNY' }, 'rmb, ¥, cn¥'],
      [{ unit: 'USD' }, 'us$, $'],
      [{ unit: 'EUR' }, '€'],
      [{ unit: 'GBP' }, '£'],
    ]),
    'before numbers',
  ),
  after: wordTable(unitReadings, true),
  foreign: wordTable(
    synonyms([
      [
        true as const,
        'km, kilomètres, kilomètre, mètres, mètre, cm, mm, nm, nanomètres, kg, kilogrammes, litres',
      ],
      [true as const, 'jours, jour, semaines, semaine, mois, heures, heure, minutes, secondes'],
      [
        true as const,
        'points de base, °c, hz, mhz, ghz, ko, mo, go, to, volts, pouces, miles, fois, douzaines, evp',
      ],
    ]),
    true,
  ),
  classes: wordTable<true>([], true),
  classesBefore: wordTable(
    synonyms([[true as const, 'classe des, classe de, catégorie des, catégorie de, gamme des']]),
    true,
  ),
  minus: /(?<!au |ou |\p{L})moins $/u,
  rangeTo: wordTable(synonyms([[true as const, 'à, –, —, -, ~']]), true),
  between: { open: 'entre', and: ['et'] },
  changeFrom: /pass(?:er|é|ée|és|ées|e|ent|ant) de$/,
  per: wordTable(
    synonyms<PerWord>([
      ['any', 'par tranche de, par, /'],
      ['people', 'pour, sur'],
    ]),
    true,
  ),
  perPhrase: wordTable(
    synonyms([
      [{ amount: '1', unit: 'year' }, "par an, par année, l'an, l’an, chaque année"],
      [{ amount: '1', unit: 'people' }, 'par habitant, par tête'],
    ]),
    true,
  ),
  bases: synonyms([
    [
      'year-on-year',
      "sur un an, en glissement annuel, par rapport à l'année précédente, d'une année sur l'autre",
    ],
    ['year-on-year', "qu'un an plus tôt, qu’un an plus tôt, par rapport à l’année précédente"],
    ['annual-average', 'en moyenne annuelle, par an en moyenne, annuelle moyenne, annuel moyen, tcam, tcac'],
  ]),
  notNouns: new Set(
    'et ou à au aux de du des la le les un une en dans sur sous par pour avec sans chez entre vers depuis pendant après avant est sont était étaient a ont avait sera seront soit dont qui que où ce cette ces son sa ses leur leurs il elle ils elles ne pas plus moins mais comme contre selon lors ainsi aussi déjà chiffre chiffres'.split(
      ' ',
    ),
  ),
  beforeYear: new Set('en depuis dès vers fin début mi année années de à avant après jusque'.split(' ')),
};

export const fr: Language = {
  tag,
  name: 'Français',
  script: 'latin',
  grammar,
  writeQuantity: quantityWriter(writing),
  writeDate(iso) {
    const { year, month: index, day } = dateParts(iso);
    return [day === 1 ? '1er' : day, index && months[index - 1], year]
      .filter((part) => part !== undefined)
      .join(' ');
  },
  writeRank(rank, form) {
    if (rank === 1 && form === 'feminine') return 'première';
    return ordinals[rank - 1] ?? `${rank}e`;
  },
  joinList: (items) => joinWith(items, ', ', ' et '),
  writeLocator: ({ section, paragraph }) =>
    [
      section === undefined ? '' : `section ${section}`,
      paragraph === undefined ? 'titre' : `paragraphe ${paragraph}`,
    ]
      .filter(Boolean)
      .join(', '),
  quote: (text) => `«${nbsp}${text}${nbsp}»`,
  words: {
    source: 'Source',
    sources: 'Sources',
    asOf: (date) => `Date de référence${nbsp}: ${date}`,
    statedAs: 'cité comme',
    derivedAs: 'calculé comme',
    evidence: 'Justificatifs',
    note: 'Remarque',
    continued: (part, parts) => `\u00A0(${part}/${parts})`,
    page: (page, pages) => `Page ${page} sur ${pages}`,
    figure: 'Figure',
    table: 'Tableau',
    issued: 'publié le',
    classNote: 'Ordre de grandeur, non une valeur mesurée',
    annex: {
      label: 'Indicateur',
      figure: 'Valeur',
      stated: 'Texte original',
      source: 'Source',
      place: 'Emplacement',
    },
    labelSeparator: `${nbsp}: `,
    chartKinds: {
      classes: 'Diagramme en barres par ordres de grandeur',
      share: 'Diagramme en anneau d’une part',
      parts: 'Diagramme en anneau des parts d’un tout',
      bars: 'Diagramme en barres',
    },
  },
};
