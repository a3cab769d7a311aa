import { describe, expect, it } from 'vitest';
import type { Operator } from '../../src/facts/formula.js';
import { combine, dimensionOf, expressibleAs, nameOf } from '../../src/facts/units.js';

/** "CNY / count" */
function result(text: string) {
  const [left = '', operator, right = ''] = text.split(' ');
  return combine(operator as Operator, dimensionOf({ unit: left }), dimensionOf({ unit: right }));
}

describe('units in formulas', () => {
  it.each([
    ['CNY + CNY', 'CNY'],
    ['CNY / CNY', 'ratio'],
    ['CNY / count', 'CNY/count'],
    ['CNY / km2', 'CNY/km2'],
    ['CNY * percent', 'CNY'],
    ['count / km2', 'count/km2'],
    ['km2 * km2', 'km2^2'],
    ['percent / year', '1/year'],
  ])('%s is %s', (text, name) => expect(nameOf(result(text)!)).toBe(name));

  it.each(['CNY + EUR', 'CNY - percent', 'people + count', 'ha + km2'])('%s is refused', (text) => {
    expect(result(text)).toBeUndefined();
  });

  it.each([
    ['CNY / CNY', 'percent', true],
    ['CNY / CNY', 'count', true],
    ['CNY / CNY', 'percentage-point', false],
    ['CNY / CNY', 'CNY', false],
    ['CNY / count', 'CNY', true],
    ['CNY / people', 'CNY', true],
    ['CNY * count', 'CNY', true],
    ['CNY / km2', 'CNY', false],
    ['CNY / count', 'percent', false],
    ['people / count', 'people', true],
    ['people / count', 'percent', false],
    ['people / people', 'percent', true],
    ['count / people', 'count', true],
    ['people + people', 'count', false],
    ['count * count', 'count', true],
    ['count * people', 'people', true],
    ['count * people', 'count', false],
    ['km2 * km2', 'km2', false],
    ['percent - percent', 'percentage-point', true],
    ['percent - percent', 'percent', true],
    ['percent + percent', 'percentage-point', false],
    ['percent + percentage-point', 'percentage-point', false],
    ['percentage-point + percentage-point', 'percentage-point', true],
    ['CNY + CNY', 'EUR', false],
  ])('%s told in %s: %s', (text, unit, allowed) => expect(expressibleAs(result(text)!, unit)).toBe(allowed));

  it('takes a rate for a quotient', () => {
    const rate = dimensionOf({ unit: 'count', per: { amount: '100000', unit: 'people' } });
    expect(nameOf(rate)).toBe('count/people');
    expect(nameOf(combine('*', rate, dimensionOf({ unit: 'people' }))!)).toBe('count');
  });
});
