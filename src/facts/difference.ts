/**
 * Layer 1. By how much a figure changed, as far as its two statements allow to say. Amounts are exact: a difference is
 * what a reader gets who subtracts the two printed ones.
 *
 *     both exact                         exact, to the last digit that either of them prints
 *     exact or range                     a range
 *     about, nearly                      about
 *     more-than, at-most and the like    the bound that can be told: 50, then more than 60: by more than 10
 *     tier, another unit, another        none: a class is no amount, and amounts of other things are not subtracted
 *     base of a rate, basis or period
 *
 * and none at all where the two do not even tell the direction: "about" and "nearly" are taken to be within 5 percent.
 */
import * as z from 'zod';
import { calculate, type Hedged, hedged, told } from './hedge.js';
import { Rational } from './rational.js';
import { type Quantity, qualifier, unit } from './schema.js';
import type { FactSnapshot } from './snapshot.js';

/** Decimals as strings, with all digits that are to be printed. Below 0 for a fall. */
export const difference = z.strictObject({
  amount: z.string(),
  /** Of a range: the larger amount, be it a rise or a fall. */
  max: z.string().optional(),
  /** percentage-point, of percents. */
  unit,
  per: z.strictObject({ amount: z.string(), unit }).optional(),
  /** Where zeros at the end of a whole number are printed, as `Quantity` has it. */
  significantDigits: z.int().min(1).max(20).optional(),
  qualifier,
  /** In percent of the earlier amount, rounded; of exact differences only, and not of percents. */
  relative: z.string().optional(),
});
export type Difference = z.infer<typeof difference>;

type Statement = Pick<FactSnapshot, 'kind' | 'quantity' | 'qualifier' | 'period' | 'counted' | 'derived'>;

/** Why two figures are not subtracted, the weightiest reason; undefined where they can be. */
export type Incomparable = 'kind' | 'unit' | 'basis' | 'period' | 'class';

/** @returns undefined of facts without a figure, too */
export function incomparable(before: Statement, after: Statement): Incomparable | undefined {
  if (before.kind !== after.kind) return 'kind';
  const [was, is] = [before.quantity, after.quantity];
  if (!was || !is) return undefined;
  const tiers = [before, after].filter((one) => one.qualifier === 'tier').length;
  if (tiers === 1) return 'kind';
  if (was.unit !== is.unit || !sameRate(was, is) || !sameThings(before, after)) return 'unit';
  if (was.basis !== is.basis) return 'basis';
  if (before.period !== after.period) return 'period';
  return tiers === 2 ? 'class' : undefined;
}

/** @returns undefined where none can be told, and where nothing changed */
export function differenceOf(before: Statement, after: Statement): Difference | undefined {
  const [was, is] = [before.quantity, after.quantity];
  if (!was || !is || !before.qualifier || !after.qualifier || incomparable(before, after)) return undefined;
  const [from, to] = [hedged(was, before.qualifier), hedged(is, after.qualifier)];
  const result = from && to && calculate('-', to, from);
  if (!result) return undefined;
  const { least, most } = way(from, before, to, after);
  if (!(least && least.sign > 0) && !(most && most.sign < 0)) return undefined;
  const amounts = told(result, undefined);
  // Between two open sides there is an "about" only where both figures are close to what they say.
  if (!amounts || (amounts.qualifier === 'about' && !(least && most))) return undefined;

  const exponent = Math.min(...[was, is].flatMap(lastDigits));
  const printed = toPlaces(amounts.amount, exponent);
  const relative =
    amounts.qualifier === 'exact' ? relativeTo(was.amount, amounts.amount, was.unit) : undefined;
  return {
    ...printed,
    ...(amounts.max !== undefined && { max: toPlaces(amounts.max, exponent).amount }),
    unit: was.unit === 'percent' ? 'percentage-point' : was.unit,
    ...(was.per && { per: was.per }),
    qualifier: amounts.qualifier,
    ...(relative !== undefined && { relative }),
  };
}

/** Where a figure went, as far as its two statements tell: from nearly 200 to more than 200 it is up. */
export function directionOf(before: Statement, after: Statement): 'up' | 'down' | undefined {
  const [was, is] = [before.quantity, after.quantity];
  if (!was || !is || !before.qualifier || !after.qualifier || incomparable(before, after)) return undefined;
  const [from, to] = [hedged(was, before.qualifier), hedged(is, after.qualifier)];
  if (!from || !to) return undefined;
  const { least, most } = way(from, before, to, after);
  const atLeast = from.upper === 'strict' || to.lower === 'strict' ? 0 : 1;
  const atMost = from.lower === 'strict' || to.upper === 'strict' ? 0 : -1;
  if (least && least.sign >= atLeast) return 'up';
  return most && most.sign <= atMost ? 'down' : undefined;
}

/** The least and the greatest difference that the true values may have; undefined where there is no bound. */
function way(
  from: Hedged,
  before: Statement,
  to: Hedged,
  after: Statement,
): { least?: Rational; most?: Rational } {
  const [reach, reached] = [closeTo(from, before), closeTo(to, after)];
  return {
    ...(reached.low && reach.high && { least: reached.low.minus(reach.high) }),
    ...(reached.high && reach.low && { most: reached.high.minus(reach.low) }),
  };
}

function sameRate(was: Quantity, is: Quantity): boolean {
  if (!was.per || !is.per) return was.per === is.per;
  return (
    was.per.unit === is.per.unit &&
    Rational.parse(was.per.amount).compare(Rational.parse(is.per.amount)) === 0
  );
}

/** Whether the same is counted, as far as a language that both have can tell. */
function sameThings(before: Statement, after: Statement): boolean {
  if (!before.counted || !after.counted) return before.counted === after.counted || !unitIsCount(before);
  return Object.entries(before.counted).every(
    ([tag, { other }]) => after.counted?.[tag] === undefined || after.counted[tag].other === other,
  );
}

const unitIsCount = ({ quantity }: Statement): boolean => quantity?.unit === 'count';

/** How far "nearly" and "about" reach: 5 percent, as in `hedge.ts`. */
const closeness = Rational.of(1n, 20n);

interface Reach {
  readonly low?: Rational | undefined;
  readonly high?: Rational | undefined;
}

/** Where the true value may be looked for; a side without bound is undefined. */
function closeTo(value: Hedged, { qualifier: hedge, quantity, derived }: Statement): Reach {
  const low = value.lower === 'open' ? undefined : value.low;
  const high = value.upper === 'open' ? undefined : value.high;
  const isAbout = hedge === 'about';
  const isNearly = hedge === 'nearly' && value.near;
  // A formula whose parts have no bound on a side gives "about", too, which names no nearness.
  if (!quantity || derived || !(isAbout || isNearly)) return { low, high };
  const amount = Rational.parse(quantity.amount);
  const spare = (amount.sign < 0 ? Rational.of(0n).minus(amount) : amount).times(closeness);
  return { low: amount.minus(spare), high: isAbout ? amount.plus(spare) : high };
}

/** The powers of ten of the last digits that the amounts print. */
function lastDigits({ amount, max, significantDigits = 0 }: Quantity): number[] {
  return [amount, ...(max === undefined ? [] : [max])].map((decimal) => {
    const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
    const digits = `${whole}${fraction}`.replace(/^0+/, '');
    const zeros = fraction === '' ? (/0*$/.exec(digits)?.[0].length ?? 0) : 0;
    const missing = Math.max(0, significantDigits - (digits.length - zeros));
    return zeros - fraction.length - (digits === '' ? 0 : missing);
  });
}

/** An exact decimal with zeros down to the power of ten given, as far as `Quantity` can say them. */
function toPlaces(decimal: string, exponent: number): Pick<Difference, 'amount' | 'significantDigits'> {
  const [whole = '', fraction = ''] = decimal.split('.');
  if (exponent < 0) return { amount: `${whole}.${fraction.padEnd(-exponent, '0')}` };
  const digits = whole.replace('-', '');
  const natural = digits.replace(/0+$/, '').length;
  const wanted = digits.length - exponent;
  return { amount: decimal, ...(wanted > natural && wanted <= 20 && { significantDigits: wanted }) };
}

/** Beyond this many percent one says how many times, and reads it off the amounts. */
const mostRelative = 1000;

function relativeTo(from: string, change: string, of: Quantity['unit']): string | undefined {
  const base = Rational.parse(from);
  if (of === 'percent' || of === 'percentage-point' || base.sign <= 0) return undefined;
  const percent = Rational.parse(change).dividedBy(base).times(Rational.of(100n));
  if (percent.compareMagnitude(BigInt(mostRelative)) > 0) return undefined;
  // One place behind the point; below 1 percent two digits.
  const whole = percent.compareMagnitude(1n) < 0 ? 1 : wholeDigits(percent);
  for (let digits = whole + 1; ; digits += 1) {
    const rounded = withPlace(percent.toDigits(digits, 'half-even'), percent);
    // What is left must not be rounded away: 3 of 10,000 are no fall by 100 percent.
    if (!/^-100(\.0)?$/.test(rounded) || percent.compareMagnitude(100n) >= 0) return rounded;
  }
}

const wholeDigits = (value: Rational): number =>
  (value.numerator / value.denominator).toString().replace('-', '').length;

/** 4.0 where it was rounded to that, so that it is not taken for exact. */
function withPlace(rounded: string, exact: Rational): string {
  const isExact = Rational.parse(rounded).compare(exact) === 0;
  return isExact || rounded.includes('.') || exact.compareMagnitude(1n) < 0 ? rounded : `${rounded}.0`;
}
