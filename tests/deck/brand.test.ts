import { describe, expect, it } from 'vitest';
import { brandedBands, footerText } from '../../src/deck/brand.js';
import { bandsFor } from '../../src/deck/grid.js';
import type { Box, Presentation } from '../../src/deck/model.js';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import type { Document } from '../../src/document/document.js';
import type { Theme } from '../../src/document/theme.js';
import { readPackage } from '../../src/ooxml/package.js';
import { expectValid } from '../ooxml/validator.js';
import { documents, theme } from './fixtures.js';
import { misplaced } from './inspect.js';
import { pictures } from './pictures.js';

const [bytes] = [...pictures.values()] as [Uint8Array];
/** Any picture does; it is as wide as its size says. */
const logo: NonNullable<Theme['logo']> = {
  image: { bytes, type: 'png', width: 400, height: 100 },
  onPrimary: false,
};
/** A brand of 4:3 slides, whose titles stand on a band. */
const layout: NonNullable<Theme['layout']> = {
  slide: { w: 10, h: 7.5 },
  title: { x: 0.5, y: 0.2, w: 9, h: 0.9 },
  titleBand: true,
};
const brand: Theme = { ...theme, logo, layout, footer: { show: ['issuer'], text: { en: 'For discussion' } } };
const laidOut = (document: Document, own: Theme): Presentation => {
  const { presentation, diagnostics } = layoutDeck(document, own);
  expect(diagnostics).toEqual([]);
  return presentation;
};
const contentMaster = ({ masters }: Presentation) =>
  masters.find(({ background }) => background === 'paper')!;
const apart = (a: Box, b: Box): boolean =>
  a.x + a.w <= b.x + 1e-9 || b.x + b.w <= a.x + 1e-9 || a.y + a.h <= b.y + 1e-9 || b.y + b.h <= a.y + 1e-9;

describe("a brand's places", () => {
  it('change nothing where the theme names none', () => {
    for (const lines of [1, 2] as const)
      expect(brandedBands(bandsFor(lines), undefined)).toEqual(bandsFor(lines));
  });

  it('move titles to where the master has them, in proportion to its slides, and content with them', () => {
    const bands = bandsFor(1);
    const moved = brandedBands(bands, { slide: { w: 11, h: 5 }, title: { x: 0, y: 0.4, w: 9, h: 0.4 } });
    // The middle of 0.4 to 0.8 of 5 inches is at 0.9 of 7.5.
    expect(moved.title.y + moved.title.h / 2).toBeCloseTo(0.9, 6);
    expect(moved.content.y - moved.title.y).toBeCloseTo(bands.content.y - bands.title.y, 6);
    expect(moved.content.y + moved.content.h).toBeCloseTo(bands.content.y + bands.content.h, 6);
  });

  it('leave titles where they are for a brand that has them in the middle of the slide', () => {
    const bands = bandsFor(2);
    expect(brandedBands(bands, { title: { x: 0, y: 3, w: 9, h: 1 } })).toEqual(bands);
  });

  it('may be anywhere: titles stay on the slide and off the content', () => {
    for (const y of [-5, -0.2, 0, 0.5, 1.1]) {
      for (const titleBand of [true, false]) {
        const { title, content, band } = brandedBands(bandsFor(2), {
          title: { x: 0, y, w: 9, h: 0.8 },
          titleBand,
        });
        expect(title.y).toBeGreaterThan(0.3);
        expect(apart(title, content)).toBe(true);
        if (band) expect(apart(band, content)).toBe(true);
        expect(content.h).toBeGreaterThan(4);
      }
    }
  });
});

describe.each(Object.entries(documents))('a deck in a brand, in %s', (_, document) => {
  it('has nothing out of place', () => {
    const presentation = laidOut(document, brand);
    // The logo lies on its plate, and this on the panel; titles on their band.
    const meant = /master (Panel|Logo plate) overlaps master Logo|master Title band overlaps Title/;
    for (const slide of presentation.slides)
      expect(misplaced(slide, presentation).filter((fault) => !meant.test(fault))).toEqual([]);
  });
});

describe('the masters of a brand', () => {
  const presentation = laidOut(documents.en, brand);
  const master = contentMaster(presentation);

  it('set titles on the band in its colour, the slides too', () => {
    expect(master.shapes[0]).toMatchObject({ name: 'Title band', fill: 'primary', box: { x: 0, y: 0 } });
    expect(master.title).toMatchObject({ colour: 'onPrimary', anchor: 'middle' });
    for (const slide of presentation.slides.filter((each) => each.master === master.name))
      expect(slide.title.runs.map(({ colour }) => colour)).toEqual(slide.title.runs.map(() => 'onPrimary'));
  });

  it('show the logo undistorted beside the footer, clear of it and of the number', () => {
    const box = (name: string): Box => master.shapes.find((shape) => shape.name === name)!.box;
    expect(box('Logo').w / box('Logo').h).toBeCloseTo(4, 6);
    expect(apart(box('Logo'), box('Footer'))).toBe(true);
    expect(apart(box('Logo'), master.number!.box)).toBe(true);
  });

  it('show it on the cover on a plate, unless it can be seen on the primary colour', () => {
    const names = (own: Theme) =>
      laidOut(documents.en, own)
        .masters.find(({ background }) => background === 'primary')!
        .shapes.map(({ name }) => name);
    expect(names(brand).slice(-2)).toEqual(['Logo plate', 'Logo']);
    expect(names({ ...brand, logo: { ...logo, onPrimary: true } }).slice(-2)).toEqual(['Accent', 'Logo']);
  });

  it('say in the footer what the theme says', () => {
    expect(footerText(documents.en, brand)).toBe(`${documents.en.issuer}  ·  For discussion`);
    expect(footerText(documents.de, brand)).toBe(documents.de.issuer);
    expect(footerText(documents.de, {})).toBe(`${documents.de.zoneName}  ·  ${documents.de.issuer}`);
  });

  it('give a valid file that holds the logo once', async () => {
    const file = await writeDeck(presentation, pictures);
    await expectValid(file, 'pptx');
    const { parts } = readPackage(file);
    const logos = [...parts].filter(
      ([name, part]) => name.startsWith('ppt/media/') && Buffer.compare(part, bytes) === 0,
    );
    expect(logos.length).toBe(1);
    const layouts = [...parts].filter(([name]) => /slideLayouts\/_rels\//.test(name));
    const shown = layouts.filter(([, part]) => new TextDecoder().decode(part).includes('/media/'));
    expect(shown.length).toBeGreaterThan(5);
  });
});
