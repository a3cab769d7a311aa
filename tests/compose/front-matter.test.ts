import { describe, expect, it } from 'vitest';
import { composeFiles } from './fixtures.js';

const body = '::slide{#a}\n# A\n';
const compose = (text: string) => composeFiles({ 'deck.en.md.hbs': text + body });

describe('front matter', () => {
  it('may be written with quotes, literals and helpers', async () => {
    const { document, diagnostics } = await compose(
      '---\ntitle: "{{zone "shortName"}}: the :lit[14th] plan"\nsubtitle: \'{{label "funds.ratio"}} — it\'\'s {{fact "funds.ratio"}}\'\n---\n',
    );
    expect(diagnostics).toEqual([]);
    expect(document?.title.map(({ kind }) => kind)).toEqual(['literal', 'text', 'literal', 'text']);
    expect(document?.subtitle).toMatchObject([
      { fact: 'funds.ratio' },
      { value: " — it's " },
      { value: '65.7%' },
    ]);
    expect([...document!.citations.keys()][0]).toBe('funds.ratio');
  });

  it.each([
    ['is missing', '', 1, 'no front matter'],
    ['is never closed', '---\ntitle: a\n', 1, 'never closed'],
    ['has no title', '---\nsubtitle: a\n---\n', 2, 'title'],
    ['has an unknown key', '---\ntitle: a\nlayout: b\n---\n', 3, 'layout'],
    ['is broken', '---\ntitle: "a\n---\n', 2, ''],
    ['is empty', '---\n---\n', 1, ''],
    ['has a list for a title', '---\ntitle: [a]\n---\n', 2, 'title'],
    ['has a heading for a title', '---\ntitle: "# a"\n---\n', 2, 'more than a line'],
    ['has HTML in it', '---\ntitle: a <b>b</b>\n---\n', 2, 'HTML'],
  ])('is refused where it %s', async (_, text, line, message) => {
    const { document, diagnostics } = await compose(text);
    expect(document).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics.map((each) => each.message).join('\n')).toContain(message);
    expect(diagnostics[0]?.at).toMatchObject({ file: expect.stringContaining('deck.en.md.hbs'), line });
  });

  it('has its findings where they stand in the template, after helpers too', async () => {
    const { diagnostics } = await compose(
      '---\ntitle: {{zone "name"}}\n{{! a comment }}\nsubtitel: x\n---\n',
    );
    expect(diagnostics[0]?.at).toMatchObject({ line: 4, column: 1, excerpt: 'subtitel: x' });
  });
});
