import { describe, expect, it } from 'vitest';
import { compose } from '../../src/compose/compose.js';
import { loadTemplate } from '../../src/compose/template.js';
import { png } from '../ooxml/samples.js';
import { composeFiles, composeSlide, ledger, slide, summary, templateFolder, world } from './fixtures.js';

const deck = `---
title: "{{zone "shortName"}}: briefing"
subtitle: As of {{edition}}
---
::slide{#cover layout=cover}
# {{zone "name"}}

---
::slide{#funds}
# {{fact "funds.committed"}} committed

{{chart "structure"}}

- {{label "funds.ratio"}}: **{{fact "funds.ratio" style="tile"}}**

:::notes
Rests on {{fact "funds.uncalled"}}.
:::

---
::slide{#sources}
# Sources

{{sources}}
`;

describe('compose', () => {
  it('makes a document whose figures carry their facts', async () => {
    const { document, diagnostics } = await composeFiles({ 'deck.en.md.hbs': deck });
    expect(diagnostics).toEqual([]);
    expect(document?.sections.map(({ id, layout }) => [id, layout])).toEqual([
      ['cover', 'cover'],
      ['funds', undefined],
      ['sources', undefined],
    ]);
    expect(document?.sections[1]?.title).toEqual([
      { kind: 'figure', value: 'RMB 28.66 billion', fact: 'funds.committed' },
      { kind: 'text', value: ' committed' },
    ]);
    expect(document?.sections[1]?.blocks.map(({ kind }) => kind)).toEqual(['chart', 'list']);
  });

  it('writes helpers in the front matter', async () => {
    const { document } = await composeFiles({ 'deck.en.md.hbs': deck });
    expect(document?.title).toEqual([
      { kind: 'literal', value: 'Harbour Zone' },
      { kind: 'text', value: ': briefing' },
    ]);
    expect(document?.subtitle).toEqual([
      { kind: 'text', value: 'As of ' },
      { kind: 'literal', value: '19 January 2026' },
    ]);
  });

  it('keeps speaker notes apart from the slide', async () => {
    const { document } = await composeFiles({ 'deck.en.md.hbs': deck });
    expect(document?.sections[1]?.notes).toMatchObject([
      { kind: 'paragraph', content: [{}, { kind: 'figure', fact: 'funds.uncalled' }, {}] },
    ]);
  });

  it('cites every fact used, in charts and notes too, with the parts of derived ones', async () => {
    const { document } = await composeFiles({ 'deck.en.md.hbs': deck });
    expect([...document!.citations.keys()]).toEqual([
      'funds.committed',
      'funds.paid-in',
      'funds.uncalled',
      'funds.ratio',
    ]);
  });

  it('numbers the sources in the order of sources.yaml', async () => {
    const { document } = await composeFiles({ 'deck.en.md.hbs': deck });
    expect(document?.sections[2]?.blocks).toMatchObject([
      {
        kind: 'sources',
        sources: [{ number: 1, publisher: 'The Daily', issued: '19 January 2026' }, { number: 2 }],
      },
    ]);
  });

  it('says where each block stands in the template', async () => {
    const { document } = await composeFiles({ 'deck.en.md.hbs': deck });
    const file = `${templateFolder}/deck.en.md.hbs`;
    expect(document?.sections[1]?.at).toMatchObject({ file, line: 9 });
    expect(document?.sections[1]?.blocks.map(({ at }) => at)).toMatchObject([
      { file, line: 12, excerpt: '{{chart "structure"}}' },
      { file, line: 14 },
    ]);
  });

  it('says where a block stands that a partial wrote in a loop', async () => {
    const { blocks } = await composeSlide(
      '{{#each (facts topic="funds" kind="quantity") as |id|}}\n{{> card id=id}}\n\n{{/each}}\nEnd\n',
      { files: { 'partials/card.hbs': '{{! a card }}\n{{label id}}\n\n> {{fact id}}\n' } },
    );
    const card = `${templateFolder}/partials/card.hbs`;
    expect(blocks.map(({ kind, at }) => `${kind} ${at.file.split('/').at(-1)}:${at.line}`)).toEqual([
      ...Array.from({ length: 3 }, () => ['paragraph card.hbs:2', 'quote card.hbs:4']).flat(),
      'paragraph deck.en.md.hbs:11',
    ]);
    expect(blocks[0]?.at.file).toBe(card);
  });

  it('composes a summary of sections', async () => {
    const { document, diagnostics } = await composeFiles(
      {
        'summary.de.md.hbs':
          '---\ntitle: Kurz\n---\n::section{#geld}\n# Geld\n\n{{fact "funds.committed"}}\n',
      },
      { kind: 'summary', language: 'de' },
    );
    expect(diagnostics).toEqual([]);
    expect(document).toMatchObject({ kind: 'summary', language: 'de', issuer: 'Hafenbüro' });
    expect(document?.sections[0]?.blocks[0]).toMatchObject({
      content: [{ value: expect.stringContaining('28,66'), fact: 'funds.committed' }],
    });
  });

  it('tells of all faults at once, each with line and column', async () => {
    const { document, diagnostics } = await composeSlide(
      [
        '{{fact "funds.comitted"}} and {{fact "funds.committed" style="proze"}}',
        '',
        '<b>42%</b> [x](http://a.example)',
        '',
        '{{chart "sructure"}}',
        '{{nosuch "x"}}',
      ].join('\n'),
    );
    expect(document).toBeUndefined();
    expect(summary(diagnostics)).toEqual([
      'template/unknown-helper 12:1',
      'template/unknown-fact 7:8',
      'template/wrong-value 7:62',
      'template/unknown-chart 11:9',
      'template/unsupported-markdown 9:1',
      'template/bare-figure 9:4',
      'template/unsupported-markdown 9:7',
      'template/link-refused 9:12',
    ]);
  });

  it('gives no document where the template itself has a fault, in whatever file', async () => {
    const { document, diagnostics } = await composeFiles({
      'deck.en.md.hbs': `${slide}Text\n`,
      'deck.de.md.hbs': `${slide}{{nosuch "x"}}\n`,
    });
    expect(document).toBeUndefined();
    expect(summary(diagnostics)).toEqual(['template/unknown-helper 7:1']);
  });

  it('names the languages there are where the one asked for is missing', async () => {
    const { diagnostics } = await composeFiles({ 'deck.en.md.hbs': slide }, { language: 'de' });
    expect(diagnostics).toMatchObject([
      { code: 'template/missing-language', expected: 'a file deck.de.md.hbs', hint: 'there are: en' },
    ]);
  });

  it('gives the same document each time', async () => {
    const made = world({ 'deck.en.md.hbs': deck });
    const { template } = await loadTemplate(made, templateFolder);
    const first = await compose(made, template!, ledger(), 'deck', 'en');
    const second = await compose(made, template!, ledger(), 'deck', 'en');
    expect(second).toEqual(first);
  });

  it.each([
    ['nothing but text', 'Text', []],
    ['a partial, and one that it includes', '{{> card}}', ['partials/card.hbs', 'partials/name.en.hbs']],
    ['a chart', '{{chart "share"}}', ['charts.yaml']],
    ['a picture', '![A map](images/map.png)', ['images/map.png']],
    ['what a condition leaves out', '{{#if (facts topic="funds")}}Text{{else}}{{> card}}{{/if}}', []],
  ])('names the files that it was composed from: %s', async (_, markdown, read) => {
    const made = world({
      'deck.en.md.hbs': slide + markdown,
      'deck.de.md.hbs': slide,
      'partials/card.hbs': 'Card of {{> name}}',
      'partials/name.en.hbs': 'a name',
      'partials/name.hbs': 'another',
      'partials/unused.hbs': 'Text',
      'images/map.png': png,
      'images/other.png': png,
    });
    const { template } = await loadTemplate(made, templateFolder);
    const { document, inputs } = await compose(made, template!, ledger(), 'deck', 'en');
    expect(document).toBeDefined();
    const below = inputs.map((path) => path.slice(templateFolder.length + 1));
    expect(below).toEqual([...read, 'deck.en.md.hbs'].sort());
  });
});
