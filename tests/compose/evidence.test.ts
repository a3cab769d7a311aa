import { describe, expect, it } from 'vitest';
import { citedFigures, isFigure } from '../../src/document/figures.js';
import { codes, composeFiles, composeSlide } from './fixtures.js';

const section = (body: string): string =>
  `---\ntitle: Summary\n---\n::section{#one}\n# Headline\n\n${body}\n`;
const compose = (body: string) => composeFiles({ 'summary.en.md.hbs': section(body) }, { kind: 'summary' });

describe('{{evidence}}', () => {
  it('is a block of its own in a summary, whatever the figures', async () => {
    const { document, diagnostics } = await compose('{{fact "funds.committed"}}\n\n{{evidence}}');
    expect(diagnostics).toEqual([]);
    expect(document?.sections[0]?.blocks.map(({ kind }) => kind)).toEqual(['paragraph', 'evidence']);
  });

  it('does not stand within text', async () => {
    const { diagnostics } = await compose('All of it: {{evidence}}');
    expect(diagnostics).toMatchObject([
      {
        code: 'template/not-alone',
        message: '{{evidence}} must stand alone in its paragraph',
        at: { line: 7 },
      },
    ]);
  });

  it('does not stand in a list, and takes no argument', async () => {
    expect(codes((await compose('- {{evidence}}')).diagnostics)).toEqual(['template/wrong-place']);
    expect((await compose('{{evidence "funds"}}')).diagnostics.length).toBe(1);
  });

  it('does not stand on a slide, whose notes say the same', async () => {
    const { document, diagnostics } = await composeSlide('{{evidence}}\n');
    expect(document).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'template/wrong-place', hint: expect.stringContaining('speaker notes'), at: { line: 7 } },
    ]);
  });
});

describe('the figures of a document', () => {
  it('are those of facts with a number, a rank or a date, and the parts of computed ones', async () => {
    const { document } = await compose(
      '{{fact "funds.ratio"}} {{label "talent.opening"}} {{fact "industry.companies"}}',
    );
    const ids = document && citedFigures(document).map(({ fact }) => fact);
    expect(ids).toEqual(['funds.ratio', 'funds.paid-in', 'funds.committed']);
  });

  it.each([
    ['RMB 28.66 billion', true],
    ['Committed capital', false],
    ['committed capital', false],
    ['All funds together', false],
    ['19 January 2026', true],
  ])('%j of committed capital: %j', async (printed, expected) => {
    const { document } = await compose('{{fact "funds.committed"}}');
    expect(isFigure(printed, document!.citations.get('funds.committed')!)).toBe(expected);
  });
});
