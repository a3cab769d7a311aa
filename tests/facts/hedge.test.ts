import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Operator } from '../../src/facts/formula.js';
import { calculate, type Hedged, hedged, scaled, told } from '../../src/facts/hedge.js';
import { Rational } from '../../src/facts/rational.js';
import type { Qualifier } from '../../src/facts/schema.js';

/** "range 2 3", "nearly 10" */
function read(phrase: string): Hedged {
  const [qualifier, amount = '', max] = phrase.split(' ');
  return hedged({ amount, max }, qualifier as Qualifier)!;
}
function write(value: Hedged | undefined, digits?: number): string | undefined {
  const result = value && told(value, digits);
  return (
    result && [result.qualifier, result.amount, result.max].filter((part) => part !== undefined).join(' ')
  );
}

describe('hedges through a formula', () => {
  it.each([
    ['exact 5', '+', 'exact 3', 'exact 8'],
    ['more-than 10', '+', 'exact 5', 'more-than 15'],
    ['at-least 10', '+', 'exact 5', 'at-least 15'],
    ['at-least 10', '+', 'more-than 5', 'more-than 15'],
    ['less-than 10', '+', 'at-most 5', 'less-than 15'],
    ['at-most 10', '+', 'at-most 5', 'at-most 15'],
    ['nearly 10', '+', 'exact 5', 'nearly 15'],
    ['nearly 10', '+', 'nearly 5', 'nearly 15'],
    ['nearly 10', '+', 'less-than 5', 'less-than 15'],
    ['range 2 3', '+', 'exact 2', 'range 4 5'],
    ['range 2 3', '+', 'more-than 2', 'more-than 4'],
    ['range 2 3', '+', 'less-than 2', 'less-than 5'],
    ['range 2 3', '+', 'about 2', 'about 4.5'],
    ['about 10', '+', 'exact 5', 'about 15'],
    ['more-than 10', '+', 'less-than 5', 'about 15'],
    ['exact 30', '-', 'nearly 10', 'more-than 20'],
    ['exact 30', '-', 'at-least 10', 'at-most 20'],
    ['nearly 10', '-', 'exact 9', 'less-than 1'],
    ['more-than 10', '-', 'more-than 5', 'about 5'],
    ['more-than 10', '-', 'at-most 5', 'more-than 5'],
    ['range 8 10', '-', 'range 1 2', 'range 6 9'],
    ['nearly 10', '*', 'exact 2', 'nearly 20'],
    ['more-than 10', '*', 'at-least 2', 'more-than 20'],
    ['range 2 3', '*', 'range 4 5', 'range 8 15'],
    ['range -2 3', '*', 'range 4 5', 'range -10 15'],
    ['more-than 10', '*', 'exact -2', 'less-than -20'],
    ['more-than 0', '*', 'at-least 0', 'at-least 0'],
    ['less-than 5', '*', 'exact 0', 'at-most 0'],
    ['exact 30', '/', 'more-than 2', 'less-than 15'],
    ['exact 30', '/', 'nearly 2', 'more-than 15'],
    ['nearly 30', '/', 'exact 2', 'nearly 15'],
    ['nearly 30', '/', 'more-than 2', 'less-than 15'],
    ['nearly 30', '/', 'nearly 2', 'about 15'],
    ['exact 30', '/', 'range 2 3', 'range 10 15'],
    ['more-than -10', '+', 'exact 5', 'about -5'],
  ])('%s %s %s is %s', (left, operator, right, result) => {
    expect(write(calculate(operator as Operator, read(left), read(right)))).toBe(result);
  });

  it.each(['exact 0', 'range -1 2', 'range 0 2', 'more-than 0'])('does not divide by %s', (divisor) => {
    expect(calculate('/', read('exact 1'), read(divisor))).toBeUndefined();
  });

  it('has no value for a tier', () => expect(hedged({ amount: '10' }, 'tier')).toBeUndefined());

  it('rounds bounds so that they still hold', () => {
    const third = (phrase: string): string | undefined =>
      write(calculate('/', read(phrase), read('exact 3')), 2);
    expect(third('exact 2')).toBe('exact 0.67');
    expect(third('more-than 2')).toBe('more-than 0.66');
    expect(third('less-than 1')).toBe('less-than 0.34');
    expect(third('range 1 2')).toBe('range 0.33 0.67');
    expect(third('about 2')).toBe('about 0.67');
  });

  it('is no longer nearly where rounding moved it far', () => {
    const each = calculate('/', read('nearly 30'), read('exact 24'));
    expect(write(each, 3)).toBe('nearly 1.25');
    expect(write(each, 2)).toBe('nearly 1.3');
    expect(write(each, 1)).toBe('less-than 2');
  });

  it('is not told without digits where no decimal ends', () => {
    expect(write(calculate('/', read('exact 2'), read('exact 3')))).toBeUndefined();
  });
});

/** A phrase with a true value that satisfies it. */
interface Leaf {
  readonly value: Hedged;
  readonly truth: Rational;
}
type Tree = Leaf | { readonly operator: Operator; readonly left: Tree; readonly right: Tree };

const fraction = fc
  .tuple(fc.nat(40), fc.integer({ min: 1, max: 8 }))
  .map(([a, b]) => Rational.of(BigInt(a), BigInt(b)));
const within = fc.integer({ min: 1, max: 99 }).map((percent) => Rational.of(BigInt(percent), 100n));
const one = Rational.of(1n);

const leaf: fc.Arbitrary<Leaf> = fc
  .tuple(
    fc.constantFrom<Qualifier>(
      'exact',
      'about',
      'nearly',
      'more-than',
      'at-least',
      'less-than',
      'at-most',
      'range',
    ),
    fc.integer({ min: -20, max: 60 }),
    fraction,
    within,
    fc.boolean(),
  )
  .map(([qualifier, amount, more, share, edge]) => {
    const low = Rational.of(BigInt(amount));
    const max = amount + 7;
    const value = hedged({ amount: String(amount), max: String(max) }, qualifier)!;
    const close = one.minus(share.dividedBy(Rational.of(5n)));
    const open = amount < 0 || qualifier === 'about';
    if (qualifier === 'exact') return { value, truth: low };
    if (qualifier === 'range') return { value, truth: low.plus(Rational.of(7n).times(share)) };
    if (open) return { value, truth: low.times(edge ? close : one.dividedBy(close)) };
    if (qualifier === 'more-than') return { value, truth: low.plus(more).plus(share) };
    if (qualifier === 'at-least') return { value, truth: edge ? low : low.plus(more) };
    // Nothing but a negative amount is below zero, and that "nearly 0" or "less than 0" is not said.
    if (amount === 0) return { value: hedged({ amount: '0' }, 'at-most')!, truth: low };
    if (qualifier === 'nearly') return { value, truth: low.times(close) };
    return { value, truth: edge && qualifier === 'at-most' ? low : low.times(share) };
  });

const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.record({
      operator: fc.constantFrom<Operator>('+', '-', '*', '/'),
      left: tie('tree'),
      right: tie('tree'),
    }),
  ),
})).tree;

function evaluate(node: Tree): Leaf | undefined {
  if ('truth' in node) return node;
  const [left, right] = [evaluate(node.left), evaluate(node.right)];
  if (!left || !right) return undefined;
  const value = calculate(node.operator, left.value, right.value);
  if (!value || (node.operator === '/' && right.truth.sign === 0)) return undefined;
  const operations = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'dividedBy' } as const;
  return { value, truth: left.truth[operations[node.operator]](right.truth) };
}

describe('the law of hedges', () => {
  it('the true value satisfies the result whenever the true parts satisfy theirs', () => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 12 }), (expression, digits) => {
        const result = evaluate(expression);
        fc.pre(result !== undefined);
        const { value, truth } = result!;
        const { qualifier, amount, max } = told(value, digits)!;
        const compared = truth.compare(Rational.parse(amount));
        if (qualifier === 'exact') expect(amount).toBe(truth.toDigits(digits, 'half-even'));
        if (qualifier === 'more-than') expect(compared).toBeGreaterThan(0);
        if (qualifier === 'at-least') expect(compared).toBeGreaterThanOrEqual(0);
        if (qualifier === 'less-than' || qualifier === 'nearly') expect(compared).toBeLessThan(0);
        if (qualifier === 'at-most') expect(compared).toBeLessThanOrEqual(0);
        if (qualifier === 'range') {
          expect(compared).toBeGreaterThanOrEqual(0);
          expect(truth.compare(Rational.parse(max!))).toBeLessThanOrEqual(0);
        }
        // "Nearly" promises closeness: no further below than the parts were, a fifth.
        if (value.near)
          expect(truth.compare(value.high.times(Rational.of(4n, 5n)))).toBeGreaterThanOrEqual(0);
        if (value.sign !== undefined) expect(truth.sign * value.sign).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a result in another unit', () => {
  const told12 = (value: Hedged) => told(value, undefined)!;

  it('keeps the bounds of a difference, whose sign is not known', () => {
    const unscaled = (left: string, right: string) =>
      write(scaled(calculate('-', read(left), read(right))!, Rational.of(1n)));
    expect(unscaled('exact 120', 'more-than 20')).toBe('less-than 100');
    expect(unscaled('exact 120', 'at-least 20')).toBe('at-most 100');
    expect(unscaled('less-than 120', 'exact 20')).toBe('less-than 100');
    expect(unscaled('at-most 120', 'exact 20')).toBe('at-most 100');
    expect(unscaled('exact 120', 'less-than 20')).toBe('more-than 100');
  });

  it('is told with the same hedge, its amounts multiplied; by a factor below zero, the other way about', () => {
    const opposite: Partial<Record<Qualifier, Qualifier>> = {
      'more-than': 'less-than',
      'less-than': 'more-than',
      'at-least': 'at-most',
      'at-most': 'at-least',
    };
    fc.assert(
      fc.property(leaf, leaf, fc.integer({ min: -9, max: 9 }), (left, right, factor) => {
        fc.pre(factor !== 0);
        const value = calculate('-', left.value, right.value)!;
        const [before, after] = [told12(value), told12(scaled(value, Rational.of(BigInt(factor))))];
        const times = (amount: string): string =>
          Rational.parse(amount)
            .times(Rational.of(BigInt(factor)))
            .toDecimal()!;
        const turned = factor < 0 ? (opposite[before.qualifier] ?? before.qualifier) : before.qualifier;
        expect(after.qualifier).toBe(turned);
        const amounts = [before.amount, before.max].filter((one) => one !== undefined).map(times);
        expect([after.amount, after.max].filter((one) => one !== undefined)).toEqual(
          factor < 0 ? amounts.reverse() : amounts,
        );
      }),
    );
  });
});
