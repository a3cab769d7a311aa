/** How figures are read in German texts. */
import type { Quantity } from '../../facts/schema.js';
import { declineOf } from '../decline.js';
import {
  type Grammar,
  type Hedging,
  type PerWord,
  synonyms,
  type UnitReading,
  wordTable,
} from '../grammar.js';
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
      ['0.25', 'eine viertel, einer viertel'],
      ['0.75', 'dreiviertel, drei viertel, eine dreiviertel, einer dreiviertel'],
    ]),
    true,
  ),
  mixed:
    / und (?:(?:ein(?:e[nmrs]?)? )?(?<half>halbe[nmrs]?)|(?<quarter>ein(?:e[nmrs]?)? ?viertel)|(?<quarters>drei ?viertel)|(?<other>(?:ein|eine|zwei|drei|vier) ?(?:drittel|fünftel|sechstel|siebtel|achtel|neuntel|zehntel)))(?!\p{L})(?! (?:der|des|von|aller|davon) )/uy,
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
        /(ein|eines|einem|zwei|drei|vier|fünf|sechs|sieben|acht|neun) ?(gutes |guten |knappes |knappen )?(drittel|viertel|fünftel|sechstel|siebtel|achtel|neuntel|zehntel)[sn]?(?!\p{L})(?! (?:million|milliarde|billion))/uy,
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
    synonyms<Hedging>([
      [
        'about',
        'rund, rd., etwa, in etwa, circa, zirka, ca., ca, ungefähr, schätzungsweise, geschätzt, ~, ≈',
      ],
      ['about', 'an die, um die, in der größenordnung von, geschätzte, geschätzten, grob, grob geschätzt'],
      ['about', 'mehr oder weniger, mehr oder minder, so um die, so etwa, überschlägig, runde, runden'],
      ['nearly', 'knapp, fast, nahezu, beinahe, annähernd, nicht ganz, knapp unter, kurz vor, fast schon'],
      ['nearly', 'so gut wie, beinah, praktisch, quasi, schon fast, etwas weniger als, etwas unter, nahe an'],
      ['nearly', 'knappe, knappen, leicht unter, geringfügig weniger als, geringfügig unter, nahe bei'],
      [
        'more-than',
        'mehr als, über, gut, etwas mehr als, deutlich mehr als, weit über, weit mehr als, oberhalb von, >',
      ],
      ['more-than', 'knapp über, knapp mehr als, gut und gerne, gut und gern, jenseits von, jenseits der'],
      [
        'more-than',
        'übersteigt, überstieg, übersteigen, überschreitet, überschritt, überschreiten, übertrifft',
      ],
      ['more-than', 'übertraf, übertreffen, oberhalb der, gute, guten, größer als, höher als'],
      ['at-least', 'mindestens, mind., wenigstens, zumindest, ab, nicht weniger als, nicht unter, min., ≥'],
      ['at-least', 'im minimum, mindest, minimal, keinesfalls weniger als'],
      [
        'less-than',
        'weniger als, unter, unterhalb von, unterhalb der, <, nicht einmal, nicht mal, noch nicht',
      ],
      ['less-than', 'noch nicht einmal, noch keine, keine, kleiner als, niedriger als, geringer als'],
      ['at-most', 'höchstens, längstens, maximal, max., bis zu, nicht mehr als, nicht über, allenfalls, ≤'],
      [
        'at-most',
        'übersteigt nicht, überstieg nicht, überschreitet nicht, überschritt nicht, übertrifft nicht',
      ],
      ['at-most', 'bestenfalls, im maximum, äußerstenfalls, im höchstfall, keinesfalls mehr als'],
      // Kaum: only just, or not even. Gegen: about, or against. Bald: nearly, or soon.
      [
        'unclear',
        'kaum, kaum mehr als, kaum über, kaum weniger als, kaum unter, gegen, bald, nicht viel mehr als',
      ],
      ['unclear', 'wenig mehr als, kaum noch, plus/minus, plus minus, plusminus, nicht viel weniger als'],
    ]),
    true,
  ),
  hedgesAfter: wordTable(
    synonyms<Hedging>([
      ['at-least', 'oder mehr, und mehr, oder darüber, und darüber, aufwärts, mindestens, wenigstens, +'],
      ['at-least', 'zumindest, im minimum, oder höher, und höher'],
      ['more-than', 'plus x'],
      // Or "nicht die 300 Mio. Euro überschritten".
      [
        'unclear',
        'überschritten, überstiegen, übertroffen, unterschritten, überschreiten, übersteigen, übertreffen',
      ],
      ['at-most', 'oder weniger, oder darunter, und weniger, höchstens, maximal, im maximum'],
      ['about', 'oder so, herum, in etwa, ungefähr, circa, schätzungsweise, plus/minus, mehr oder weniger'],
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
  minus: /(?<!\p{L})(?:minus|(?:einem |ein )?minus von|negativwachstum von|minuswachstum von) $/u,
  halfBehind:
    / und ein(?:e[nmrs]?)? (?:(?<word>halbe[nmrs]? (?:million|milliarde|billion))|halbe[nmrs]?(?<half>(?!\p{L})(?= (?!prozent)|[.,;:)]|$)))/uy,
  decline: declineOf({
    words:
      'sank|sinkt|sinken|gesunken|sanken|fiel|fällt|fielen|fallen|gefallen|schrumpft|schrumpfte|schrumpften|geschrumpft|verringert|verringerte|verringerten|reduziert|reduzierte|reduzierten|verlor|verliert|verloren|vermindert|verminderte|mindert|minderte|senkt|senkte|senken|gesenkt|\\p{L}*rückgangs?|rückgänge|rückläufig|\\p{L}*abnahme|\\p{L}*einbruch|\\p{L}*einbußen?|\\p{L}*minus|\\p{L}*verringerung|reduktion|reduzierung|senkung|schrumpfung|kontraktion|kontrahierte|kürzung|kürzte|gekürzt|rutschte|sackte|stürzte|büßte|sinkflug|abschwung',
    link: 'um |von |in höhe von ',
    barred:
      'auf|bei|zu|stieg|steigt|stiegen|steigen|gestiegen|wuchs|wächst|wuchsen|gewachsen|zunahm|plus|anstieg|zuwachs|wachstum|und|aber|während|als|mit|erhöhte|legte|zu',
    behind:
      '(?:weniger|niedriger|geringer|tiefer|rückgang|minus|unter|unterhalb|kleiner|gesunken|gefallen|geschrumpft|verringert|reduziert|gesenkt|zurückgegangen|abgenommen|eingebrochen|nachgegeben|zurück|verloren|eingebüßt|vermindert)',
    split: [
      ['ging|geht|gingen|gehen|fiel|fielen|fällt', 'zurück'],
      ['nahm|nimmt|nahmen|nehmen', 'ab'],
      ['brach|bricht|brachen|brechen', 'ein'],
      ['gab|gibt|gaben|geben', 'nach'],
      ['büßte|büßt|büßten', 'ein'],
      [
        'ist|sind|war|waren|sei|seien|hat|haben|wurde|wurden|um',
        'gesunken|gefallen|geschrumpft|verringert|reduziert|gesenkt|zurückgegangen|abgenommen|eingebrochen|nachgegeben|verloren|eingebüßt|vermindert|gekürzt|weniger|niedriger|geringer|tiefer|unter',
      ],
    ],
    rising:
      'stieg|steigt|stiegen|steigen|gestiegen|wuchs|wächst|wuchsen|legte|legten|erhöhte|erhöhten|kletterte|plus|anstieg|zuwachs',
    level: 'unter|unterhalb|weniger als die',
  }),
  multiplied:
    /(?<!\p{L})(?:(?:doppelt|halb|\p{L}+mal) so viele? (?:wie )?|(?:zwei|drei|vier|fünf|zehn)mal |mal )$/u,
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
