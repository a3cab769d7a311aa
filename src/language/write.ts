/**
 * What writing a figure has in common in all languages: scale, number, unit, range, hedge, rate, in this order. A
 * language fills in the words and their places.
 */
import type { Counted, Qualifier, Quantity, Unit } from '../facts/schema.js';
import {
  type Digits,
  digitsOf,
  fractionDigits,
  integerDigits,
  type Marks,
  minusSign,
  noScale,
  printDigits,
  type Scale,
} from './decimal.js';
import type { FigureStyle, Language, WriteOptions } from './language.js';

/** A figure in pieces, in the order of printing, so that a hedge can be set between them: 50 余 家, 300 余 亿元. */
export interface Parts {
  /** "RMB ", "US$" */
  readonly before: string;
  readonly number: string;
  /** " billion", "亿" */
  readonly scale: string;
  /** "%", " people", "家企业" */
  readonly after: string;
}

export type Hedge = Exclude<Qualifier, 'exact' | 'range' | 'tier'>;

/** How the printed number counts: the CLDR plural category of "1", "1.0", "24". */
export type PluralCategory = Intl.LDMLPluralRule;

export interface UnitContext extends WriteOptions {
  readonly plural: PluralCategory;
  /** The scale word before the unit: French says "millions d’euros" but "500 euros". */
  readonly scale?: string;
}

export interface Writing {
  readonly tag: string;
  readonly marks: Marks;
  scaleFor(value: Digits, unit: Unit, style: FigureStyle): Scale;
  /** The word of a scale for a value that `scaleFor` would not give it; left out: the same for every value. */
  scaleWord?(scale: Scale, value: Digits, style: FigureStyle): string;
  unit(unit: Unit, context: UnitContext): { readonly before: string; readonly after: string };
  hedge(parts: Parts, hedge: Hedge, unit: Unit, style: FigureStyle): string;
  /** Both with the same scale, or each with its own. */
  range(lower: Parts, upper: Parts, style: FigureStyle): string;
  tier(value: Digits, unit: Unit, options: WriteOptions): string;
  /** Sets a rate's base to the figure: "42 per 100,000 people". */
  rate(figure: string, per: NonNullable<Quantity['per']>, style: FigureStyle): string;
}

export const join = ({ before, number, scale, after }: Parts): string => `${before}${number}${scale}${after}`;

/** Makes a language's `writeQuantity` from its rules. */
export function quantityWriter(writing: Writing): Language['writeQuantity'] {
  const rules = new Intl.PluralRules(writing.tag);
  const cardinal = new Map<number, Intl.PluralRules>();
  const pluralOf = (value: Digits): PluralCategory => {
    const digits = Math.min(20, fractionDigits(value, 0));
    let counting = digits === 0 ? rules : cardinal.get(digits);
    if (!counting) {
      counting = new Intl.PluralRules(writing.tag, { minimumFractionDigits: digits });
      cardinal.set(digits, counting);
    }
    return counting.select(Number(`${value.digits}e${value.exponent}`));
  };
  const partsOf = (value: Digits, scale: Scale, unit: Unit, options: WriteOptions): Parts => {
    const { before, after } = writing.unit(unit, {
      ...options,
      plural: pluralOf(value),
      scale: scale.word,
    });
    // The sign stands before the currency: −US$5 million.
    const sign = value.negative ? minusSign : options.sign && value.digits !== '0' ? '+' : '';
    const number = printDigits({ ...value, negative: false }, scale.exponent, writing.marks);
    return {
      before: before === '' ? '' : `${sign}${before}`,
      number: before === '' ? `${sign}${number}` : number,
      scale: scale.word,
      after,
    };
  };

  /** That of the figure beside it, where the value is at least a tenth of it and has few digits behind the point. */
  const scaleBeside = (
    value: Digits,
    own: Scale,
    unit: Unit,
    { beside, style }: WriteOptions,
  ): Scale | undefined => {
    if (beside === undefined) return undefined;
    const scale = writing.scaleFor(digitsOf(beside), unit, style);
    const { exponent } = scale;
    const fits = integerDigits(value) >= exponent && fractionDigits(value, exponent) <= 3;
    if (exponent <= own.exponent || !fits) return undefined;
    return { exponent, word: writing.scaleWord?.(scale, value, style) ?? scale.word };
  };

  return (quantity, qualifier, options) => {
    const { unit } = quantity;
    const value = digitsOf(quantity.amount, quantity.significantDigits);
    const write = (): string => {
      if (qualifier === 'tier') return writing.tier(value, unit, options);
      const own = writing.scaleFor(value, unit, options.style);
      const scale = (qualifier === 'range' ? undefined : scaleBeside(value, own, unit, options)) ?? own;
      if (qualifier !== 'range') {
        const parts = partsOf(value, scale, unit, options);
        return qualifier === 'exact' ? join(parts) : writing.hedge(parts, qualifier, unit, options.style);
      }
      if (quantity.max === undefined) {
        throw new RangeError(
          `a range from ${quantity.amount} has no upper bound: set max, or another qualifier`,
        );
      }
      const max = digitsOf(quantity.max, quantity.significantDigits);
      const maxScale = writing.scaleFor(max, unit, options.style);
      // "2 to 3 million" means 2 million: a bound without scale word cannot stand beside one that has it.
      const plain = scale.exponent !== maxScale.exponent && (scale.exponent === 0 || maxScale.exponent === 0);
      return writing.range(
        partsOf(value, plain ? noScale : scale, unit, options),
        partsOf(max, plain ? noScale : maxScale, unit, options),
        options.style,
      );
    };
    const figure = write();
    return quantity.per ? writing.rate(figure, quantity.per, options.style) : figure;
  };
}

/**
 * The noun of what is counted, by plural category and case; undefined where it is not named in this language. A form
 * that is left out falls back to the same number without case, then to "other".
 */
export function nounOf(
  counted: Counted | undefined,
  tag: string,
  plural: PluralCategory,
  grammaticalCase: string | undefined,
): string | undefined {
  const forms = counted?.[tag];
  if (!forms) return undefined;
  const number = plural === 'one' ? 'one' : 'other';
  const keys = grammaticalCase
    ? [`${number}.${grammaticalCase}`, number, `other.${grammaticalCase}`, 'other']
    : [number, 'other'];
  for (const key of keys) {
    const form = forms[key];
    if (form !== undefined) return form;
  }
  return undefined;
}

const isoForm = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/**
 * Year, month and day of an ISO date of any precision.
 *
 * @throws {RangeError} when it is none
 */
export function dateParts(iso: string): { year: number; month?: number; day?: number } {
  const match = isoForm.exec(iso);
  const month = match?.[2] === undefined ? undefined : Number(match[2]);
  const day = match?.[3] === undefined ? undefined : Number(match[3]);
  if (
    !match ||
    (month !== undefined && (month < 1 || month > 12)) ||
    (day !== undefined && (day < 1 || day > 31))
  ) {
    throw new RangeError(`"${iso.slice(0, 40)}" is not a date: expected 2024, 2025-11 or 2025-11-16`);
  }
  return {
    year: Number(match[1]),
    ...(month === undefined ? {} : { month }),
    ...(day === undefined ? {} : { day }),
  };
}

/** "A, B and C" with the given separators. */
export function joinWith(items: readonly string[], separator: string, last: string): string {
  if (items.length < 2) return items[0] ?? '';
  return `${items.slice(0, -1).join(separator)}${last}${items.at(-1)}`;
}
