import { describe, expect, it } from 'vitest';
import type { Qualifier, Quantity } from '../../src/facts/schema.js';
import { misreadWith } from '../../src/language/counted.js';
import { languageFor } from '../../src/language/registry.js';

const misread = (
  tag: string,
  noun: string,
  quantity: Partial<Quantity> = {},
  qualifier: Qualifier = 'about',
) => misreadWith(languageFor(tag), { amount: '8400', unit: 'count', ...quantity }, qualifier, noun);

describe('the noun of what is counted', () => {
  it.each([
    ['en', 'million jobs', 'about 8,400 million jobs'],
    ['en', 'percent of companies or more', 'about 8,400 percent of companies or more'],
    ['en', 'dozen firms', 'about 8,400 dozen firms'],
    ['en', 'jobs a year', 'about 8,400 jobs a year'],
    ['en', 'euros of tax', 'about 8,400 euros of tax'],
    ['de', 'Mio. Stellen', 'rund 8.400 Mio. Stellen'],
    ['de', 'Unternehmen oder mehr', 'rund 8.400 Unternehmen oder mehr'],
    ['de', 'Dutzend Firmen', 'rund 8.400 Dutzend Firmen'],
    ['fr', 'millions d’emplois', 'environ 8 400 millions d’emplois'],
    ['zh-CN', '万家企业', '约8400万家企业'],
    ['zh-CN', '余家企业', '约8400余家企业'],
    ['zh-CN', '个百分点', '约8400个百分点'],
  ])('makes another figure of it (%s): %s', (tag, noun, phrase) => {
    expect(misread(tag, noun)?.replace(/[\u00A0\u202F]/g, ' ')).toBe(phrase);
  });

  it.each([
    ['en', 'companies above designated size'],
    ['en', 'R&D platforms'],
    ['en', 'days on which the port is open'],
    ['en', 'US firms'],
    ['de', 'Unternehmen oberhalb der Meldegrenze'],
    ['de', 'Tagen'],
    ['fr', 'entreprises'],
    ['zh-CN', '家规模以上企业'],
    ['zh-CN', '名科研人员'],
    ['zh-CN', '天'],
  ])('leaves it as it is (%s): %s', (tag, noun) => {
    for (const qualifier of ['exact', 'nearly', 'more-than', 'at-least', 'less-than', 'at-most'] as const)
      expect(misread(tag, noun, {}, qualifier)).toBeUndefined();
    expect(misread(tag, noun, { max: '9000' }, 'range')).toBeUndefined();
    expect(misread(tag, noun, { unit: 'people' })).toBeUndefined();
  });

  it('is not asked for where it is never printed', () => {
    expect(misread('en', 'million jobs', { unit: 'percent' })).toBeUndefined();
  });
});
