import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, largestScale, printDigits, shiftPoint } from '../../src/language/decimal.js';

const plain = { decimal: '.', group: '', groupFrom: 0 };
const grouped = { decimal: ',', group: '.', groupFrom: 4 };

describe('significant digits', () => {
  it.each([
    ['28660000000', undefined, '2866', 7],
    ['28660000000', 5, '28660', 6],
    ['42.50', undefined, '4250', -2],
    ['42', 4, '4200', -2],
    ['0.050', undefined, '50', -3],
    ['0', undefined, '0', 0],
    ['-0', undefined, '0', 0],
    ['0.00', undefined, '0', -2],
    // Fewer than the amount has would change it.
    ['28665', 3, '28665', 0],
  ] as const)('of %s with %s given are %s times ten to the %s', (amount, given, digits, exponent) => {
    expect(digitsOf(amount, given)).toMatchObject({ digits, exponent });
  });
});

describe('printing', () => {
  it.each([
    ['28660000000', 9, '28,66'],
    ['28660000000', 6, '28.660'],
    ['28660000000', 0, '28.660.000.000'],
    ['999', 0, '999'],
    ['1000', 0, '1.000'],
    ['0.05', 0, '0,05'],
    ['0.00', 0, '0,00'],
    ['5', 3, '0,005'],
    ['-1234.5', 0, '\u22121.234,5'],
  ] as const)('%s in units of ten to the %s is %s', (amount, scale, text) => {
    expect(printDigits(digitsOf(amount), scale, grouped)).toBe(text);
  });

  it('printing and shifting back is exact at any scale and length', () => {
    const amounts = fc
      .tuple(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.integer({ min: 0, max: 8 }))
      .map(([integer, places]) => `${integer}${places > 0 ? `.${'7'.repeat(places)}` : ''}`);
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 15 }), (amount, scale) => {
        const back = shiftPoint(printDigits(digitsOf(amount), scale, plain), scale).amount;
        const Exact = Decimal.clone({ precision: 100 });
        expect(new Exact(back).eq(new Exact(amount))).toBe(true);
      }),
    );
  });
});

describe('choosing a scale', () => {
  const scales = [9, 6].map((exponent) => ({ exponent, word: String(exponent) }));
  it.each([
    ['28660000000', 9],
    ['999999999', 0],
    ['999000000', 6],
    // Four places at 10^9 are more than a reader takes in; three at 10^6 are not.
    ['1234500000', 6],
    ['1043915', 0],
    ['170000', 0],
    ['0', 0],
  ] as const)('%s is counted in ten to the %s', (amount, exponent) => {
    expect(largestScale(digitsOf(amount), scales, 3).exponent).toBe(exponent);
  });
});

describe('significant zeros that a scale word hides', () => {
  it.each([
    ['28.660', 9, { amount: '28660000000', significantDigits: 5 }],
    ['28.66', 9, { amount: '28660000000' }],
    ['300', 8, { amount: '30000000000' }],
    ['0.50', 6, { amount: '500000', significantDigits: 2 }],
    ['42.50', 0, { amount: '42.50' }],
  ] as const)('%s times ten to the %s', (mantissa, exponent, read) => {
    expect(shiftPoint(mantissa, exponent)).toEqual(read);
  });
});
