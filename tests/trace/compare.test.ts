import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/trace/align.js';
import { compareText } from '../../src/trace/compare.js';
import type { Piece } from '../../src/trace/record.js';
import { tokensOf } from '../../src/trace/tokens.js';

/** "Of {28.66 billion} in {24 funds}": figures in braces. */
const pieces = (text: string): Piece[] =>
  text
    .split(/(\{[^}]+\})/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece.startsWith('{') ? { fact: piece, text: piece.slice(1, -1), language: 'en' } : piece,
    );
const fates = (made: string, now: string): string[] =>
  compareText(pieces(made), now).figures.map(({ status, text }) =>
    status === 'as-made' ? 'as-made' : status === 'missing' ? 'missing' : `→ ${text}`,
  );
const newNumbers = (made: string, now: string): string[] => {
  const { tokens, covered } = compareText(pieces(made), now);
  return tokens
    .filter(({ value }, index) => /^\p{Nd}/u.test(value) && !covered[index])
    .map(({ value }) => value);
};

const funds = 'Of {RMB 28.66 billion} committed to {24 funds}, {RMB 18.83 billion} has been paid in.';

describe('a figure', () => {
  it.each([
    ['the same text', 'Of RMB 28.66 billion committed to 24 funds, RMB 18.83 billion has been paid in.'],
    [
      'no-break spaces',
      'Of RMB\u00A028.66\u00A0billion committed to 24\u00A0funds, RMB 18.83\u202Fbillion has been paid in.',
    ],
    [
      'a soft hyphen',
      'Of RMB 28.66 bil\u00ADlion committed to 24 funds, RMB 18.83 billion has been paid in.',
    ],
    [
      'other words before',
      'So far, of RMB 28.66 billion committed to 24 funds, RMB 18.83 billion has been paid in.',
    ],
    [
      'other words everywhere',
      'Investors gave RMB 28.66 billion; 24 funds hold it. Already RMB 18.83 billion came.',
    ],
    ['another order', 'RMB 18.83 billion of the RMB 28.66 billion in 24 funds is paid in.'],
  ])('is as made with %s', (_, now) => {
    expect(fates(funds, now)).toEqual(['as-made', 'as-made', 'as-made']);
    expect(newNumbers(funds, now)).toEqual([]);
  });

  it.each<[string, string, string, string[]]>([
    [
      'a digit',
      funds,
      'Of RMB 29.66 billion committed to 24 funds, RMB 18.83 billion has been paid in.',
      ['→ RMB 29.66 billion', 'as-made', 'as-made'],
    ],
    [
      'a unit',
      funds,
      'Of RMB 28.66 million committed to 24 funds, RMB 18.83 billion has been paid in.',
      ['→ RMB 28.66 million', 'as-made', 'as-made'],
    ],
    [
      'two figures',
      funds,
      'Of RMB 30 billion committed to 25 funds, RMB 18.83 billion has been paid in.',
      ['→ RMB 30 billion', '→ 25 funds', 'as-made'],
    ],
    [
      'figure and words',
      funds,
      'Of RMB 28.66 billion committed to 24 funds, some RMB 20 billion is there.',
      ['as-made', 'as-made', '→ some RMB 20 billion'],
    ],
    ['the hedge', 'It has {nearly 170,000 people} now.', 'It has 170,000 people now.', ['→ 170,000 people']],
    ['a hedge put before', '共有{24只}基金', '共有约24只基金', ['→ 约24只']],
    ['a sign put before', 'Growth of {15%} a year', 'Growth of −15% a year', ['→ −15%']],
    ['a digit put before a scale', '属{百亿级}集群', '属五百亿级集群', ['→ 五百亿级']],
    ['a sign put behind', '{24} in all', '24% in all', ['→ 24%']],
    ['a scale put behind', '共{24}', '共24万', ['→ 24万']],
    ['a digit put behind', '{24} funds', '240 funds', ['→ 240']],
    ['all of a cell', '{42.5%}', '43%', ['→ 43%']],
    ['a number for words', '{RMB 28.66 billion} in all', 'a great deal in all', ['→ a great deal']],
    ['one of two neighbours', '{42.5%}、{78.6%}', '42.5%、80%', ['as-made', '→ 80%']],
    ['both neighbours', '{42.5%}、{78.6%}', '43%、80%', ['→ 43%', '→ 80%']],
  ])('is changed by editing %s', (_, made, now, expected) => {
    expect(fates(made, now)).toEqual(expected);
    expect(newNumbers(made, now)).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['Of {28.66} in {24 funds}', 'Of  in 24 funds', ['missing', 'as-made']],
    ['Of {28.66} in {24 funds}', '', ['missing', 'missing']],
    ['Of {28.66} in {24 funds}', 'Of .', ['missing', 'missing']],
    ['{24} and {24}', '24', ['as-made', 'missing']],
  ])('of %j is missing in %j', (made, now, expected) => {
    expect(fates(made, now)).toEqual(expected);
  });

  it('is not found inside a longer number', () => {
    expect(fates('{24} funds', '2024: many funds')).toEqual(['→ 2024: many']);
    expect(fates('共{百亿级}两个', '两个，另有五百亿级')).not.toContain('as-made');
  });
});

describe('a number without a record', () => {
  it.each<[string, string, string[]]>([
    ['{24 funds}', '24 funds and 7 more', ['7']],
    ['In 2024, {24 funds}', 'In 2025, 24 funds', ['2025']],
    ['No figure here', 'Now 3 of them', ['3']],
  ])('of %j is told in %j', (made, now, expected) => {
    expect(newNumbers(made, now)).toEqual(expected);
  });

  it('is not a recorded one that moved', () => {
    expect(newNumbers('In 2024, of all {24 funds}, page 7', 'Page 7: of all 24 funds in 2024')).toEqual([]);
  });
});

describe('any edit', () => {
  const text = fc.string({
    unit: fc.constantFrom('2', '4', '.', ' ', 'a', 'B', '亿', '近', '只', '%', '{', '，'),
    maxLength: 40,
  });
  const made = fc.array(
    fc.oneof(
      text,
      text
        .filter((each) => tokensOf(each).length > 0)
        .map((each): Piece => ({ fact: 'a.b', text: each, language: 'en' })),
    ),
    { maxLength: 6 },
  );

  it('leaves every figure with a fate, and what is as made stands in the text', () => {
    fc.assert(
      fc.property(made, text, (recorded, now) => {
        const { figures, tokens, covered } = compareText(recorded, now);
        expect(figures.map(({ figure }) => figure)).toEqual(
          recorded.filter((each) => typeof each !== 'string'),
        );
        expect(covered.length).toBe(tokens.length);
        const there = tokens.map(({ value }) => value).join(' ');
        for (const { figure, status, text: printed } of figures) {
          if (status === 'as-made')
            expect(there).toContain(
              tokensOf(figure.text)
                .map(({ value }) => value)
                .join(' '),
            );
          if (status === 'changed') expect(now).toContain(printed);
        }
      }),
    );
  });

  it('that is none leaves all as made', () => {
    fc.assert(
      fc.property(made, (recorded) => {
        const now = recorded.map((each) => (typeof each === 'string' ? each : each.text)).join('');
        const { figures, covered } = compareText(recorded, now);
        expect(figures.filter(({ status }) => status !== 'as-made')).toEqual([]);
        expect(covered).not.toContain(false);
      }),
    );
  });
});

describe('alignment', () => {
  const values = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 30 });

  it('is a longest common subsequence', () => {
    const longest = (a: readonly string[], b: readonly string[]): number => {
      const row = new Array<number>(b.length + 1).fill(0);
      for (const one of a) {
        let diagonal = 0;
        for (let j = 1; j <= b.length; j += 1) {
          const above = row[j] as number;
          row[j] = one === b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1] as number);
          diagonal = above;
        }
      }
      return row[b.length] as number;
    };
    fc.assert(
      fc.property(values, values, (a, b) => {
        const matches = [...align(a, b)];
        const places = matches.filter((place) => place >= 0);
        expect(places).toEqual([...new Set(places)].sort((x, y) => x - y));
        for (const [index, place] of matches.entries()) if (place >= 0) expect(b[place]).toBe(a[index]);
        expect(places.length).toBe(longest(a, b));
      }),
    );
  });

  it('of two very long texts compares beginning and end', () => {
    const long = (middle: string): string[] => ['x', ...new Array<string>(5000).fill(middle), 'y'];
    const matches = align(long('a'), long('b'));
    expect([matches[0], matches[1], matches.at(-1)]).toEqual([0, -1, 5001]);
  });
});
