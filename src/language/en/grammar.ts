/** How figures are read in English texts. */
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
import { fractionWords, inWords, numberOf, spelt } from './numerals.js';
import { hedgeWords, unitReadings } from './vocabulary.js';
import { currencies, marks } from './writing.js';

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

const numbers: LatinNumerals = {
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
      ['0.5', 'half a, a half, half, half of a, one half'],
      ['0.25', 'a quarter of a, one quarter of a, quarter of a, a quarter, quarter'],
      ['0.75', 'three quarters of a, three-quarters of a, three quarter, three-quarter'],
    ]),
    true,
  ),
  afterHundred: / (?:and )?|-/y,
  mixed:
    /(?: and |-and-)(?:(?<half>(?:a|one)[ -]half|½)|(?<quarter>(?:a|one)[ -]quarter|¼)|(?<quarters>three[ -]quarters|¾)|(?<other>(?:a|one|two|three|four)[ -](?:third|fifth|sixth|seventh|eighth|ninth|tenth)s?))(?!\p{L})(?! of | the )/uy,
};

const scaleWords = '(?:hundred|thousand|million|billion|trillion)';

const plain = latinNumeral(numbers);
const part =
  /(?:thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|\d\/\d{1,2}|[⅐-⅞½¼¾]) of $/u;

export const grammar: Grammar = {
  spaced: true,
  starts: 'a-z',
  numeral(text, at, raw) {
    // Two thirds of a million are no million.
    const isPart = text[at] === 'a' && part.test(text.slice(Math.max(0, at - 16), at));
    return isPart ? undefined : plain(text, at, raw);
  },
  numberWords: numbers,
  inWords,
  specials: [
    {
      // Not "a quarter of a million", which is a number, nor "the first two quarters", nor "a year and a half".
      pattern: new RegExp(
        `(?<!(?:first|last|past|next|previous|final|consecutive|straight) )(a|an|one|two|three|four|five|six|seven|eight|nine)[ -]((?<!and[ -](?:a|one)[ -])half(?! an? )|halves|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?(?![\\p{L}-])(?! (?:of an? )?${scaleWords})`,
        'uy',
      ),
      read: ([, numerator = '', word = '']) => fraction(numberOf(numerator), fractionWords[word]!),
    },
    // Not "the first half", nor "half a million".
    {
      pattern: new RegExp(
        `(?<!first |second |latter |other | and a |-)half(?= of(?! an? ${scaleWords})| the|[.,;:)]| *$)`,
        'y',
      ),
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
    { pattern: /(?:a|one) year and a half(?!\p{L})/uy, read: () => ({ amount: '1.5', unit: 'year' }) },
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
    synonyms<Hedging>([
      [
        'at-least',
        'or more, and more, or above, and above, or over, plus, +, at least, or higher, or greater',
      ],
      [
        'at-least',
        'and up, and upward, and upwards, or upwards, and over, minimum, at a minimum, at the least',
      ],
      ['at-least', 'at the very least, and counting'],
      ['more-than', 'odd'],
      ['about', 'or so, or thereabouts, give or take, more or less, ish, approximately, roughly'],
      [
        'at-most',
        'or less, or fewer, at most, or under, or below, or lower, tops, at the most, at the very most',
      ],
      ['at-most', 'maximum, max, at a maximum'],
    ]).concat([[', give or take', 'about']]),
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
  minus: /(?<!\p{L})(?:minus|negative growth (?:rate )?of|negative) $/u,
  halfBehind: new RegExp(
    `(?: and a|-and-a)[ -]half(?!\\p{L})(?:(?<word> (?:of|the|an?|${scaleWords}) )|(?<half>(?= (?!percent|per cent)|[.,;:)]|$))|)`,
    'uy',
  ),
  multiplied: /(?<!\p{L})(?:(?:twice|thrice|double|triple|treble|quadruple|half) (?:of )?|times )$/u,
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
  decline: declineOf({
    words:
      'fell|fall|falls|fallen|falling|drop|drops|dropped|dropping|decline|declines|declined|declining|decrease|decreases|decreased|decreasing|sank|sunk|sink|sinks|sinking|slid|slide|slides|sliding|slump|slumps|slumped|plunge|plunges|plunged|plummeted|tumbled|shrank|shrunk|shrink|shrinks|shrinking|shrinkage|contract|contracts|contracted|contracting|contraction|reduce|reduced(?= (?:by )?$)|reduces|reducing|reduction|down(?=,? (?:(?:[^ ]+ ){0,5}by (?:an? )?(?:[a-z]+ )?|another |a further |some )?$)|lower(?= (?:by )?$)|(?:decline|drop|fall|contraction|slump|decrease) (?:narrowed|eased|slowed|widened|deepened|accelerated)(?= to $)|dip|dips|dipped|slip|slips|slipped|retreat|retreated|cuts?|cutting|shed|eased|easing|lost|loses|loss|downturn|weakened|dwindled|diminished|lowered',
    link: '(?:by|of)(?: an?)?(?: (?:further|record|sharp|modest|mere|full|total|combined|whopping|massive|seasonally adjusted|real|staggering))? |(?:another|a further|some) |(?<=(?:narrowed|eased|slowed|widened|deepened|accelerated) )to |',
    barred:
      'to|at|from|into|than|rose|rise|rises|risen|rising|grew|grow|grown|growing|growth|gained|gain|climbed|increase|increased|increasing|up|and|but|while|as|account|accounts|accounted|with',
    behind:
      '(?:year[ -]on[ -]year |year-over-year |annual |yoy |sharp |slight )?(?:decline|decrease|drop|fall|reduction|contraction|slump|dip|lower|less|fewer|down|downturn|below)',
    rising: 'rose|rises|risen|rising|grew|grows|grown|growing|gained|climbed|increased|increasing|up',
    level: 'below|under|less than half',
  }),
  bases: synonyms([
    ['year-on-year', 'year on year, year-on-year, yoy, y/y, previous year, year earlier, prior year'],
    [
      'annual-average',
      'average annual, annual average, average yearly, cagr, compound annual, a year on average',
    ],
  ]),
  notNouns: new Set(
    'of in on at by to from and or the an is are was were be been being has have had will would which that this these those for with as than not but while after before since until during when where who it its their his her our your into onto over under between among out up down off about around also only then so if each every other more less may can could should must there here respectively compared versus vs via across within against through upon per figure figures digit digits star third thirds quarter quarters halves fifths sixths sevenths eighths ninths tenths half'.split(
      ' ',
    ),
  ),
  beforeYear: new Set(
    'in since by until till from to of during through and for mid early late end before after year'.split(
      ' ',
    ),
  ),
};
