/** Chinese numbers, in digits and words: 2万多亿, 两点五亿, 四成多, 三分之一强. */
import type { Qualifier } from '../../facts/schema.js';
import { type Marks, shiftPoint } from '../decimal.js';
import type { Numeral } from '../grammar.js';
import { noDecimal, readLiteral } from '../numerals.js';

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
const notScales = /^(?:千瓦|千米|千克|千伏|千卡|千帕|百分|百姓|百货|兆瓦|兆赫|兆比|十分|千分|万分|百倍)/;
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
  const numeral = /\d/.test(text[at] ?? '')
    ? arabicWithScales(text, at, raw)
    : (pointedChinese(text, at) ?? speltChinese(text, at));
  return numeral && text[numeral.end] === '半' ? withHalf(text, numeral) : numeral;
}

/**
 * 半 behind a number or its unit: a half, the half of a unit that facts are not kept in (三个半月), or a word of its own
 * (两家半导体企业). What else follows it may be either.
 */
export const chineseHalf =
  /半(?:(?<word>导|成品|岛|径|决|山|夜|天|日|价|挂|自|封|开|球|壁|边|数|途|生|载|固|透|独|公|程|场|制)|(?<foreign>个?月|小时|个?钟)|(?<half>$|(?=[\s\p{P}]|以|之|左右|上下|多|余|的|内|后|前|间|时|期|来|人|元|亩|吨))|(?<unclear>))/uy;

/** 两亿半 is 2.5亿. */
function withHalf(text: string, numeral: Numeral): Numeral | undefined {
  const { amount, scale = 0 } = numeral;
  chineseHalf.lastIndex = numeral.end;
  const groups = chineseHalf.exec(text)?.groups;
  if (!groups || groups.word !== undefined) return numeral;
  const zeros = /^\d+?(0*)$/.exec(amount)?.[1]?.length ?? 0;
  const end = numeral.end + 1;
  if (groups.half === undefined || numeral.hedge || scale < 4 || zeros < scale)
    return { ...numeral, end, problem: noDecimal };
  return { ...numeral, amount: (BigInt(amount) + BigInt(`5${'0'.repeat(scale - 1)}`)).toString(), end };
}

const pointed =
  /([零一二三四五六七八九两十百千]{1,7})点([零一二三四五六七八九]{1,9})(?![十百千刻]|分(?!之))/y;

/** 两点五亿, 一点五倍; no time of the day, 三点二十分. */
function pointedChinese(text: string, at: number): Numeral | undefined {
  pointed.lastIndex = at;
  const match = pointed.exec(text);
  const mantissa = match && chineseValue(match[0]);
  if (!mantissa) return undefined;
  let end = pointed.lastIndex;
  const scale = scaleAt(text, end);
  if (scale) end = scale.end;
  if (scaleAt(text, end)) return undefined;
  const hedge = roundingAt(text, end);
  return {
    ...shiftPoint(mantissa, scale?.exponent ?? 0),
    end: hedge?.end ?? end,
    spelt: true,
    ...(scale && { scale: scale.exponent }),
    ...(hedge && { hedge: hedge.hedge }),
  };
}

interface Scales {
  readonly small: number;
  readonly big: number;
  readonly end: number;
}

/**
 * Digits with their scales, of which a hedge may stand before, between or behind: 250余万, 2万多亿, 3亿多; and parts, each
 * smaller than the scale before it: 2万4801, 75万7千, 3亿5000多万, 2万5千亿.
 */
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
  /** The scales at `end`, taken; 千多万 is 3 and 4, 万多亿 4 and 8. Undefined where two do not follow one another. */
  const takeScales = (): Scales | undefined => {
    const first = scaleAt(text, gapped(end));
    if (!first) return { small: 0, big: 0, end };
    end = first.end;
    const big = first.exponent % 4 === 0 ? first.exponent : first.exponent - (first.exponent % 4);
    const before = hedge;
    takeHedge();
    const second = hedge === before ? undefined : scaleAt(text, end);
    if (!second) return { small: first.exponent - big, big, end };
    const fits = second.exponent % 4 === 0 && first.exponent < Math.min(second.exponent, 8);
    if (!fits) return undefined;
    end = second.end;
    return { small: first.exponent, big: second.exponent, end };
  };
  if (isMeasuredScale(text, end)) end++;
  takeHedge();
  const scales = takeScales();
  // 万万 and the like are read as a whole or not at all; 20几亿 and 2万几千亿 are vague.
  if (!scales || scaleAt(text, end) || text[end] === '几') return undefined;
  let lead = scales.small + scales.big;
  if (lead === 0) return { ...shiftPoint(literal.mantissa, 0), end, hedge };
  const read = shiftPoint(literal.mantissa, lead);
  let amount = read.amount;
  let floor = scales.big || lead;
  let room = lead;
  while (!hedge && !literal.mantissa.includes('.') && /\d/.test(text[end] ?? '')) {
    const lower = readLiteral(text, end, raw, chineseMarks);
    if (!lower || lower.mantissa.includes('.')) break;
    const before = end;
    end = lower.end;
    takeHedge();
    const own = takeScales();
    if (!own || scaleAt(text, end)) return undefined;
    const whole = own.big > floor && shiftPoint(lower.mantissa, own.small).amount.length <= room;
    // 2万5 is said for 25 000, as 两万五 is.
    const said = own.small + own.big === 0 && !hedge && /^[1-9]$/.test(lower.mantissa) ? room - 1 : 0;
    const part = shiftPoint(lower.mantissa, whole ? own.small : own.small + own.big || said).amount;
    if (part.length > room) {
      [end, hedge] = [before, undefined];
      break;
    }
    amount = (BigInt(amount) + BigInt(part)).toString();
    if (whole) {
      // 2万5千亿 are 25 000 times 亿.
      amount += '0'.repeat(own.big);
      lead += own.big;
      break;
    }
    floor = room = own.small + own.big;
    if (room === 0) break;
  }
  const exact = amount === read.amount ? read : { amount };
  return { ...exact, end, scale: lead, hedge };
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
      // 万多万 is no number.
      else if (total > 0 && section === 0) return undefined;
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

export const number = '[零一二两三四五六七八九十百千\\d]{1,9}';
/** Behind a figure in words: 四成多, 三分之一强, 五分之一弱. */
export const trailing = '([多余强弱](?![元样种次数]))?';
export const trailingHedge = (word: string | undefined): { hedge?: Qualifier } =>
  word === undefined ? {} : { hedge: word === '弱' ? 'nearly' : 'more-than' };
