import { describe, expect, it } from 'vitest';
import { agrees, isAsPrecise, readDates, writtenDate } from '../../src/sources/dates.js';

describe('dates in a phrase', () => {
  it.each<[string, string, string[]]>([
    ['11月16日', 'zh-CN', ['--11-16']],
    ['2025年11月16日', 'zh-CN', ['2025-11-16']],
    ['２０２５年１１月', 'zh-CN', ['2025-11']],
    ['2024年', 'zh-CN', ['2024']],
    ['16. November 2025', 'de', ['2025-11-16']],
    ['am 3. März', 'de', ['--03-03']],
    ['16.11.2025', 'de', ['2025-11-16']],
    ['16.11.', 'de', ['--11-16']],
    ['November 16, 2025', 'en', ['2025-11-16']],
    ['on 16th November', 'en', ['--11-16']],
    ['Dec. 22, 2025', 'de', ['2025-12-22']],
    ['Sept. 3', 'en', ['--09-03']],
    ['2025-11-16', 'en', ['2025-11-16']],
    ['16 novembre 2025', 'fr', ['2025-11-16']],
    ['16 de noviembre de 2025', 'es', ['2025-11-16']],
    ['欧洲科学院中国中心项目', 'zh-CN', []],
    ['May be', 'en', []],
    ['Finance Innovation Alliance 2.0', 'de', []],
    ['13月45日', 'zh-CN', []],
    ['42.5%', 'zh-CN', []],
  ])('%s', (phrase, language, expected) => {
    expect(readDates(phrase, language).map(writtenDate)).toEqual(expected);
  });

  it('agree with a fact as far as they tell, and tell no more than it', () => {
    expect(agrees({ month: 11, day: 16 }, '2025-11-16')).toBe(true);
    expect(agrees({ month: 11, day: 17 }, '2025-11-16')).toBe(false);
    expect(agrees({ year: 2024, month: 11, day: 16 }, '2025-11-16')).toBe(false);
    expect(agrees({ month: 11, day: 16 }, '2025-11')).toBe(false);
  });

  it('are as precise as the fact without the year, which follows from the source', () => {
    expect(isAsPrecise({ month: 11, day: 16 }, '2025-11-16')).toBe(true);
    expect(isAsPrecise({ month: 11 }, '2025-11-16')).toBe(false);
    expect(isAsPrecise({ month: 11 }, '2025-11')).toBe(true);
    expect(isAsPrecise({ month: 11 }, '2025')).toBe(false);
  });
});
