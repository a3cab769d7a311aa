/** Whatever a template holds: either it fits, with every box in its place, or it is reported. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { layoutNames } from '../../src/deck/layouts.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import type { Block, Inline } from '../../src/document/document.js';
import { at, documents, oneSlide, theme } from './fixtures.js';
import { misplaced, paragraphsOf, textOf, textsOf } from './inspect.js';

const chart = documents.en.sections.find(({ id }) => id === 'funds')?.blocks[0] as Block;
const word = fc.constantFrom(
  'zone',
  'Kooperationsvereinbarungen',
  '集成电路产业',
  'R&D <platform>',
  'of',
  'Wissenschaftsstadt',
  '近17万人',
);
const phrase = (max: number): fc.Arbitrary<Inline[]> =>
  fc
    .array(word, { minLength: 1, maxLength: max })
    .chain((words) =>
      fc
        .boolean()
        .map((cited): Inline[] => [
          { kind: 'text', value: `${words.join(' ')}${cited ? ' ' : ''}` },
          ...(cited ? [{ kind: 'figure', value: '42.5%', fact: 'circuits.share' } as const] : []),
        ]),
    );
const paragraph: fc.Arbitrary<Block> = phrase(30).map((content) => ({ kind: 'paragraph', content, at }));
const heading: fc.Arbitrary<Block> = phrase(5).map((content) => ({ kind: 'heading', level: 3, content, at }));
const list: fc.Arbitrary<Block> = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 6 }),
  )
  .map(([ordered, items]) => ({ kind: 'list', ordered, items, at }));
const tiles: fc.Arbitrary<Block> = fc
  .array(fc.record({ value: phrase(2), label: phrase(6) }), { minLength: 1, maxLength: 9 })
  .map((all) => ({ kind: 'tiles', tiles: all, at }));
const process: fc.Arbitrary<Block> = fc
  .array(fc.record({ title: phrase(3), body: fc.oneof(phrase(10), fc.constant([])) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((steps) => ({ kind: 'process', steps, at }));
const table: fc.Arbitrary<Block> = fc
  .tuple(
    fc.array(phrase(3), { minLength: 1, maxLength: 5 }),
    fc.array(fc.array(phrase(6), { minLength: 1, maxLength: 5 }), { maxLength: 8 }),
  )
  .map(([header, rows]) => ({ kind: 'table', align: header.map(() => 'left' as const), header, rows, at }));
const simple = fc.oneof(paragraph, heading, list, tiles, process, table, fc.constant(chart));
const columns: fc.Arbitrary<Block> = fc
  .array(fc.record({ title: phrase(3), blocks: fc.array(simple, { minLength: 1, maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) => ({ kind: 'columns', columns: all, at }));
const quote: fc.Arbitrary<Block> = fc
  .array(paragraph, { minLength: 1, maxLength: 2 })
  .map((blocks) => ({ kind: 'quote', blocks, at }));
const sources: Block = { kind: 'sources', sources: documents.en.sources, at };
const content = fc.array(fc.oneof(simple, simple, columns, quote, fc.constant(sources)), {
  minLength: 0,
  maxLength: 4,
});
const layout = fc.constantFrom(undefined, ...layoutNames);

it('either fits, with all boxes inside the slide and clear of each other, or is reported as overflow', () => {
  let fitted = 0;
  fc.assert(
    fc.property(content, layout, phrase(12), (blocks, name, title) => {
      const { presentation, diagnostics } = layoutDeck(
        oneSlide(blocks, { title, ...(name && { layout: name }) }),
        theme,
      );
      const codes = new Set(diagnostics.map(({ code }) => code));
      expect([...codes].every((code) => code === 'deck/overflow')).toBe(true);
      if (codes.size > 0) return;
      fitted += 1;
      expect(presentation.slides.flatMap((slide) => misplaced(slide, presentation))).toEqual([]);
    }),
    { numRuns: 150 },
  );
  expect(fitted).toBeGreaterThan(20);
});

it('prints every text, whether it fits or not', () => {
  fc.assert(
    fc.property(content, layout, (blocks, name) => {
      const { presentation } = layoutDeck(oneSlide(blocks, { ...(name && { layout: name }) }), theme);
      const printed = presentation.slides.flatMap(({ shapes }) => shapes.flatMap(paragraphsOf).map(textOf));
      for (const text of textsOf(blocks))
        expect(printed.some((each) => each.includes(text)) || printed.join(' ').includes(text), text).toBe(
          true,
        );
    }),
    { numRuns: 60 },
  );
});

it('gives the same presentation for the same Document', () => {
  fc.assert(
    fc.property(content, layout, (blocks, name) => {
      const document = oneSlide(blocks, { ...(name && { layout: name }) });
      expect(layoutDeck(document, theme)).toEqual(layoutDeck(document, theme));
    }),
    { numRuns: 30 },
  );
});
