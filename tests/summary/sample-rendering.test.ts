import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import type { Arrangement } from '../../src/facts/schema.js';
import { geometryFor, twipsPerPoint } from '../../src/summary/geometry.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { runsOf, textOf as wordsOf } from '../../src/summary/runs.js';
import { squeeze } from '../support/office-text.js';
import { linesOfPages, whiteBands } from '../support/page-marks.js';
import { bundledFontsOnly, fontsWithoutArial, hasTools, inCi, renderPdf } from '../support/rendering.js';
import { run, temporaryFolder } from '../support/sample.js';
import { contentsOf, wrongEntries } from './contents-list.js';
import { plainPictures } from './fixtures.js';
import { sampleDocuments } from './sample-documents.js';

const hasOffice = hasTools('soffice', 'pdftotext', 'pdftoppm', 'pdffonts');

const forms: readonly (readonly [languages: readonly string[], arrangement: Arrangement])[] = [
  [['zh-CN', 'en'], 'facing'],
  [['zh-CN', 'de'], 'facing'],
  [['zh-CN'], 'facing'],
  [['en'], 'facing'],
  [['de'], 'facing'],
  [['zh-CN', 'en'], 'sequential'],
  [['zh-CN', 'de'], 'sequential'],
];
const cases = forms.map(([languages, arrangement]) => ({
  name: `${languages.join('-')}-${arrangement}`,
  languages,
  arrangement,
}));

/** Of the height of its text: what a page but the last of its language may have white at its foot. */
const mostWhite = 0.2;

describe.skipIf(!hasOffice && !inCi).each([
  { fonts: 'the bundled fonts, as wide as Arial', choose: bundledFontsOnly },
  { fonts: 'no Arial, nor any font as wide', choose: fontsWithoutArial },
])('the summaries of the sample, rendered by LibreOffice with $fonts', ({ choose }) => {
  const folder = temporaryFolder();
  const files = new Map<string, Uint8Array>();
  let documents: ReadonlyMap<string, Document>;
  const pdf = (name: string): string => join(folder, `${name}.pdf`);
  const textOf = (name: string): string =>
    run('pdftotext', ['-raw', '-enc', 'UTF-8', pdf(name), '-'], folder).stdout;

  beforeAll(async () => {
    expect(hasOffice, 'soffice and poppler’s tools are there').toBe(true);
    const sample = await sampleDocuments(['zh-CN', 'en', 'de']);
    ({ documents } = sample);
    for (const { name, languages, arrangement } of cases) {
      const sides = languages.map((language) => documents.get(language) as Document);
      const { model, diagnostics } = modelSummary(sides, sample.theme, arrangement);
      expect(diagnostics).toEqual([]);
      files.set(name, await writeSummary(model, plainPictures(sides)));
      writeFileSync(join(folder, `${name}.docx`), files.get(name) as Uint8Array);
    }
    const all = cases.map(({ name }) => join(folder, `${name}.docx`));
    const { stderr } = renderPdf(all, folder, choose);
    expect(textOf(cases[0]?.name ?? '').length, stderr).toBeGreaterThan(1000);
  });

  it('are set in Arial or a font as wide', () => {
    const fonts = run('pdffonts', [pdf('en-facing')], folder).stdout;
    expect(fonts).toMatch(/\+Arimo-Regular/);
    expect(fonts).not.toMatch(/DejaVu/);
  });

  it.each(cases)('$name: each section is on the page that the contents say', ({ name }) => {
    const entries = contentsOf(files.get(name) as Uint8Array);
    const text = textOf(name);
    if (text.split('\f').length - 1 > 6) expect(entries.length).toBeGreaterThan(8);
    expect(wrongEntries(entries, text)).toEqual([]);
  });

  it.each(cases)('$name: pages are filled to their feet', ({ name, languages, arrangement }) => {
    const { page, margin } = geometryFor(arrangement === 'facing' ? languages.length : 1);
    const area = {
      top: margin.top / twipsPerPoint,
      bottom: (page.height - margin.bottom) / twipsPerPoint,
    };
    const bands = whiteBands(pdf(name), area);
    expect(bands.length).toBeGreaterThan(4);
    // The last page of a language comes before one that begins with a title.
    const texts = textOf(name).split('\f');
    const titles = languages.map((language) =>
      squeeze(wordsOf(runsOf(documents.get(language)?.title ?? [], language))),
    );
    const begins = (text: string): boolean => titles.some((title) => squeeze(text).startsWith(title));
    expect(begins(texts[0] ?? '')).toBe(true);
    const white = bands.flatMap((share, index) => {
      const last = index === bands.length - 1 || begins(texts[index + 1] ?? '');
      return last || share <= mostWhite ? [] : [`page ${index + 1}: ${Math.round(share * 100)} %`];
    });
    expect(white).toEqual([]);
  });

  it.each(cases)('$name: no line of text runs into the footnotes', ({ name }) => {
    // Footnotes are the lines of 7.5 points at the end of a page.
    const height = ({ top, bottom }: { top: number; bottom: number }) => bottom - top;
    const wrong = linesOfPages(pdf(name)).flatMap((lines, index) => {
      const inside = lines
        .filter(({ bottom }) => bottom < 797)
        .sort((one, other) => other.bottom - one.bottom);
      const notes = inside.findIndex((line) => height(line) > 10.9);
      const text = inside[notes];
      const first = inside
        .slice(0, notes)
        .filter((line) => height(line) > 9)
        .at(-1);
      return text && first && text.bottom > first.top + 1 ? [`page ${index + 1}: ${text.text}`] : [];
    });
    expect(wrong).toEqual([]);
  });
});
