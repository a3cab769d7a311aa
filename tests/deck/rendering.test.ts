/** Decks as LibreOffice shows them: what is printed stands where the layout put it. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Box, Presentation, Slide } from '../../src/deck/model.js';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import { pointsPerInch } from '../../src/deck/text.js';
import type { Document } from '../../src/document/document.js';
import { hasTools, inCi, renderPdf } from '../support/rendering.js';
import { run, temporaryFolder } from '../support/sample.js';
import { slideIn } from './arbitraries.js';
import { documents, inlines, theme } from './fixtures.js';
import { paragraphsOf, textOf } from './inspect.js';
import { pictures } from './pictures.js';

const hasOffice = hasTools('soffice', 'pdftotext');

/** The fixtures' slides, then such with much text: the same on every run. */
function fullDeck(document: Document): Document {
  const more = fc
    .sample(slideIn(document.language), { seed: 7, numRuns: 8 })
    .flatMap(({ sections }) => sections)
    .map((section, index) => ({ ...section, id: `more-${index}`, title: inlines(`${index + 1}. ${index}`) }));
  return { ...document, sections: [...document.sections, ...more] };
}

interface Word {
  readonly text: string;
  readonly box: Box;
}

const decoded = (text: string): string =>
  text.replace(/&(lt|gt|quot|apos|amp|#\d+);/g, (_, name: string) => {
    const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
    return named[name] ?? String.fromCodePoint(Number(name.slice(1)));
  });

/** The words on each page of a PDF, with their places in inches. */
function wordsOf(pdf: string): Word[][] {
  const xml = run('pdftotext', ['-bbox-layout', '-enc', 'UTF-8', pdf, '-'], '.').stdout;
  return xml
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)<\/word>/g)].map(
        ([, ...found]) => {
          const [left, top, right, bottom] = found.slice(0, 4).map((each) => Number(each) / pointsPerInch);
          const [x, y] = [left as number, top as number];
          return {
            text: decoded(found[4] as string),
            box: { x, y, w: (right as number) - x, h: (bottom as number) - y },
          };
        },
      ),
    );
}

/** What may hold text on a slide, with the text that it holds, blanks left out. */
function placesOn(slide: Slide, presentation: Presentation): { box: Box; text: string }[] {
  const master = presentation.masters.find(({ name }) => name === slide.master);
  if (!master) throw new Error(`no master ${slide.master}`);
  const shapes = [...master.shapes, ...slide.shapes].filter(
    ({ kind }) => kind === 'text' || kind === 'table',
  );
  const squeezed = (texts: readonly string[]): string => texts.join('').replace(/\s+/gu, '');
  return [
    { box: master.title.box, text: squeezed([textOf(slide.title)]) },
    ...(master.number
      ? [{ box: master.number.box, text: String(presentation.slides.indexOf(slide) + 1) }]
      : []),
    ...shapes.map((shape) => ({ box: shape.box, text: squeezed(paragraphsOf(shape).map(textOf)) })),
  ];
}

/** Inches. */
const tolerance = 0.03;
/** pdftotext gives a word the height of its font's box, of which letters take no more than the middle. */
const besideLetters = 0.17;
/** Chinese setting lets these hang over the end of a line, by an em at most. */
const hanging = /[，。、；：！？”’）」》]$/u;

/** Whether a word's letters stand inside a box. */
function within({ text, box }: Word, outer: Box): boolean {
  const spared = box.h * besideLetters;
  const overhang = hanging.test(text) ? box.h * (1 - 2 * besideLetters) * 1.15 : 0;
  return (
    box.x >= outer.x - tolerance &&
    box.y + spared >= outer.y - tolerance &&
    box.x + box.w <= outer.x + outer.w + overhang + tolerance &&
    box.y + box.h - spared <= outer.y + outer.h + tolerance
  );
}
const mark = /^(?:[•●]|\d+\.)$/u;

describe.skipIf(!hasOffice && !inCi)('decks, rendered by LibreOffice', () => {
  const folder = temporaryFolder();
  const presentations = new Map<string, Presentation>();

  beforeAll(async () => {
    expect(hasOffice, 'soffice and pdftotext are there').toBe(true);
    const files: string[] = [];
    for (const [language, document] of Object.entries(documents)) {
      const { presentation, diagnostics } = layoutDeck(fullDeck(document), theme);
      expect(diagnostics).toEqual([]);
      presentations.set(language, presentation);
      const file = join(folder, `${language}.pptx`);
      writeFileSync(file, await writeDeck(presentation, pictures));
      files.push(file);
    }
    renderPdf(files, folder);
  });

  it.each(Object.keys(documents))('keep every word of %s within the shape that holds it', (language) => {
    const presentation = presentations.get(language) as Presentation;
    const pages = wordsOf(join(folder, `${language}.pdf`));
    expect(pages.length).toBe(presentation.slides.length);
    expect(pages.length).toBeGreaterThan(documents.en.sections.length + 8);
    const astray = presentation.slides.flatMap((slide, index) => {
      const places = placesOn(slide, presentation);
      const words = pages[index] as Word[];
      if (words.length === 0) return [`${slide.id}: nothing is printed`];
      return words
        .filter(
          (word) =>
            !places.some(
              ({ box, text }) => within(word, box) && (text.includes(word.text) || mark.test(word.text)),
            ),
        )
        .map(({ text, box }) => `${slide.id}: "${text}" at ${JSON.stringify(box)}`);
    });
    expect(astray).toEqual([]);
  });
});
