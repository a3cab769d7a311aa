import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { hasTools, inCi } from './support/rendering.js';
import {
  buildSample,
  run,
  sampleDecks,
  sampleSummaries,
  sampleZone,
  temporaryFolder,
} from './support/sample.js';

const hasOffice = hasTools('soffice', 'pdfinfo', 'pdffonts');
const pdfs = [...sampleDecks, ...sampleSummaries].map((file) => file.replace(/\.\w+$/, '.pdf'));
const titles: Readonly<Record<string, string>> = {
  de: 'Hightech-Zone Chongqing: Investorenpräsentation',
  en: 'Chongqing High-tech Zone: investor briefing',
  'zh-CN': '重庆高新区投资者',
};

describe.skipIf(!hasOffice && !inCi)('the sample as PDF', () => {
  let folder = '';
  beforeAll(() => {
    expect(hasOffice, 'soffice, pdfinfo and pdffonts are there').toBe(true);
    folder = buildSample('--pdf');
  });

  it('is the same when it is made again', () => {
    const manifest = (built: string) =>
      JSON.parse(readFileSync(join(built, 'manifest.json'), 'utf8')) as {
        outputs: { path: string; sha256: string }[];
      };
    const pdfsOf = ({ outputs }: ReturnType<typeof manifest>) =>
      outputs.filter(({ path }) => path.endsWith('.pdf')).map(({ path, sha256 }) => [path, sha256] as const);
    const first = manifest(folder);
    expect(first).toMatchObject({ zone: sampleZone, pdf: expect.stringMatching(/^LibreOffice/) });
    // One of each kind, since each is a start of LibreOffice.
    const again = pdfsOf(manifest(buildSample('--pdf', '--languages', 'en', '--summaries', 'zh-CN-en')));
    expect(again.map(([path]) => path)).toEqual(['briefing.en.pdf', 'summary.zh-CN-en.pdf']);
    expect(pdfsOf(first)).toEqual(expect.arrayContaining(again));
  });

  it.each(pdfs)('%s is tagged and has title, date and language', (file) => {
    const info = run('pdfinfo', ['-enc', 'UTF-8', join(folder, file)], folder, { TZ: 'UTC' }).stdout;
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^CreationDate: +Mon Jan 19 00:00:00 2026/m);
    const language = /\.(zh-CN|[a-z]+)[.-]/.exec(file)?.[1] as string;
    expect(/^Title: +(.*)$/m.exec(info)?.[1]).toContain(titles[language]);
    // In the catalog, which stands at the end; a page's own passages name theirs before.
    const catalog = readFileSync(join(folder, file), 'latin1').split('/Type/Catalog').at(-1);
    expect(/\/Lang\((\w+)/.exec(catalog as string)?.[1]).toBe(language.split('-')[0]);
  });

  it.each(pdfs)('%s tags its headings, and says what its charts show', (file) => {
    const path = join(folder, file);
    const tags = run('pdfinfo', ['-struct', path], folder).stdout;
    const pages = Number(/^Pages: +(\d+)$/m.exec(run('pdfinfo', [path], folder).stdout)?.[1]);
    // A slide has one title each; a summary as many headings as sections.
    const headings = tags.match(/^ *H\d? /gm)?.length ?? 0;
    if (file.startsWith('briefing.')) expect(headings).toBe(pages);
    else expect(headings).toBeGreaterThanOrEqual(5);
    expect(readFileSync(path, 'latin1').match(/\/Alt ?[<(]/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it.each(pdfs)('%s embeds every font, for each script the one it was measured with', (file) => {
    const path = join(folder, file);
    const rows = run('pdffonts', [path], temporaryFolder()).stdout.split('\n').slice(2).filter(Boolean);
    // name, type, encoding, emb, sub, uni, object: types hold blanks.
    const fonts = rows.map((row) => ({
      name: row.split(' ')[0] as string,
      embedded: / (yes|no) +(?:yes|no) +(?:yes|no) +\d+ +\d+$/.exec(row)?.[1],
    }));
    expect(fonts.filter(({ embedded }) => embedded !== 'yes')).toEqual([]);
    expect(fonts.map(({ name }) => name).join(' ')).toMatch(/\+(NotoSansSC|MicrosoftYaHei)/);
  });
});
