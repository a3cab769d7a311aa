import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/diagnostic.js';
import type { Source } from '../../src/facts/schema.js';
import { readCopies } from '../../src/sources/copies.js';
import { memoryWorld } from '../../src/world.js';
import { chinesePaper, evidence, fact, ledger, source } from './fixtures.js';

const zoneFolder = '/data/zone';
const facts = [fact('a.one', [evidence('50余家'), evidence('近300亿'), evidence('24只')])];

async function copies(files: Record<string, string>, rest: Partial<Source> = {}, folder?: string) {
  const book = ledger(facts, [source('paper', 'zh-CN', rest)]);
  const { copies: found, diagnostics } = await readCopies(memoryWorld(files), book, { zoneFolder, folder });
  return {
    found: found.map(({ path, by }) => `${path} by ${by}`),
    codes: diagnostics.map(({ code }) => code),
  };
}

describe('the copy of a source', () => {
  it('is the file that sources.yaml names, in the zone or in the folder given', async () => {
    const file = 'copies/a.txt';
    expect(await copies({ '/data/zone/copies/a.txt': 'x' }, { file })).toEqual({
      found: ['/data/zone/copies/a.txt by file'],
      codes: [],
    });
    const both = { '/data/zone/copies/a.txt': 'x', '/press/copies/a.txt': 'x' };
    expect((await copies(both, { file }, '/press')).found).toEqual(['/press/copies/a.txt by file']);
    expect((await copies({ '/press/deep/a.txt': 'x' }, { file }, '/press')).found).toEqual([
      '/press/deep/a.txt by file',
    ]);
  });

  it('is the file that bears the id of the source', async () => {
    expect(
      (await copies({ '/press/Paper.html': '<p>x', '/press/b.txt': chinesePaper }, {}, '/press')).found,
    ).toEqual(['/press/Paper.html by id']);
  });

  it('is the file that holds its phrases', async () => {
    const files = { '/press/a.txt': '24只', '/press/b.txt': chinesePaper, '/press/c.bin': chinesePaper };
    expect(await copies(files, {}, '/press')).toEqual({ found: ['/press/b.txt by phrases'], codes: [] });
  });

  it('is missing where no file holds half of them', async () => {
    expect(await copies({ '/press/a.txt': '24只' }, {}, '/press')).toEqual({
      found: [],
      codes: ['sources/missing'],
    });
  });

  it('may be one of the files that could not be read, which are named then', async () => {
    const world = memoryWorld({ '/press/a.docx': 'no package' });
    const book = ledger(facts, [source('paper', 'zh-CN')]);
    const { diagnostics } = await readCopies(world, book, { zoneFolder, folder: '/press' });
    expect(diagnostics[0]?.hint).toContain('Not readable there: a.docx.');
  });

  it('is not asked for where nothing names one', async () => {
    expect(await copies({})).toEqual({ found: [], codes: [] });
  });

  it('is missing where the file named is not there', async () => {
    expect((await copies({ '/data/zone/zone.yaml': '' }, { file: 'a.txt' })).codes).toEqual([
      'sources/missing',
    ]);
  });

  it('is refused outside the zone', async () => {
    const files = { '/data/zone/zone.yaml': '', '/etc/secret.txt': chinesePaper };
    for (const file of ['../../etc/secret.txt', '/etc/secret.txt']) {
      expect(await copies(files, { file })).toEqual({ found: [], codes: ['sources/missing'] });
    }
  });

  it('that cannot be read is said, and not that it is missing', async () => {
    expect(await copies({ '/press/paper.pdf': '%PDF-1.4 broken' }, {}, '/press')).toEqual({
      found: [],
      codes: ['sources/unreadable'],
    });
  });

  it('that lacks the words with which the article begins is said', async () => {
    const { codes } = await copies({ '/press/paper.txt': chinesePaper }, { from: '并无此句' }, '/press');
    expect(codes).toEqual(['sources/no-mark']);
  });

  it('cannot lie in a folder that is not there', async () => {
    await expect(copies({}, {}, '/nowhere')).rejects.toThrow(UsageError);
  });

  it('serves one source only', async () => {
    const book = ledger(
      [...facts, fact('b.one', [{ ...evidence('50余家'), source: 'other' }])],
      [source('other', 'zh-CN'), source('paper', 'zh-CN')],
    );
    const world = memoryWorld({ '/press/a.txt': chinesePaper });
    const { copies: found, diagnostics } = await readCopies(world, book, { zoneFolder, folder: '/press' });
    expect(found).toHaveLength(1);
    expect(diagnostics.map(({ code }) => code)).toEqual(['sources/missing']);
  });
});
