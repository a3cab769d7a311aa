import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { optionsKey } from '../../src/build/state.js';
import { decidingOptions } from '../../src/cli/build-options.js';
import { readWords } from '../../src/cli/unchanged.js';
import { bundle, environmentOf, repository, temporaryFolder } from '../support/sample.js';

describe('the words of a build that may have nothing to do', () => {
  it('are read as the command reads them', () => {
    expect(readWords([])).toEqual({ zones: [], flags: {} });
    expect(
      readWords(
        'a b --root r -o o --languages en,de --summaries=zh-CN-de --theme bold --strict --json'.split(' '),
      ),
    ).toEqual({
      zones: ['a', 'b'],
      flags: {
        root: 'r',
        out: 'o',
        languages: ['en', 'de'],
        summaries: [['zh-CN', 'de']],
        theme: 'bold',
        strict: true,
        json: true,
      },
    });
  });

  it.each([
    '--force',
    '--overwrite',
    '--coverage',
    '--help',
    '--',
    '-q',
    '--no-such-option',
    '--root',
    '--root --json',
    '--root=',
    '--languages en,,de',
    '--summaries de-en-fr',
    '--strict=no',
  ])('are left to the command where they may mean something else: %s', (words) => {
    expect(readWords(words.split(' '))).toBeUndefined();
  });
});

describe('what a build is asked for', () => {
  it('is the same however its paths and defaults are written', () => {
    const key = (flags: Parameters<typeof decidingOptions>[0], cwd = '/here') =>
      optionsKey(decidingOptions(flags, cwd));
    expect(key({ charts: 'image' })).toBe(key({}));
    expect(key({ theme: 'brand.yaml' })).toBe(key({ theme: '/here/brand.yaml' }, '/elsewhere'));
    expect(key({ theme: 'bold' })).toBe(key({ theme: 'bold' }, '/elsewhere'));
    expect(key({ sources: 'press' })).toBe(key({ sources: '/here/press' }));
  });

  it.each([
    { languages: ['en'] },
    { summaries: [['en']] },
    { arrangement: 'sequential' as const },
    { theme: 'bold' },
    { charts: 'native' as const },
    { sources: 'press' },
    { strict: true },
    { coverage: true },
  ])('differs by %j', (flags) => {
    expect(optionsKey(decidingOptions(flags, '/here'))).not.toBe(optionsKey({}));
  });
});

describe('what the last build noted', () => {
  beforeAll(bundle);

  it.skipIf(process.platform === 'win32')('is not waited for where a pipe stands in its place', () => {
    const root = temporaryFolder();
    const folders = ['data/zone', 'out/zone', 'out/.zonebrief/zone'].map((name) => join(root, name));
    for (const folder of folders) mkdirSync(folder, { recursive: true });
    writeFileSync(join(root, 'data', 'zone', 'zone.yaml'), 'no: zone\n');
    execFileSync('mkfifo', [join(root, 'out', '.zonebrief', 'zone', 'state.json')]);
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(repository, 'dist', 'cli.js'), 'build', 'zone', '--root', root],
      { env: environmentOf(process.execPath), encoding: 'utf8', timeout: 15_000 },
    );
    expect(stderr).toContain('zone.yaml:1:');
    expect(status).toBe(1);
  });
});
