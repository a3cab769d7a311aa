/** The laws of the deck hold on slides of every size, and wherever a brand has title, content and foot. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Presentation } from '../../src/deck/model.js';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import type { Theme, ThemeLayout } from '../../src/document/theme.js';
import { languageTags } from '../../src/language/registry.js';
import { readPackage } from '../../src/ooxml/package.js';
import { placesOf } from '../../src/themes/layout/places.js';
import { sheetOf } from '../../src/themes/layout/sheet.js';
import { expectValid } from '../ooxml/validator.js';
import { slideIn } from './arbitraries.js';
import { documents, oneSlide, paragraphBlock, theme } from './fixtures.js';
import { misplaced, paragraphsOf, spilled } from './inspect.js';
import { brandLayout, slideSizes } from './layouts-of-brands.js';
import { pictures } from './pictures.js';

const inLayout = (layout: ThemeLayout): Theme => ({ ...theme, layout });
const wrong = (presentation: Presentation): string[] =>
  presentation.slides.flatMap((slide) => [...misplaced(slide, presentation), ...spilled(slide)]);
const cases = slideSizes.flatMap((slide) => Object.keys(documents).map((language) => ({ slide, language })));

describe('a deck with every layout', () => {
  it.each(cases)('fits on slides of $slide.w by $slide.h in, in $language', ({ slide, language }) => {
    const document = documents[language as keyof typeof documents];
    const { presentation, diagnostics } = layoutDeck(document, inLayout({ slide }));
    expect(diagnostics.map(({ message }) => message)).toEqual([]);
    expect(presentation.slide).toEqual({ w: expect.closeTo(slide.w, 2), h: expect.closeTo(slide.h, 2) });
    expect(wrong(presentation)).toEqual([]);
  });

  it('is the same on 16:9 of any size, with type in proportion', () => {
    const [usual, small] = [
      { w: 40 / 3, h: 7.5 },
      { w: 10, h: 5.625 },
    ].map((slide) => layoutDeck(documents.en, inLayout({ slide })).presentation) as [
      Presentation,
      Presentation,
    ];
    expect(sheetOf({ slide: { w: 10, h: 5.625 } }).scale).toBeCloseTo(0.75, 6);
    for (const [index, { shapes }] of usual.slides.entries()) {
      const others = small.slides[index]?.shapes ?? [];
      expect(others.map(({ name }) => name)).toEqual(shapes.map(({ name }) => name));
      for (const [position, shape] of shapes.entries()) {
        expect(others[position]?.box.w).toBeCloseTo(shape.box.w * 0.75, 4);
        const sizes = paragraphsOf(others[position] as typeof shape).map(({ size }) => size);
        expect(sizes).toEqual(paragraphsOf(shape).map(({ size }) => Math.floor(size * 1.5 + 1e-9) / 2));
      }
    }
  });

  it('gives a valid file of that size', async () => {
    const { presentation } = layoutDeck(documents.de, inLayout({ slide: { w: 10, h: 7.5 } }));
    const file = await writeDeck(presentation, pictures);
    await expectValid(file, 'pptx');
    const xml = new TextDecoder().decode(readPackage(file).parts.get('ppt/presentation.xml'));
    expect(xml).toContain('<p:sldSz cx="9144000" cy="6858000"');
    const part = (name: string): string => new TextDecoder().decode(readPackage(file).parts.get(name));
    // 18 points on 16:9 of 13.333 inches; the frame for the slide on notes is 4:3.
    expect(part('ppt/slideMasters/slideMaster1.xml')).toMatch(/<p:bodyStyle>.*?<a:defRPr sz="1550"/s);
    expect(part('ppt/notesMasters/notesMaster1.xml')).toMatch(
      /type="sldImg".*?<a:ext cx="4114800" cy="3086100"/s,
    );
  });
});

it("says how much room a brand's layout leaves where something does not fit into it", () => {
  const long = oneSlide([paragraphBlock('Investor briefing. '.repeat(60))], { layout: 'cover' });
  const hintIn = (layout: ThemeLayout): string | undefined =>
    layoutDeck(long, inLayout(layout)).diagnostics.find(({ code }) => code === 'deck/overflow')?.hint;
  const slide = { w: 10, h: 7.5 };
  expect(hintIn({ slide })).not.toContain('layout.body');
  expect(hintIn({ slide, body: { x: 1.5, y: 2, w: 7, h: 3.5 } })).toContain(
    'or give the theme a larger layout.body, which leaves 7.00 by 3.50 in for content',
  );
});

it('keeps text in its boxes and boxes apart in every brand, language and length, or says what does not fit', () => {
  let followed = 0;
  let fitted = 0;
  fc.assert(
    fc.property(fc.constantFrom(...languageTags()).chain(slideIn), brandLayout, (document, layout) => {
      if (placesOf(layout, 2).faults.length === 0) followed += 1;
      const { presentation, diagnostics } = layoutDeck(document, inLayout(layout));
      const said = diagnostics.map(({ code }) => code);
      expect(said.filter((code) => !/^deck\/(overflow|foot-too-long)$/.test(code))).toEqual([]);
      if (said.includes('deck/overflow')) return;
      fitted += 1;
      expect(wrong(presentation)).toEqual([]);
    }),
    { numRuns: 60 },
  );
  expect(followed).toBeGreaterThan(5);
  expect(fitted).toBeGreaterThan(40);
});
