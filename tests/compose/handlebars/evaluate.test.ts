import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/compose/markdown/tidy.js';
import { composeFiles, composeInlines, composeSlide, opening, slide, summary } from '../fixtures.js';

const text = async (markdown: string, files: Readonly<Record<string, string>> = {}): Promise<string> =>
  textOf(await composeInlines(markdown, { files }));

describe('evaluation', () => {
  it('goes through a list with block parameters, @first and @last', async () => {
    expect(
      await text(
        '{{#each (facts topic="funds" kind="quantity") as |id|}}{{#if @first}}[{{/if}}{{label id}}{{#if @last}}]{{else}}; {{/if}}{{/each}}',
      ),
    ).toBe('[Committed capital; Paid-in capital; Uncalled capital]');
  });

  it('goes through the members of a roster', async () => {
    expect(
      await text(
        '{{#each (members "industry.companies") as |m|}}{{member "industry.companies" m}} {{/each}}',
      ),
    ).toBe('North Semi South Fab');
  });

  it('writes the else part of an empty list', async () => {
    expect(await text('{{#each (facts topic="funds" kind="event")}}x{{else}}none{{/each}}')).toBe('none');
  });

  it('chains else if', async () => {
    expect(await text('{{#if false}}a{{else if true}}b{{else}}c{{/if}}{{#unless false}}d{{/unless}}')).toBe(
      'bd',
    );
  });

  it('reaches out of a list with ..', async () => {
    const files = {
      'partials/p.hbs': '{{#each (members "industry.companies")}}{{../word}}-{{this}} {{/each}}',
    };
    expect(await text('{{> p word="a"}}', files)).toBe('a-north a-south');
  });

  it('gives a partial its parameters only', async () => {
    const files = { 'partials/p.hbs': '{{title}}: {{fact id}}' };
    expect(await text('{{> p title="Sum" id="funds.committed"}}', files)).toBe('Sum: RMB 28.66 billion');
    const { diagnostics } = await composeSlide(
      '{{#each (facts topic="funds") as |id|}}{{> p title="x"}}{{/each}}',
      {
        files,
      },
    );
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['template/unknown-name']));
  });

  it('keeps the fact of a figure that a partial was given', async () => {
    const files = { 'partials/p.hbs': '{{what}}' };
    expect(await composeInlines('{{> p what=(fact "funds.ratio")}}', { files })).toEqual([
      { kind: 'figure', value: '65.7%', fact: 'funds.ratio' },
    ]);
  });

  it('takes the partial of the language before the one for all', async () => {
    const files = { 'partials/p.hbs': 'all', 'partials/p.de.hbs': 'deutsch' };
    expect(await text('{{> p}}', files)).toBe('all');
    expect(textOf(await composeInlines('{{> p}}', { files, language: 'de' }))).toBe('deutsch');
  });

  it('indents a partial that stands indented on its own line', async () => {
    const { blocks } = await composeSlide('- a\n  {{> p}}\n- b\n', {
      files: { 'partials/p.hbs': '- x\n- y\n' },
    });
    expect(blocks).toMatchObject([
      { kind: 'list', items: [[{ kind: 'paragraph' }, { kind: 'list', items: [{}, {}] }], [{}]] },
    ]);
  });

  it('says where a partial was included from when what it was given is wrong', async () => {
    const { diagnostics } = await composeSlide('{{> p id="funds.nothing"}}', {
      files: { 'partials/p.hbs': '{{fact id}}' },
    });
    expect(diagnostics).toMatchObject([
      {
        code: 'template/unknown-fact',
        at: { file: expect.stringMatching(/p\.hbs$/), line: 1, column: 8 },
        hint: expect.stringMatching(/included from .*deck\.en\.md\.hbs:7/),
      },
    ]);
  });

  it.each([
    'constructor',
    '__proto__',
    'toString',
    'this.constructor',
    'hasOwnProperty.name',
    '@root',
    '../x',
  ])('shows nothing of JavaScript: {{%s}}', async (path) => {
    const { diagnostics } = await composeSlide(`{{> p a="b"}}`, {
      files: { 'partials/p.hbs': `{{${path}}}` },
    });
    expect(summary(diagnostics)).toEqual(['template/unknown-name 1:3']);
  });

  it('keeps __proto__ as a name like any other', async () => {
    expect(await text('{{> p __proto__="x"}}', { 'partials/p.hbs': '{{__proto__}}' })).toBe('x');
  });

  it('names what there is for a name that is mistyped', async () => {
    const { diagnostics } = await composeSlide(
      '{{#each (facts topic="funds") as |fund|}}{{label fnud}}{{/each}}',
    );
    expect(diagnostics[0]).toMatchObject({
      message: 'there is nothing named "fnud" here',
      hint: 'did you mean "fund"?',
      at: { line: 7, column: 50 },
    });
  });

  it.each([
    ['a truth value', '{{true}}', 'a boolean cannot be printed'],
    ['a list', '{{#with (facts topic="funds") as |l|}}{{l}}{{/with}}', 'a list cannot be printed'],
    ['a text as a list', '{{#each "abc"}}x{{/each}}', 'each needs a list'],
    ['a number as an id', '{{fact 5}}', 'the fact id of fact must be a text'],
    ['a text for a truth value', '{{fact "funds.ratio" noun="no"}}', 'fact has no noun "no"'],
  ])('refuses %s', async (_, markdown, message) => {
    const { diagnostics } = await composeSlide(markdown);
    expect(diagnostics[0]).toMatchObject({ message, at: { line: 7 } });
  });

  it('stops a template that writes without bounds', async () => {
    const each = '{{#each (facts) as |x|}}';
    const nested = `${each.repeat(6)}{{x}}${'{{/each}}'.repeat(6)}`;
    const { document, diagnostics } = await composeSlide(nested);
    expect(document).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'template/runaway' }]);
  });

  it('stops partials that multiply', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [
        `partials/p${n}.hbs`,
        n === 29 ? 'x' : `{{> p${n + 1}}}{{> p${n + 1}}}`,
      ]),
    );
    const { diagnostics } = await composeSlide('{{> p0}}', { files });
    expect(diagnostics).toMatchObject([{ code: 'template/runaway' }]);
  });

  it('keeps line and column through whitespace control and comments', async () => {
    const { diagnostics } = await composeFiles({
      'deck.en.md.hbs': `${opening}{{! comment }}\n::slide{#one}\n# Head\n\na\n  {{~! joins ~}}  \nb 7\n\n{{#if true}}\n\n c 8 {{~"d"}} 9\n{{/if}}\n`,
    });
    expect(summary(diagnostics)).toEqual([
      'template/bare-figure 10:3',
      'template/bare-figure 14:4',
      'template/bare-figure 14:15',
    ]);
  });

  it('prints braces that are escaped', async () => {
    expect(await text('\\{{fact}}')).toBe('{{fact}}');
  });

  it('reads files with line ends of either kind alike', async () => {
    const { document, diagnostics } = await composeFiles({
      'deck.en.md.hbs': `${slide}a\n\n{{fact "x.y"}}\n`.replaceAll('\n', '\r\n'),
    });
    expect(document).toBeUndefined();
    expect(summary(diagnostics)).toEqual(['template/unknown-fact 9:8']);
  });
});
