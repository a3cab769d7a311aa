/** How figures are read in German texts. */
import type { Qualifier, Quantity } from '../../facts/schema.js';
import { type Grammar, type PerWord, synonyms, type UnitReading, wordTable } from '../grammar.js';
import { type LatinNumerals, latinNumeral } from '../numerals.js';
import { fraction, growthTo } from '../specials.js';
import { everyWords, fractionWords, inWords, numberOf, spelt } from './numerals.js';
import { scaledCurrencies, unitReadings } from './vocabulary.js';
import { currencies, marks } from './writing.js';

const month =
  '(?:januar|jänner|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|jan\\.|feb\\.|apr\\.|aug\\.|sept?\\.|okt\\.|nov\\.|dez\\.)';

const numbers: LatinNumerals = {
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
};

export const grammar: Grammar = {
  spaced: true,
  starts: 'a-zäöü',
  numeral: latinNumeral(numbers),
  numberWords: numbers,
  inWords,
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
