import { describe, expect, it } from 'vitest';
import { composeSlide, summary } from '../fixtures.js';

describe('blocks', () => {
  it('are paragraphs, headings, lists, quotations and tables', async () => {
    const { blocks, diagnostics } = await composeSlide(
      'a\n\n### b\n\n#### c\n\n- d\n  1. e\n\n> f\n\n| g | h | i |\n|---|--:|:-:|\n| j | k\\|l | |\n',
    );
    expect(diagnostics).toEqual([]);
    expect(blocks).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'heading', level: 3 },
      { kind: 'heading', level: 4 },
      { kind: 'list', ordered: false, items: [[{ kind: 'paragraph' }, { kind: 'list', ordered: true }]] },
      { kind: 'quote', blocks: [{ kind: 'paragraph' }] },
      {
        kind: 'table',
        align: ['left', 'right', 'center'],
        header: [[{ value: 'g' }], [{ value: 'h' }], [{ value: 'i' }]],
        rows: [[[{ value: 'j' }], [{ value: 'k|l' }], []]],
      },
    ]);
  });

  it('are tiles with value and label', async () => {
    const { blocks } = await composeSlide(
      ':::tiles\n- **{{fact "funds.ratio" style="tile"}}** paid in\n- **{{fact "talent.researchers" style="tile"}}**\n  at work\n:::\n',
    );
    expect(blocks).toMatchObject([
      {
        kind: 'tiles',
        tiles: [
          { value: [{ kind: 'figure', value: '65.7%' }], label: [{ value: 'paid in' }] },
          { value: [{ kind: 'figure' }], label: [{ value: 'at work' }] },
        ],
      },
    ]);
  });

  it('are the steps of a process', async () => {
    const { blocks } = await composeSlide(':::process\n1. **Seed** First money\n2. **Exit**\n:::\n');
    expect(blocks).toMatchObject([
      {
        kind: 'process',
        steps: [
          { title: [{ value: 'Seed' }], body: [{ value: 'First money' }] },
          { title: [{ value: 'Exit' }], body: [] },
        ],
      },
    ]);
  });

  it('are the events of a timeline', async () => {
    const { blocks } = await composeSlide(':::timeline\n- **Spring** Ground is broken\n- **Autumn**\n:::\n');
    expect(blocks).toMatchObject([
      {
        kind: 'timeline',
        steps: [
          { title: [{ value: 'Spring' }], body: [{ value: 'Ground is broken' }] },
          { title: [{ value: 'Autumn' }], body: [] },
        ],
      },
    ]);
  });

  it('are columns, each begun by a heading', async () => {
    const { blocks } = await composeSlide(':::columns\n### A\n- x\n\n{{chart "share"}}\n\n### B\n\ny\n:::\n');
    expect(blocks).toMatchObject([
      {
        kind: 'columns',
        columns: [
          { title: [{ value: 'A' }], blocks: [{ kind: 'list' }, { kind: 'chart' }] },
          { title: [{ value: 'B' }], blocks: [{ kind: 'paragraph' }] },
        ],
      },
    ]);
  });

  it('are left out where a condition leaves nothing', async () => {
    const { blocks, diagnostics } = await composeSlide('{{#if false}}a{{/if}}\n\nb\n');
    expect(diagnostics).toEqual([]);
    expect(blocks).toMatchObject([{ kind: 'paragraph', content: [{ value: 'b' }] }]);
  });

  it.each([
    ['tiles that are no list', ':::tiles\na\n:::', 'template/block-content 8:1'],
    ['tiles with something after the list', ':::tiles\n- **a** b\n\nc\n:::', 'template/block-content 10:1'],
    ['a tile that begins otherwise', ':::tiles\n- a **b**\n:::', 'template/block-content 8:1'],
    ['a tile of two paragraphs', ':::tiles\n- **a**\n\n  b\n:::', 'template/block-content 10:3'],
    ['empty tiles', ':::tiles\n:::', 'template/block-content 7:1'],
    ['text before the first column', ':::columns\na\n:::', 'template/block-content 8:1'],
    ['columns without any', ':::columns\n:::', 'template/block-content 7:1'],
    ['tiles in a column', '::::columns\n### a\n:::tiles\n- **b** c\n:::\n::::', 'template/wrong-place 9:1'],
    ['a table in notes', ':::notes\n| a |\n|---|\n| b |\n:::', 'template/wrong-place 8:1'],
    ['a heading in a list', '- # a', 'template/second-headline 7:3'],
    ['an unknown block', ':::tile\n- **a** b\n:::', 'template/unknown-directive 7:1'],
    ['a block with two colons', '::tiles', 'template/unknown-directive 7:1'],
    ['a block that is not closed', ':::tiles\n- **a** b\n', 'template/unclosed-block 7:1'],
    [
      'a block that swallows the next slide',
      ':::notes\na\n\n---\n::slide{#two}\n# b',
      'template/unclosed-block 7:1',
    ],
    ['attributes of a block', ':::tiles{x=y}\n- **a** b\n:::', 'template/unknown-attribute 7:1'],
    ['a label of a block', ':::tiles[x]\n- **a** b\n:::', 'template/unknown-attribute 7:1'],
    ['notes in a block', '::::columns\n### a\n:::notes\nb\n:::\n::::', 'template/unknown-directive 9:1'],
    ['a second headline', 'a\n\n# b', 'template/second-headline 9:1'],
    ['a heading of level 2', '## a', 'template/heading-level 7:1'],
    ['a heading of level 5', '##### a', 'template/heading-level 7:1'],
    ['a heading without text', '###', 'template/empty-heading 7:1'],
    ['text underlined by accident', 'a\n---\n', 'template/underlined-heading 7:1'],
    ['a rule within a slide', 'a\n\n---\n\nb', 'template/stray-separator 9:1'],
    ['a list that begins with another number', '3. a', 'template/list-start 7:1'],
    ['an item without content', '- a\n-\n- b', 'template/empty-item 8:1'],
    ['a row with too few cells', '| a | b |\n|---|---|\n| c |', 'template/table-cells 9:1'],
    ['a row with too many cells', '| a |\n|---|\n| c | d |', 'template/table-cells 9:1'],
    ['a table without rows', '| a |\n|---|', 'template/empty-table 7:1'],
  ])('refuse %s', async (_, markdown, finding) => {
    const { document, diagnostics } = await composeSlide(markdown);
    expect(document).toBeUndefined();
    expect(summary(diagnostics)).toContain(finding);
    for (const { hint, expected } of diagnostics) expect(hint ?? expected ?? finding).toBeTruthy();
  });
});
