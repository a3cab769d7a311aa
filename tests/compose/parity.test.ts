import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.js';
import { checkParity } from '../../src/compose/parity.js';
import { loadTemplate } from '../../src/compose/template.js';
import type { Document } from '../../src/document/document.js';
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

async function parity(changed: string, languages: readonly string[] = ['en', 'de']) {
  const files = Object.fromEntries(
    languages.map((language, index) => [
      `summary.${language}.md.hbs`,
      opening + (index === 0 ? body : changed),
    ]),
  );
  const made = world(files);
  const { template } = await loadTemplate(made, templateFolder);
  const documents: Document[] = [];
  for (const language of languages) {
    const { document, diagnostics } = await compose(made, template!, ledger(), 'summary', language);
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
});
