import { describe, expect, it } from 'vitest';
import { footTexts } from '../../src/deck/brand.js';
import type { Box, Presentation } from '../../src/deck/model.js';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import type { Document } from '../../src/document/document.js';
import type { Theme } from '../../src/document/theme.js';
import { languageFor } from '../../src/language/registry.js';
import { readPackage } from '../../src/ooxml/package.js';
import { overlap } from '../../src/themes/layout/sheet.js';
import { expectValid } from '../ooxml/validator.js';
import { documents, theme } from './fixtures.js';
import { misplaced } from './inspect.js';
import { anyPng, pictures } from './pictures.js';

const bytes = anyPng;
/** Any picture does; it is as wide as its size says. */
const logo: NonNullable<Theme['logo']> = {
  image: { bytes, type: 'png', width: 400, height: 100 },
  onPrimary: false,
};
/** A brand of 4:3 slides, whose titles stand on a band. */
const layout: NonNullable<Theme['layout']> = {
  slide: { w: 10, h: 7.5 },
  title: { x: 0.5, y: 0.2, w: 9, h: 0.9 },
  grounds: [{ x: 0, y: 0, w: 10, h: 1.3, color: 'primary' }],
};
const brand: Theme = { ...theme, logo, layout, footer: { show: ['issuer'], text: { en: 'For discussion' } } };
const laidOut = (document: Document, own: Theme): Presentation => {
  const { presentation, diagnostics } = layoutDeck(document, own);
  expect(diagnostics).toEqual([]);
  return presentation;
};
const contentMaster = ({ masters }: Presentation) =>
  masters.find(({ background }) => background === 'paper')!;
const apart = (a: Box, b: Box): boolean => !overlap(a, b);

describe.each(Object.entries(documents))('a deck in a brand, in %s', (_, document) => {
  it('has nothing out of place', () => {
    const presentation = laidOut(document, brand);
    // The logo lies on its plate, and this on the panel.
    const meant = /master (Panel|Logo plate) overlaps master Logo/;
    for (const slide of presentation.slides)
      expect(misplaced(slide, presentation).filter((fault) => !meant.test(fault))).toEqual([]);
  });
});

describe('the masters of a brand', () => {
  const presentation = laidOut(documents.en, brand);
  const master = contentMaster(presentation);

  it('set titles on the band in its colour, the slides too', () => {
    expect(master.shapes[0]).toMatchObject({ name: 'Ground 1', fill: 'primary', box: { x: 0, y: 0, w: 10 } });
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
    const foot = (document: Document, own: Pick<Theme, 'footer' | 'layout'>) =>
      footTexts(document, languageFor(document.language), own);
    expect(foot(documents.en, brand)).toEqual({ footers: [`${documents.en.issuer}  ·  For discussion`] });
    expect(foot(documents.de, brand).footers).toEqual([documents.de.issuer]);
    const { zoneName, issuer } = documents.de;
    expect(foot(documents.de, {}).footers).toEqual([`${zoneName}  ·  ${issuer}`, issuer]);
  });

  it('put the date of the edition where the layout has a place for it', () => {
    const date = { x: 0.5, y: 7, w: 2, h: 0.3 };
    const own = { ...brand, footer: undefined, layout: { ...layout, date } };
    const dated = contentMaster(laidOut(documents.en, own)).shapes.find(({ name }) => name === 'Date');
    expect(dated).toMatchObject({ kind: 'text', box: { x: expect.closeTo(0.5, 6) } });
    const without = contentMaster(laidOut(documents.en, { ...own, footer: { show: ['issuer'] } }));
    expect(without.shapes.map(({ name }) => name)).not.toContain('Date');
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
