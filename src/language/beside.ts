/**
 * Whether the words around a printed figure leave it what it is. A figure and what stands beside it, read together, must be
 * the very quantity that the figure is alone: amount, unit and hedge. "nearly" before it, "million" or "%" behind it make
 * another one; so does a sign that touches it, while a dash with blanks around it is punctuation.
 */
import type { LanguageTag, Unit } from '../facts/schema.js';
import type { Figure, ReadFigure } from './figure.js';
import { fold } from './fold.js';
import type { Grammar } from './grammar.js';
import { languageFor } from './registry.js';

/** A place in a line: UTF-16 offsets, `end` behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Changed {
  /** Which of the figures. */
  readonly index: number;
  /** The figure with what changes it. */
  readonly text: string;
}

/** What a line may give that a figure as written there leaves away. */
export interface InFull {
  /** The figure with its currency and noun. */
  readonly phrase: string;
  /** Computed by a division, so that "per fund" says of it what it is. */
  readonly quotient?: boolean | undefined;
}

type Read = (text: string) => readonly ReadFigure[];

/**
 * @param line as it is printed
 * @param spans of what was written into it, in order; those that hold no figure, or several, are passed over
 * @param inFull a written figure in full; undefined where it cannot be told
 * @param read reads figures in the line's language
 */
export function changedFigures(
  line: string,
  spans: readonly Span[],
  tag: LanguageTag,
  inFull: (index: number) => InFull | undefined,
  read: Read,
): Changed[] {
  const figures = spans.flatMap(({ start, end }, index) => {
    const [alone, ...more] = read(line.slice(start, end));
    return alone && more.length === 0 ? [{ index, start, end, alone }] : [];
  });
  if (figures.length === 0) return [];
  const { grammar } = languageFor(tag);
  const inLine = read(line);
  return figures.flatMap((written, order): Changed[] => {
    const { index, start, end, alone } = written;
    const number = { start: start + alone.start, end: start + alone.end };
    const next = figures[order + 1]?.start;
    const whole = inLine.find((each) => overlap(each, number));
    // "{{a}} plus {{b}}" is a sum, though "plus" behind a figure says "or more".
    const sums = whole && next !== undefined && isHedgeBetween(line.slice(end, next), grammar);
    const here = sums ? read(line.slice(0, end)).find((each) => overlap(each, number)) : whole;
    const others = figures.filter((each) => each !== written && here !== undefined && overlap(each, here));
    let given: Given | undefined;
    if (here && others.length > 0) {
      const upper = others.find((each) => each.start > start);
      const lower = others.find((each) => each.start < start);
      if (!isBound(alone.figure, here.figure, upper !== undefined, lower !== undefined))
        return [{ index, text: line.slice(here.start, here.end) }];
    } else if (here) {
      given = isSame(alone, here, undefined, line) ? undefined : givenBy(inFull(index), read);
      const isRatio = here.start < start && isOfOther(alone.figure, here.figure);
      if (!isRatio && !isSame(alone, here, given, line))
        return [{ index, text: line.slice(here.start, here.end) }];
    }
    const before = line.slice(Math.max(figures[order - 1]?.end ?? 0, start - 24), start);
    const after = line.slice(end, Math.min(next ?? line.length, end + 32));
    const own = line.slice(start, end);
    // What the reader took, and found to be the same, is looked at no more.
    const sign =
      here && here.start < start ? '' : signBefore(before, own, grammar, figures[order - 1] !== undefined);
    const unit = here && here.end > end ? '' : changeBehind(after, own, grammar, next === end + after.length);
    return sign === '' && unit === '' ? [] : [{ index, text: `${sign}${own}${unit}` }];
  });
}

function isHedgeBetween(between: string, grammar: Grammar): boolean {
  const said = fold(between).trim();
  return said !== '' && grammar.hedgesAfter.from(said, 0)?.word === said;
}

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const isCount = (unit: Unit | undefined): boolean =>
  unit === undefined || unit === 'count' || unit === 'people';

interface Given {
  readonly read: ReadFigure | undefined;
  readonly quotient: boolean;
}

const givenBy = (full: InFull | undefined, read: Read): Given | undefined =>
  full && { read: read(full.phrase)[0], quotient: full.quotient === true };

/** @param given the figure in full; undefined where what stands there alone says all */
function isSame(alone: ReadFigure, read: ReadFigure, given: Given | undefined, line: string): boolean {
  const [a, b] = [alone.figure, read.figure];
  if (a.amount !== b.amount || a.max !== b.max || a.qualifier !== b.qualifier) return false;
  if (read.problem !== undefined && read.problem !== alone.problem && read.problem !== given?.read?.problem)
    return false;
  const full = given?.read?.figure.unit;
  const sameUnit =
    a.unit === b.unit ||
    (isCount(a.unit) && isCount(b.unit) && (a.unit !== undefined || isCount(full))) ||
    (a.unit === undefined && (b.unit === undefined || b.unit === full));
  return sameUnit && isSameRate(a, b, given, line.slice(read.end, read.end + 12));
}

function isSameRate(alone: Figure, read: Figure, given: Given | undefined, after: string): boolean {
  const [a, b] = [JSON.stringify(alone.per), JSON.stringify(read.per)];
  if (a === b || b === JSON.stringify(given?.read?.figure.per)) return true;
  if (alone.per) return false;
  if (given?.quotient && read.per?.amount === '1') return true;
  if (read.per?.unit !== 'year') return false;
  // "15% a year" says of a growth what it is, and "24 funds a year earlier" is no rate.
  return read.unit === 'percent' || /^ (?:earlier|ago|later|before|on|after)/.test(after);
}

/** One end of a range that two written figures make. */
function isBound(alone: Figure, read: Figure, hasUpper: boolean, hasLower: boolean): boolean {
  const sameUnit =
    alone.unit === undefined || alone.unit === read.unit || (isCount(alone.unit) && isCount(read.unit));
  if (read.max === undefined)
    return isOfOther(alone, read) || (sameUnit && alone.amount === read.amount) || hasLower;
  const amounts = [alone.amount, alone.max].filter((each) => each !== undefined);
  return sameUnit && amounts.includes(hasUpper && !hasLower ? read.amount : read.max);
}

/** Another number altogether, as "one of 5" is a fifth: no sign, scale or unit of this one. */
function isOfOther(alone: Figure, read: Figure): boolean {
  const digits = ({ amount }: Figure): string => amount.replace(/^-|\.|^-?0\.?0*/g, '').replace(/0+$/, '');
  return read.unit === 'percent' && alone.unit !== 'percent' && digits(alone) !== digits(read);
}

const money = '[$€£¥￥₩₹₽฿]';
const blank = String.raw`[ \u00A0\u2009\u202F]`;
/** Signs that touch the figure, or belong to it with a blank between. */
const signs = new RegExp(`(?:[±∓×÷√\\u2212]|[+]/?[-–−]|${money}|[%‰％])${blank}?$`, 'u');
const startsWithMoney = new RegExp(`^${money}`, 'u');
/** A dash that touches the figure and nothing before it: " –6.5%", not "2–6.5%" nor "growth – 6.5%". */
const touchingDash = /(?:^|[\s(（[「“‘"':：,，、。;；/|])[-‐‑‒–—－]$/u;

function signBefore(before: string, own: string, grammar: Grammar, follows: boolean): string {
  const sign = (signs.exec(before) ?? grammar.multiplied?.exec(fold(before)))?.[0];
  if (sign !== undefined) return before.slice(-sign.length);
  // From one figure to the next: {{a}} –{{b}}
  const isRange = follows && /^\s*.$/u.test(before);
  if (!isRange && touchingDash.test(before) && !before.endsWith('——')) return before.slice(-1);
  // Another currency: US€250 million.
  if (startsWithMoney.test(own)) return /[A-Z]{1,3}$/.exec(before)?.[0] ?? '';
  if (!/^\p{N}/u.test(own)) return '';
  const glued = (
    grammar.spaced ? /[\p{Script=Latin}\p{N}][-‐‑]?$|(?:^|\s)[.,]$/u : /[A-Za-z]-?$|(?:^|\s)[.,]$/u
  ).exec(before);
  return glued?.[0] ?? '';
}

const signBehind = new RegExp(`^${blank}?(?:[%‰％]|${money})`, 'u');
/** In languages without blanks, what begins other words as well: 多为, 上下一心. */
const ambiguous: ReadonlySet<string> = new Set(['多', '上下', '前后']);

/** @param leads whether the next figure follows right behind */
function changeBehind(after: string, own: string, grammar: Grammar, leads: boolean): string {
  const sign = signBehind.exec(after)?.[0];
  if (sign !== undefined) return sign;
  const glued = (grammar.spaced ? /^[\p{Script=Latin}\p{N}]/u : /^[A-Za-z]/).exec(after)?.[0];
  if (glued !== undefined && /[\p{N}%‰％]$/u.test(own)) return glued;
  const folded = fold(after);
  const gap = /^[ \u00A0\u2009\u202F-]/.test(folded) && grammar.spaced ? 1 : 0;
  const hedge = grammar.hedgesAfter.from(folded, gap)?.word;
  const isLast = !leads || folded.slice(gap + (hedge?.length ?? 0)).trim() !== '';
  if (hedge !== undefined && isLast && !ambiguous.has(hedge)) return after.slice(0, gap + hedge.length);
  if (!grammar.spaced || gap === 0) return '';
  const scale = grammar.numberWords?.scales.from(folded, gap)?.word;
  if (scale !== undefined && scale.length > 1) return after.slice(0, gap + scale.length);
  const unit = grammar.after.from(folded, gap);
  const isShare = unit?.value.unit === 'percent' || unit?.value.unit === 'percentage-point';
  return unit && isShare ? after.slice(0, gap + unit.word.length) : '';
}
