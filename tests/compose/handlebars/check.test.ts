import { describe, expect, it } from 'vitest';
import { composeFiles, slide, summary } from '../fixtures.js';

const check = async (text: string, files: Readonly<Record<string, string>> = {}) =>
  (await composeFiles({ 'deck.en.md.hbs': `${slide}${text}`, ...files })).diagnostics;

describe('what is said of a template before it runs', () => {
  it('finds an unknown helper in a branch that is not taken', async () => {
    expect(await check('{{#if false}}\n{{lable "funds.ratio"}}\n{{/if}}')).toMatchObject([
      { code: 'template/unknown-helper', at: { line: 8, column: 1 }, hint: 'did you mean "label"?' },
    ]);
  });

  it('finds an unknown helper inside a call', async () => {
    expect(summary(await check('{{#each (fact_s topic="funds") as |id|}}{{/each}}'))).toEqual([
      'template/unknown-helper 7:9',
    ]);
  });

  it.each([
    ['a helper used as a block', '{{#fact "funds.ratio"}}{{/fact}}', 'fact is no block'],
    ['a block used as a helper', '{{each "x"}}', 'each is a block'],
    ['an unknown block', '{{#eech x}}{{/eech}}', 'there is no block "eech"'],
    ['too few arguments', '{{fact}}', 'fact takes 1 argument, here are 0'],
    ['too many arguments', '{{label "a.b" "c"}}', 'label takes 1 argument, here are 2'],
    ['a block without its value', '{{#if}}x{{/if}}', 'if takes 1 argument, here are 0'],
    ['an unknown option', '{{fact "funds.ratio" styl="tile"}}', 'fact has no option "styl"'],
    ['a list that is printed', '{{facts topic="funds"}}', 'facts gives a list, which cannot be printed'],
    [
      'helpers of Handlebars that are not offered',
      '{{lookup this "constructor"}}',
      'there is no helper "lookup"',
    ],
    ['logging', '{{log "x"}}', 'there is no helper "log"'],
  ])('finds %s', async (_, text, message) => {
    const diagnostics = await check(text);
    expect(diagnostics[0]).toMatchObject({ message, at: { line: 7 } });
  });

  it.each([
    ['inline partials', '{{#*inline "a"}}b{{/inline}}'],
    ['partial blocks', '{{#> card}}b{{/card}}'],
    ['decorators', '{{* deco}}'],
    ['partials by a computed name', '{{> (label "funds.ratio")}}'],
  ])('refuses %s', async (_, text) => {
    const diagnostics = await check(text, { 'partials/card.hbs': 'x' });
    expect(summary(diagnostics)).toContain('template/unsupported 7:1');
  });

  it('finds an unknown partial and names the nearest one', async () => {
    expect(await check('{{> crad}}', { 'partials/card.hbs': 'x' })).toMatchObject([
      { code: 'template/unknown-partial', at: { line: 7 }, hint: 'did you mean "card"?' },
    ]);
  });

  it('is as strict in partials as outside', async () => {
    const diagnostics = await check('{{> card}}', { 'partials/card.hbs': 'a\n {{nosuch "x"}}' });
    expect(diagnostics).toMatchObject([
      {
        code: 'template/unknown-helper',
        at: { file: expect.stringMatching(/card\.hbs$/), line: 2, column: 2 },
      },
    ]);
  });

  it('tells of a fault in a partial once, however many languages include it', async () => {
    const { diagnostics } = await composeFiles({
      'deck.en.md.hbs': `${slide}{{> card}}`,
      'deck.de.md.hbs': `${slide}{{> card}}`,
      'partials/card.hbs': '{{nosuch "x"}}',
    });
    expect(diagnostics).toHaveLength(1);
  });

  it('names the cycle of partials that include one another', async () => {
    const diagnostics = await check('{{> a}}', {
      'partials/a.hbs': '{{> b}}',
      'partials/b.hbs': 'x\n{{#if true}}{{> a}}{{/if}}',
    });
    expect(diagnostics).toMatchObject([
      {
        code: 'template/partial-cycle',
        message: 'the partial "a" includes itself: a → b → a',
        at: { file: expect.stringMatching(/b\.hbs$/), line: 2 },
      },
    ]);
  });

  it('names a partial that includes itself', async () => {
    const diagnostics = await check('{{> a}}', { 'partials/a.hbs': '{{> a}}' });
    expect(diagnostics[0]?.message).toBe('the partial "a" includes itself: a → a');
  });

  it('lets a partial be included twice', async () => {
    expect(await check('{{> a}}\n{{> b}}', { 'partials/a.hbs': 'x', 'partials/b.hbs': '{{> a}}' })).toEqual(
      [],
    );
  });
});
