/** Layer 2. Whether a phrase says what a fact says, and both in the same words. */
import { Decimal } from 'decimal.js';
import type { Qualifier, Quantity, Unit } from '../facts/schema.js';
import type { ReadQuantity } from './reader.js';

/** The figure of a fact. */
export interface FactFigure {
  readonly quantity: Quantity;
  readonly qualifier: Qualifier;
  /** A rate of change: of a decline, it is below zero. */
  readonly isGrowth?: boolean;
}

/** The key of the fact that would have to be another. */
export type Difference = 'amount' | 'max' | 'unit' | 'per' | 'basis' | 'significantDigits' | 'qualifier';

/**
 * What differs, in the order in which facts are written; empty where the phrase says what the fact says. A unit that
 * the phrase does not name fits any, a counted thing fits people; a basis is compared where the phrase names one.
 * @param phrase as printed: how many digits it has decides what trailing zeros of an integer may claim
 */
export function differences(fact: FactFigure, printed: ReadQuantity, phrase: string): Difference[] {
  const { quantity } = fact;
  const read = fact.isGrowth ? withSign(printed) : printed;
  const found: Difference[] = [];
  if (!sameAmount(quantity.amount, read.amount)) found.push('amount');
  else if (!sameDigits(quantity, read, phrase)) found.push('significantDigits');
  if (!sameAmount(quantity.max, read.max)) found.push('max');
  if (!fits(quantity.unit, read.unit)) found.push('unit');
  if (!sameRate(quantity.per, read.per)) found.push('per');
  if (read.basis !== undefined && read.basis !== quantity.basis) found.push('basis');
  if (fact.qualifier !== read.qualifier) found.push('qualifier');
  return found;
}

/** A growth told in words as a decline, with its minus: "fell by 6.5%" is -6.5, "by 5 to 10%" -10 to -5. */
export function withSign(read: ReadQuantity): ReadQuantity {
  if (read.direction !== 'down' || read.amount.startsWith('-')) return read;
  const below = (amount: string): string => (/[1-9]/.test(amount) ? `-${amount}` : amount);
  if (read.max === undefined) return { ...read, amount: below(read.amount) };
  return { ...read, amount: below(read.max), max: below(read.amount) };
}

/** "Fell by more than 5%": printed as more than −5% it would say the opposite to many a reader. */
export function isBoundedDecline({ direction, qualifier, amount }: ReadQuantity): boolean {
  const bounded = qualifier !== 'exact' && qualifier !== 'about' && qualifier !== 'range';
  return bounded && (direction === 'down' || amount.startsWith('-'));
}

/** `{ amount: "170000", unit: people }, qualifier: nearly`, as facts are written. */
export function asWritten(quantity: Partial<Quantity>, qualifier: Qualifier): string {
  const { amount, max, unit, per, basis, significantDigits } = quantity;
  const parts = [
    `amount: "${amount}"`,
    max !== undefined && `max: "${max}"`,
    unit !== undefined && `unit: ${unit}`,
    per !== undefined && `per: { amount: "${per.amount}", unit: ${per.unit} }`,
    basis !== undefined && `basis: ${basis}`,
    significantDigits !== undefined && `significantDigits: ${significantDigits}`,
  ];
  return `{ ${parts.filter(Boolean).join(', ')} }, qualifier: ${qualifier}`;
}

function sameAmount(fact: string | undefined, read: string | undefined): boolean {
  if (fact === undefined || read === undefined) return fact === read;
  return new Decimal(fact).eq(read);
}

function fits(fact: Unit, read: Unit | undefined): boolean {
  return read === undefined || read === fact || (read === 'count' && fact === 'people');
}

function sameRate(fact: Quantity['per'], read: Quantity['per']): boolean {
  if (!fact || !read) return fact === read;
  return sameAmount(fact.amount, read.amount) && fits(fact.unit, read.unit);
}

/** No digit more, none fewer. Of "120" nobody can tell whether its zero counts, so the fact may say. */
function sameDigits(fact: Quantity, read: ReadQuantity, phrase: string): boolean {
  const [own, printed] = [significance(fact), significance(read)];
  if (own === printed) return true;
  const silent = read.significantDigits === undefined && !read.amount.includes('.');
  return silent && own > printed && own <= (phrase.normalize('NFKC').match(/\d/g)?.length ?? 0);
}

/** Significant digits; trailing zeros count behind a decimal point, or where they are said to. */
function significance({
  amount,
  significantDigits = 0,
}: {
  readonly amount: string;
  readonly significantDigits?: number | undefined;
}): number {
  const digits = amount.replace(/^-/, '').replace('.', '').replace(/^0+/, '');
  return Math.max(amount.includes('.') ? digits.length : digits.replace(/0+$/, '').length, significantDigits);
}
