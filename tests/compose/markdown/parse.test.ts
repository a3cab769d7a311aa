import { describe, expect, it } from 'vitest';
import { codes, composeSlide, summary } from '../fixtures.js';

describe('Markdown that no person writes', () => {
  it.each([
    ['quotations in quotations', `${'>'.repeat(5000)} a`],
    ['lists in lists on one line', `${'- '.repeat(5000)} a`],
    ['numbered lists in lists', `${'1. '.repeat(5000)} a`],
    [
      'lists in lists, line by line',
      Array.from({ length: 500 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n'),
    ],
    ['blocks in blocks', ':::columns\n'.repeat(2000)],
    ['brackets', '[a'.repeat(4000)],
    ['links in links', '[a]('.repeat(1) + '['.repeat(4000)],
    ['one endless paragraph', '**a_b '.repeat(10_000)],
    ['a paragraph of many lines', '*a\n'.repeat(10_000)],
    ['a whole book', 'a b c d e f g h\n\n'.repeat(15_000)],
  ])('is refused before it is parsed: %s', async (_, markdown) => {
    const { document, diagnostics } = await composeSlide(markdown);
    expect(document).toBeUndefined();
    expect(codes(diagnostics)).toHaveLength(1);
    expect(['template/too-much', 'template/too-long']).toContain(diagnostics[0]?.code);
    expect(diagnostics[0]?.expected).toMatch(/at most/);
  });

  it('is refused with the place where it begins', async () => {
    const { diagnostics } = await composeSlide(`a\n\n> > > > > > > > > b\n`);
    expect(summary(diagnostics)).toEqual(['template/too-much 9:1']);
  });

  it('does not take a long rule or a deck of many notes for it', async () => {
    const slides = Array.from(
      { length: 60 },
      (_, n) => `\n${'-'.repeat(60)}\n::slide{#s${n}}\n# A\n\n:::notes\na\n:::\n`,
    );
    const { diagnostics } = await composeSlide(`a\n${slides.join('')}`);
    expect(diagnostics).toEqual([]);
  });
});
