import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import type { Arrangement } from '../../src/facts/schema.js';
import { gridFor } from '../../src/summary/grid.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { textOf as wordsOf } from '../../src/summary/runs.js';
import type { Content, ParagraphRole, Summary } from '../../src/summary/summary.js';
import { squeeze } from '../support/office-text.js';
import { type Line, linesOfPages } from '../support/page-marks.js';
import { bundledFontsOnly, fontsWithoutArial, hasTools, inCi, renderPdf } from '../support/rendering.js';
import { run, temporaryFolder } from '../support/sample.js';
import { contentsOf, wrongEntries } from './contents-list.js';
import type { FixtureLanguage } from './fixture-facts.js';
import { plainPictures, theme } from './fixtures.js';
import { chartsFirst, longBriefing } from './long.js';

const hasOffice = hasTools('soffice', 'pdftotext');

interface Made {
  readonly name: string;
  readonly languages: readonly FixtureLanguage[];
  readonly arrangement: Arrangement;
  /** Of the briefing's sections. */
  readonly rounds: number;
  readonly order: (document: Document) => Document;
}

const made = (arrangement: Arrangement, ...languages: FixtureLanguage[]): Made => ({
  name: `${languages.join('-')}-${arrangement}`,
  languages,
  arrangement,
  rounds: 4,
  order: (document) => document,
});
/** Each section begins with its chart. */
const chartsAhead = (rounds: number, language: FixtureLanguage): Made => ({
  ...made('facing', language),
  name: `${language}-charts-first`,
  rounds,
  order: chartsFirst,
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
  // Pages of these end closely at what does not break.
  chartsAhead(6, 'zh-CN'),
  chartsAhead(8, 'en'),
];

const flowing: readonly Made[] = [
  made('facing', 'zh-CN', 'en'),
  made('facing', 'zh-CN', 'de'),
  made('sequential', 'en', 'zh-CN'),
];

/** Whether words stand in running text or a caption, or are all that the first language says in a cell of a table. */
function onGrid({ parts }: Summary): (words: string) => boolean {
  const squeezed = (contents: readonly Content[], roles: readonly ParagraphRole[]): string[] =>
    contents.flatMap((one) =>
      one.kind === 'paragraph' && roles.includes(one.role) ? [squeeze(wordsOf(one.runs))] : [],
    );
  const rows = parts.flatMap((part) => (part.kind === 'facing' ? part.rows : []));
  const flowing = rows.flatMap(({ cells }) => cells.flat());
  const text = squeezed(flowing, ['text', 'item', 'quote', 'caption']).join('\n');
  // The second language, and what does not fit on the first line, have a pitch of their own.
  const tables = parts.flatMap((part) => (part.kind === 'table' ? part.rows.flat() : []));
  const cells = new Set(tables.flatMap((cell) => squeezed(cell.slice(0, 1), ['cell'])));
  const strips = parts.flatMap((part) => (part.kind === 'strip' ? part.rows.flat(2) : []));
  // Leads stand a hair higher.
  const elsewhere = [
    ...squeezed(strips, ['tileValue', 'tileLabel', 'stepTitle', 'stepBody']),
    ...squeezed(flowing, ['lead']),
  ].join('\n');
  return (words) => (text.includes(words) || cells.has(words)) && !elsewhere.includes(words);
}

/** Of a line's box, as poppler has it. */
const belowBase = 0.275;

describe.skipIf(!hasOffice && !inCi)('the grid of a summary, rendered by LibreOffice', () => {
  const folder = temporaryFolder();

  it.each(flowing)('holds the base lines of $name, below tables, tiles and steps too', async (one) => {
    const { name, languages, arrangement } = one;
    const documents = languages.map((language) => longBriefing(language, 2));
    const { model } = modelSummary(documents, theme, arrangement);
    writeFileSync(join(folder, `${name}.docx`), await writeSummary(model, plainPictures(documents)));
    renderPdf([join(folder, `${name}.docx`)], folder);
    const { half } = gridFor(model.columns);
    const stands = onGrid(model);
    const pages = linesOfPages(join(folder, `${name}.pdf`)).map((lines) =>
      lines.filter(({ top, bottom, text }) => {
        // Boxes are 1.3 times as high as their type; those of notes are lower, of headings higher.
        const height = bottom - top;
        const words = squeeze(text);
        return words.length > 5 && height > 10.9 && height < 13.1 && stands(words);
      }),
    );
    expect(pages.flat().length).toBeGreaterThan(150);
    if (model.columns === 2) expect(pages.flat().filter(({ left }) => left > 300).length).toBeGreaterThan(60);
    const baseOf = ({ top, bottom }: Line): number => bottom - (bottom - top) * belowBase;
    const spread = pages.flatMap((lines, page) => {
      const [first] = lines;
      return lines.flatMap((line) => {
        const { bottom, text } = line;
        const off = (baseOf(line) - (first ? baseOf(first) : 0)) / half;
        const apart = Math.abs(off - Math.round(off)) * half;
        return apart > 0.6 ? [`page ${page + 1}, ${bottom}, ${text}: ${apart.toFixed(2)} pt off`] : [];
      });
    });
    expect(spread).toEqual([]);
  });
});

describe.skipIf(!hasOffice && !inCi).each([
  { fonts: 'the bundled fonts, as wide as Arial', choose: bundledFontsOnly },
  { fonts: 'no Arial, nor any font as wide', choose: fontsWithoutArial },
])('long summaries, rendered by LibreOffice with $fonts', ({ choose }) => {
  const folder = temporaryFolder();
  const files = new Map<string, Uint8Array>();
  const pdftotext = (name: string, ...options: string[]): string =>
    run('pdftotext', [...options, '-enc', 'UTF-8', join(folder, `${name}.pdf`), '-'], folder).stdout;

  beforeAll(async () => {
    expect(hasOffice, 'soffice and pdftotext are there').toBe(true);
    for (const { name, languages, arrangement, rounds, order } of long) {
      const documents = languages.map((language) => order(longBriefing(language, rounds)));
      const { model, diagnostics } = modelSummary(documents, theme, arrangement);
      expect(diagnostics).toEqual([]);
      files.set(name, await writeSummary(model, plainPictures(documents)));
      writeFileSync(join(folder, `${name}.docx`), files.get(name) as Uint8Array);
    }
    const { stderr } = renderPdf(
      long.map(({ name }) => join(folder, `${name}.docx`)),
      folder,
      choose,
    );
    expect(pdftotext(long[0]?.name ?? '').length, stderr).toBeGreaterThan(1000);
  });

  it.each(long)('have their sections on the pages that the contents of $name say', ({ name }) => {
    const text = pdftotext(name, '-raw');
    const contents = contentsOf(files.get(name) as Uint8Array);
    expect(text.split('\f').length).toBeGreaterThan(7);
    expect(contents.length).toBeGreaterThan(20);
    expect(wrongEntries(contents, text)).toEqual([]);
  });

  it.each(long)('show the page numbers of $name that the file holds', ({ name }) => {
    const shown = [...pdftotext(name, '-raw').matchAll(/\.{4,}(\d+)$/gm)].map(([, page]) => Number(page));
    expect(shown).toEqual(contentsOf(files.get(name) as Uint8Array).map(({ page }) => page));
  });
});
