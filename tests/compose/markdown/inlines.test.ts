import { describe, expect, it } from 'vitest';
import { textOf } from '../../../src/compose/markdown/tidy.js';
import { composeInlines, composeSlide, summary } from '../fixtures.js';

const text = async (markdown: string): Promise<string> => textOf(await composeInlines(markdown));

describe('inline content', () => {
  it('keeps strong, emphasis, links and breaks', async () => {
    expect(await composeInlines('**a _b_** [c](https://d.example/e)\\\nf')).toEqual([
      {
        kind: 'strong',
        children: [
          { kind: 'text', value: 'a ' },
          { kind: 'emphasis', children: [{ kind: 'text', value: 'b' }] },
        ],
      },
      { kind: 'text', value: ' ' },
      { kind: 'link', url: 'https://d.example/e', children: [{ kind: 'text', value: 'c' }] },
      { kind: 'break' },
      { kind: 'text', value: 'f' },
    ]);
  });

  it('is strong right beside Chinese, since a figure counts as a letter', async () => {
    expect(await composeInlines('占**{{fact "funds.ratio"}}**以上')).toEqual([
      { kind: 'text', value: '占' },
      { kind: 'strong', children: [{ kind: 'figure', value: '65.7%', fact: 'funds.ratio' }] },
      { kind: 'text', value: '以上' },
    ]);
  });

  it.each([
    ['Hinweis:siehe unten', 'Hinweis:siehe unten'],
    ['a:b:c d::e', 'a:b:c d::e'],
    ['注：见下文', '注：见下文'],
    ['Ort:{{label "funds.ratio"}}', 'Ort:Paid in'],
    ['a:{{label "funds.ratio"}}:b', 'a:Paid in:b'],
    ['Quelle: x', 'Quelle: x'],
    ['a < b > c & d', 'a < b > c & d'],
    ['a ~ b~', 'a ~ b~'],
    ['a_b_c', 'a_b_c'],
    ['\\*a\\* \\[b\\]', '*a* [b]'],
    ['&lt;b&gt; &copy;', '<b> ©'],
    ['\\#a \\*\\*b\\*\\* c\\](d) e-- |', '#a **b** c](d) e-- |'],
  ])('prints prose as it stands: %s', async (markdown, printed) => {
    expect(await text(markdown)).toBe(printed);
  });

  it('joins lines with a blank, but not between Chinese characters', async () => {
    expect(await text('one\ntwo   three')).toBe('one two three');
    expect(await text('第一行，\n第二行')).toBe('第一行，第二行');
    expect(await text('中文\nEnglish')).toBe('中文 English');
    expect(await text('**中**\n文')).toBe('中文');
    expect(await text('达\n{{label "funds.ratio"}}\n多')).toBe('达 Paid in 多');
  });

  it('leaves the blanks of data alone', async () => {
    const inlines = await composeInlines('a {{label "funds.ratio"}}');
    expect(inlines.at(-1)).toEqual({ kind: 'figure', value: 'Paid in', fact: 'funds.ratio' });
  });

  it.each([
    ['http', '[x](http://a.example)', 'http: is not allowed'],
    ['scripts', '[x](javascript:alert)', 'javascript: is not allowed'],
    ['scripts in other letters', '[x](JaVaScRiPt:alert)', 'JaVaScRiPt: is not allowed'],
    ['files', '[x](file:///etc/passwd)', 'file: is not allowed'],
    ['Office itself', '[x](ms-word:ofe|u|https://a.example)', 'not allowed'],
    ['network shares', '[x](//server/share)', 'no full address'],
    ['network shares with backslashes', '[x](\\\\\\\\server\\\\share)', 'character that is not allowed'],
    ['relative addresses', '[x](page.html)', 'no full address'],
    ['places in the document', '[x](#one)', 'no full address'],
    ['nothing', '[x]()', 'no full address'],
    ['data', '[x](data:text/html,a)', 'data: is not allowed'],
    ['user names', '[x](https://me:pw@a.example)', 'user name'],
    ['blanks', '[x](<https://a.example/b c>)', 'character that is not allowed'],
    ['line ends in disguise', '[x](https://a.example/&NewLine;b)', 'character that is not allowed'],
    ['a mail address that is none', '[x](mailto:nobody)', 'no mail address'],
    ['www, which Markdown turns into http', 'www.a.example', 'http: is not allowed'],
    ['a host that is none', '[x](https://)', ''],
  ])('refuses links to %s', async (_, markdown, reason) => {
    const { document, diagnostics } = await composeSlide(markdown);
    expect(document).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toContain(reason);
    expect(diagnostics[0]?.at?.line).toBe(7);
  });

  it('lets mail addresses and bare https addresses be links', async () => {
    expect(await composeInlines('[write](mailto:a@b.example) https://a.example/2024')).toEqual([
      { kind: 'link', url: 'mailto:a@b.example', children: [{ kind: 'text', value: 'write' }] },
      { kind: 'text', value: ' ' },
      {
        kind: 'link',
        url: 'https://a.example/2024',
        children: [{ kind: 'literal', value: 'https://a.example/2024' }],
      },
    ]);
  });

  it('refuses a link whose target a helper writes', async () => {
    const { diagnostics } = await composeSlide('[x](https://a.example/{{label "funds.ratio"}})');
    expect(summary(diagnostics)).toEqual(['template/computed-link 7:1']);
  });

  it.each([
    ['HTML', 'a <b>c</b>', 'template/unsupported-markdown 7:3'],
    ['a block of HTML', '<div>\n\n</div>', 'template/unsupported-markdown 7:1'],
    ['a comment of HTML', '<!-- x -->', 'template/unsupported-markdown 7:1'],
    ['code', 'a `b`', 'template/unsupported-markdown 7:3'],
    ['a code block', '```\na\n```', 'template/unsupported-markdown 7:1'],
    ['an indented code block', 'a\n\n    b', 'template/unsupported-markdown 9:1'],
    ['struck-out text', 'a ~~b~~', 'template/unsupported-markdown 7:3'],
    ['footnotes', 'a[^b]\n\n[^b]: c', 'template/unsupported-markdown 7:2'],
    ['links by reference', '[a][b]\n\n[b]: https://a.example', 'template/unsupported-markdown 7:1'],
    ['an image within text', 'a ![b](c.png)', 'template/unsupported-markdown 7:3'],
    ['check boxes', '- [ ] a', 'template/unsupported-markdown 7:1'],
    ['a directive mistyped', 'the :lti[14th] plan', 'template/unknown-directive 7:5'],
    ['a literal with markup', ':lit[**14th**]', 'template/wrong-directive 7:1'],
    ['a literal of data', ':lit[{{label "funds.ratio"}}]', 'template/wrong-directive 7:1'],
    ['a literal without text', 'a :lit', 'template/wrong-directive 7:3'],
    ['emphasis that Markdown does not see', 'a **占比。**后', 'template/stray-emphasis 7:3'],
    ['a link that Markdown does not see', 'a [b](https://a.example c)', 'template/stray-link 7:5'],
    ['an image that Markdown does not see', '![b](a b.png)', 'template/stray-link 7:4'],
    ['a table with a wrong delimiter row', '| a | b |\n|---|\n| c | d |', 'template/stray-table 8:1'],
    ['a heading without a blank', 'a\n\n###b', 'template/stray-heading 9:1'],
    ['a directive within text', 'a\n\n::slide{#x} b', 'template/directive-in-text 9:1'],
    ['a block that is not opened', 'a\n\n:::\n', 'template/directive-in-text 9:1'],
    ['a chart within text', 'a {{chart "share"}}', 'template/not-alone 7:3'],
    ['sources within a list', '- {{sources}}', 'template/wrong-place 7:3'],
  ])('refuses %s', async (_, markdown, finding) => {
    const { document, diagnostics } = await composeSlide(markdown);
    expect(document).toBeUndefined();
    expect(summary(diagnostics)).toContain(finding);
    for (const { hint, expected } of diagnostics) expect(hint ?? expected).toBeTruthy();
  });
});
