import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentTexts, slideTexts, squeeze, stands } from './support/office-text.js';
import { hasTools, inCi, renderPdf } from './support/rendering.js';
import {
  builtSample,
  sampleDecks as decks,
  run,
  sampleSummaries as summaries,
  temporaryFolder,
} from './support/sample.js';

const hasOffice = hasTools('soffice', 'pdftotext');

describe.skipIf(!hasOffice && !inCi)('the sample, rendered by LibreOffice', () => {
  let files = '';
  const pdfs = temporaryFolder();
  /** Pages of a file's rendering, in the order of the content, without blanks. */
  const pagesOf = (file: string): string[] => {
    const text = run(
      'pdftotext',
      ['-raw', '-enc', 'UTF-8', join(pdfs, file.replace(/\.\w+$/, '.pdf')), '-'],
      pdfs,
    ).stdout;
    return text.split('\f').slice(0, -1).map(squeeze);
  };

  beforeAll(() => {
    expect(hasOffice, 'soffice and pdftotext are there').toBe(true);
    files = builtSample();
    const { stderr } = renderPdf(
      [...decks, ...summaries].map((file) => join(files, file)),
      pdfs,
    );
    expect(readdirSync(pdfs).filter((name) => name.endsWith('.pdf')).length, stderr).toBe(
      decks.length + summaries.length,
    );
  });

  it('is made of the decks and summaries that zone.yaml asks for', () => {
    expect(readdirSync(files).filter((name) => /\.(pptx|docx)$/.test(name))).toEqual([
      ...decks,
      ...summaries,
    ]);
  });

  it.each(decks)('shows every slide of %s with all of its text', (deck) => {
    const slides = slideTexts(readFileSync(join(files, deck)));
    const pages = pagesOf(deck);
    expect(pages.length).toBe(slides.length);
    expect(slides.length).toBeGreaterThanOrEqual(12);
    const missing = slides.flatMap((paragraphs, index) =>
      paragraphs
        .filter((text) => !stands(text, pages[index] as string))
        .map((text) => `slide ${index + 1}: ${text}`),
    );
    expect(missing).toEqual([]);
  });

  it.each(summaries)('shows every page of %s with all of its text', (summary) => {
    const pages = pagesOf(summary);
    expect(pages.length).toBeGreaterThanOrEqual(4);
    // With the annex, and with the contents list that more than six pages have.
    expect(pages.length).toBeLessThanOrEqual(8);
    expect(pages.filter((page) => page.length < 100)).toEqual([]);
    const whole = pages.join('');
    expect(documentTexts(readFileSync(join(files, summary))).filter((text) => !stands(text, whole))).toEqual(
      [],
    );
  });
});
