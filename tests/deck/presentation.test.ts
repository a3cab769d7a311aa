import { describe, expect, it } from 'vitest';
import { layoutDeck } from '../../src/deck/presentation.js';
import { linesOf } from '../../src/deck/text.js';
import { formatDiagnostic } from '../../src/diagnostic.js';
import type { Block } from '../../src/document/document.js';
import { at, documents, inlines, listBlock, oneSlide, paragraphBlock, theme } from './fixtures.js';
import { misplaced, paragraphsOf, runsOf, textOf, textsOf, titleOf } from './inspect.js';

const languages = Object.entries(documents);

describe.each(languages)('a whole deck in %s', (_language, document) => {
  const { presentation, diagnostics } = layoutDeck(document, theme);

  it('fits without a finding', () => {
    expect(diagnostics.map(formatDiagnostic)).toEqual([]);
  });

  it('has a slide for every section, each with its own title', () => {
    const titles = presentation.slides.map(({ title }) => textOf(title));
    expect(titles).toEqual(document.sections.map(titleOf));
    expect(new Set(titles).size).toBe(titles.length);
    expect(presentation.slides).toHaveLength(18);
  });

  it('sets every box inside the slide and clear of the others', () => {
    expect(presentation.slides.flatMap((slide) => misplaced(slide, presentation))).toEqual([]);
  });

  it('prints all the text of the Document', () => {
    for (const [index, section] of document.sections.entries()) {
      const printed = presentation.slides[index]?.shapes.flatMap(paragraphsOf).map(textOf) ?? [];
      for (const text of textsOf(section.blocks))
        expect(
          printed.some((each) => each.includes(text)),
          text,
        ).toBe(true);
    }
  });

  it('makes each figure a run of its own that knows its fact', () => {
    for (const [index, section] of document.sections.entries()) {
      const slide = presentation.slides[index];
      if (!slide) throw new Error('slide missing');
      for (const run of runsOf(slide).filter(({ fact }) => fact !== undefined))
        expect(run.said ?? run.text).toBe(document.citations.get(run.fact as string)?.text);
      if (section.id === 'funds')
        expect(runsOf(slide).map(({ fact }) => fact)).toEqual(expect.arrayContaining(['funds.paid-in']));
    }
  });

  it('keeps text at sizes that can be read from the last row', () => {
    for (const slide of presentation.slides) {
      for (const shape of slide.shapes) {
        const least = shape.name === 'Source' ? 9 : shape.kind === 'table' ? 10.5 : 11;
        for (const paragraph of paragraphsOf(shape)) expect(paragraph.size).toBeGreaterThanOrEqual(least);
      }
    }
  });

  it('sets the titles of all content slides in one size', () => {
    const set = presentation.slides.filter(({ layout }) => layout !== 'cover' && layout !== 'section');
    const sizes = set.map(({ title }) => title.size);
    expect(new Set(sizes).size).toBe(1);
  });

  it('keeps the size of a title whose second line is short, and balances its lines instead', () => {
    const title = inlines(
      'Integrated circuits carry the zone, and the zone carries all of Chongqing electronics along',
    );
    const sections = documents.en.sections.map((section, index) =>
      index === 3 ? { ...section, title } : section,
    );
    const { presentation: deck } = layoutDeck({ ...documents.en, sections }, theme);
    const content = deck.slides.filter(({ layout }) => layout !== 'cover' && layout !== 'section');
    expect(new Set(content.map((slide) => slide.title.size)).size).toBe(1);
    const { titleBox, title: set, master } = deck.slides[3] as (typeof deck.slides)[0];
    const { box } = (deck.masters.find(({ name }) => name === master) as (typeof deck.masters)[0]).title;
    expect(titleBox).toEqual({ ...box, w: titleBox.w });
    expect(titleBox.w).toBeLessThan(box.w);
    expect(linesOf(set, titleBox.w)).toHaveLength(2);
  });

  it('gives every shape of a slide a name of its own', () => {
    for (const { shapes } of presentation.slides)
      expect(new Set(shapes.map(({ name }) => name)).size).toBe(shapes.length);
  });
});

describe('titles', () => {
  it('take two lines in their band when one is long, on all slides alike', () => {
    const long =
      'Integrated circuits carry the zone, and the zone carries the whole of Chongqing’s electronics industry';
    const document = { ...documents.en, sections: [...documents.en.sections] };
    document.sections[3] = {
      ...(document.sections[3] as (typeof document.sections)[0]),
      title: inlines(long),
    };
    const { presentation, diagnostics } = layoutDeck(document, theme);
    expect(diagnostics).toEqual([]);
    const boxes = presentation.masters
      .filter(({ shapes }) => shapes.some(({ name }) => name === 'Footer'))
      .map(({ title }) => title.box.h);
    expect(new Set(boxes).size).toBe(1);
    expect(boxes[0]).toBeGreaterThan(
      layoutDeck(documents.en, theme).presentation.masters[2]?.title.box.h ?? 9,
    );
    expect(presentation.slides.flatMap((slide) => misplaced(slide, presentation))).toEqual([]);
  });

  it('report a slide without one', () => {
    const { diagnostics } = layoutDeck(oneSlide([paragraphBlock('Text')], { title: [] }), theme);
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'deck/no-title', severity: 'error' })]);
    expect(diagnostics[0]?.message).toContain('"only"');
  });

  it('report two slides with the same one, naming both', () => {
    const document = oneSlide([paragraphBlock('Text')]);
    const [section] = document.sections;
    if (!section) throw new Error('section missing');
    const twice = { ...document, sections: [section, { ...section, id: 'second' }] };
    const { diagnostics } = layoutDeck(twice, theme);
    expect(diagnostics.map(({ code }) => code)).toEqual(['deck/duplicate-title']);
    expect(diagnostics[0]?.message).toMatch(/"only" and "second".*"A finding"/);
  });

  it('report one that is too long for its band', () => {
    const { diagnostics } = layoutDeck(oneSlide([], { title: inlines('finding '.repeat(60)) }), theme);
    expect(diagnostics.map(({ code }) => code)).toEqual(['deck/overflow']);
    expect(diagnostics[0]?.message).toContain('"Title"');
  });
});

describe('text that does not fit', () => {
  const words = 'This sentence says the same again and again, until the slide is full. ';

  /** A row is never cut. */
  const overlong: Block = {
    kind: 'table',
    align: ['left', 'left'],
    header: [inlines('Name'), inlines('What it is')],
    rows: [[inlines('Row'), inlines(words.repeat(60))]],
    at,
  };

  it('shrinks before it goes on', () => {
    const size = (times: number): number => {
      const document = oneSlide([paragraphBlock(words.repeat(times))], { layout: 'text' });
      const { presentation, diagnostics } = layoutDeck(document, theme);
      expect(diagnostics).toEqual([]);
      return presentation.slides[0]?.shapes.flatMap(paragraphsOf)[0]?.size ?? 0;
    };
    expect(size(3)).toBeGreaterThan(size(18));
    expect(size(18)).toBeGreaterThanOrEqual(12);
  });

  it('is an error that names slide, shape and surplus, at the section’s place', () => {
    const place = { file: 'deck.en.md.hbs', line: 40 };
    const document = oneSlide([overlong], { at: place });
    const { diagnostics } = layoutDeck(document, theme);
    expect(diagnostics).toEqual([
      expect.objectContaining({ code: 'deck/overflow', severity: 'error', at: place }),
    ]);
    expect(diagnostics[0]?.message).toMatch(/"only".*"Table".* \d+\.\d\d in \(\d+ pt\)/);
  });

  it('reports a word that is wider than its box', () => {
    const tiles = Array.from({ length: 2 }, () => ({ value: inlines('1'), label: inlines('x'.repeat(300)) }));
    const { diagnostics } = layoutDeck(oneSlide([{ kind: 'tiles', tiles, at: { file: 'x' } }]), theme);
    expect(diagnostics.map(({ code }) => code)).toEqual(['deck/overflow']);
    expect(diagnostics[0]?.message).toContain('a word in "Key figure"');
  });

  it('does not stop the rest: all findings of a deck come at once', () => {
    const document = oneSlide([overlong]);
    const [section] = document.sections;
    if (!section) throw new Error('section missing');
    const sections = ['one', 'two', 'three'].map((id) => ({ ...section, id, title: inlines(id) }));
    const { diagnostics, presentation } = layoutDeck({ ...document, sections }, theme);
    expect(diagnostics).toHaveLength(3);
    expect(presentation.slides).toHaveLength(3);
  });
});

describe('layouts', () => {
  it('reports a name that is none, with those that are', () => {
    const { diagnostics, presentation } = layoutDeck(
      oneSlide([paragraphBlock('a')], { layout: 'hero' }),
      theme,
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['deck/unknown-layout']);
    expect(diagnostics[0]?.message).toContain('"hero"');
    expect(diagnostics[0]?.expected).toContain('key-figures');
    expect(presentation.slides).toHaveLength(1);
  });

  it('has no master missing, and each with a title placeholder of its own', () => {
    const { presentation } = layoutDeck(documents.en, theme);
    expect(presentation.masters.map(({ name }) => name)).toEqual([
      'Cover',
      'Section',
      'Key figures',
      'Statement',
      'Quote',
      'Text',
      'Chart',
      'Two charts',
      'Table',
      'Process',
      'Timeline',
      'Columns',
      'Sources',
    ]);
  });
});

describe('runs', () => {
  it('take control characters and line ends out of the text', () => {
    const document = oneSlide([paragraphBlock('one\u0000two\nthree\uFFFEfour')], { layout: 'text' });
    const [slide] = layoutDeck(document, theme).presentation.slides;
    expect(slide?.shapes.flatMap(paragraphsOf).map(textOf)).toEqual(['one two three four']);
  });

  it('carry the address of a link', () => {
    const document = oneSlide([listBlock(['See [the report](https://example.com/a?b=1&c=2) first'])]);
    const [slide] = layoutDeck(document, theme).presentation.slides;
    const linked = slide ? runsOf(slide).filter(({ url }) => url) : [];
    expect(linked).toEqual([
      expect.objectContaining({ text: 'the report', url: 'https://example.com/a?b=1&c=2' }),
    ]);
  });

  it('set short figures in lists bold, and leave names and sentences plain', () => {
    const name = 'the first national high-tech service cluster for inspection and testing, of 2012';
    const document = oneSlide([listBlock(['Grew by {a} thanks to {b}'], { a: '78.6%', b: name })]);
    const [slide] = layoutDeck(document, theme).presentation.slides;
    const bold = new Map((slide ? runsOf(slide) : []).map((run) => [run.fact, run.bold]));
    expect(bold.get('a')).toBe(true);
    expect(bold.get('b')).toBe(false);
  });
});
