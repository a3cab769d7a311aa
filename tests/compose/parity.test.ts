import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.js';
import { checkParity } from '../../src/compose/parity.js';
import { loadTemplate } from '../../src/compose/template.js';
import type { Document } from '../../src/document/document.js';
import { png } from '../ooxml/samples.js';
import { ledger, opening, templateFolder, world } from './fixtures.js';

const body = `::section{#money}
# Money

{{fact "funds.committed"}} and {{fact "funds.ratio"}}

- a
- b

---
::section{#people}
# People

{{chart "share"}}

:::tiles
- **{{fact "talent.researchers"}}** c
:::
`;

/** @param front the front matter of all languages but the first */
async function parity(
  changed: string,
  languages: readonly string[] = ['en', 'de'],
  original = body,
  front = opening,
  facts = ledger(),
) {
  const files = Object.fromEntries(
    languages.map((language, index) => [
      `summary.${language}.md.hbs`,
      index === 0 ? opening + original : front + changed,
    ]),
  );
  const made = world({ ...files, 'a.png': png });
  const { template } = await loadTemplate(made, templateFolder);
  const documents: Document[] = [];
  for (const language of languages) {
    const { document, diagnostics } = await compose(made, template!, facts, 'summary', language);
    expect(diagnostics).toEqual([]);
    documents.push(document!);
  }
  return checkParity(documents);
}

describe('parity', () => {
  it('has nothing to say where the languages say the same in their own order of words', async () => {
    const changed = body.replace(
      '{{fact "funds.committed"}} and {{fact "funds.ratio"}}',
      '**{{fact "funds.ratio"}}** of {{fact "funds.committed"}}, {{fact "funds.ratio"}}',
    );
    expect(await parity(changed)).toEqual([]);
    expect(checkParity([])).toEqual([]);
  });

  it('finds a fact that one language lacks, and names both places', async () => {
    const [finding, ...others] = await parity(body.replace(' and {{fact "funds.ratio"}}', ''));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'parity/facts',
      message: expect.stringContaining('en alone has funds.ratio'),
      at: { file: `${templateFolder}/summary.de.md.hbs`, line: 4 },
      expected: `the facts of ${templateFolder}/summary.en.md.hbs:4`,
    });
  });

  it('finds another figure in the place of one', async () => {
    const [finding] = await parity(body.replace('funds.ratio', 'industry.share'));
    expect(finding?.message).toContain('en alone has funds.ratio; de alone has industry.share');
  });

  it.each([
    [
      'in the notes of one language only',
      '- b\n',
      '- b\n\n:::notes\n{{fact "talent.growth"}}\n:::\n',
      'de alone has talent.growth',
    ],
    [
      'in the chart of one language only',
      '{{chart "share"}}',
      '{{fact "talent.growth"}}',
      'en alone has industry.share; de alone has talent.growth',
    ],
    [
      'in a tile of one language only',
      '** c\n',
      '** {{fact "talent.growth"}}\n',
      'de alone has talent.growth',
    ],
    [
      'in a headline of one language only',
      '# Money',
      '# Money {{fact "talent.growth"}}',
      'de alone has talent.growth',
    ],
  ])('finds a fact %s', async (_, right, wrong, message) => {
    expect(body).toContain(right);
    const found = await parity(body.replace(right, wrong));
    expect(found[0]).toMatchObject({ code: 'parity/facts', message: expect.stringContaining(message) });
  });

  it('finds a fact in a table or an alternative text of one language only', async () => {
    const table = '| a |\n|---|\n| b |\n';
    const picture = '![a](a.png)\n';
    const both = body.replace('- a\n- b\n', `${table}\n${picture}`);
    expect(await parity(both, ['en', 'de'], both)).toEqual([]);
    for (const [right, wrong] of [
      ['| b |', '| {{fact "talent.growth"}} |'],
      ['![a]', '![{{fact "talent.growth"}}]'],
    ] as const) {
      expect(await parity(both.replace(right, wrong), ['en', 'de'], both)).toMatchObject([
        { code: 'parity/facts', message: expect.stringContaining('de alone has talent.growth') },
      ]);
    }
  });

  it('finds a fact in the front matter of one language only', async () => {
    const found = await parity(body, ['en', 'de'], body, '---\ntitle: In {{fact "funds.ratio"}}\n---\n');
    expect(found).toMatchObject([
      {
        code: 'parity/facts',
        message: 'the front matter rests on other facts in de than in en: de alone has funds.ratio',
        at: { file: `${templateFolder}/summary.de.md.hbs`, line: 1 },
        expected: `the facts of ${templateFolder}/summary.en.md.hbs:1`,
      },
    ]);
  });

  it('finds a figure that one language prints and the other only names', async () => {
    expect(await parity(body.replace('{{fact "funds.ratio"}}', '{{label "funds.ratio"}}'))).toMatchObject([
      {
        code: 'parity/figures',
        message: '"money" prints other figures in de than in en: en alone has funds.ratio',
        at: { file: `${templateFolder}/summary.de.md.hbs`, line: 4 },
        expected: `the facts of ${templateFolder}/summary.en.md.hbs:4`,
      },
    ]);
  });

  it('finds a section that one language lacks', async () => {
    const [first] = body.split('---\n');
    expect(await parity(first!)).toMatchObject([
      { code: 'parity/missing-section', message: expect.stringContaining('"people"'), at: { line: 13 } },
    ]);
    expect(await parity(`${body}\n::section{#more}\n# More\n`)).toMatchObject([
      { code: 'parity/missing-section', at: { file: `${templateFolder}/summary.de.md.hbs` } },
    ]);
  });

  it('finds sections in another order', async () => {
    const [first, second] = body.split('---\n');
    expect(await parity(`${second}\n---\n${first}`)).toMatchObject([
      { code: 'parity/order', at: { line: 4 }, expected: expect.stringContaining('summary.en.md.hbs:4') },
    ]);
  });

  it.each([
    ['a block more', '- a\n- b\n', '- a\n- b\n\nc\n', 'a paragraph', 'nothing more'],
    ['a block less', '- a\n- b\n', '', 'nothing more', 'a list of 2'],
    ['an item more', '- a\n- b\n', '- a\n- b\n- c\n', 'a list of 3', 'a list of 2'],
    ['numbers instead of dots', '- a\n- b\n', '1. a\n2. b\n', 'a numbered list of 2', 'a list of 2'],
    ['a list in an item', '- b\n', '- b\n  - c\n', 'a list of 2 (paragraph, paragraph+list)', 'a list of 2'],
    ['a heading instead', '- a\n- b\n', '### a\n', 'a heading of level 3', 'a list of 2'],
    ['another tile', '** c\n', '** c\n- **d** e\n', '2 tiles', '1 tiles'],
  ])('finds %s', async (_, right, wrong, there, here) => {
    expect(body).toContain(right);
    const found = await parity(body.replace(right, wrong));
    expect(found).toMatchObject([
      {
        code: 'parity/structure',
        message: expect.stringContaining(`has ${there} in de where en has ${here}`),
        at: { file: `${templateFolder}/summary.de.md.hbs` },
        expected: expect.stringContaining(`${templateFolder}/summary.en.md.hbs`),
      },
    ]);
  });

  it('compares all languages with the first', async () => {
    const found = await parity(body.replace('- a\n', ''), ['en', 'de', 'zh-CN']);
    expect(found.map(({ at }) => at?.file)).toEqual([
      `${templateFolder}/summary.de.md.hbs`,
      `${templateFolder}/summary.zh-CN.md.hbs`,
    ]);
  });

  it('knows a name with digits that another language writes without', async () => {
    const text = { en: 'run with Zero2IPO', 'zh-CN': '与清科共建', de: 'mit der Gesellschaft betrieben' };
    const facts = ledger([{ id: 'industry.service', text }]);
    const says = body.replace('and {{fact "funds.ratio"}}', 'and {{fact "industry.service"}}');
    expect(await parity(says, ['en', 'de'], says, opening, facts)).toEqual([]);
    // But what one language says, the other may not only name.
    const names = says.replace('{{fact "industry.service"}}', '{{label "industry.service"}}');
    expect((await parity(names, ['en', 'de'], says, opening, facts)).map(({ code }) => code)).toEqual([
      'parity/figures',
    ]);
  });
});
