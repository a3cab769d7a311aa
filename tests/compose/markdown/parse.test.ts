import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../../src/compose/markdown/parse.js';
import type { Rendered } from '../../../src/compose/rendered.js';
import { Findings } from '../../../src/diagnostic.js';
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

  it('is refused for its length as a whole, and for that of its paragraphs together', () => {
    const refusal = (text: string) => {
      const findings = new Findings();
      parseMarkdown({ text, placeAt: () => ({ file: 'deck' }) } as unknown as Rendered, findings);
      return findings.all.map(({ message }) => message);
    };
    expect(refusal('a b c d e f g h\n\n'.repeat(120_000))).toEqual([
      '2040000 characters of Markdown are too many for one document',
    ]);
    expect(refusal(`${'a'.repeat(19_000)}\n\n`.repeat(13))).toEqual([
      'too much text in long paragraphs and tables',
    ]);
  });

  it('leaves room for a table of thousands of rows, in tables of a page', async () => {
    const table = `| a | b | c |\n|---|---|---|\n${'| number of jobs | 8,400 | 30 June |\n'.repeat(50)}\n`;
    const findings = new Findings();
    const text = table.repeat(110);
    expect(
      parseMarkdown({ text, placeAt: () => ({ file: 'deck' }) } as unknown as Rendered, findings),
    ).toBeDefined();
    expect(findings.all).toEqual([]);
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
