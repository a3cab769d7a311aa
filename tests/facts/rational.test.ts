import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Rational } from '../../src/facts/rational.js';

const r = (text: string): Rational => {
  const [above, below = '1'] = text.split('/');
  return Rational.parse(above!).dividedBy(Rational.parse(below));
};
const decimals = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(12))
  .map(([scaled, places]) => Rational.of(scaled, 10n ** BigInt(places)));

describe('exact fractions', () => {
  it.each([
    ['286.60', '286.6'],
    ['-0.050', '-0.05'],
    ['1/8', '0.125'],
    ['28660000000', '28660000000'],
    ['0', '0'],
    ['-3/4', '-0.75'],
  ])('writes %s as the decimal %s', (text, decimal) => expect(r(text).toDecimal()).toBe(decimal));

  it('has no decimal where none ends', () => {
    expect(r('1/3').toDecimal()).toBeUndefined();
    expect(r('188.3/286.6').toDecimal()).toBeUndefined();
  });

  it.each([
    ['2/3', 3, 'half-even', '0.667'],
    ['-2/3', 3, 'half-even', '-0.667'],
    ['-2/3', 3, 'down', '-0.667'],
    ['-2/3', 3, 'up', '-0.666'],
    ['12.5', 2, 'half-even', '12'],
    ['13.5', 2, 'half-even', '14'],
    ['-12.5', 2, 'half-even', '-12'],
    ['9.96', 2, 'half-even', '10'],
    ['9.91', 2, 'up', '10'],
    ['1194166666.7', 3, 'half-even', '1190000000'],
    ['0.00123456', 2, 'half-even', '0.0012'],
    ['0.0999', 1, 'down', '0.09'],
    ['100', 5, 'half-even', '100'],
    ['60.0001', 3, 'half-even', '60'],
    ['0', 3, 'up', '0'],
  ] as const)('rounds %s to %i digits, %s, as %s', (text, digits, rounding, decimal) => {
    expect(r(text).toDigits(digits, rounding)).toBe(decimal);
  });

  it('reads back the decimals it writes', () => {
    fc.assert(fc.property(decimals, (one) => Rational.parse(one.toDecimal()!).compare(one) === 0));
  });

  it('keeps the laws of a field', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        expect(a.plus(b).minus(b).compare(a)).toBe(0);
        expect(a.times(b.plus(c)).compare(a.times(b).plus(a.times(c)))).toBe(0);
        if (b.sign !== 0) expect(a.dividedBy(b).times(b).compare(a)).toBe(0);
      }),
    );
  });

  it('rounds down to at most, up to at least, and half-even to the nearer of the two', () => {
    fc.assert(
      fc.property(decimals, decimals, fc.integer({ min: 1, max: 8 }), (a, b, digits) => {
        fc.pre(b.sign !== 0);
        const value = a.dividedBy(b);
        const [down, up, near] = (['down', 'up', 'half-even'] as const).map((way) =>
          Rational.parse(value.toDigits(digits, way)),
        );
        expect(down!.compare(value)).toBeLessThanOrEqual(0);
        expect(up!.compare(value)).toBeGreaterThanOrEqual(0);
        const nearest = value.minus(down!).compare(up!.minus(value)) <= 0 ? down! : up!;
        const distance = near!.compare(value) <= 0 ? value.minus(near!) : near!.minus(value);
        const least = nearest.compare(value) <= 0 ? value.minus(nearest) : nearest.minus(value);
        expect(distance.compare(least)).toBe(0);
      }),
    );
  });

  it('refuses to divide by zero', () => expect(() => r('1').dividedBy(r('0'))).toThrow(RangeError));
});
