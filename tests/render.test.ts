import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { documentTexts, slideTexts, squeeze, stands } from './support/office-text.js';
import {
  buildSample,
  sampleDecks as decks,
  repository,
  run,
  sampleSummaries as summaries,
  temporaryFolder,
} from './support/sample.js';

const hasOffice = ['soffice', 'pdftotext'].every(
  (tool) => run(tool, tool === 'soffice' ? ['--version'] : ['-v'], '.').code === 0,
);

// On a machine without LibreOffice there is nothing to look at; in CI its absence is a fault.
/**
 * The bundled fonts and no others: Arimo has Arial's widths, so lines break here as they do in PowerPoint and Word, on
 * every machine alike.
 */
function fontConfiguration(folder: string): string {
  const aliases = { Arial: 'Arimo', 'Microsoft YaHei': 'Noto Sans SC' };
  const lines = Object.entries(aliases).map(
    ([name, ours]) =>
      `<match><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="same"><string>${ours}</string></edit></match>`,
  );
  const path = join(folder, 'fonts.conf');
  const folders = `<dir>${join(repository, 'src', 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
  writeFileSync(path, `<?xml version="1.0"?><fontconfig>${folders}${lines.join('')}</fontconfig>`);
  return path;
}

describe.skipIf(!hasOffice && process.env.CI !== 'true')('the sample, rendered by LibreOffice', () => {
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
    files = buildSample();
    const profile = pathToFileURL(join(pdfs, 'profile')).href;
    const office = [
      '--headless',
      `-env:UserInstallation=${profile}`,
      '--convert-to',
      'pdf',
      '--outdir',
      pdfs,
    ];
    const { stderr } = run(
      'soffice',
      [...office, ...[...decks, ...summaries].map((file) => join(files, file))],
      pdfs,
      { FONTCONFIG_FILE: fontConfiguration(pdfs) },
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
    expect(pages.length).toBeLessThanOrEqual(6);
    expect(pages.filter((page) => page.length < 100)).toEqual([]);
    const whole = pages.join('');
    expect(documentTexts(readFileSync(join(files, summary))).filter((text) => !stands(text, whole))).toEqual(
      [],
    );
  });
});
