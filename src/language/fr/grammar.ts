/** How figures are read in French texts. */
import { declineOf } from '../decline.js';
import {
  type Grammar,
  type Hedging,
  type PerWord,
  synonyms,
  type UnitReading,
  wordTable,
} from '../grammar.js';
import { fraction, growthTo } from '../specials.js';
import { fractionWords, inWords, numberOf, numbers, oneToTen, plain } from './numerals.js';
import { unitReadings } from './vocabulary.js';

const month =
  '(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv\\.|févr\\.|avr\\.|juil\\.|sept\\.|oct\\.|nov\\.|déc\\.)';

/** What links millions to what they count: millions d'euros, milliards de yuans. */
const link = / (?:de(?= )|d['’](?=\p{L}))/uy;

export const grammar: Grammar = {
  spaced: true,
  starts: 'a-zà-ÿ',
  numeral(text, at, raw) {
    const numeral = plain(text, at, raw);
    if (numeral?.scale === undefined) return numeral;
    link.lastIndex = numeral.end;
    return link.test(text) ? { ...numeral, end: link.lastIndex } : numeral;
  },
  numberWords: numbers,
  inWords,
  specials: [
    {
      pattern: new RegExp(
        `${oneToTen} (petits? |bons? )?(tiers|quart|cinquième|sixième|septième|huitième|neuvième|dixième)s?(?!\\p{L})(?! de (?:millions?|milliards?|billions?)(?!\\p{L}))`,
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
    {
      pattern: /(?:un an|une année) et demie?(?!\p{L})/uy,
      read: () => ({ amount: '1.5', unit: 'year' }),
    },
    {
      pattern: /un point(?: de pourcentage)? et demi(?!\p{L})/uy,
      read: () => ({ amount: '1.5', unit: 'percentage-point' }),
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
    synonyms<Hedging>([
      [
        'about',
        "environ, à peu près, quelque, quelques, autour de, aux alentours de, de l'ordre de, env., ~, ≈",
      ],
      ['about', "approximativement, à quelque, autour d', autour des, aux alentours des, grosso modo"],
      [
        'about',
        'aux environs de, aux environs des, avoisine, avoisinent, avoisinant, avoisinait, à peu de chose près',
      ],
      [
        'about',
        'avoisine les, avoisinent les, avoisinant les, avoisinait les, voisin de, voisine de, peu ou prou',
      ],
      ['about', "un ordre de grandeur de, de l'ordre d', estimé à, estimée à, estimés à, estimées à"],
      [
        'nearly',
        "près de, presque, quasiment, pas loin de, à peine moins de, un peu moins de, près d', près des",
      ],
      [
        'nearly',
        "un peu moins d', frôle, frôlent, frôlant, frôle les, frôlent les, frôlant les, proche de, proches de",
      ],
      [
        'nearly',
        'proche des, pas tout à fait, approche, approchent, approchant, approche les, approche des, pratiquement',
      ],
      [
        'nearly',
        "à peine moins d', pas loin d', pas loin des, juste en dessous de, légèrement moins de, légèrement inférieur à",
      ],
      [
        'more-than',
        "plus de, plus d', plus que, plus des, un peu plus de, bien plus de, au-delà de, supérieur à, supérieure à, dépasse, >",
      ],
      [
        'more-than',
        'dépassant, dépassé, a dépassé, excédant, franchi, dépassent, dépassait, dépassaient, excède, excèdent',
      ],
      [
        'more-than',
        'dépasse les, dépassent les, dépassant les, dépassé les, dépassait les, franchi les, franchit les',
      ],
      [
        'more-than',
        "au-delà des, au-delà d', au-dessus de, au-dessus des, supérieurs à, supérieures à, franchit, largement plus de",
      ],
      [
        'more-than',
        "un peu plus d', bien plus d', à peine plus de, à peine plus d', franchissant les, dépasser, dépasser les",
      ],
      [
        'at-least',
        'au moins, au minimum, pas moins de, minimum, à partir de, ≥, au bas mot, a minima, à minima',
      ],
      ['at-least', "pas moins d', à tout le moins, un minimum de, non moins de, égal ou supérieur à"],
      [
        'less-than',
        "moins de, moins d', moins des, inférieur à, inférieure à, en deçà de, <, inférieurs à, inférieures à",
      ],
      [
        'less-than',
        'en dessous de, en dessous des, au-dessous de, sous la barre de, sous la barre des, sous les, même pas',
      ],
      [
        'at-most',
        "au plus, au maximum, tout au plus, jusqu'à, pas plus de, maximum, max., ≤, pas plus d', à concurrence de",
      ],
      [
        'at-most',
        'au grand maximum, un maximum de, non plus de, égal ou inférieur à, plafonné à, plafonnée à',
      ],
      [
        'at-most',
        'dépasse pas, dépasse pas les, dépassent pas, dépassent pas les, dépassera pas, excède pas, excèdent pas',
      ],
      [
        'at-most',
        'pas dépassé, pas dépassé les, pas dépasser, pas dépasser les, pas franchi, pas franchi les',
      ],
      // Only just so many, or not even that; plus or minus.
      [
        'unclear',
        "à peine, tout juste, dans les, plus ou moins, guère plus de, guère plus d', guère moins de",
      ],
      ['unclear', 'pas beaucoup plus de'],
    ]),
    true,
  ),
  hedgesAfter: wordTable(
    synonyms<Hedging>([
      [
        'at-least',
        'ou plus, et plus, au moins, au minimum, minimum, au bas mot, a minima, à minima, et au-delà, +',
      ],
      ['at-least', 'ou davantage, et davantage, à tout le moins, au moins'],
      ['more-than', 'et quelques, et des poussières'],
      ['unclear', 'dépassés, dépassé, franchis'],
      ['at-most', 'ou moins, au plus, au maximum, maximum, tout au plus, au grand maximum, et moins'],
      ['about', 'environ, à peu près, approximativement, grosso modo, peu ou prou'],
      ['unclear', 'plus ou moins, à peine'],
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
  minus: /(?<!au |ou |\p{L})(?:moins|(?:croissance|évolution) négative de) $/u,
  halfBehind: / et demie?(?!\p{L})(?<half>)/uy,
  decline: declineOf({
    words:
      'recul(?:e|ent|a|ait|ée?s?|s)?|repli(?:e|ent|ée?s?|s)?|baiss(?:e|es|ent|ait|a|ée?s?)|diminu(?:e|ent|a|ait|ée?s?|tion|tions)|chut(?:e|es|ent|a|ait|é)|rédui(?:t|te|ts|tes|sent|sant)|réductions?|régress(?:e|ent|é|ion)|contract(?:e|ent|ait|ée?s?|ion)|décroît|décru|décroissance|perd|perdu|perdent|pertes?|retrait|fléchi|fléchit|fléchissement|plong(?:e|ent|é|ea)|dégringol(?:e|é)|effondr(?:e|ent|ée?s?|ement)|cèd(?:e|ent)|cédé|rétréci|rétrécit|abaiss(?:e|ent|ée?s?|ement)|amputée?s?|dévissé|tassement|rétractée?s?',
    link: "de |d'|des |à hauteur de |",
    barred:
      'à|au|aux|augmente|augmenté|augmentation|hausse|progresse|progressé|progression|croît|crû|croissance|et|mais|tandis|contre|passé|atteint',
    behind:
      '(?:de moins|en moins|de baisse|de recul|de repli|de diminution|de réduction|de chute|de perte|inférieur|inférieure|plus bas|plus basse)',
    rising:
      'augmente|augmenté|augmentent|augmentation|hausse|progresse|progressé|progression|croît|crû|bondi|bond',
    level: 'en dessous|au-dessous|sous',
  }),
  multiplied: /(?<!\p{L})(?:(?:double|triple|quadruple|moitié) (?:de |d['’])|fois )$/u,
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
    'et ou à au aux de du des la le les un une en dans sur sous par pour avec sans chez entre vers depuis pendant après avant est sont était étaient a ont avait sera seront soit dont qui que où ce cette ces son sa ses leur leurs il elle ils elles ne pas plus moins mais comme contre selon lors ainsi aussi déjà chiffre chiffres tiers quart quarts demi demie cinquième cinquièmes dixième dixièmes'.split(
      ' ',
    ),
  ),
  beforeYear: new Set('en depuis dès vers fin début mi année années de à avant après jusque'.split(' ')),
};
