/** Native charts as LibreOffice reads them: as charts of its own, whose data can be edited, with the facts' amounts. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { descendants } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { type TracedFigure, traceFigures } from '../../src/trace/trace.js';
import { hasTools, inCi } from '../support/rendering.js';
import { run, sampleDecks, sampleSummaries, temporaryFolder } from '../support/sample.js';
import { edit } from '../trace/office-edits.js';
import { nativeFiles, numbersInCharts, partsOf, statedAmounts, text } from './native-files.js';

const names = [...sampleDecks, ...sampleSummaries];
const hasOffice = hasTools('soffice');
const folder = hasOffice ? temporaryFolder() : '';
const open = (name: string): string => name.replace(/pptx$/, 'odp').replace(/docx$/, 'odt');

/** Converts files of the folder into another of its folders. */
function convert(files: readonly string[], extension: string, into: string): void {
  mkdirSync(join(folder, into), { recursive: true });
  const profile = pathToFileURL(join(folder, 'profile')).href;
  const words = ['--headless', `-env:UserInstallation=${profile}`, '--convert-to', extension];
  const paths = files.map((file) => join(folder, file));
  const { code, stderr } = run('soffice', [...words, '--outdir', join(folder, into), ...paths], folder);
  expect(code, stderr).toBe(0);
}

/** The numbers of each chart's own table in an OpenDocument file. */
const numbersInTables = (bytes: Uint8Array): string[][] =>
  partsOf(bytes, /^Object \d+\/content\.xml$/).flatMap(([, part]) => {
    const root = parseXml(text(part));
    const cells = descendants(root, 'table:table-cell').flatMap(
      (cell) => cell.attributes.get('office:value') ?? [],
    );
    return descendants(root, 'chart:chart').length > 0 ? [cells] : [];
  });

/** How many lists have all of these. */
const having = (lists: readonly string[][], amounts: readonly string[]): number =>
  lists.filter((list) => amounts.every((amount) => list.includes(amount))).length;

// On a machine without LibreOffice there is nothing to try; in CI its absence is a fault.
describe.skipIf(!hasOffice && !inCi)('native charts in LibreOffice', () => {
  const made = new Map<string, Uint8Array>();
  const read = (...path: readonly string[]): Uint8Array => readFileSync(join(folder, ...path));
  const edited = 'edited.odp';
  const last = /^Object \d+\/content\.xml$/;

  beforeAll(async () => {
    expect(hasOffice, 'soffice is there').toBe(true);
    for (const [name, content] of await nativeFiles()) {
      made.set(name, content);
      writeFileSync(join(folder, name), content);
    }
    convert(sampleDecks, 'odp', 'open');
    convert(sampleSummaries, 'odt', 'open');
    convert(sampleDecks, 'pptx', 'saved');
    convert(sampleSummaries, 'docx', 'saved');
    const one = edit(read('open', 'briefing.en.odp'), last, (xml) =>
      xml.replaceAll(/office:value="383"(?=[^>]*>\s*<text:p>)[^>]*>\s*<text:p>383/g, (cell) =>
        cell.replaceAll('383', '421'),
      ),
    );
    writeFileSync(join(folder, edited), one);
    convert([edited], 'pptx', 'saved');
  }, 180_000);

  it.each(names)(
    'of %s are charts with a table of their own, which holds what the facts state',
    async (name) => {
      const tables = numbersInTables(read('open', open(name)));
      const languages = name.endsWith('.docx') ? 2 : 1;
      const stated = await statedAmounts();
      expect(stated.length).toBeGreaterThan(3);
      for (const { id, ofMarks } of stated) expect(having(tables, ofMarks), id).toBe(languages);
      expect(tables).toHaveLength(numbersInCharts(made.get(name) as Uint8Array).length);
    },
  );

  it.each(names)('of %s show the same numbers when it is saved again', (name) => {
    const before = numbersInCharts(made.get(name) as Uint8Array);
    expect(before.length).toBeGreaterThan(4);
    expect(numbersInCharts(read('saved', name))).toEqual(before);
  });

  it.each(names)('of %s trace as before, though their descriptions are gone', (name) => {
    const [before, after] = [traceFigures(made.get(name) as Uint8Array), traceFigures(read('saved', name))];
    const inCharts = (figures: readonly TracedFigure[]) =>
      figures
        .filter(({ place }) => place.in === 'chart')
        .map(({ fact, text: said, status, place }) => [fact, said.replace(/\s/g, ' '), status, place.id]);
    expect(inCharts(after.figures)).toEqual(inCharts(before.figures));
    expect(after.figures.filter(({ place }) => place.in === 'alt')).toEqual([]);
    expect(after.figures.filter(({ status }) => status !== 'as-made')).toEqual([]);
    expect(after.asMade).toBe(true);
  });

  it('take another value, which is seen to be none of the facts', () => {
    const saved = read('saved', 'edited.pptx');
    expect(having(numbersInCharts(saved), ['421', '44', '31', '19'])).toBe(1);
    expect(having(numbersInCharts(saved), ['383'])).toBe(0);
    const odd = traceFigures(saved).figures.filter(({ status }) => status !== 'as-made');
    expect(odd).toEqual([
      expect.objectContaining({
        status: 'unrecorded',
        text: '421',
        place: expect.objectContaining({ id: 'platforms', in: 'chart', cell: [2, 2] }),
      }),
    ]);
  });
});
