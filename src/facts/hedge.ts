/**
 * Layer 1. Hedged amounts and how their hedges go through a formula.
 *
 * A hedge says on which sides of the amount the true value may lie:
 *
 *     qualifier            below the amount      above the amount
 *     exact                –                     –
 *     range                from amount           to max
 *     at-least, more-than  – (more-than: never)  anywhere
 *     at-most, less-than   anywhere              – (less-than: never)
 *     nearly               anywhere, but close   never
 *     about                anywhere, but close   anywhere, but close
 *
 * and a result keeps a bound when every part bounds it from that side; else nothing is known of that side:
 *
 *     more-than 10 + exact 5   = more-than 15      exact 30 - nearly 10   = more-than 20
 *     at-least 10 + more-than 5 = more-than 15     exact 30 / more-than 2 = less-than 15
 *     range 2 to 3 * exact 2   = range 4 to 6      more-than 10 - more-than 5 = about 5
 *     nearly 10 * exact 2      = nearly 20         nearly 10 - exact 9    = less-than 1 ("nearly" is lost)
 *     about 10 + anything      = about …
 *
 * Two things are taken for granted: a hedge does not change the sign of an amount ("less than 5" is not -3), and of a
 * negative amount it is not known which way a one-sided hedge goes ("a fall of more than 5%"), so it counts as about.
 */
import type { Operator } from './formula.js';
import { Rational } from './rational.js';
import type { Qualifier, Quantity } from './schema.js';

/** A side of an amount: `closed` the bound may be reached, `strict` it is not, `open` there is no bound. */
type Side = 'closed' | 'strict' | 'open';
type Sign = 1 | -1 | undefined;

export interface Hedged {
  readonly low: Rational;
  readonly high: Rational;
  readonly lower: Side;
  readonly upper: Side;
  /** The true value is a little below: only then the result may be called "nearly". */
  readonly near: boolean;
  /** Of the true value, 0 allowed; undefined: not known. */
  readonly sign: Sign;
}

/** @returns undefined for a tier, which is a class and no amount */
export function hedged(
  { amount, max }: Pick<Quantity, 'amount' | 'max'>,
  qualifier: Qualifier,
): Hedged | undefined {
  const low = Rational.parse(amount);
  const assumed = low.sign === 0 ? undefined : low.sign;
  const make = (lower: Side, upper: Side, sign: Sign, high = low): Hedged => ({
    low,
    high,
    lower,
    upper,
    near: qualifier === 'nearly' && low.sign > 0,
    sign,
  });
  const oneSided = qualifier !== 'exact' && qualifier !== 'range' && qualifier !== 'tier';
  if (oneSided && low.sign < 0) return make('open', 'open', assumed);
  switch (qualifier) {
    case 'exact':
      return make('closed', 'closed', assumed ?? 1);
    case 'range': {
      const high = Rational.parse(max ?? amount);
      return make('closed', 'closed', signBetween(low, high), high);
    }
    case 'about':
      return make('open', 'open', assumed);
    case 'nearly':
    case 'less-than':
      return make('open', 'strict', assumed ?? -1);
    case 'at-most':
      return make('open', 'closed', assumed ?? -1);
    case 'more-than':
      return make('strict', 'open', assumed ?? 1);
    case 'at-least':
      return make('closed', 'open', assumed ?? 1);
    case 'tier':
      return undefined;
  }
}

/** @returns undefined for a division by what may be zero */
export function calculate(operator: Operator, left: Hedged, right: Hedged): Hedged | undefined {
  switch (operator) {
    case '+':
      return add(left, right);
    case '-':
      return add(left, negate(right));
    case '*':
      return multiply(left, right);
    case '/': {
      const reciprocal = invert(right);
      return reciprocal && multiply(left, reciprocal);
    }
  }
}

export const scaled = (value: Hedged, factor: Rational): Hedged => multiply(value, point(factor));

/** How far rounding may move the bound of a figure that is still called nearly: 5%. */
const nearest = Rational.of(21n, 20n);

/** How a result is told: rounded once, bounds outwards so that they still hold. Without `digits` it must be exact. */
export function told(
  value: Hedged,
  digits: number | undefined,
): { amount: string; max?: string; qualifier: Qualifier } | undefined {
  const { low, high, lower, upper } = value;
  const write = (of: Rational, rounding: 'half-even' | 'down' | 'up'): string | undefined =>
    digits === undefined ? of.toDecimal() : of.toDigits(digits, rounding);
  const one = (amount: string | undefined, qualifier: Qualifier) =>
    amount === undefined ? undefined : { amount, qualifier };

  if (lower === 'open' && upper === 'open') {
    return one(write(low.plus(high).dividedBy(Rational.of(2n)), 'half-even'), 'about');
  }
  if (upper === 'open') return one(write(low, 'down'), lower === 'strict' ? 'more-than' : 'at-least');
  if (lower === 'open') {
    const amount = write(high, 'up');
    // Rounded far up, the true value is no longer near.
    const near =
      value.near && amount !== undefined && Rational.parse(amount).compare(high.times(nearest)) <= 0;
    return one(amount, near ? 'nearly' : upper === 'strict' ? 'less-than' : 'at-most');
  }
  if (low.compare(high) === 0) return one(write(low, 'half-even'), 'exact');
  const [amount, max] = [write(low, 'down'), write(high, 'up')];
  return amount === undefined || max === undefined ? undefined : { amount, max, qualifier: 'range' };
}

function point(value: Rational): Hedged {
  return { low: value, high: value, lower: 'closed', upper: 'closed', near: false, sign: value.sign || 1 };
}

const isPoint = ({ low, high, lower, upper }: Hedged): boolean =>
  lower === 'closed' && upper === 'closed' && low.compare(high) === 0;

function signBetween(low: Rational, high: Rational): Sign {
  if (low.sign >= 0) return 1;
  return high.sign <= 0 ? -1 : undefined;
}

/** The side of a sum: bounded when both parts are. */
function both(a: Side, b: Side): Side {
  if (a === 'open' || b === 'open') return 'open';
  return a === 'strict' || b === 'strict' ? 'strict' : 'closed';
}

function add(a: Hedged, b: Hedged): Hedged {
  const [low, high] = [a.low.plus(b.low), a.high.plus(b.high)];
  const [lower, upper] = [both(a.lower, b.lower), both(a.upper, b.upper)];
  const bounded = lower !== 'open' && low.sign >= 0 ? 1 : upper !== 'open' && high.sign <= 0 ? -1 : undefined;
  const close = (one: Hedged): boolean => one.near || isPoint(one);
  return {
    low,
    high,
    lower,
    upper,
    sign: a.sign === b.sign ? a.sign : bounded,
    // Closeness is a matter of proportion: a sum of positive parts keeps it, a difference does not.
    near: (a.near || b.near) && close(a) && close(b) && a.sign === 1 && b.sign === 1,
  };
}

function negate({ low, high, lower, upper, sign }: Hedged): Hedged {
  const zero = Rational.of(0n);
  return {
    low: zero.minus(high),
    high: zero.minus(low),
    lower: upper,
    upper: lower,
    near: false,
    sign: sign === undefined ? undefined : sign === 1 ? -1 : 1,
  };
}

/** 1 / x falls on either side of zero, so the bounds change places. */
function invert(value: Hedged): Hedged | undefined {
  const { low, high, lower, upper, sign } = value;
  if (low.sign * high.sign <= 0) return undefined;
  const one = Rational.of(1n);
  const known = sign !== undefined;
  return {
    low: one.dividedBy(high),
    high: one.dividedBy(low),
    lower: known ? upper : 'open',
    upper: known ? lower : 'open',
    near: false,
    sign,
  };
}

function multiply(a: Hedged, b: Hedged): Hedged {
  // By an exact number the bounds only move, whatever the sign of what they bound.
  if (a.sign === undefined && isPoint(b) && b.low.sign !== 0) return stretch(a, b.low);
  if (b.sign === undefined && isPoint(a) && a.low.sign !== 0) return stretch(b, a.low);
  if (a.sign === undefined || b.sign === undefined) return multiplyUnsigned(a, b);
  if (a.sign === -1) return negate(multiply(negate(a), b));
  if (b.sign === -1) return negate(multiply(a, negate(b)));
  // From here on neither true value is negative, so the product grows with both.
  const positive = ({ low, lower }: Hedged): boolean =>
    lower !== 'open' && (low.sign > 0 || lower === 'strict');
  const side = (one: Side, other: Side, strict: boolean): Side => {
    const joint = both(one, other);
    return joint === 'strict' && !strict ? 'closed' : joint;
  };
  return {
    low: a.low.times(b.low),
    high: a.high.times(b.high),
    // A factor that may be zero hides that the other does not reach its bound.
    lower: side(
      a.lower,
      b.lower,
      (a.lower === 'strict' && positive(b)) || (b.lower === 'strict' && positive(a)),
    ),
    upper: side(
      a.upper,
      b.upper,
      (a.upper === 'strict' && b.high.sign > 0) || (b.upper === 'strict' && a.high.sign > 0),
    ),
    near: (a.near && isPoint(b) && b.low.sign > 0) || (b.near && isPoint(a) && a.low.sign > 0),
    sign: 1,
  };
}

function stretch(value: Hedged, factor: Rational): Hedged {
  if (factor.sign < 0) return stretch(negate(value), Rational.of(0n).minus(factor));
  return { ...value, low: value.low.times(factor), high: value.high.times(factor) };
}

/** Where a sign is not known, only closed intervals give bounds: the least and the greatest of the corners. */
function multiplyUnsigned(a: Hedged, b: Hedged): Hedged {
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => x.times(y)));
  const [low, high] = [
    corners.reduce((least, one) => (one.compare(least) < 0 ? one : least)),
    corners.reduce((most, one) => (one.compare(most) > 0 ? one : most)),
  ];
  const bounded = [a.lower, a.upper, b.lower, b.upper].every((side) => side !== 'open');
  const side: Side = bounded ? 'closed' : 'open';
  return {
    low,
    high,
    lower: side,
    upper: side,
    near: false,
    sign: bounded ? signBetween(low, high) : undefined,
  };
}
