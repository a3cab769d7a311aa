/** Whatever the content and the language: text stays in its box, boxes clear of each other, and nothing is lost. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Presentation, Shape, Slide } from '../../src/deck/model.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import { roomFor } from '../../src/deck/text.js';
import type { Block, Document, Inline } from '../../src/document/document.js';
import { languageFor, languageTags } from '../../src/language/registry.js';
import { at, documents, oneSlide, theme } from './fixtures.js';
import { misplaced, paragraphsOf, textOf, textsOf } from './inspect.js';

const pools: Readonly<Record<string, readonly string[]>> = {
  en: ['zone', 'of', 'internationalisation', 'R&D', 'research', 'are', 'industry.', 'a', 'institutes,'],
  de: [
    'Kooperationsvereinbarungen',
    'und',
    'Wissenschaftsstadt',
    'der',
    'Zone.',
    'Hochschulräte',
    'in',
    'zu',
  ],
  fr: ['développement', 'de', 'l’industrie', 'aujourd’hui', 'zone', 'à', 'investissements.', 'et'],
  'zh-CN': ['集成电路产业', '，', '高新区', '发展', '。', '成渝地区双城经济圈', '的', 'R&D'],
};
const separator = (language: string): string => (languageFor(language).script === 'han' ? '' : ' ');

function phrase(language: string, most: number): fc.Arbitrary<Inline[]> {
  const words = fc.array(fc.constantFrom(...(pools[language] ?? (pools.en as string[]))), {
    minLength: 1,
    maxLength: most,
    size: 'max',
  });
  return fc.tuple(words, fc.boolean()).map(([list, cited]): Inline[] => {
    const [between, half] = [separator(language), Math.ceil(list.length / 2)];
    const text = (part: readonly string[]): Inline => ({ kind: 'text', value: part.join(between) });
    if (!cited) return [text(list)];
    const figure: Inline = { kind: 'figure', value: '42.5%', fact: 'circuits.share' };
    return [text([...list.slice(0, half), '']), figure, text(['', ...list.slice(half)])];
  });
}

interface Arbitraries {
  readonly paragraph: fc.Arbitrary<Block>;
  readonly list: fc.Arbitrary<Block>;
  readonly table: fc.Arbitrary<Block>;
  readonly others: fc.Arbitrary<Block>;
}
function arbitraries(language: string): Arbitraries {
  const paragraphOf = (most: number): fc.Arbitrary<Block> =>
    phrase(language, most).map((content) => ({ kind: 'paragraph', content, at }));
  const many = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
    fc.array(arbitrary, { minLength: 1, maxLength, size: 'max' });
  const listOf = (items: number, words: number): fc.Arbitrary<Block> =>
    fc
      .tuple(fc.boolean(), many(many(paragraphOf(words), 2), items))
      .map(([ordered, all]) => ({ kind: 'list', ordered, items: all, at }));
  const steps = (kind: 'process' | 'timeline'): fc.Arbitrary<Block> =>
    many(fc.record({ title: phrase(language, 2), body: phrase(language, 12) }), 9).map((all) => ({
      kind,
      steps: all,
      at,
    }));
  return {
    paragraph: paragraphOf(200),
    list: fc.oneof(listOf(40, 20), listOf(3, 200)),
    table: fc
      .tuple(many(phrase(language, 2), 4), fc.integer({ min: 1, max: 60 }))
      .chain(([header, count]) =>
        fc
          .array(fc.tuple(...header.map(() => phrase(language, 8))), { minLength: count, maxLength: count })
          .map((rows): Block => ({ kind: 'table', align: header.map(() => 'left'), header, rows, at })),
      ),
    others: fc.oneof(
      many(paragraphOf(80), 3).map((blocks): Block => ({ kind: 'quote', blocks, at })),
      paragraphOf(6).map((each): Block => ({ ...each, kind: 'heading', level: 3 }) as Block),
      steps('process'),
      steps('timeline'),
    ),
  };
}

const slideOf = fc.constantFrom(...languageTags()).chain((language) => {
  const { paragraph, list, table, others } = arbitraries(language);
  const prose = fc.array(fc.oneof(paragraph, list, others), { maxLength: 4 });
  return fc
    .tuple(prose, fc.option(table, { nil: undefined }), phrase(language, 6))
    .map(([blocks, last, title]): Document => {
      const layout = blocks.length === 0 && !last ? 'section' : undefined;
      const all = [...blocks, ...(last ? [last] : [])];
      // A cover is for a title with a line or two.
      const set = all.every(({ kind }) => kind === 'paragraph') && all.length > 0 ? 'text' : layout;
      return { ...oneSlide(all, { title, ...(set && { layout: set }) }), language };
    });
});

/** Texts that are higher or wider than their boxes. */
function spilled(slide: Slide): string[] {
  return slide.shapes.flatMap((shape) => {
    if (shape.kind === 'text') {
      const { lines, tooWide } = roomFor(shape.paragraphs, shape.box.w, shape.insets);
      return lines > shape.box.h + 1e-6 || tooWide > 1e-6 ? [`${slide.id}: ${shape.name}`] : [];
    }
    if (shape.kind !== 'table') return [];
    return shape.rows.flatMap(({ cells, height }, row) =>
      cells.flatMap((cell, column) => {
        const room = roomFor([cell.paragraph], shape.columns[column] as number, shape.insets);
        return room.lines > height + 1e-6 || room.tooWide > 1e-6
          ? [`${slide.id}: cell ${row} ${column}`]
          : [];
      }),
    );
  });
}

const squeezed = (texts: readonly string[]): string => texts.join('').replace(/\s+/gu, '');

/** What is printed over all slides, in reading order: a header that is repeated counts once, a source line not at all. */
function printed({ slides, language }: Presentation): string {
  const marks = new Set(languageFor(language).quote(''));
  let headed = false;
  const textsIn = (shape: Shape): string[] => {
    if (shape.name === 'Source') return [];
    const texts = paragraphsOf(shape).map(textOf);
    if (shape.kind !== 'table') return texts;
    const repeated = headed ? shape.columns.length : 0;
    headed = true;
    return texts.slice(repeated);
  };
  const text = squeezed(slides.flatMap(({ shapes }) => shapes.flatMap(textsIn)));
  return [...text].filter((character) => !marks.has(character)).join('');
}

it('keeps text in its boxes and boxes apart, and prints everything once and in order, on as many slides as it takes', () => {
  let continued = 0;
  fc.assert(
    fc.property(slideOf, (document) => {
      const { presentation, diagnostics } = layoutDeck(document, theme);
      expect(diagnostics.map(({ message }) => message)).toEqual([]);
      const { slides } = presentation;
      if (slides.length > 1) continued += 1;
      expect(slides.flatMap((slide) => misplaced(slide, presentation))).toEqual([]);
      expect(slides.flatMap(spilled)).toEqual([]);
      expect(printed(presentation)).toBe(squeezed(textsOf(document.sections[0]?.blocks ?? [])));
      expect(new Set(slides.map(({ title }) => textOf(title))).size).toBe(slides.length);
      expect(slides.map(({ id }) => id)).toEqual(
        slides.map((_, index) => (index === 0 ? 'only' : `only--${index + 1}`)),
      );
    }),
    { numRuns: 60 },
  );
  expect(continued).toBeGreaterThan(10);
});

it('lists any number of sources, each once', () => {
  const [entry] = documents.en.sources;
  if (!entry) throw new Error('no source');
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.constantFrom(...languageTags()), (count, language) => {
      const sources = Array.from({ length: count }, (_, index) => ({ ...entry, number: index + 1 }));
      const document = { ...oneSlide([{ kind: 'sources', sources, at }]), language };
      const { presentation, diagnostics } = layoutDeck(document, theme);
      expect(diagnostics).toEqual([]);
      expect(presentation.slides.flatMap(spilled)).toEqual([]);
      const marks = presentation.slides.flatMap(({ shapes }) => shapes.flatMap(paragraphsOf));
      expect(marks.map(({ bullet }) => bullet?.number)).toEqual(sources.map(({ number }) => number));
    }),
    { numRuns: 15 },
  );
});
