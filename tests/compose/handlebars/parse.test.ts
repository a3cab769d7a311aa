import { describe, expect, it } from 'vitest';
import { parseTemplate } from '../../../src/compose/handlebars/parse.js';

const read = (text: string) => parseTemplate({ path: 't.hbs', text });
const finding = (text: string) => {
  const { parsed, diagnostics } = read(text);
  expect(parsed).toBeUndefined();
  expect(diagnostics).toHaveLength(1);
  return diagnostics[0]!;
};

describe('parseTemplate', () => {
  it('names the block that is never closed and where it begins', () => {
    expect(finding('a\n{{#if x}}\n{{#each y}}{{/each}}\n')).toMatchObject({
      message: '{{#if}} is never closed',
      at: { line: 2, column: 1, excerpt: '{{#if x}}' },
      hint: 'add {{/if}} where the block ends',
    });
  });

  it('tells of a block closed by another name', () => {
    expect(finding('{{#if x}}\n{{/each}}')).toMatchObject({
      code: 'template/syntax',
      message: 'the block {{#if}} is closed by {{/each}}',
      at: { line: 1, column: 4 },
    });
  });

  it.each([
    ['a brace too many', 'x {{{a}} y', 1, 7],
    ['an option without value', 'text {{fact "a" style=}}', 1, 23],
  ])('points at %s', (_, text, line, column) => {
    const { at, message } = finding(text);
    expect(at).toMatchObject({ file: 't.hbs', line, column });
    expect(message).toContain('Handlebars cannot be read');
  });

  it.each([
    ['a quotation mark that is missing', 'x\ny {{fact "a}}', 2, 3, 'a text in {{fact "a}} is never closed'],
    ['a tag that the file ends in', 'abc {{ c', 1, 5, '{{ c is never closed'],
    [
      'a tag lines before the next one',
      "a {{edition b\n\nthe zone's {{c}}",
      1,
      3,
      '{{edition b is never closed',
    ],
    ['a tag with one brace', 'a {{edition} b\n{{c}}', 1, 3, '{{edition is never closed'],
    ['a closing tag of nothing', 'x\n{{#if y}}{{/if}} {{/if}}', 2, 18, '{{/if}} closes nothing'],
    ['an else of nothing', 'x {{else}} y', 1, 3, '{{else}} stands outside a block'],
  ])('points at %s where it begins, in words', (_, text, line, column, message) => {
    expect(finding(text)).toMatchObject({ message, at: { line, column }, hint: expect.any(String) });
  });

  it('takes braces that are text, comments and quoted braces for no open tag', () => {
    expect(read('\\{{ {{!-- {{ --}} {{! { }} {{fact "a}" x=\'"\'}} {{{a}}}').parsed).toBeDefined();
    // The fault is the last tag, not what only looks like one.
    expect(finding('\\{{ {{!-- {{ --}} {{fact "a}"}} {{b').at).toMatchObject({ column: 33 });
  });

  it('quotes an open tag without the characters that no font has', () => {
    const { diagnostics } = read('{{\uE000fact');
    expect(diagnostics.map(({ message }) => message)).toContainEqual('{{\uFFFDfact is never closed');
  });

  it.each([
    ['a control character', 'a\u0007b', 'U+0007', 2],
    ['a private-use character, of which tokens are made', 'ab\uE000', 'U+E000', 3],
    ['one of the supplementary planes', 'a\u{F0000}', 'U+F0000', 2],
    ['a private-use character in disguise', 'abc &#xE000;', 'U+E000', 5],
    ['a decimal disguise', '&#57344;', 'U+E000', 1],
    ['what is left of text that is no UTF-8', '\uFFFD', 'U+FFFD', 1],
    ['a character that turns the direction of writing', 'a\u202Eb', 'U+202E', 2],
    ['a surrogate alone', 'a\uD800', 'U+D800', 2],
    ['a number beyond Unicode', '&#x110000;', 'U+110000', 1],
  ])('refuses %s', (_, text, name, column) => {
    const { diagnostics } = read(text);
    expect(diagnostics).toMatchObject([{ code: 'template/forbidden-character', at: { line: 1, column } }]);
    expect(diagnostics[0]?.message).toContain(name);
  });

  it('lets tabs, line ends and ordinary character references be', () => {
    expect(read('a\tb\n&amp; &#8211; 中文 é 😀').diagnostics).toEqual([]);
  });

  it('refuses what is nested beyond reason instead of running out of stack', () => {
    expect(finding('{{#if a}}'.repeat(3000) + '{{/if}}'.repeat(3000)).message).toContain('nested too deeply');
    expect(finding(`{{a ${'(b '.repeat(2000)}${')'.repeat(2000)}}}`).message).toContain('nested too deeply');
  });

  it('refuses a template that is too long', () => {
    expect(finding('a'.repeat(200_001))).toMatchObject({ code: 'template/too-long' });
  });

  it('stops counting forbidden characters of a binary file', () => {
    expect(read('\u0001'.repeat(5000)).diagnostics.length).toBeLessThanOrEqual(20);
  });
});
