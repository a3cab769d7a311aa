/** Numerals as printed: Arabic digits with the marks of a language, scale words behind them, words for numbers. */
import type { Qualifier } from '../facts/schema.js';
import { type Marks, shiftPoint } from './decimal.js';
import type { NumberWords, Numeral } from './grammar.js';

/** More digits than this are no figure: the fact model holds no longer amounts. */
export const maxDigits = 40;

const run = /\d+(?:[.,]\d+)*/y;

/** Blanks that typesetters put between groups of three. */
const groupBlank = /^[\u00A0\u2009\u202F]\d{3}(?!\d)/;
const looseBlank = /^[\u00A0\u2009\u202F '’]\d{3}(?!\d)/;

const vulgarFractions: Readonly<Record<string, string>> = { '½': '5', '¼': '25', '¾': '75' };

/** Where the run of digits, points and commas that begins at `at` ends. A run is read as a whole or not at all. */
export function endOfRun(text: string, at: number): number {
  run.lastIndex = at;
  return run.test(text) ? run.lastIndex : at;
}

/**
 * The number literal that begins at `at`, with the point as decimal mark: "1.043.915,5" in German is "1043915.5".
 * Undefined where the run is no number of the language: 1.5 in German, 1,2,3, versions, labels such as 04.
 */
export function readLiteral(
  text: string,
  at: number,
  raw: string,
  marks: Marks,
): { readonly mantissa: string; readonly end: number } | undefined {
  let end = endOfRun(text, at);
  if (end === at || end - at > maxDigits * 2) return undefined;
  const pieces = text.slice(at, end).split(marks.decimal);
  if (pieces.length > 2) return undefined;
  let [integer = '', fraction] = pieces;
  if (fraction !== undefined && !/^\d+$/.test(fraction)) return undefined;
  if (fraction === undefined && /^\d{1,3}$/.test(integer)) {
    const blank = marks.looseGroups && integer[0] !== '0' ? looseBlank : groupBlank;
    while (end - at <= maxDigits * 2 && blank.test(raw.slice(end, end + 5))) {
      integer += text.slice(end + 1, end + 4);
      end += 4;
    }
    if (end < text.length && integer.length > 3 && text[end] === marks.decimal) {
      const tail = /^\d+/.exec(text.slice(end + 1, end + 1 + maxDigits));
      if (tail) {
        fraction = tail[0];
        end += 1 + tail[0].length;
      }
    }
  }
  if (fraction === undefined && vulgarFractions[text[end] ?? '']) {
    fraction = vulgarFractions[text[end]!];
    end++;
  }
  const groups = integer.split(marks.group);
  if (groups.length > 1) {
    const [first = '', ...others] = groups;
    if (!/^[1-9]\d{0,2}$/.test(first) || others.some((group) => !/^\d{3}$/.test(group))) return undefined;
    integer = groups.join('');
  }
  if (!/^(0|[1-9]\d*)$/.test(integer) || integer.length + (fraction?.length ?? 0) > maxDigits)
    return undefined;
  return { mantissa: fraction === undefined ? integer : `${integer}.${fraction}`, end };
}

/** How a language that writes in Latin letters prints numbers. */
export interface LatinNumerals extends NumberWords {
  readonly marks: Marks;
  /** Sticky; what stands between hundreds in words and the rest: "one hundred and twenty", "deux cent dix". */
  readonly afterHundred?: RegExp;
}

export function latinNumeral(
  rules: LatinNumerals,
): (text: string, at: number, raw: string) => Numeral | undefined {
  const scaled = (text: string, mantissa: string, from: number, raw: string): Numeral => {
    let end = from;
    let scale: number | undefined;
    // Two at most: hundred million, tausend Milliarden.
    for (let words = 0; words < 2; words++) {
      const gap = text[end] === ' ' || text[end] === '-' ? 1 : 0;
      const found = rules.scales.from(text, end + gap);
      if (!found || (scale !== undefined && found.value <= scale)) break;
      // "1.3m" and "1.3 M" are a million; "5 m" are metres.
      if (gap === 1 && found.word.length === 1 && raw[end + gap] === found.word) break;
      scale = (scale ?? 0) + found.value;
      end += gap + found.word.length;
    }
    return { ...shiftPoint(mantissa, scale ?? 0), end, ...(scale === undefined ? {} : { scale }) };
  };
  /** Adds what follows hundreds in words, and reads the scale behind it: one hundred and twenty thousand. */
  const withRest = (text: string, numeral: Numeral, raw: string): Numeral => {
    const { afterHundred } = rules;
    if (!afterHundred || !/^[1-9]00$/.test(numeral.amount)) return numeral;
    afterHundred.lastIndex = numeral.end;
    const rest = afterHundred.test(text) ? rules.spelt.from(text, afterHundred.lastIndex) : undefined;
    if (!rest || !/^\d\d?$/.test(rest.value)) return numeral;
    const sum = String(Number(numeral.amount) + Number(rest.value));
    return scaled(text, sum, afterHundred.lastIndex + rest.word.length, raw);
  };
  return (text, at, raw) => {
    if (/\d/.test(text[at] ?? '')) {
      const literal = readLiteral(text, at, raw, rules.marks);
      return literal && scaled(text, literal.mantissa, literal.end, raw);
    }
    const word = rules.spelt.from(text, at);
    if (word) {
      const numeral = scaled(text, word.value, at + word.word.length, raw);
      return { ...withRest(text, numeral, raw), spelt: true };
    }
    const article = rules.articles.from(text, at);
    if (!article) return undefined;
    const numeral = scaled(text, article.value, at + article.word.length, raw);
    return numeral.scale === undefined ? undefined : withRest(text, numeral, raw);
  };
}

const chineseDigits: Readonly<Record<string, number>> = {
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const chineseTens: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };
const chinesePowers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 兆: 12 };
export const chineseNumeralChars = Object.keys({ ...chineseDigits, ...chineseTens, ...chinesePowers }).join(
  '',
);

/** Units and words that begin with a character that is a scale elsewhere: 50千瓦 are not 50 000 瓦. */
const notScales = /^(?:千瓦|千米|千克|千伏|千卡|千帕|百分|兆瓦|兆赫|兆比|十分|千分|万分|百倍)/;
const scaleChars = /^(?:[十百千]?(?:万亿|万|亿|兆)|[十百千])/;
/** 15亿余额 is a balance, 多元化 and 多样 are words, 来自 is "from". */
const rounded = /^ ?(?:(余)(?![额下热地量])|(多)(?!元化|样|媒体|维)|来(?![自源到年说看宾访]))/;

/** 50余, 250多万 say more than; 50来家 is about fifty. */
function roundingAt(
  text: string,
  at: number,
): { readonly hedge: Qualifier; readonly end: number } | undefined {
  const match = rounded.exec(text.slice(at, at + 5));
  if (!match) return undefined;
  return { hedge: match[1] || match[2] ? 'more-than' : 'about', end: at + match[0].length };
}

const chineseMarks: Marks = { decimal: '.', group: ',', groupFrom: 4 };

function scaleAt(text: string, at: number): { readonly exponent: number; readonly end: number } | undefined {
  const here = text.slice(at, at + 4);
  if (notScales.test(here)) return undefined;
  const match = scaleChars.exec(here)?.[0];
  if (!match) return undefined;
  // 5万千瓦: the second character may belong to the unit.
  const exponent = [...match].reduce((sum, char) => sum + chinesePowers[char]!, 0);
  return { exponent, end: at + match.length };
}

const isMeasuredScale = (text: string, at: number): boolean =>
  text[at] === '个' && /^[多余]?亿(?!元)/.test(text.slice(at + 1, at + 4));

/** 286.6亿, 50余, 250余万, 2万4801, 五百亿, 二十余万. 兆 is 10^12, as Taiwan and Hong Kong use it. */
export function chineseNumeral(text: string, at: number, raw: string): Numeral | undefined {
  return /\d/.test(text[at] ?? '') ? arabicWithScales(text, at, raw) : speltChinese(text, at);
}

function arabicWithScales(text: string, at: number, raw: string): Numeral | undefined {
  const literal = readLiteral(text, at, raw, chineseMarks);
  if (!literal) return undefined;
  // 5个亿, 3个多亿: the measure word of the scale, as it is said.
  const gapped = (position: number): number =>
    text[position] === ' ' || isMeasuredScale(text, position) ? position + 1 : position;
  let { end } = literal;
  let hedge: Qualifier | undefined;
  const takeHedge = (): void => {
    const found = hedge ? undefined : roundingAt(text, end);
    if (found) ({ hedge, end } = found);
  };
  if (isMeasuredScale(text, end)) end++;
  takeHedge();
  const scale = scaleAt(text, gapped(end));
  if (!scale) return { ...shiftPoint(literal.mantissa, 0), end, hedge };
  end = scale.end;
  const read = shiftPoint(literal.mantissa, scale.exponent);
  takeHedge();
  // 2万4801, 75万7千, 3亿5000万: each part smaller than the scale before it.
  let amount = read.amount;
  let floor = scale.exponent;
  while (!hedge && !literal.mantissa.includes('.') && /\d/.test(text[end] ?? '')) {
    const lower = readLiteral(text, end, raw, chineseMarks);
    if (!lower || lower.mantissa.includes('.')) break;
    const lowerScale = scaleAt(text, lower.end);
    // 2万5 is said for 25 000, as 两万五 is.
    const said = !lowerScale && /^[1-9]$/.test(lower.mantissa) ? floor - 1 : 0;
    const part = shiftPoint(lower.mantissa, lowerScale?.exponent ?? said).amount;
    if (part.length > floor) break;
    amount = (BigInt(amount) + BigInt(part)).toString();
    end = lowerScale?.end ?? lower.end;
    floor = lowerScale?.exponent ?? 0;
    takeHedge();
    if (floor === 0) break;
  }
  const exact = amount === read.amount ? read : { amount };
  return { ...exact, end, scale: scale.exponent, hedge };
}

const longestSpelt = 20;

function speltChinese(text: string, at: number): Numeral | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let end = at;
  let hedge: Qualifier | undefined;
  let largest: number | undefined;
  let last: number | undefined;
  for (; end - at <= longestSpelt; end++) {
    const char = text[end] ?? '';
    if (notScales.test(text.slice(end, end + 3))) break;
    const value = chineseDigits[char];
    const power = chinesePowers[char];
    if (end > at && isMeasuredScale(text, end)) continue;
    if (value !== undefined) {
      // 二四 is no number, and after 余 nothing smaller is counted.
      if (digit || hedge) return undefined;
      digit = value;
      if (value === 0) last = undefined;
    } else if (chineseTens[char] !== undefined) {
      if (digit || hedge) return undefined;
      section += chineseTens[char]!;
    } else if (power !== undefined && power < 4) {
      if (hedge) return undefined;
      section += (digit ?? 1) * 10 ** power;
      digit = undefined;
      last = power;
      largest = Math.max(largest ?? 0, power);
    } else if (power !== undefined) {
      section += digit ?? 0;
      digit = undefined;
      const factor = 10 ** power;
      if (total > 0 && total < factor) total = (total + section) * factor;
      else total += (section || (total === 0 ? 1 : 0)) * factor;
      section = 0;
      last = power;
      largest = Math.max(largest ?? 0, power);
    } else {
      const found = hedge || end === at ? undefined : roundingAt(text, end);
      if (!found) break;
      hedge = found.hedge;
      end = found.end - 1;
    }
  }
  if (end === at || end - at > longestSpelt) return undefined;
  // 两万五 is 25 000 and 三百五 350: the digit counts what is next below the scale before it.
  const unsaid = digit && last !== undefined && last > 1 ? 10 ** (last - 1) : 1;
  const value = total + section + (digit ?? 0) * unsaid;
  // One is an article (一批, 一个) unless a range begins with it; 零 alone is no figure either.
  const least = /^[至到][两二三四五六七八九十]/.test(text.slice(end, end + 2)) ? 1 : 2;
  if (!Number.isSafeInteger(value) || value < least) return undefined;
  // 数十家, 几百人 and 上千家 give no amount.
  if (at > 0 && '数几上'.includes(text[at - 1]!) && text[at]! in chinesePowers) return undefined;
  return {
    amount: String(value),
    end,
    spelt: true,
    scaleAlone: chinesePowers[text[at] ?? ''] !== undefined && text[at] !== '十' && !hedge,
    scale: largest,
    hedge,
  };
}

/** The value of a numeral in words or digits below 10 000: 十五, 七十八点六, 3. Undefined where it is none. */
export function chineseValue(words: string): string | undefined {
  if (/^\d+(?:\.\d+)?$/.test(words)) return words;
  const [integer = '', fraction] = words.split('点');
  let sum = 0;
  let pending: number | undefined;
  for (const char of integer) {
    const value = chineseDigits[char];
    const power = chinesePowers[char];
    if (value !== undefined && !pending) pending = value;
    else if (power !== undefined && power < 4) {
      sum += (pending ?? 1) * 10 ** power;
      pending = undefined;
    } else return undefined;
  }
  const decimals = [...(fraction ?? '')].map((char) => chineseDigits[char]);
  if (integer === '' || decimals.includes(undefined)) return undefined;
  return `${sum + (pending ?? 0)}${decimals.length > 0 ? `.${decimals.join('')}` : ''}`;
}
