import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counted, Qualifier, Quantity, Unit } from '../../src/facts/schema.js';
import { digitsOf } from '../../src/language/decimal.js';
import type { FigureStyle, Language, WriteOptions } from '../../src/language/language.js';
import { type Figure, readFigure } from '../../src/language/read.js';
import { languageFor, languageTags } from '../../src/language/registry.js';

const currencies = ['CNY', 'USD', 'EUR', 'GBP', 'JPY', 'CHF', 'HKD', 'SGD', 'AED', 'VND'];
const measured: Unit[] = ['percent', 'percentage-point', 'm2', 'km2', 'ha', 'mu', 'kW', 'kWh', 't', 'year'];
const units = fc.constantFrom<Unit>('count', 'people', ...measured, ...currencies);
/** A noun that no language's tables hold; a Chinese one begins with its measure word. */
const counted: Counted = Object.fromEntries(
  languageTags().map((tag) => [
    tag,
    languageFor(tag).script === 'han' ? { other: '家企业' } : { one: 'zorb', other: 'zorbs' },
  ]),
);

/** Decimal strings as the fact model takes them: up to five significant digits anywhere from thousandths to 10^16. */
const amounts = fc
  .record({ digits: fc.integer({ min: 1, max: 99999 }), exponent: fc.integer({ min: -3, max: 12 }) })
  .map(({ digits, exponent }) => {
    if (exponent >= 0) return `${digits}${'0'.repeat(exponent)}`;
    const text = String(digits).padStart(1 - exponent, '0');
    return `${text.slice(0, exponent)}.${text.slice(exponent)}`;
  });
const signed = fc
  .tuple(amounts, fc.boolean())
  .map(([amount, negative]) => (negative ? `-${amount}` : amount));

const rates = fc.record({
  amount: fc.constantFrom('1', '100', '1000', '10000', '100000', '1000000'),
  unit: fc.constantFrom<Unit>('people', 'year', 'km2', 'mu', 'kWh', 'count', 'CNY'),
});

interface Said {
  readonly quantity: Quantity;
  readonly qualifier: Qualifier;
}

const single: fc.Arbitrary<Said> = fc
  .record({
    amount: signed,
    unit: units,
    qualifier: fc.constantFrom<Qualifier>(
      'exact',
      'about',
      'nearly',
      'more-than',
      'at-least',
      'less-than',
      'at-most',
    ),
    per: fc.option(rates, { freq: 4, nil: undefined }),
    significantDigits: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 4, nil: undefined }),
  })
  .map(({ qualifier, per, significantDigits, ...quantity }) => ({
    quantity: { ...quantity, ...(per && { per }), ...(significantDigits && { significantDigits }) },
    qualifier,
  }));

const ranges: fc.Arbitrary<Said> = fc
  .record({ a: signed, b: signed, unit: units, per: fc.option(rates, { freq: 4, nil: undefined }) })
  .filter(({ a, b }) => Number(a) !== Number(b))
  .map(({ a, b, unit, per }) => {
    const [amount, max] = Number(a) < Number(b) ? [a, b] : [b, a];
    return { quantity: { amount, max, unit, ...(per && { per }) }, qualifier: 'range' };
  });

/** A class is a round power of ten, or half of one. */
const tiers: fc.Arbitrary<Said> = fc
  .record({
    digit: fc.constantFrom('1', '2', '3', '5'),
    zeros: fc.integer({ min: 2, max: 15 }),
    unit: fc.constantFrom<Unit>('count', 'people', 'm2', 't', 'kW', ...currencies),
  })
  .map(({ digit, zeros, unit }) => ({
    quantity: { amount: `${digit}${'0'.repeat(zeros)}`, unit },
    qualifier: 'tier',
  }));

/**
 * The unit that a phrase can be read to have. What is not printed cannot be read: where the phrase is the one of a bare
 * count, the unit is unsaid (an axis leaves it to its unit line, 千亿级 to the reader); and a noun of the facts says that
 * things are counted, not that they are people.
 */
function unitSaid(
  language: Language,
  { quantity, qualifier }: Said,
  options: WriteOptions,
): Unit | undefined {
  const { unit } = quantity;
  const write = (of: Unit, how: WriteOptions): string =>
    language.writeQuantity({ ...quantity, unit: of }, qualifier, how);
  const phrase = write(unit, options);
  const { style } = options;
  if (phrase === write('count', { style, noun: false })) return undefined;
  return unit === 'people' && phrase !== write(unit, { style }) ? 'count' : unit;
}

/** 1900 to 2099 without a unit, or in 年, is a year to every Chinese reader: prose cannot carry the difference. */
function looksLikeYear(phrase: string): boolean {
  return (
    /(?<![\d.])(?:18|19|20)\d\d(?![\d.万亿余])/.test(phrase) && !/(?:18|19|20)\d\d[^\d年每至]/.test(phrase)
  );
}

/** Value and significant digits in one form: "42" with four of them is "42.00". */
function canonical(amount: string, significantDigits: number | undefined, fraction: boolean): string {
  const { negative, digits, exponent } = digitsOf(amount, significantDigits);
  // Trailing zeros of an integer say nothing: 28,000 may have two significant digits or five.
  const [, kept = '', zeros = ''] = /^(\d+?)(0*)$/.exec(digits)!;
  const shown = fraction ? [digits, exponent] : [kept, exponent + zeros.length];
  return `${negative ? '-' : ''}${shown[0]}e${shown[1]}`;
}

function normal(figure: Figure, phrase: string, language: Language): object {
  const point = language.writeQuantity({ amount: '0.5', unit: 'count' }, 'exact', { style: 'prose' })[1]!;
  const fraction = phrase
    .split(point)
    .some((piece, index, all) => /\d$/.test(piece) && /^\d/.test(all[index + 1] ?? ''));
  const { amount, max, significantDigits, ...rest } = figure;
  return {
    ...rest,
    amount: canonical(amount, significantDigits, fraction),
    ...(max === undefined ? {} : { max: canonical(max, significantDigits, fraction) }),
  };
}

describe.each(languageTags())('in %s', (tag) => {
  const language = languageFor(tag);
  const styles: FigureStyle[] = ['prose', 'tile', 'axis'];

  function returns({ quantity, qualifier }: Said, noun: boolean): void {
    for (const style of styles) {
      const options = noun ? { style, counted } : { style };
      const phrase = language.writeQuantity(quantity, qualifier, options);
      if (language.script === 'han' && looksLikeYear(phrase)) continue;
      const unit = unitSaid(language, { quantity, qualifier }, options);
      const { unit: _, ...rest } = quantity;
      const expected: Figure = { ...rest, ...(unit && { unit }), qualifier } as Figure;
      const read = readFigure(phrase, tag);
      if ('error' in read) throw new Error(`${style}: ${read.error}`);
      expect({ phrase, ...normal(read, phrase, language) }).toEqual({
        phrase,
        ...normal(expected, phrase, language),
      });
    }
  }

  it('reading a figure that was written gives it back, hedge included', () => {
    fc.assert(fc.property(single, fc.boolean(), returns), { numRuns: 1500 });
  });

  it('reading a range that was written gives both bounds back', () => {
    fc.assert(fc.property(ranges, fc.boolean(), returns), { numRuns: 800 });
  });

  it('reading a class that was written gives a class back, never a measured value', () => {
    fc.assert(fc.property(tiers, fc.boolean(), returns), { numRuns: 400 });
  });
});
