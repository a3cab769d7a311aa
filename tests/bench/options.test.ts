import { describe, expect, it } from 'vitest';

const { readOptions }: { readOptions: (words: string[], parts: string[]) => Record<string, unknown> } =
  await import(new URL('options.mjs', import.meta.url).href);
const parts = ['first', 'again', 'zones'];

describe('the bench’s options', () => {
  it('measure all parts, unless some are named', () => {
    expect(readOptions([], parts)).toEqual({ short: false, profile: false, files: false, only: parts });
    expect(readOptions(['9', '--only', 'zones,first'], parts)).toMatchObject({
      runs: 9,
      only: ['zones', 'first'],
    });
  });

  it.each([
    [['0'], '"0"; expected a whole number from 1'],
    [['many'], '"many"'],
    [['3', '4'], '"4" is one word too many'],
    [['--only', 'zones,last'], 'no part "last"; expected: first, again, zones'],
    [['--fast'], '--fast'],
  ])('refuse %j and say what is expected', (words, said) => {
    expect(() => readOptions(words, parts)).toThrow(said);
  });

  it('name the parts in their help', () => {
    expect(readOptions(['--help'], parts).help).toContain('first, again, zones');
  });
});
