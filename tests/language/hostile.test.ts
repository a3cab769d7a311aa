import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { UsageError } from '../../src/diagnostic.js';
import { fold } from '../../src/language/fold.js';
import { maxPhraseLength, maxTextLength, readFigure, readFigures } from '../../src/language/read.js';
import { languageFor, languageTags } from '../../src/language/registry.js';

const tags = languageTags();

describe('an absurd phrase', () => {
  it.each(tags)('it refuses 10,000 digits in %s and says how many are read', (tag) => {
    const phrase = '9'.repeat(10_000);
    expect(readFigure(phrase, tag)).toEqual({ error: expect.stringContaining(String(maxPhraseLength)) });
    expect(readFigure('9'.repeat(300), tag)).toEqual({
      error: expect.stringContaining('300 digits: at most 40'),
    });
    expect(readFigures(phrase, tag)).toEqual([]);
  });

  it.each(tags)('it reads no figure from an empty phrase, blanks or marks alone in %s', (tag) => {
    for (const phrase of [
      '',
      ' ',
      '\u00A0',
      '%',
      '-',
      '−',
      '.',
      ',',
      '元',
      'RMB',
      '约',
      'more than',
      '\u0000',
      '\uD800',
    ]) {
      expect(readFigure(phrase, tag)).toEqual({ error: expect.stringContaining('no figure') });
    }
  });

  it('it cuts the phrase in the error, so that a log stays readable', () => {
    const { error } = readFigure('x'.repeat(100_000), 'en') as { error: string };
    expect(error.length).toBeLessThan(200);
  });

  it('it refuses a text beyond its limit before looking at it', () => {
    expect(() => readFigures(' '.repeat(maxTextLength + 1), 'en')).toThrow(
      /too long to read: at most 2000000/,
    );
  });
});

/** Each of these takes very long where matching is quadratic: 30 kB of what a pattern almost matches. */
describe('a long text made to be slow', () => {
  const size = 30_000;
  const units = [
    '1',
    '1,',
    '1.',
    '1 ',
    '1-',
    '1–',
    '1:',
    '1/',
    ' ',
    '约',
    '近',
    '每',
    '每1',
    '一',
    '万',
    '分之',
    '翻',
    '1万',
    '第',
    'a ',
    'half ',
    'one ',
    'may 1 ',
    'per ',
    '1 per ',
    'x',
    '-',
    'rmb ',
    'about ',
    'ein ',
    '1.000.',
    'jede ',
  ];
  it.each(tags)('it comes to an end in %s', (tag) => {
    for (const unit of units) readFigures(unit.repeat(size / unit.length), tag);
    // Reaching this line is the assertion: vitest's limit for a test ends one that hangs.
    expect(readFigures(`${units.join('').repeat(100)} 42.5 %`, tag)).toBeInstanceOf(Array);
  });
});

/** Steps, not time: doubling a text must not much more than double how often a pattern is tried. */
describe('a text that grows', () => {
  const parts = [
    '1 ',
    '1-',
    '1 000 ',
    '每1',
    '一至',
    '个亿',
    'half ',
    'one hundred and ',
    'per capita ',
    'mio. eur ',
  ];
  const more = [
    'ein ',
    'jede ',
    'une entreprise sur ',
    "1 million d'",
    'minus ',
    'classe des ',
    '(',
    '[1',
    '±',
    '1½',
    'about ',
  ];

  function steps(text: string, tag: string): number {
    const tried = vi.spyOn(RegExp.prototype, 'exec');
    try {
      readFigures(text, tag);
      return tried.mock.calls.length;
    } finally {
      tried.mockRestore();
    }
  }

  it.each(tags)('it takes steps in proportion to its length in %s', (tag) => {
    for (const part of [...parts, ...more]) {
      const once = steps(part.repeat(200), tag);
      expect(steps(part.repeat(400), tag), part).toBeLessThanOrEqual(once * 2.1 + 20);
    }
  });

  it.each(tags)('it answers a phrase of 100 kB in %s without looking into it', (tag) => {
    for (const part of ['(((', '9', '约近超', 'about nearly ', '一1a']) {
      const phrase = part.repeat(100_000 / part.length);
      const tried = vi.spyOn(String.prototype, 'startsWith');
      expect(readFigure(phrase, tag)).toEqual({
        error: expect.stringContaining(`at most ${maxPhraseLength}`),
      });
      expect(tried).not.toHaveBeenCalled();
      tried.mockRestore();
    }
  });

  it.each(tags)('it says that nested brackets or contrary hedges hold nothing to keep in %s', (tag) => {
    expect(readFigure(`${'('.repeat(190)}${')'.repeat(190)}`, tag)).toEqual({
      error: expect.stringContaining('no figure'),
    });
    expect(readFigure(`${'['.repeat(190)}42${']'.repeat(190)}`, tag)).toMatchObject({
      amount: '42',
      qualifier: 'exact',
    });
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    ...'0 1 42 1,234 1.234 28,66 2024 , . % - – − + ~ / ( ) about nearly mehr als knapp 近 超 余 约 以上 级 亿 万 千 百 十 三 五 元 个 人 % 分之 成 每 RMB US$ € billion Mrd. bn to bis 至 per je year Jahr'.split(
      ' ',
    ),
    ' ',
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
    fc.array(pieces, { maxLength: 14 }).map((list) => list.join(' ')),
  );

  it.each(tags)('it never fails in %s, and spans are in order and hold the figure', (tag) => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { figure, start, end } of readFigures(text, tag)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(figure.amount).toMatch(/^-?(0|[1-9]\d*)(\.\d+)?$/);
          expect(figure.qualifier === 'range').toBe(figure.max !== undefined);
          last = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('folding keeps every position, whatever the script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe('a wrong call', () => {
  it('it names the languages there are', () => {
    expect(() => languageFor('tlh')).toThrow(UsageError);
    expect(() => languageFor('tlh')).toThrow(`unknown language "tlh": expected one of ${tags.join(', ')}`);
    expect(() => readFigure('5', 'zh')).toThrow(/unknown language "zh"/);
    expect(() => languageFor('constructor')).toThrow(UsageError);
  });

  it.each(tags)('it refuses amounts, ranges and dates that are none in %s', (tag) => {
    const language = languageFor(tag);
    const write = (amount: string, max?: string): string =>
      language.writeQuantity({ amount, unit: 'CNY', ...(max ? { max } : {}) }, max ? 'range' : 'exact', {
        style: 'prose',
      });
    for (const amount of ['', 'x', '1e9', '1,000', '--1', '.5', 'NaN']) {
      expect(() => write(amount)).toThrow(/is not an amount: expected an exact decimal/);
    }
    expect(() => language.writeQuantity({ amount: '1', unit: 'CNY' }, 'range', { style: 'prose' })).toThrow(
      /no upper bound/,
    );
    for (const date of ['', '2024-13', '2024-02-40', '20240101', 'today']) {
      expect(() => language.writeDate(date)).toThrow(/is not a date/);
    }
  });

  it.each(tags)('it writes amounts of 40 digits in %s without losing one', (tag) => {
    const amount = '1234567890123456789012345678901234567891';
    const written = languageFor(tag).writeQuantity({ amount, unit: 'count' }, 'exact', { style: 'prose' });
    expect(written.replace(/\D/g, '')).toBe(amount);
  });
});
