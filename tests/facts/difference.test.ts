import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Difference, difference, differenceOf, directionOf } from '../../src/facts/difference.js';
import { Rational } from '../../src/facts/rational.js';
import type { Qualifier, Quantity } from '../../src/facts/schema.js';
import type { FactSnapshot } from '../../src/facts/snapshot.js';

type Figure = FactSnapshot & { readonly quantity: Quantity; readonly qualifier: Qualifier };

function figure(
  amount: string,
  qualifier: Qualifier = 'exact',
  rest: Partial<Quantity> = {},
  fact: Omit<Partial<FactSnapshot>, 'quantity' | 'qualifier'> = {},
): Figure {
  const base: FactSnapshot = { topic: 'funds', kind: 'quantity', label: {}, evidence: [] };
  return { ...base, quantity: { unit: 'CNY', ...rest, amount }, qualifier, ...fact };
}

const of = (before: Figure, after: Figure): [string | undefined, Qualifier | undefined] => {
  const told = differenceOf(before, after);
  return [told?.max === undefined ? told?.amount : `${told.amount} to ${told.max}`, told?.qualifier];
};

describe('the difference of two figures', () => {
  it.each<[Figure, Figure, string | undefined, Qualifier | undefined]>([
    [figure('28660000000'), figure('29200000000'), '540000000', 'exact'],
    [figure('42.5'), figure('43.5'), '1.0', 'exact'],
    [figure('43'), figure('42.5'), '-0.5', 'exact'],
    [figure('10'), figure('20', 'range', { max: '30' }), '10 to 20', 'range'],
    [figure('20', 'range', { max: '30' }), figure('10'), '-20 to -10', 'range'],
    [figure('170000', 'nearly'), figure('180000', 'nearly'), '10000', 'about'],
    [figure('100'), figure('150', 'about'), '50', 'about'],
    [figure('170000', 'nearly'), figure('200000'), '30000', 'more-than'],
    [figure('50'), figure('60', 'more-than'), '10', 'more-than'],
    [figure('60', 'at-most'), figure('70'), '10', 'at-least'],
    [figure('60', 'at-least'), figure('50'), '-10', 'at-most'],
    [figure('50', 'nearly'), figure('60', 'more-than'), '10', 'more-than'],
    // The direction is not certain, or nothing bounds the way.
    [figure('50', 'more-than'), figure('60', 'more-than'), undefined, undefined],
    [figure('50', 'more-than'), figure('60'), undefined, undefined],
    [figure('50'), figure('50', 'more-than'), undefined, undefined],
    [figure('28660000000'), figure('30000000000', 'nearly'), undefined, undefined],
    [figure('120', 'about'), figure('125', 'about'), undefined, undefined],
    [figure('10', 'range', { max: '20' }), figure('15', 'range', { max: '25' }), undefined, undefined],
    [figure('100', 'about'), figure('200', 'more-than'), undefined, undefined],
    [figure('5'), figure('5'), undefined, undefined],
  ])('from %j to %j is %s, %s', (before, after, amount, qualifier) => {
    expect(of(before, after)).toEqual([amount, qualifier]);
  });

  it('is in percentage points of percents, and has no percentage of its own there', () => {
    const share = (amount: string) => figure(amount, 'exact', { unit: 'percent' }, { kind: 'share' });
    expect(differenceOf(share('40'), share('44'))).toEqual({
      amount: '4',
      unit: 'percentage-point',
      qualifier: 'exact',
    });
  });

  it.each<[string, string, string | undefined]>([
    ['28660000000', '29200000000', '1.9'],
    ['24', '26', '8.3'],
    ['100', '104', '4'],
    ['1000', '1020.1', '2.0'],
    ['10000', '10001', '0.01'],
    ['30', '10', '-66.7'],
    ['24', '0', '-100'],
    ['100000', '3', '-99.997'],
    ['0', '5', undefined],
    ['5', '60', undefined],
    ['-4', '5', undefined],
  ])('from %s to %s is %s percent of what it was', (before, after, percent) => {
    expect(differenceOf(figure(before), figure(after))?.relative).toBe(percent);
  });

  it.each<[Figure, Figure, 'up' | 'down' | undefined]>([
    [figure('200', 'nearly'), figure('200', 'more-than'), 'up'],
    [figure('50'), figure('50', 'more-than'), 'up'],
    [figure('50', 'more-than'), figure('50'), 'down'],
    [figure('60', 'more-than'), figure('50', 'about'), 'down'],
    [figure('50', 'at-least'), figure('50'), undefined],
    [figure('50', 'more-than'), figure('60', 'more-than'), undefined],
    [figure('50', 'tier'), figure('60', 'tier'), undefined],
  ])('from %j to %j it may at least tell where to: %s', (before, after, direction) => {
    expect(directionOf(before, after)).toBe(direction);
  });

  it('has no percentage where a figure is hedged', () => {
    expect(differenceOf(figure('50'), figure('60', 'more-than'))?.relative).toBeUndefined();
    expect(differenceOf(figure('170', 'nearly'), figure('180', 'nearly'))?.relative).toBeUndefined();
  });

  it.each<[string, Figure, Figure]>([
    ['two classes', figure('50', 'tier', {}, { kind: 'tier' }), figure('100', 'tier', {}, { kind: 'tier' })],
    ['a class and an amount', figure('50', 'tier'), figure('100')],
    ['two units', figure('50'), figure('60', 'exact', { unit: 'USD' })],
    ['two kinds', figure('50'), figure('60', 'exact', {}, { kind: 'share' })],
    [
      'two periods',
      figure('50', 'exact', {}, { period: '2024' }),
      figure('60', 'exact', {}, { period: '2025' }),
    ],
    [
      'two bases',
      figure('5', 'exact', { unit: 'percent', basis: 'year-on-year' }),
      figure('6', 'exact', { unit: 'percent', basis: 'annual-average' }),
    ],
    [
      'two bases of a rate',
      figure('5', 'exact', { per: { amount: '1000', unit: 'people' } }),
      figure('6', 'exact', { per: { amount: '100000', unit: 'people' } }),
    ],
    [
      'two things',
      figure('5', 'exact', { unit: 'count' }, { counted: { en: { other: 'funds' } } }),
      figure('6', 'exact', { unit: 'count' }, { counted: { en: { other: 'banks' } } }),
    ],
  ])('is none between %s', (_, before, after) => expect(differenceOf(before, after)).toBeUndefined());

  it('takes "about" of a computed figure for no nearness: its formula may have had no bound', () => {
    const derived = { formula: 'a.b - a.c', parts: ['a.b', 'a.c'] };
    const computed = (amount: string) => figure(amount, 'about', {}, { derived });
    expect(differenceOf(computed('100'), computed('900'))).toBeUndefined();
    expect(directionOf(computed('100'), computed('900'))).toBeUndefined();
    expect(differenceOf(figure('100', 'about'), figure('900', 'about'))?.amount).toBe('800');
  });

  it('is told where the same things are counted in a language more', () => {
    const funds = (amount: string, counted: FactSnapshot['counted']) =>
      figure(amount, 'exact', { unit: 'count' }, { counted });
    const [before, after] = [
      funds('5', { en: { other: 'funds' } }),
      funds('6', { en: { one: 'fund', other: 'funds' }, fr: { other: 'fonds' } }),
    ];
    expect(differenceOf(before, after)?.amount).toBe('1');
  });
});

const amounts = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: -4, max: 9 }))
  .map(([digits, exponent]) =>
    exponent >= 0
      ? String(BigInt(digits) * 10n ** BigInt(exponent))
      : (Rational.of(BigInt(digits), 10n ** BigInt(-exponent)).toDecimal() as string),
  );
const positive = amounts.map((amount) => amount.replace('-', '')).filter((amount) => amount !== '0');
const significant = fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined });
const exact = fc
  .tuple(amounts, significant)
  .map(([amount, digits]) =>
    figure(amount, 'exact', digits === undefined ? {} : { significantDigits: digits }),
  );

const value = (amount: string): Rational => Rational.parse(amount);

/** What a hedge allows the true value to be, "about" and "nearly" within 5 percent. */
function truths({ quantity, qualifier }: Figure): fc.Arbitrary<Rational> {
  const amount = value(quantity.amount);
  const parts = (from: bigint, to: bigint) =>
    fc.bigInt({ min: from, max: to }).map((thousandths) => amount.times(Rational.of(thousandths, 1000n)));
  switch (qualifier) {
    case 'nearly':
      return parts(950n, 999n);
    case 'about':
      return parts(950n, 1050n);
    case 'more-than':
      return parts(1001n, 9000n);
    case 'at-least':
      return parts(1000n, 9000n);
    case 'less-than':
      return parts(0n, 999n);
    case 'at-most':
      return parts(0n, 1000n);
    case 'range': {
      const span = value(quantity.max as string).minus(amount);
      return fc
        .bigInt({ min: 0n, max: 100n })
        .map((part) => amount.plus(span.times(Rational.of(part, 100n))));
    }
    default:
      return fc.constant(amount);
  }
}

const hedged: fc.Arbitrary<Figure> = fc
  .record({
    amount: positive,
    more: positive,
    qualifier: fc.constantFrom<Qualifier>(
      'exact',
      'nearly',
      'about',
      'more-than',
      'at-least',
      'less-than',
      'at-most',
      'range',
    ),
  })
  .map(({ amount, more, qualifier }) =>
    figure(
      amount,
      qualifier,
      qualifier === 'range' ? { max: value(amount).plus(value(more)).toDecimal() as string } : {},
    ),
  );

/** Whether what is told of a difference holds of a true one; of "about" its direction. */
function holds({ amount, max, qualifier }: Difference, truth: Rational): boolean {
  const order = truth.compare(value(amount));
  switch (qualifier) {
    case 'exact':
      return order === 0;
    case 'range':
      return order >= 0 && truth.compare(value(max as string)) <= 0;
    case 'more-than':
      return order > 0;
    case 'at-least':
      return order >= 0;
    case 'less-than':
      return order < 0;
    case 'at-most':
      return order <= 0;
    default:
      return truth.sign === value(amount).sign;
  }
}

describe('the laws of differences', () => {
  it('of exact figures: before + difference = after, and back again with the other sign', () => {
    fc.assert(
      fc.property(exact, exact, (before, after) => {
        const forth = differenceOf(before, after);
        const back = differenceOf(after, before);
        const moved = value(after.quantity.amount).minus(value(before.quantity.amount));
        if (moved.sign === 0) {
          expect([forth, back]).toEqual([undefined, undefined]);
          return;
        }
        const [there, home] = [value(forth!.amount), value(back!.amount)];
        expect(value(before.quantity.amount).plus(there).compare(value(after.quantity.amount))).toBe(0);
        expect(there.plus(home).sign).toBe(0);
      }),
    );
  });

  it('of all figures: what is told holds for every pair of true values that the two statements allow', () => {
    const cases = fc
      .tuple(hedged, hedged)
      .chain(([before, after]) =>
        fc.tuple(fc.constant(before), fc.constant(after), truths(before), truths(after)),
      );
    let told = 0;
    fc.assert(
      fc.property(cases, ([before, after, was, is]) => {
        const direction = directionOf(before, after);
        if (direction) expect(is.compare(was)).toBe(direction === 'up' ? 1 : -1);
        const result = differenceOf(before, after);
        if (!result) return;
        told += 1;
        expect(direction).toBeDefined();
        expect(holds(result, is.minus(was))).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(told).toBeGreaterThan(500);
  });

  it('of hedged figures: told from the other end, it is the same with sides and sign exchanged', () => {
    const turned: Partial<Record<Qualifier, Qualifier>> = {
      'more-than': 'less-than',
      'less-than': 'more-than',
      'at-least': 'at-most',
      'at-most': 'at-least',
    };
    fc.assert(
      fc.property(hedged, hedged, (before, after) => {
        const [forth, back] = [differenceOf(before, after), differenceOf(after, before)];
        expect(back === undefined).toBe(forth === undefined);
        if (!forth || !back) return;
        expect(back.qualifier).toBe(turned[forth.qualifier] ?? forth.qualifier);
        const ends = ({ amount, max = amount }: Difference) => [value(amount), value(max)] as const;
        const [[low, high], [otherLow, otherHigh]] = [ends(forth), ends(back)];
        expect([low.plus(otherHigh).sign, high.plus(otherLow).sign]).toEqual([0, 0]);
      }),
    );
  });

  it('is none between two that are alike, and comes back from JSON as it was', () => {
    fc.assert(
      fc.property(hedged, hedged, (before, after) => {
        expect(differenceOf(before, before)).toBeUndefined();
        const told = differenceOf(before, after);
        if (told) expect(difference.parse(JSON.parse(JSON.stringify(told)))).toEqual(told);
      }),
    );
  });

  it('prints no digit that neither figure prints', () => {
    const places = ({ amount, significantDigits = 0 }: Quantity | Difference): number => {
      const [whole = '', fraction = ''] = amount.replace('-', '').split('.');
      const digits = `${whole}${fraction}`.replace(/^0+/, '');
      const zeros = fraction === '' ? (/0*$/.exec(digits)?.[0].length ?? 0) : 0;
      return zeros - fraction.length - Math.max(0, significantDigits - (digits.length - zeros));
    };
    fc.assert(
      fc.property(exact, exact, (before, after) => {
        const told = differenceOf(before, after);
        if (told)
          expect(places(told)).toBeGreaterThanOrEqual(
            Math.min(places(before.quantity), places(after.quantity)),
          );
      }),
    );
  });
});
