/**
 * Layer 1. Between which bounds the true value behind a printed figure lies, for checks between facts. Wider than what
 * formulas take for granted (`hedge.ts`): a check may find fault only where no true values fit, so
 *
 *     exact, range           half of the last printed digit more on each side, since 28.66 is printed as 28.7; just
 *                            half is rounded away from 0, so 249 and 250 have nothing in common
 *     nearly                 `within` percent below the amount, and never the amount itself
 *     about                  `within` percent on both sides
 *     more-than, at-least …  open on their side, 0 being as far as an amount goes without changing its sign
 *
 * Things and people are not rounded when their number is printed to the last one: 24 funds are 24. "about" and
 * "nearly" of a derived fact name no nearness, since they come from a formula whose parts had no bound on that side.
 */
import { hedged } from '../hedge.js';
import { Rational } from '../rational.js';
import type { Qualifier, Quantity } from '../schema.js';

export interface Bound {
  readonly value: Rational;
  /** Not reached. */
  readonly strict: boolean;
}

/** A side without bound is undefined. */
export interface Interval {
  readonly low?: Bound | undefined;
  readonly high?: Bound | undefined;
}

export const zero = Rational.of(0n);
export const hundred = Rational.of(100n);

/**
 * @param within percent
 * @returns undefined for a tier, which is a class and no amount
 */
export function intervalOf({ quantity, qualifier, derived }: Figure, within: string): Interval | undefined {
  const value = hedged(quantity, qualifier);
  if (!value) return undefined;
  const amount = Rational.parse(quantity.amount);
  const rounding = qualifier === 'exact' || qualifier === 'range';
  const isNear = (qualifier === 'nearly' || qualifier === 'about') && !derived && amount.sign !== 0;
  const magnitude = amount.sign < 0 ? zero.minus(amount) : amount;
  const reach = magnitude.times(Rational.parse(within)).dividedBy(hundred);

  const low = (): Bound | undefined => {
    if (value.lower !== 'open') {
      const spare = rounding ? halfStep(quantity, quantity.amount) : zero;
      return {
        value: value.low.minus(spare),
        strict: value.lower === 'strict' || (spare.sign > 0 && value.low.sign < 0),
      };
    }
    if (isNear) return { value: amount.minus(reach), strict: false };
    return value.sign === 1 ? { value: zero, strict: false } : undefined;
  };
  const high = (): Bound | undefined => {
    if (value.upper !== 'open') {
      const spare = rounding ? halfStep(quantity, quantity.max ?? quantity.amount) : zero;
      return {
        value: value.high.plus(spare),
        strict: value.upper === 'strict' || (spare.sign > 0 && value.high.sign >= 0),
      };
    }
    if (isNear) return { value: amount.plus(reach), strict: false };
    return value.sign === -1 ? { value: zero, strict: false } : undefined;
  };
  return { low: low(), high: high() };
}

/** What of a fact an interval is made from. */
export interface Figure {
  readonly quantity: Quantity;
  readonly qualifier: Qualifier;
  readonly derived?: object | undefined;
}

/** Half of the place of the last printed digit. */
function halfStep({ unit, significantDigits }: Quantity, decimal: string): Rational {
  const place = lastPlace(decimal, significantDigits);
  if ((unit === 'count' || unit === 'people') && place <= 0) return zero;
  const step = 10n ** BigInt(Math.abs(place));
  return place < 0 ? Rational.of(1n, 2n * step) : Rational.of(step, 2n);
}

/**
 * The power of ten of the last digit that prose prints. From a million on it prints a number of at most three digits
 * before the point and a word: 28.66 billion ends at 10 million, 250 million at one million. Below, all digits are
 * printed, but whole thousands from ten thousand on may be rounded ones.
 */
function lastPlace(decimal: string, significantDigits: number | undefined): number {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  const first = whole.length - 1;
  const zeros = whole === '0' ? 0 : (/0*$/.exec(whole)?.[0].length ?? 0);
  const word = 3 * Math.floor(first / 3);
  let place = -fraction.length;
  if (place === 0 && first >= 6) place = Math.min(zeros, word);
  else if (place === 0 && first >= 4 && zeros >= 3) place = 3;
  return significantDigits === undefined || whole === '0'
    ? place
    : Math.min(place, first + 1 - significantDigits);
}

/** Whether all of `a` lies above all of `b`. */
export function isAbove(a: Interval, b: Interval): boolean {
  if (!a.low || !b.high) return false;
  const order = a.low.value.compare(b.high.value);
  return order > 0 || (order === 0 && (a.low.strict || b.high.strict));
}

export const areApart = (a: Interval, b: Interval): boolean => isAbove(a, b) || isAbove(b, a);

export const point = (value: Rational): Interval => ({
  low: { value, strict: false },
  high: { value, strict: false },
});

export function plus(a: Interval, b: Interval): Interval {
  return { low: sum(a.low, b.low), high: sum(a.high, b.high) };
}

/** Of amounts that are not negative; bounds below 0 count as 0. */
export function times(a: Interval, b: Interval): Interval {
  const least = (bound: Bound | undefined): Bound =>
    bound && bound.value.sign > 0 ? bound : { value: zero, strict: false };
  const high =
    a.high && b.high && a.high.value.sign >= 0 && b.high.value.sign >= 0
      ? product(a.high, b.high)
      : undefined;
  return { low: product(least(a.low), least(b.low)), high };
}

/** Bounds of many digits moved outwards to fifty, so that repeated products stay small. */
export function shortened({ low, high }: Interval): Interval {
  const short = (bound: Bound | undefined, rounding: 'down' | 'up'): Bound | undefined =>
    bound && bound.value.size > 400
      ? { value: Rational.parse(bound.value.toDigits(50, rounding)), strict: false }
      : bound;
  return { low: short(low, 'down'), high: short(high, 'up') };
}

export function scale({ low, high }: Interval, factor: Rational): Interval {
  const scaled = (bound: Bound | undefined): Bound | undefined =>
    bound && { ...bound, value: bound.value.times(factor) };
  return factor.sign < 0
    ? { low: scaled(high), high: scaled(low) }
    : { low: scaled(low), high: scaled(high) };
}

function sum(a: Bound | undefined, b: Bound | undefined): Bound | undefined {
  return a && b && { value: a.value.plus(b.value), strict: a.strict || b.strict };
}

/** A factor that may be 0 hides that the other does not reach its bound. */
function product(a: Bound, b: Bound): Bound {
  const strict = (a.strict && b.value.sign > 0) || (b.strict && a.value.sign > 0);
  return { value: a.value.times(b.value), strict };
}

/** "28.5 to 30", "more than 5", "at most 30": for messages, long ones to six digits. */
export function inWords({ low, high }: Interval): string {
  const told = ({ value }: Bound): string => {
    const exact = value.size > 400 ? undefined : value.toDecimal();
    return exact !== undefined && exact.length <= 16 ? exact : value.toDigits(6, 'half-even');
  };
  if (low && high) {
    return low.value.compare(high.value) === 0
      ? told(low)
      : `${told(low)} to ${high.strict ? 'below ' : ''}${told(high)}`;
  }
  if (low) return `${low.strict ? 'more than' : 'at least'} ${told(low)}`;
  return high ? `${high.strict ? 'less than' : 'at most'} ${told(high)}` : 'anything';
}
