/** Whatever the content and the language: text stays in its box, boxes clear of each other, and nothing is lost. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Presentation, Shape } from '../../src/deck/model.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import { languageFor, languageTags } from '../../src/language/registry.js';
import { slideIn } from './arbitraries.js';
import { at, documents, oneSlide, theme } from './fixtures.js';
import { misplaced, paragraphsOf, spilled, textOf, textsOf } from './inspect.js';

const slideOf = fc.constantFrom(...languageTags()).chain(slideIn);

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
