import { describe, expect, it } from 'vitest';
import type { Qualifier, Quantity } from '../../src/facts/schema.js';
import { asWritten, differences } from '../../src/sources/compare.js';
import { reader } from './fixtures.js';

const compare = (quantity: Quantity, qualifier: Qualifier, phrase: string, language = 'zh-CN') => {
  const read = reader.readOne(phrase, language);
  if ('error' in read) throw new Error(read.error);
  return differences({ quantity, qualifier }, read, phrase);
};
const cny = (amount: string, rest: Partial<Quantity> = {}): Quantity => ({ amount, unit: 'CNY', ...rest });
const percent = (amount: string, rest: Partial<Quantity> = {}): Quantity => ({
  amount,
  unit: 'percent',
  ...rest,
});

describe('a fact and its phrase', () => {
  it.each<[string, Quantity, Qualifier, string?]>([
    ['286.6亿元', cny('28660000000'), 'exact'],
    ['近17万人', { amount: '170000', unit: 'people' }, 'nearly'],
    ['近300亿', cny('30000000000'), 'nearly'],
    ['千亿级', cny('100000000000'), 'tier'],
    ['24只', { amount: '24', unit: 'count' }, 'exact'],
    ['30个', { amount: '30', unit: 'people' }, 'exact'],
    ['同比增长78.6%', percent('78.6', { basis: 'year-on-year' }), 'exact'],
    ['78.6%', percent('78.6', { basis: 'year-on-year' }), 'exact'],
    ['8.5亿元至10亿元', cny('850000000', { max: '1000000000' }), 'range'],
    ['286.60亿元', cny('28660000000', { significantDigits: 5 }), 'exact'],
    ['42.50%', percent('42.50'), 'exact'],
    ['120家', { amount: '120', unit: 'count', significantDigits: 3 }, 'exact'],
    ['mehr als 15 %', percent('15'), 'more-than', 'de'],
    ['EUR 250 million', { amount: '250000000', unit: 'EUR' }, 'exact', 'en'],
  ])('agree: %s', (phrase, quantity, qualifier, language) => {
    expect(compare(quantity, qualifier, phrase, language)).toEqual([]);
  });

  it.each<[string, Quantity, Qualifier, string[], string?]>([
    ['近17万人', { amount: '170000', unit: 'people' }, 'exact', ['qualifier']],
    ['17万人', { amount: '170000', unit: 'people' }, 'nearly', ['qualifier']],
    ['42.5%', percent('42.4'), 'exact', ['amount']],
    ['42.50%', percent('42.5'), 'exact', ['significantDigits']],
    ['42.5%', percent('42.50'), 'exact', ['significantDigits']],
    ['286.6亿元', cny('28660000000', { significantDigits: 5 }), 'exact', ['significantDigits']],
    ['286.6亿元', cny('2866000000'), 'exact', ['amount']],
    ['286.6亿美元', cny('28660000000'), 'exact', ['unit']],
    ['千亿级', cny('100000000000'), 'exact', ['qualifier']],
    ['百亿级', cny('100000000000'), 'tier', ['amount']],
    ['3个百分点', percent('3'), 'exact', ['unit']],
    ['近17万人', { amount: '170000', unit: 'count' }, 'nearly', ['unit']],
    ['8.5亿元至10亿元', cny('850000000', { max: '1200000000' }), 'range', ['max']],
    ['8.5亿元', cny('850000000', { max: '1000000000' }), 'range', ['max', 'qualifier']],
    ['年均增长12%', percent('12', { basis: 'year-on-year' }), 'exact', ['basis']],
    ['每10万人42个', { amount: '42', unit: 'count' }, 'exact', ['per']],
    ['42个', { amount: '42', unit: 'count', per: { amount: '100000', unit: 'people' } }, 'exact', ['per']],
    ['1,2 Billionen Euro', { amount: '1200000000', unit: 'EUR' }, 'exact', ['amount'], 'de'],
  ])('differ: %s', (phrase, quantity, qualifier, expected, language) => {
    expect(compare(quantity, qualifier, phrase, language)).toEqual(expected);
  });

  it('are shown as facts are written', () => {
    expect(asWritten(cny('850000000', { max: '1000000000' }), 'range')).toBe(
      '{ amount: "850000000", max: "1000000000", unit: CNY }, qualifier: range',
    );
    expect(
      asWritten({ amount: '42', unit: 'count', per: { amount: '100000', unit: 'people' } }, 'exact'),
    ).toBe('{ amount: "42", unit: count, per: { amount: "100000", unit: people } }, qualifier: exact');
  });
});
