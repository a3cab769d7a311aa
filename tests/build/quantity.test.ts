import { describe, expect, it } from 'vitest';
import { readQuantity, writeQuantity } from '../../src/build/quantity.js';
import { UsageError } from '../../src/diagnostic.js';

describe('figures for library users', () => {
  it('are read in one language and written in another, hedge kept', () => {
    const read = readQuantity('近17万人', 'zh-CN');
    expect(read).toEqual({ quantity: { amount: '170000', unit: 'people' }, qualifier: 'nearly' });
    expect(writeQuantity(read, 'en')).toBe('nearly 170,000 people');
  });

  it('take the unit that is given where the phrase names none', () => {
    expect(readQuantity('近300亿', 'zh-CN', { unit: 'CNY' }).quantity).toEqual({
      amount: '30000000000',
      unit: 'CNY',
    });
    expect(readQuantity('近17万人', 'zh-CN', { unit: 'CNY' }).quantity.unit).toBe('people');
    expect(() => readQuantity('近300亿', 'zh-CN')).toThrow('names no unit');
  });

  it.each([
    ['no figure here', 'en', 'no figure'],
    ['5 people and 6 funds', 'en', '2 figures'],
    ['5 km²', 'xx', 'unknown language "xx"'],
  ])('are refused where they cannot be told: %s', (phrase, language, message) => {
    expect(() => readQuantity(phrase, language)).toThrow(UsageError);
    expect(() => readQuantity(phrase, language)).toThrow(message);
  });
});
