import { describe, expect, it } from 'vitest';

const {
  readOptions,
}: { readOptions: (words: string[], parts: string[], kinds: string[]) => Record<string, unknown> } =
  await import(new URL('options.mjs', import.meta.url).href);
const parts = ['first', 'again', 'zones'];
const read = (words: string[]) => readOptions(words, parts, ['cached']);

describe('the bench’s options', () => {
  it('measure all parts, unless some are named', () => {
    expect(read([])).toEqual({ short: false, profile: false, files: false, only: parts });
    expect(read(['9', '--only', 'zones,first'])).toMatchObject({
      runs: 9,
      only: ['zones', 'first'],
    });
  });

  it('choose among the builds that have a profile, where that is asked for', () => {
    expect(read(['--profile'])).toMatchObject({ profile: true, only: ['cached'] });
    expect(() => read(['--profile', '--only', 'zones'])).toThrow('no part "zones"; expected: cached');
  });

  it.each([
    [['0'], '"0"; expected a whole number from 1'],
    [['many'], '"many"'],
    [['3', '4'], '"4" is one word too many'],
    [['--only', 'zones,last'], 'no part "last"; expected: first, again, zones'],
    [['--fast'], '--fast'],
  ])('refuse %j and say what is expected', (words, said) => {
    expect(() => read(words)).toThrow(said);
  });

  it('name the parts in their help', () => {
    expect(read(['--help']).help).toContain('first, again, zones');
  });
});
