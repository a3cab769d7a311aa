/** Numerals as printed: Arabic digits with the marks of a language, scale words behind them, words for numbers. */
import { type Marks, shiftPoint } from './decimal.js';
import type { NumberWords, Numeral } from './grammar.js';

/** More digits than this are no figure: the fact model holds no longer amounts. */
export const maxDigits = 40;

const run = /\d+(?:[.,]\d+)*/y;

/** Blanks that typesetters put between groups of three. */
const groupBlank = /^[\u00A0\u2009\u202F]\d{3}(?!\d)/;
const looseBlank = /^[\u00A0\u2009\u202F '’]\d{3}(?!\d)/;

const vulgarFractions: Readonly<Record<string, string>> = {
  '½': '5',
  '¼': '25',
  '¾': '75',
  '⅕': '2',
  '⅖': '4',
  '⅗': '6',
  '⅘': '8',
  '⅛': '125',
  '⅜': '375',
  '⅝': '625',
  '⅞': '875',
};
/** Fractions behind a whole number that are no decimals, ⅓ among them; 2⁄3 has a slash of its own. */
const otherFraction = /^ ?[⅐-⅔⅙⅚⅟↉]|^[\u2044]/;
const mixedNumber = /^[ -](\d{1,2})\/(\d{1,2})(?![\d/])/;

/** Digits behind the point of 1/2 in "1 1/2"; undefined where the fraction is no decimal. */
function decimalsOf(numerator: number, denominator: number): string | undefined {
  if (numerator === 0 || numerator >= denominator || 10_000 % denominator !== 0) return undefined;
  return String((numerator * 10_000) / denominator)
    .padStart(4, '0')
    .replace(/0+$/, '');
}

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
  if (fraction === undefined) {
    const gap = text[end] === ' ' ? 1 : 0;
    const vulgar = vulgarFractions[text[end + gap] ?? ''];
    const mixed = /^\d{1,3}$/.test(integer) && mixedNumber.exec(text.slice(end, end + 7));
    if (vulgar) {
      fraction = vulgar;
      end += gap + 1;
    } else if (mixed) {
      fraction = decimalsOf(Number(mixed[1]), Number(mixed[2]));
      if (fraction === undefined) return undefined;
      end += mixed[0].length;
    } else if (otherFraction.test(text.slice(end, end + 2))) return undefined;
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
  /** Sticky; "and a half", behind a number or its scale, in a group that tells how much: half, quarter, quarters or other. */
  readonly mixed?: RegExp;
}

const mixedParts: Readonly<Record<string, number>> = { half: 50, quarter: 25, quarters: 75 };
export const noDecimal =
  'a part of it that is no decimal, or a part of what already is one: write the number in digits';

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
  const mixedAt = (text: string, at: number): { parts: number | undefined; end: number } | undefined => {
    const { mixed } = rules;
    if (!mixed || (text[at] !== ' ' && text[at] !== '-')) return undefined;
    mixed.lastIndex = at;
    const groups = mixed.exec(text)?.groups;
    if (!groups) return undefined;
    const part = Object.keys(mixedParts).find((name) => groups[name] !== undefined);
    return { parts: part === undefined ? undefined : mixedParts[part], end: mixed.lastIndex };
  };
  /** With "and a half" before its scale or behind it: two and a half million, a million and a half. */
  const whole = (text: string, mantissa: string, from: number, raw: string): Numeral => {
    const before = mixedAt(text, from);
    if (before) {
      const isWhole = before.parts !== undefined && !mantissa.includes('.');
      const of = isWhole ? `${mantissa}.${String(before.parts).replace(/0$/, '')}` : mantissa;
      return { ...scaled(text, of, before.end, raw), ...(isWhole ? {} : { problem: noDecimal }) };
    }
    const numeral = scaled(text, mantissa, from, raw);
    const { scale } = numeral;
    const behind = scale === undefined ? undefined : mixedAt(text, numeral.end);
    // "two billion and a half million" are two figures.
    if (!behind || scale === undefined || scaled(text, '1', behind.end, raw).scale !== undefined)
      return numeral;
    const { end } = behind;
    if (behind.parts === undefined || mantissa.includes('.') || scale < 6)
      return { ...numeral, end, problem: noDecimal };
    const part = String(behind.parts).padEnd(scale, '0').slice(0, scale);
    return { amount: (BigInt(numeral.amount) + BigInt(part)).toString(), end, scale };
  };
  return (text, at, raw) => {
    if (/\d/.test(text[at] ?? '')) {
      const literal = readLiteral(text, at, raw, rules.marks);
      return literal && whole(text, literal.mantissa, literal.end, raw);
    }
    const word = rules.spelt.from(text, at);
    const article = rules.articles.from(text, at);
    // "three quarters of a million" is no three of them.
    if (word && !(article && article.word.length > word.word.length)) {
      const numeral = whole(text, word.value, at + word.word.length, raw);
      return { ...withRest(text, numeral, raw), spelt: true };
    }
    if (!article) return undefined;
    const numeral = whole(text, article.value, at + article.word.length, raw);
    return numeral.scale === undefined ? undefined : withRest(text, numeral, raw);
  };
}
