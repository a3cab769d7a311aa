import { describe, expect, it } from 'vitest';
import { layouts } from '../../../src/compose/markdown/sections.js';
import { composeFiles, opening, summary } from '../fixtures.js';

const findings = async (markdown: string, kind: 'deck' | 'summary' = 'deck') => {
  const { document, diagnostics } = await composeFiles(
    { [`${kind}.en.md.hbs`]: opening + markdown },
    { kind },
  );
  expect(document).toBeUndefined();
  return diagnostics;
};

describe('sections', () => {
  it('need no --- between them and may have one at either end', async () => {
    const { document, diagnostics } = await composeFiles({
      'deck.en.md.hbs': `${opening}---\n::slide{#a}\n# A\n::slide{#b}\n# B\n\n---\n\n::slide{#c}\n# C\n\n---\n`,
    });
    expect(diagnostics).toEqual([]);
    expect(document?.sections.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('may have ids that a loop counts', async () => {
    const { document, diagnostics } = await composeFiles({
      'deck.en.md.hbs': `${opening}{{#each (members "industry.companies") as |m|}}\n::slide{#company-{{m}} layout=text}\n# {{member "industry.companies" m}}\n\n{{/each}}`,
    });
    expect(diagnostics).toEqual([]);
    expect(document?.sections.map(({ id }) => id)).toEqual(['company-north', 'company-south']);
  });

  it.each(layouts)('may have the layout %s', async (layout) => {
    const { document } = await composeFiles({
      'deck.en.md.hbs': `${opening}::slide{#a layout=${layout}}\n# A\n`,
    });
    expect(document?.sections[0]?.layout).toBe(layout);
  });

  it.each([
    ['no id', '::slide\n# A', 'template/section-id 4:1'],
    ['an id that is none', '::slide{#Funds_2}\n# A', 'template/section-id 4:1'],
    ['an id used twice', '::slide{#a}\n# A\n\n---\n::slide{#a}\n# B', 'template/section-id 8:1'],
    ['an unknown layout', '::slide{#a layout=charts}\n# A', 'template/unknown-layout 4:1'],
    ['an unknown attribute', '::slide{#a layuot=chart}\n# A', 'template/unknown-attribute 4:1'],
    ['a class', '::slide{#a .big}\n# A', 'template/unknown-attribute 4:1'],
    ['text in brackets', '::slide[A]{#a}\n# A', 'template/unknown-attribute 4:1'],
    ['no headline', '::slide{#a}\n\nText', 'template/headline-missing 6:1'],
    ['nothing at all', '::slide{#a}', 'template/headline-missing 4:1'],
    ['an empty headline', '::slide{#a}\n#\n', 'template/headline-missing 5:1'],
    ['a headline too late', '::slide{#a}\nText\n\n# A', 'template/headline-missing 5:1'],
    ['an underlined headline', '::slide{#a}\n\nA\n===\n', 'template/underlined-heading 6:1'],
    ['something before the first', 'Text\n\n::slide{#a}\n# A', 'template/before-first-section 4:1'],
    ['the word of the other kind', '::section{#a}\n# A', 'template/before-first-section 4:1'],
    ['no slides', '', 'template/no-sections 1:1'],
  ])('are refused with %s', async (_, markdown, finding) => {
    expect(summary(await findings(markdown))).toEqual([finding]);
  });

  it('of a summary have no layout', async () => {
    expect(summary(await findings('::section{#a layout=chart}\n# A', 'summary'))).toEqual([
      'template/unknown-attribute 4:1',
    ]);
  });

  it('tell which word is right in the other kind of document', async () => {
    expect((await findings('::slide{#a}\n# A', 'summary'))[0]).toMatchObject({
      hint: 'this is a summary: write ::section',
    });
    expect((await findings('::slid{#a}\n# A'))[0]).toMatchObject({ hint: 'did you mean "slide"?' });
  });
});
