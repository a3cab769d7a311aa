/** Layer 2. A difference between two figures, in a language's own writing. */
import type { Difference } from '../facts/difference.js';
import type { Counted, Qualifier, Quantity } from '../facts/schema.js';
import type { Language } from './language.js';

interface Options {
  readonly counted?: Counted | undefined;
  /** The amount now, whose scale is kept where that reads well: +0.54 billion beside 29.2 billion. */
  readonly beside: string;
}

/**
 * "+RMB 0.54 billion (+1.9%)", "−2 funds (−8.3%)", "+1.6 percentage points", "about +10,000 people". A bound or a range
 * is told with its direction in words, since "more than −10" can be read in two ways: "down by more than 10 funds".
 */
export function writeDifference(
  language: Language,
  difference: Difference,
  { counted, beside }: Options,
): string {
  const { qualifier, relative, ...quantity } = difference;
  const options = { style: 'prose', counted, beside } as const;
  if (qualifier === 'exact' || qualifier === 'about') {
    const figure = language.writeQuantity(withoutMissing(quantity), qualifier, { ...options, sign: true });
    if (relative === undefined) return figure;
    const { open, close } = language.punctuation;
    const percent: Quantity = { amount: relative, unit: 'percent' };
    return `${figure}${open}${language.writeQuantity(percent, 'exact', { style: 'prose', sign: true })}${close}`;
  }
  const falls = quantity.amount.startsWith('-') || quantity.max?.startsWith('-') === true;
  const { rise, fall } = language.words.changes;
  const [magnitude, hedge] = falls ? turned(quantity, qualifier) : [quantity, qualifier];
  const figure = language.writeQuantity(withoutMissing(magnitude), hedge, options);
  return (falls ? fall : rise)(figure, quantity.unit === 'percentage-point');
}

type Amounts = Omit<Difference, 'qualifier' | 'relative'>;

/** What is lost, as an amount above 0: at most −10 are lost at least 10. */
function turned(quantity: Amounts, qualifier: Qualifier): [Amounts, Qualifier] {
  const positive = (amount: string): string => (amount.startsWith('-') ? amount.slice(1) : amount);
  const { amount, max, ...rest } = quantity;
  const amounts =
    max === undefined
      ? { amount: positive(amount) }
      : // The end that is further below 0 is the larger loss.
        { amount: positive(max), max: positive(amount) };
  return [{ ...rest, ...amounts }, opposite[qualifier] ?? qualifier];
}

const opposite: Partial<Record<Qualifier, Qualifier>> = {
  'more-than': 'less-than',
  'less-than': 'more-than',
  'at-least': 'at-most',
  'at-most': 'at-least',
};

/** As `Quantity` has it: what is undefined is not there. */
function withoutMissing({ amount, max, unit, per, significantDigits }: Amounts): Quantity {
  return {
    amount,
    unit,
    ...(max !== undefined && { max }),
    ...(per && { per }),
    ...(significantDigits !== undefined && { significantDigits }),
  };
}
