import { describe, expect, it } from 'vitest';
import { chooseLayout } from '../../src/deck/layouts.js';
import type { Box, Shape, TableShape, TextShape } from '../../src/deck/model.js';
import { tileRows } from '../../src/deck/pieces/tiles.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import type { Block, Section } from '../../src/document/document.js';
import { at, documents, inlines, listBlock, oneSlide, paragraphBlock, theme } from './fixtures.js';
import { misplaced, paragraphsOf, textOf } from './inspect.js';

const laidOut = (blocks: readonly Block[], layout?: string) => {
  const { presentation, diagnostics } = layoutDeck(oneSlide(blocks, { ...(layout && { layout }) }), theme);
  const [slide] = presentation.slides;
  if (!slide) throw new Error('no slide');
  expect(diagnostics).toEqual([]);
  expect(misplaced(slide, presentation)).toEqual([]);
  return slide;
};
const named = (shapes: readonly Shape[], pattern: RegExp): TextShape[] =>
  shapes.filter((shape): shape is TextShape => shape.kind === 'text' && pattern.test(shape.name));

const tilesBlock = (count: number, value = '42.5%'): Block => ({
  kind: 'tiles',
  tiles: Array.from({ length: count }, (_, index) => ({
    value: inlines(value),
    label: inlines(`of the output of the city, number ${index}`),
  })),
  at,
});
const processBlock = (count: number): Block => ({
  kind: 'process',
  steps: Array.from({ length: count }, (_, index) => ({
    title: inlines(`Stage ${'ABCDEF'[index]}`),
    body: inlines('What happens in this stage, in a few words'),
  })),
  at,
});
const quoteBlock: Block = { kind: 'quote', blocks: [paragraphBlock('What they said.')], at };
const timelineBlock = (count: number): Block => ({
  kind: 'timeline',
  steps: Array.from({ length: count }, (_, index) => ({
    title: inlines(`Year ${'ABCDEFGH'[index]}`),
    body: inlines('What happened in this year, in a few words'),
  })),
  at,
});
const chartBlock = documents.en.sections.find(({ id }) => id === 'circuits')?.blocks[0] as Block;

describe('key figures', () => {
  it.each([
    [2, [2]],
    [3, [3]],
    [4, [2, 2]],
    [5, [3, 2]],
    [6, [3, 3]],
    [7, [4, 3]],
    [8, [4, 4]],
  ])('stand in a balanced grid: %i', (count, rows) => {
    expect(tileRows(count, 12.13)).toEqual(rows);
    const tiles = named(laidOut([tilesBlock(count)]).shapes, /^Key figure/);
    expect(tiles).toHaveLength(count);
    const tops = [...new Set(tiles.map(({ box }) => box.y))];
    expect(tops.map((top) => tiles.filter(({ box }) => box.y === top).length)).toEqual(rows);
  });

  it('stand in fewer columns where there is less room', () => {
    expect(tileRows(6, 5)).toEqual([2, 2, 2]);
    expect(tileRows(3, 2)).toEqual([1, 1, 1]);
  });

  it('have one size for all values, so that each stays on one line', () => {
    const mixed: Block = {
      kind: 'tiles',
      tiles: ['383', 'RMB 28.66 billion', 'more than 15%'].map((value) => ({
        value: inlines(value),
        label: inlines('label'),
      })),
      at,
    };
    const sizes = named(laidOut([mixed]).shapes, /^Key figure/).map(
      ({ paragraphs }) => paragraphs[0]?.size ?? 0,
    );
    expect(new Set(sizes).size).toBe(1);
    expect(sizes[0]).toBeGreaterThanOrEqual(24);
  });

  it('begin their texts at one height', () => {
    const tiles = named(laidOut([tilesBlock(6)]).shapes, /^Key figure/);
    expect(new Set(tiles.map(({ insets }) => insets.top)).size).toBe(1);
  });

  it('leave room for a list below them', () => {
    const { shapes } = laidOut([tilesBlock(4), listBlock(['First point', 'Second point', 'Third point'])]);
    const bottom = Math.max(...named(shapes, /^Key figure/).map(({ box }) => box.y + box.h));
    expect(named(shapes, /^Text/)[0]?.box.y).toBeGreaterThan(bottom);
  });
});

describe('a chart', () => {
  const pictureOf = (shapes: readonly Shape[]): Box => {
    const picture = shapes.find(({ kind }) => kind === 'picture');
    if (!picture) throw new Error('no picture');
    return picture.box;
  };

  it('takes three fifths of the width, its takeaways the rest', () => {
    const { shapes } = laidOut([chartBlock, listBlock(['First', 'Second'])]);
    const box = pictureOf(shapes);
    expect(box.w / 12.13).toBeGreaterThan(0.55);
    expect(box.w / 12.13).toBeLessThan(0.65);
    expect(named(shapes, /^Text/)[0]?.box.x).toBeGreaterThan(box.x + box.w);
  });

  it('is neither a strip nor higher than wide, with or without text', () => {
    for (const blocks of [[chartBlock], [chartBlock, listBlock(['First'])], [chartBlock, tilesBlock(2)]]) {
      const { w, h } = pictureOf(laidOut(blocks).shapes);
      expect(w / h).toBeGreaterThan(1.2);
      expect(w / h).toBeLessThan(2.7);
    }
  });

  it('carries the alternative text of its spec', () => {
    const picture = laidOut([chartBlock]).shapes.find((shape) => shape.kind === 'picture');
    expect(picture?.kind === 'picture' && picture.alt).toBe(
      'Ring chart of a share: 42.5% of the city’s integrated-circuit output in 2024.',
    );
  });

  it('gives way to an image in its own proportions, which carries its alternative text', () => {
    const image: Block = {
      kind: 'image',
      image: { bytes: new Uint8Array([1]), type: 'jpeg', width: 300, height: 400 },
      alt: 'The laboratory from the air',
      altFigures: [],
      at,
    };
    const picture = laidOut([image, listBlock(['First'])]).shapes.find((shape) => shape.kind === 'picture');
    if (picture?.kind !== 'picture') throw new Error('no picture');
    expect(picture.box.w / picture.box.h).toBeCloseTo(3 / 4, 5);
    expect(picture.alt).toBe('The laboratory from the air');
  });

  it('stands beside another one', () => {
    const boxes = laidOut([chartBlock, chartBlock, paragraphBlock('Both tell the same.')])
      .shapes.filter(({ kind }) => kind === 'picture')
      .map(({ box }) => box);
    expect(boxes).toHaveLength(2);
    expect(boxes[0]?.y).toBe(boxes[1]?.y);
  });
});

describe('a process', () => {
  it('is a chain of arrows from left to right, each touching the next', () => {
    const arrows = named(laidOut([processBlock(4)]).shapes, /^Step \d$/);
    expect(arrows.map(({ outline }) => outline)).toEqual(['homePlate', 'chevron', 'chevron', 'chevron']);
    for (const [index, { box }] of arrows.slice(1).entries())
      expect(box.x).toBeCloseTo((arrows[index] as TextShape).box.x + (arrows[index] as TextShape).box.w, 6);
  });

  it.each([2, 3, 5, 6])('has room for %i steps, with a paragraph below', (count) => {
    const { shapes } = laidOut([processBlock(count), paragraphBlock('Together they cover every stage.')]);
    expect(named(shapes, /^Step \d$/)).toHaveLength(count);
    expect(shapes.flatMap(paragraphsOf).map(textOf)).toContain('Together they cover every stage.');
  });

  it('makes its titles smaller for a long word in one of them, and its texts no more than the titles ask for', () => {
    const long = processBlock(4) as Extract<Block, { kind: 'process' }>;
    const steps = long.steps.map((step, index) =>
      index === 2 ? { ...step, title: inlines('Branchenentwicklungsfonds') } : step,
    );
    const sizes = (block: Block) => {
      const [arrow] = named(laidOut([block]).shapes, /^Step 1$/);
      const [card] = named(laidOut([block]).shapes, /^Step 1 text$/);
      return [arrow?.paragraphs[0]?.size ?? 0, card?.paragraphs[0]?.size ?? 0] as const;
    };
    const [titleBefore, bodyBefore] = sizes(long);
    const [titleAfter, bodyAfter] = sizes({ ...long, steps });
    expect(titleAfter).toBeLessThan(titleBefore);
    expect(bodyAfter).toBeLessThanOrEqual(Math.min(bodyBefore, titleAfter * 1.2));
    expect(bodyAfter).toBeGreaterThan(titleAfter);
  });
});

describe('a table', () => {
  const tableBlock: Block = {
    kind: 'table',
    align: ['left', 'right', 'left'],
    header: ['Platform', 'Scale', 'What it does'].map((text) => inlines(text)),
    rows: [
      [
        'R&D platforms',
        'nearly 170,000',
        'Serve companies of every size along the chain, from design to packaging, and beyond it',
      ],
      ['Institutes', '31'],
    ].map((row) => row.map((text) => inlines(text))),
    at,
  };
  const tableOf = (shapes: readonly Shape[]): TableShape => {
    const table = shapes.find((shape): shape is TableShape => shape.kind === 'table');
    if (!table) throw new Error('no table');
    return table;
  };

  it('has as many cells in every row as columns, and widths that add up', () => {
    const { columns, rows, box } = tableOf(laidOut([tableBlock]).shapes);
    expect(rows.map(({ cells }) => cells.length)).toEqual([3, 3, 3]);
    expect(columns.reduce((sum, width) => sum + width, 0)).toBeCloseTo(box.w, 6);
    expect(rows.reduce((sum, { height }) => sum + height, 0)).toBeCloseTo(box.h, 6);
  });

  it('aligns cells as the template says', () => {
    const { rows } = tableOf(laidOut([tableBlock]).shapes);
    for (const { cells } of rows)
      expect(cells.map(({ paragraph }) => paragraph.align)).toEqual(['left', 'right', 'left']);
  });

  it('keeps a short figure on one line beside a long text', () => {
    const { columns, rows } = tableOf(laidOut([tableBlock]).shapes);
    const figure = rows[1]?.cells[1]?.paragraph;
    expect(figure?.runs[0]?.text).toBe('nearly 170,000');
    expect((columns[1] ?? 0) * 72).toBeGreaterThan((figure?.size ?? 99) * 7);
  });

  it('stands above a paragraph that follows it', () => {
    const { shapes } = laidOut([tableBlock, paragraphBlock('What it means.')]);
    const { box } = tableOf(shapes);
    expect(named(shapes, /^Text/)[0]?.box.y).toBeGreaterThan(box.y + box.h);
  });
});

describe('columns', () => {
  const columnsBlock = (titles: readonly string[], block: Block): Block => ({
    kind: 'columns',
    columns: titles.map((title) => ({ title: inlines(title), blocks: [block] })),
    at,
  });

  it.each([2, 3, 4])('are cards of one height: %i', (count) => {
    const titles = ['Seed', 'Angel', 'Industry', 'M&A'].slice(0, count);
    const cards = named(laidOut([columnsBlock(titles, paragraphBlock('Some text.'))]).shapes, /^Column \d$/);
    expect(cards).toHaveLength(count);
    expect(new Set(cards.map(({ box }) => box.h)).size).toBe(1);
  });

  it('begin their texts at one height, however long their titles are', () => {
    const block = columnsBlock(
      ['Short', 'A title that takes two lines in a card of this width'],
      paragraphBlock('Text.'),
    );
    const cards = named(laidOut([block, block, block].slice(0, 1)).shapes, /^Column \d$/);
    const tops = cards.map(({ paragraphs }) => {
      const [title, text] = paragraphs;
      return { titleRoom: title?.leading ?? 0, space: text?.spaceBefore ?? 0 };
    });
    expect((tops[0]?.space ?? 0) - (tops[1]?.space ?? 0)).toBeCloseTo(tops[0]?.titleRoom ?? 0, 6);
  });

  it('hold tiles and charts as well', () => {
    const { shapes } = laidOut([columnsBlock(['One', 'Two'], tilesBlock(2))]);
    expect(named(shapes, /key figure/)).toHaveLength(4);
    expect(
      laidOut([columnsBlock(['One', 'Two'], chartBlock)]).shapes.filter(({ kind }) => kind === 'picture'),
    ).toHaveLength(2);
  });
});

describe('statement, text and sources', () => {
  it('a statement is larger than what supports it, with a bar beside it', () => {
    const { shapes } = laidOut(
      [paragraphBlock('One sentence.'), paragraphBlock('Its support.')],
      'statement',
    );
    const [large, small] = shapes.flatMap(paragraphsOf);
    expect(large?.size).toBeGreaterThan((small?.size ?? 99) * 1.4);
    expect(shapes[0]).toMatchObject({ kind: 'ornament', fill: 'accent' });
  });

  it('text sets an opening paragraph at the left of what follows it', () => {
    const { shapes } = laidOut([paragraphBlock('An opening.'), listBlock(['One', 'Two'])], 'text');
    const [lead] = named(shapes, /^Lead$/);
    const [body] = named(shapes, /^Text$/);
    expect(lead && body && lead.box.x + lead.box.w).toBeLessThan(body?.box.x ?? 0);
  });

  it('nested and numbered lists keep level and number', () => {
    const nested: Block = {
      kind: 'list',
      ordered: true,
      items: [[paragraphBlock('First'), listBlock(['Inner'])], [paragraphBlock('Second')]],
      at,
    };
    const bullets = laidOut([nested], 'text')
      .shapes.flatMap(paragraphsOf)
      .map(({ bullet }) => bullet);
    expect(bullets).toMatchObject([{ level: 0, number: 1 }, { level: 1 }, { level: 0, number: 2 }]);
    expect(bullets[1]?.number).toBeUndefined();
  });

  it('a table inside a list item is not lost', () => {
    const table: Block = {
      kind: 'table',
      align: ['left'],
      header: [inlines('Head')],
      rows: [[inlines('Cell')]],
      at,
    };
    const list: Block = { kind: 'list', ordered: false, items: [[paragraphBlock('Item'), table]], at };
    const texts = laidOut([list, paragraphBlock('After')])
      .shapes.flatMap(paragraphsOf)
      .map(textOf);
    expect(texts).toEqual(['Item', 'Head', 'Cell', 'After']);
  });

  it('sources are numbered as the ledger numbers them, with linked titles', () => {
    const sources: Block = { kind: 'sources', sources: documents.en.sources.slice(1), at };
    const [list] = named(laidOut([sources]).shapes, /^Sources$/);
    expect(list?.paragraphs[0]?.bullet?.number).toBe(2);
    expect(list?.paragraphs[0]?.runs.at(-1)?.url).toBe('https://www.example.org/release');
  });

  it('the cover shows subtitle, issuer and day, but the day only once', () => {
    const texts = (blocks: readonly Block[]) =>
      laidOut(blocks, 'cover').shapes.flatMap(paragraphsOf).map(textOf);
    expect(texts([])).toEqual([
      'Chongqing High-tech Zone',
      'Investor briefing: chips, capital and talent in one place',
      'Investment Promotion Office  ·  19 January 2026',
    ]);
    expect(
      texts([paragraphBlock('Edition of 19 January 2026')])
        .join('|')
        .match(/19 January 2026/g),
    ).toHaveLength(1);
  });
});

describe('a timeline', () => {
  const parts = (count: number) => {
    const { shapes } = laidOut([timelineBlock(count)]);
    const all = (pattern: RegExp) => shapes.filter(({ name }) => pattern.test(name));
    return { dates: all(/^Event \d+$/), dots: all(/dot$/), texts: all(/text$/), lines: all(/axis$/) };
  };

  it('sets each event’s date above its dot and its text below, in the order of time', () => {
    const { dates, dots, texts } = parts(4);
    for (const [index, dot] of dots.entries()) {
      const [date, text] = [dates[index], texts[index]];
      if (!date || !text) throw new Error('no text');
      expect(date.box.y + date.box.h).toBeLessThanOrEqual(dot.box.y);
      expect(text.box.y).toBeGreaterThanOrEqual(dot.box.y + dot.box.h);
      expect([date.box.x, text.box.x]).toEqual([dot.box.x, dot.box.x]);
    }
    expect(dots.map(({ box }) => box.x)).toEqual(dots.map(({ box }) => box.x).sort((a, b) => a - b));
  });

  it('joins the dots, and ends with the last of them', () => {
    const { dots, lines } = parts(4);
    expect(lines).toHaveLength(3);
    for (const [index, line] of lines.entries()) {
      expect(line.box.x).toBeCloseTo((dots[index]?.box.x ?? 0) + (dots[index]?.box.w ?? 0), 6);
      expect(line.box.x + line.box.w).toBeCloseTo(dots[index + 1]?.box.x ?? 0, 6);
    }
  });

  it('goes on in a second row where there are many events', () => {
    expect(new Set(parts(5).dots.map(({ box }) => box.y)).size).toBe(1);
    expect(new Set(parts(8).dots.map(({ box }) => box.y)).size).toBe(2);
  });
});

describe('a quotation', () => {
  const said = (blocks: readonly Block[]): string[] =>
    named(laidOut(blocks).shapes, /^Quote/)
      .flatMap(paragraphsOf)
      .map(textOf);

  it('stands large, in quotation marks, above who said it', () => {
    const { shapes } = laidOut([quoteBlock, paragraphBlock('Who said it')]);
    const [quote, source] = [named(shapes, /^Quote/)[0], named(shapes, /^Text/)[0]];
    expect(quote?.paragraphs.map(textOf)).toEqual(['“What they said.”']);
    expect(quote?.paragraphs[0]?.size).toBeGreaterThan(source?.paragraphs[0]?.size ?? 99);
  });

  it('gets no second pair of marks', () => {
    expect(said([{ kind: 'quote', blocks: [paragraphBlock('„So.“')], at }])).toEqual(['„So.“']);
  });

  it('has its marks around all of its paragraphs', () => {
    const blocks = [paragraphBlock('One.'), paragraphBlock('Two.')];
    expect(said([{ kind: 'quote', blocks, at }])).toEqual(['“One.', 'Two.”']);
  });
});

describe('two charts', () => {
  it('stand side by side, each above its own text, in one size', () => {
    const { shapes } = laidOut([chartBlock, paragraphBlock('Left.'), chartBlock, paragraphBlock('Right.')]);
    const [left, right] = shapes.filter(({ kind }) => kind === 'picture');
    const [first, second] = named(shapes, /^Text/);
    expect(left?.box.y).toBe(right?.box.y);
    expect(left?.box.w).toBe(right?.box.w);
    expect(first?.box.x).toBe(left?.box.x);
    expect(second?.box.x).toBe(right?.box.x);
    expect(first?.paragraphs[0]?.size).toBe(second?.paragraphs[0]?.size);
  });
});

describe('a divider', () => {
  it('sets its headline larger than other slides do', () => {
    const { presentation } = layoutDeck(documents.en, theme);
    const size = (layout: string): number =>
      presentation.slides.find((slide) => slide.layout === layout)?.title.size ?? 0;
    expect(size('section')).toBeGreaterThan(size('text'));
  });

  it('with more text than fits becomes a slide of text', () => {
    const document = oneSlide(
      [listBlock(Array.from({ length: 9 }, (_, index) => `Point ${index} `.repeat(9)))],
      {
        layout: 'section',
      },
    );
    const { presentation, diagnostics } = layoutDeck(document, theme);
    expect(diagnostics).toEqual([]);
    expect(presentation.slides.map(({ layout }) => layout)).toEqual(['text']);
  });
});

describe('the layout that follows from the content', () => {
  const section = (blocks: readonly Block[]): Section => ({ id: 'x', title: [], blocks, notes: [], at });
  it.each([
    ['cover', 0, [paragraphBlock('Subtitle')]],
    ['text', 0, [paragraphBlock('An opening that says at length what a cover has no room for. '.repeat(4))]],
    ['text', 0, [paragraphBlock('高新区集聚集成电路、软件和信息服务业。'.repeat(5))]],
    ['key-figures', 0, [tilesBlock(3)]],
    ['statement', 3, [paragraphBlock('One sentence.'), paragraphBlock('Support.')]],
    ['text', 3, [paragraphBlock('A sentence. '.repeat(20))]],
    ['text', 3, [paragraphBlock('Short.'), listBlock(['a'])]],
    ['chart', 3, [paragraphBlock('Before.'), chartBlock]],
    ['process', 3, [processBlock(3), paragraphBlock('After.')]],
    ['key-figures', 3, [tilesBlock(3), listBlock(['a'])]],
    ['section', 3, []],
    ['quote', 3, [quoteBlock, paragraphBlock('Who said it')]],
    ['text', 3, [quoteBlock, listBlock(['a'])]],
    ['two-charts', 3, [chartBlock, chartBlock]],
    ['chart', 3, [chartBlock, chartBlock, chartBlock]],
    ['timeline', 3, [timelineBlock(4), paragraphBlock('After.')]],
    ['sources', 3, [{ kind: 'sources', sources: [], at } as Block]],
  ] as const)('is %s', (layout, index, blocks) => {
    expect(chooseLayout(section(blocks), index)).toBe(layout);
  });
});
