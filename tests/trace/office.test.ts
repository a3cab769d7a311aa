/** What LibreOffice makes of the sample's files when it saves them: it drops and renames more than Office does. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { type TracedFigure, traceFigures } from '../../src/trace/trace.js';
import {
  builtSample,
  repository,
  run,
  sampleDecks,
  sampleSummaries,
  temporaryFolder,
} from '../support/sample.js';
import { edit, exactly, partWith } from './office-edits.js';

const hasOffice = run('soffice', ['--version'], '.').code === 0;
const files = [...sampleDecks, ...sampleSummaries];
const slides = /^ppt\/slides\/slide\d+\.xml$/;

describe('the files of the sample', () => {
  let built = '';
  beforeAll(() => {
    built = builtSample();
  });

  it.each(files)('%s traces, every figure of it', (file) => {
    const { asMade, figures } = traceFigures(readFileSync(join(built, file)));
    expect(asMade).toBe(true);
    expect(figures.length).toBeGreaterThan(150);
    for (const figure of figures)
      expect(evidencesOf(figure), `${figure.fact}: ${figure.text}`).toBeGreaterThan(0);
  });

  it.each(files)('the command prints the figures of %s, and that all are as made', (file) => {
    const path = join(built, file);
    const printed = run(process.execPath, ['dist/cli.js', 'trace', path, '--json'], repository);
    expect(printed.code, printed.stderr).toBe(0);
    const { figures } = traceFigures(readFileSync(path));
    expect(JSON.parse(printed.stdout)).toMatchObject({
      file: path,
      asMade: true,
      figures: { length: figures.length },
    });
  });
});

const evidencesOf = ({ stated = [], parts = [] }: Pick<TracedFigure, 'stated' | 'parts'>): number =>
  stated.length + parts.reduce((sum, part) => sum + evidencesOf(part), 0);

// On a machine without LibreOffice there is nothing to try; in CI its absence is a fault.
describe.skipIf(!hasOffice && process.env.CI !== 'true')('saved again by LibreOffice', () => {
  let built = '';
  const folder = temporaryFolder();
  const saved = (file: string): Uint8Array => readFileSync(join(folder, 'saved', file));
  const edited = 'edited.pptx';

  beforeAll(() => {
    expect(hasOffice, 'soffice is there').toBe(true);
    built = builtSample();
    mkdirSync(join(folder, 'saved'));
    const deck = readFileSync(join(built, 'briefing.en.pptx'));
    const part = partWith(deck, slides, 'RMB 18.83 billion');
    writeFileSync(
      join(folder, edited),
      edit(deck, exactly(part), (xml) => xml.replace('RMB 18.83 billion', 'RMB 21 billion')),
    );
    const save = (extension: string, paths: readonly string[]) =>
      run(
        'soffice',
        [
          '--headless',
          `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
          '--convert-to',
          extension,
          '--outdir',
          join(folder, 'saved'),
          ...paths,
        ],
        folder,
      );
    save('pptx', [...sampleDecks.map((file) => join(built, file)), join(folder, edited)]);
    save(
      'docx',
      sampleSummaries.map((file) => join(built, file)),
    );
  });

  it.each(files)('%s traces as before', (file) => {
    const [before, after] = [traceFigures(readFileSync(join(built, file))), traceFigures(saved(file))];
    const essence = (figures: readonly TracedFigure[]) =>
      figures.map(({ status, fact, text, language, stated, place }) => ({
        status,
        fact,
        text: text.replace(/\s/g, ' '),
        language,
        stated,
        id: place.id,
        in: place.in,
        cell: place.cell,
      }));
    expect(readFileSync(join(built, file)).equals(saved(file))).toBe(false);
    expect(essence(after.figures)).toEqual(essence(before.figures));
    expect(after.asMade).toBe(true);
  });

  it('still shows what was edited before', () => {
    const odd = traceFigures(saved(edited)).figures.filter(({ status }) => status !== 'as-made');
    expect(odd).toEqual([
      expect.objectContaining({
        status: 'changed',
        fact: 'funds.paid-in',
        text: 'RMB 21 billion',
        made: 'RMB 18.83 billion',
      }),
    ]);
  });
});
