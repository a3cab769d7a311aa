import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/document/document.js';
import type { Arrangement } from '../../src/facts/schema.js';
import { readPackage } from '../../src/ooxml/package.js';
import { child, descendants, elements, parseXml, textOf } from '../../src/ooxml/xml.js';
import { gridFor } from '../../src/summary/grid.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { squeeze } from '../support/office-text.js';
import { hasTools, inCi, renderPdf } from '../support/rendering.js';
import { run, temporaryFolder } from '../support/sample.js';
import type { FixtureLanguage } from './fixture-facts.js';
import { plainPictures, theme } from './fixtures.js';
import { longBriefing } from './long.js';

const hasOffice = hasTools('soffice', 'pdftotext');

interface Made {
  readonly name: string;
  readonly languages: readonly FixtureLanguage[];
  readonly arrangement: Arrangement;
}

const made = (arrangement: Arrangement, ...languages: FixtureLanguage[]): Made => ({
  name: `${languages.join('-')}-${arrangement}`,
  languages,
  arrangement,
});
const long: readonly Made[] = [
  made('facing', 'zh-CN', 'en'),
  made('facing', 'zh-CN', 'de'),
  made('facing', 'en', 'de'),
  made('sequential', 'zh-CN', 'en'),
  made('sequential', 'de', 'zh-CN'),
  made('facing', 'en'),
  made('facing', 'de'),
  made('facing', 'zh-CN'),
];

/** Of each entry, in the order of the file: the words of the heading it leads to, in the first language, and the page. */
function contentsOf(docx: Uint8Array): { heading: string; page: number }[] {
  const root = parseXml(new TextDecoder().decode(readPackage(docx).parts.get('word/document.xml')));
  const paragraphs = descendants(root, 'w:p');
  const headings = new Map(
    paragraphs.flatMap((paragraph) => {
      const mark = child(paragraph, 'w:bookmarkStart')?.attributes.get('w:name');
      const runs = elements(paragraph, 'w:r').flatMap((r) => elements(r));
      const end = runs.findIndex(({ name }) => name === 'w:tab' || name === 'w:br');
      const words = runs.slice(0, end === -1 ? undefined : end).filter(({ name }) => name === 'w:t');
      return mark === undefined ? [] : [[mark, words.map(textOf).join('')] as const];
    }),
  );
  return paragraphs.flatMap((paragraph) => {
    const target = child(paragraph, 'w:hyperlink')?.attributes.get('w:anchor');
    if (target === undefined) return [];
    const page = descendants(paragraph, 'w:t').at(-1);
    return [{ heading: headings.get(target) ?? '', page: Number(page && textOf(page)) }];
  });
}

/** The briefing without what has a pitch of its own: tables, tiles and steps. */
function runningText(language: FixtureLanguage): Document {
  const document = longBriefing(language, 2);
  const flows = ({ kind }: Block) => !['table', 'tiles', 'process'].includes(kind);
  return {
    ...document,
    sections: document.sections
      .map((section) => ({ ...section, blocks: section.blocks.filter(flows) }))
      .filter(({ blocks }) => blocks.length > 0),
  };
}

const flowing: readonly Made[] = [
  made('facing', 'zh-CN', 'en'),
  made('facing', 'zh-CN', 'de'),
  made('sequential', 'en', 'zh-CN'),
];

/** Of each page, the lines of running text and captions: how high their boxes are, and where these end. Points. */
function linesOf(bounds: string, highest: number): { height: number; bottom: number; right: boolean }[][] {
  return bounds
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<line xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)"/g)]
        .map(([, x, top, bottom]) => ({
          height: Number(bottom) - Number(top),
          bottom: Number(bottom),
          right: Number(x) > 300,
        }))
        .filter(({ height }) => height > 10.9 && height < highest),
    );
}

describe.skipIf(!hasOffice && !inCi)('the grid of a summary, rendered by LibreOffice', () => {
  const folder = temporaryFolder();

  it.each(flowing)('holds the base lines of $name', async ({ name, languages, arrangement }) => {
    const documents = languages.map(runningText);
    const { model } = modelSummary(documents, theme, arrangement);
    writeFileSync(join(folder, `${name}.docx`), await writeSummary(model, plainPictures(documents)));
    renderPdf([join(folder, `${name}.docx`)], folder);
    const bounds = run('pdftotext', ['-bbox-layout', join(folder, `${name}.pdf`), '-'], folder).stdout;
    const half = gridFor(model.columns).half;
    // Boxes are 1.3 times as high as their type; headings' and footnotes' are left out.
    const pages = linesOf(bounds, model.columns === 1 ? 13.1 : 12.7);
    expect(pages.flat().length).toBeGreaterThan(150);
    if (model.columns === 2) expect(pages.flat().filter(({ right }) => right).length).toBeGreaterThan(60);
    // Boxes end below the base line by what each font hangs; on one page all end at about the same part of a half line.
    const spread = pages.flatMap((lines, page) => {
      const [first] = lines;
      return lines.flatMap(({ bottom }) => {
        const off = (bottom - (first?.bottom ?? 0)) / half;
        const apart = Math.abs(off - Math.round(off)) * half;
        return apart > 1.25 ? [`page ${page + 1}, ${bottom}: ${apart.toFixed(2)} pt off`] : [];
      });
    });
    expect(spread).toEqual([]);
  });
});

describe.skipIf(!hasOffice && !inCi)('long summaries, rendered by LibreOffice', () => {
  const folder = temporaryFolder();
  const files = new Map<string, Uint8Array>();
  const pdftotext = (name: string, ...options: string[]): string =>
    run('pdftotext', [...options, '-enc', 'UTF-8', join(folder, `${name}.pdf`), '-'], folder).stdout;

  beforeAll(async () => {
    expect(hasOffice, 'soffice and pdftotext are there').toBe(true);
    for (const { name, languages, arrangement } of long) {
      const documents = languages.map((language) => longBriefing(language, 4));
      const { model, diagnostics } = modelSummary(documents, theme, arrangement);
      expect(diagnostics).toEqual([]);
      files.set(name, await writeSummary(model, plainPictures(documents)));
      writeFileSync(join(folder, `${name}.docx`), files.get(name) as Uint8Array);
    }
    const { stderr } = renderPdf(
      long.map(({ name }) => join(folder, `${name}.docx`)),
      folder,
    );
    expect(pdftotext(long[0]?.name ?? '').length, stderr).toBeGreaterThan(1000);
  });

  it.each(long)('have their sections on the pages that the contents of $name say', ({ name }) => {
    const pages = pdftotext(name, '-raw').split('\f').slice(0, -1).map(squeeze);
    const contents = contentsOf(files.get(name) as Uint8Array);
    expect(pages.length).toBeGreaterThan(6);
    expect(contents.length).toBeGreaterThan(20);
    // A list stands before all that it lists.
    const wrong = contents.flatMap(({ heading, page }) => {
      const stands = pages.findLastIndex((text) => text.includes(squeeze(heading))) + 1;
      return stands === page ? [] : [`${heading}: on page ${stands}, not ${page}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each(long)('show the page numbers of $name that the file holds', ({ name }) => {
    const shown = [...pdftotext(name, '-raw').matchAll(/\.{4,}(\d+)$/gm)].map(([, page]) => Number(page));
    expect(shown).toEqual(contentsOf(files.get(name) as Uint8Array).map(({ page }) => page));
  });
});
