import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slide } from '../../src/deck/model.js';
import { writeDeckFile } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import type { Document, Section } from '../../src/document/document.js';
import type { Theme } from '../../src/document/theme.js';
import { Memory } from '../../src/memory.js';
import { lintPackage, lintWritten } from '../../src/ooxml/lint.js';
import { slideIn } from './arbitraries.js';
import { documents, inlines, theme } from './fixtures.js';
import { anyPng, pictures } from './pictures.js';

/** What it was asked to make anew. */
class Counting extends Memory {
  readonly made: string[] = [];

  override recall<V>(kind: string, key: string, make: () => V): V {
    return super.recall(kind, key, () => {
      this.made.push(kind);
      return make();
    });
  }
}

const other: Document['citations'] = new Map(
  [...documents.en.citations].map(([id, citation], index) => [
    id,
    index === 0 ? { ...citation, text: `${citation.text} (new)` } : citation,
  ]),
);
const logo = {
  image: { type: 'png', bytes: anyPng, width: 96, height: 60 },
  onPrimary: false,
} as const;
const withSection = (index: number, change: Partial<Section>): Document => ({
  ...documents.en,
  sections: documents.en.sections.map((section, at) => (at === index ? { ...section, ...change } : section)),
});

/** Each is a deck that a person might have made of the one before. */
const decks: readonly (readonly [what: string, document: Document, theme: Theme])[] = [
  ['as it was', documents.en, theme],
  ['another title', withSection(2, { title: inlines('Something else') }), theme],
  ['other content', withSection(3, { blocks: documents.en.sections[1]?.blocks ?? [] }), theme],
  ['a slide less', { ...documents.en, sections: documents.en.sections.slice(1) }, theme],
  ['other evidence', { ...documents.en, citations: other }, theme],
  ['another issuer', { ...documents.en, issuer: 'Another office' }, theme],
  ['another date', { ...documents.en, editionDate: '2026-03-01' }, theme],
  [
    'another colour',
    documents.en,
    { ...theme, colors: { ...theme.colors, ink: '#202020', accent: '#00695C' } },
  ],
  ['another font', documents.en, { ...theme, fonts: { ...theme.fonts, latin: 'Verdana' } }],
  ['slides of another size', documents.en, { ...theme, layout: { slide: { w: 10, h: 7.5 } } }],
  ['a logo', documents.en, { ...theme, logo }] as never,
  ['another language', documents.de, theme],
  ['as at first', documents.en, theme],
];

async function made(document: Document, look: Theme, memory?: Memory) {
  const { presentation, diagnostics } = layoutDeck(document, look, memory);
  const file = await writeDeckFile(presentation, pictures, memory);
  return {
    presentation,
    diagnostics,
    bytes: Buffer.from(file.bytes).toString('base64'),
    said: lintWritten(file),
  };
}

describe('a deck made with what was remembered of others', () => {
  it('is the same as one made anew, whatever changed', async () => {
    const memory = new Memory();
    for (const [what, document, look] of decks)
      expect(await made(document, look, memory), what).toEqual(await made(document, look));
  }, 60_000);

  it('is made anew where something changed, and nowhere else', async () => {
    const memory = new Counting();
    await made(documents.en, theme, memory);
    const slides = documents.en.sections.length;
    const count = (kind: string): number => memory.made.filter((each) => each === kind).length;
    expect(count('deck-slide')).toBe(slides);
    memory.made.length = 0;
    await made(withSection(2, { title: inlines('Something else') }), theme, memory);
    expect(memory.made.sort()).toEqual(['deck-slide', 'pages', 'slide']);
    memory.made.length = 0;
    await made(documents.en, theme, memory);
    expect(memory.made).toEqual([]);
  });
});

describe('the file of any slide', () => {
  it.each(['en', 'de', 'zh-CN'])(
    'holds what the linter looked at, in %s',
    async (language) => {
      await fc.assert(
        fc.asyncProperty(slideIn(language), async (document) => {
          const { presentation } = layoutDeck(document, theme);
          const file = await writeDeckFile(presentation, pictures);
          expect(lintWritten(file)).toEqual(lintPackage(file.bytes));
          expect(lintWritten(file)).toEqual([]);
        }),
        { numRuns: 5 },
      );
    },
    120_000,
  );

  it('keeps no tree of a slide in memory', async () => {
    const { presentation } = layoutDeck(documents.en, theme);
    const { parts } = await writeDeckFile(presentation, pictures);
    const slides = parts.names(/^ppt\/(slides|notesSlides)\//);
    expect(slides.length).toBeGreaterThan(presentation.slides.length);
    for (const name of slides) expect(parts.packed(name), name).toMatchObject({ sound: true });
  });

  it('has the findings of all slides in order, and says which title is there twice', async () => {
    const { presentation } = layoutDeck(documents.en, theme);
    const [, , third, fourth] = presentation.slides as [Slide, Slide, Slide, Slide];
    const slides = presentation.slides.map((slide) =>
      slide === fourth ? { ...slide, title: third.title } : slide,
    );
    const twice = { ...presentation, slides };
    const file = await writeDeckFile(twice, pictures);
    const said = lintWritten(file);
    expect(said).toEqual(lintPackage(file.bytes));
    expect(said.map(({ code }) => code)).toEqual(['ooxml/slide-title']);
    expect(said[0]?.message).toMatch(/slide 4: title ".*" is that of slide 3 too/);
  });
});
