import { beforeAll, describe, expect, it } from 'vitest';
import type { Presentation } from '../../src/deck/model.js';
import { noteText } from '../../src/deck/notes.js';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import { readPackage } from '../../src/ooxml/package.js';
import { expectValid } from '../ooxml/validator.js';
import { documents, inlines, listBlock, oneSlide, theme } from './fixtures.js';
import { paragraphsOf, printedOf } from './inspect.js';
import { noPictures, pictures } from './pictures.js';

const decoded = (xml: string): string =>
  xml
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&');
/** Text of each paragraph of a part, but for empty ones and slide numbers. */
const paragraphs = (xml: string): string[] =>
  [...xml.matchAll(/<a:p>.*?<\/a:p>/gs)]
    .filter(([paragraph]) => !paragraph.includes('<a:fld'))
    .map(([paragraph]) =>
      decoded([...paragraph.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map(([, text]) => text).join('')),
    );
const partsOf = (bytes: Uint8Array): Map<string, string> => {
  const decoder = new TextDecoder();
  return new Map([...readPackage(bytes).parts].map(([name, part]) => [name, decoder.decode(part)]));
};

describe.each(Object.entries(documents))('the file of the deck in %s', (language, document) => {
  let presentation: Presentation;
  let bytes: Uint8Array;
  let parts: Map<string, string>;
  const slideXml = (index: number): string => parts.get(`ppt/slides/slide${index + 1}.xml`) ?? '';

  beforeAll(async () => {
    presentation = layoutDeck(document, theme).presentation;
    bytes = await writeDeck(presentation, pictures);
    parts = partsOf(bytes);
  });

  it('is valid for Office 2019 and Microsoft 365', async () => {
    await expectValid(bytes, 'pptx');
  }, 60_000);

  it('has the title of every slide in a title placeholder, first in reading order', () => {
    for (const [index, slide] of presentation.slides.entries()) {
      const [first = ''] = slideXml(index).match(/<p:sp>.*?<\/p:sp>/s) ?? [];
      expect(first).toMatch(/<p:ph[^>]* type="title"/);
      expect(paragraphs(first)).toEqual([printedOf(slide.title)]);
    }
  });

  it('has the title in the part of its place in which its lines are balanced', () => {
    const emu = (inches: number): string => String(Math.round(inches * 914_400));
    for (const [index, { titleBox }] of presentation.slides.entries()) {
      const [first = ''] = slideXml(index).match(/<p:sp>.*?<\/p:sp>/s) ?? [];
      expect(first).toContain(`<a:ext cx="${emu(titleBox.w)}" cy="${emu(titleBox.h)}"/>`);
    }
    const widths = presentation.slides.map(({ titleBox }) => titleBox.w);
    // Chinese titles are all short enough for a line.
    expect(new Set(widths).size).toBeGreaterThan(language === 'zh-CN' ? 2 : 3);
  });

  it('says on each slide what the presentation says, paragraph by paragraph', () => {
    for (const [index, slide] of presentation.slides.entries()) {
      const expected = [slide.title, ...slide.shapes.flatMap(paragraphsOf)].map(printedOf);
      const written = paragraphs(slideXml(index));
      expect(written.filter(Boolean)).toEqual(expected.filter(Boolean));
    }
  });

  it('has the speaker notes, a paragraph each', () => {
    for (const [index, slide] of presentation.slides.entries()) {
      if (slide.notes.length === 0) continue;
      const target = parts
        .get(`ppt/slides/_rels/slide${index + 1}.xml.rels`)
        ?.match(/notesSlides\/(\w+\.xml)/)?.[1];
      expect(paragraphs(parts.get(`ppt/notesSlides/${target}`) ?? '').filter(Boolean)).toEqual(
        slide.notes.map(noteText).filter(Boolean),
      );
    }
  });

  it('describes pictures and tables, and marks ornaments as such', () => {
    const all = presentation.slides.map((_, index) => slideXml(index)).join('');
    const pictureTags = [...all.matchAll(/<p:pic>.*?<\/p:pic>/gs)];
    expect(pictureTags).toHaveLength(5);
    for (const [picture] of pictureTags) expect(picture).toMatch(/descr="[^"]{20,}"/);
    for (const [frame] of all.matchAll(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs))
      expect(frame).toMatch(/descr="[^"]+"/);
    expect(all).not.toContain('decorative:');
    expect(all).toContain('adec:decorative');
  });

  it('carries title, author, company, subject and language', () => {
    const core = decoded(parts.get('docProps/core.xml') ?? '');
    expect(core).toContain(`<dc:title>${presentation.title}</dc:title>`);
    expect(core).toContain(`<dc:creator>${document.issuer}</dc:creator>`);
    expect(core).toContain(presentation.subject);
    expect(decoded(parts.get('docProps/app.xml') ?? '')).toContain(`<Company>${document.issuer}</Company>`);
    if (language !== 'en') expect(core).toContain(language);
  });

  it('names a layout for each kind of slide', () => {
    const names = [...parts]
      .filter(([name]) => /slideLayout\d+\.xml$/.test(name))
      .map(([, xml]) => xml.match(/<p:cSld name="([^"]+)"/)?.[1]);
    expect(names.sort()).toEqual(presentation.masters.map(({ name }) => name).sort());
  });
});

describe('the writer', () => {
  it('gives the same bytes for the same presentation, within one process', async () => {
    const { presentation } = layoutDeck(documents.en, theme);
    const first = await writeDeck(presentation, pictures);
    expect(Buffer.compare(await writeDeck(presentation, pictures), first)).toBe(0);
  });

  it('escapes what XML would take for markup, in text, names, addresses and properties', async () => {
    const document = {
      ...oneSlide([listBlock(['A & B < C "quoted" [R&D](https://example.com/?a=1&b=2)'])], {
        title: inlines('R&D <first>'),
      }),
      title: inlines('Zone & "Partners"'),
      issuer: 'Office <A&B>',
    };
    const { presentation } = layoutDeck(document, theme);
    const bytes = await writeDeck(presentation, noPictures);
    const slide = partsOf(bytes).get('ppt/slides/slide1.xml') ?? '';
    expect(paragraphs(slide)).toEqual(expect.arrayContaining(['R&D <first>', 'A & B < C "quoted" R&D']));
    await expectValid(bytes, 'pptx');
  }, 60_000);

  it('writes exact line distances, never shrinking text on its own', async () => {
    const { presentation } = layoutDeck(documents.en, theme);
    const slides = [...partsOf(await writeDeck(presentation, pictures))].filter(([name]) =>
      /slides\/slide/.test(name),
    );
    for (const [, xml] of slides) {
      expect(xml).not.toContain('normAutofit');
      if (xml.includes('<a:t>')) expect(xml).toContain('<a:spcPts');
    }
  });

  it('says which chart has no picture', async () => {
    const { presentation } = layoutDeck(documents.en, theme);
    await expect(writeDeck(presentation, noPictures)).rejects.toThrow(/"chart-share"/);
  });
});
