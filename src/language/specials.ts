/** Figures in words that stand for a number no numeral shows: fractions, doubling. */
import { Decimal } from 'decimal.js';
import type { SpecialFigure } from './grammar.js';

/**
 * A fraction of a whole: in percent where that is exact (three quarters are 75 %), else as a rate (a third is 1 per 3),
 * since a rounded 33.3 % is nothing the text says.
 */
export function fraction(numerator: string, denominator: string): SpecialFigure {
  const whole = Number(denominator);
  let rest = whole;
  for (const prime of [2, 5]) while (rest > 1 && rest % prime === 0) rest /= prime;
  if (rest === 1) {
    return { amount: new Decimal(numerator).times(100).div(denominator).toFixed(), unit: 'percent' };
  }
  return { amount: numerator, unit: 'count', per: { amount: denominator, unit: 'count' } };
}

/** Growth to so many times the former level: doubled is growth by 100 %. */
export function growthTo(times: number): SpecialFigure {
  return { amount: String((times - 1) * 100), unit: 'percent' };
}
