import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { richDeck } from './sample-deck.js';
import { richDocument } from './samples.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zonebrief-reproducible-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the same input', () => {
  it('gives the same bytes for the second deck of a process', async () => {
    const [first, second] = [await richDeck(), await richDeck()];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('gives the same bytes for the second Word file of a process', async () => {
    const [first, second] = [await richDocument(), await richDocument()];
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
  });

  it('gives the same bytes in another process, in another time zone', async () => {
    const outfile = join(folder, 'other.cjs');
    const here = fileURLToPath(new URL('.', import.meta.url));
    await build({
      stdin: {
        contents: `
          import { richDeck } from './sample-deck.ts';
          import { richDocument } from './samples.ts';
          const base64 = ({ bytes }) => Buffer.from(bytes).toString('base64');
          Promise.all([richDeck(), richDocument()])
            .then(([deck, document]) => console.log(base64(deck) + ' ' + base64(document)));`,
        resolveDir: here,
      },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'error',
    });
    const out = execFileSync(process.execPath, [outfile], {
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
      env: { ...process.env, TZ: 'Asia/Shanghai', LANG: 'de_DE.UTF-8' },
    });
    const [deck, document] = out.trim().split(' ');
    expect(Buffer.from((await richDeck()).bytes).toString('base64')).toBe(deck);
    expect(Buffer.from((await richDocument()).bytes).toString('base64')).toBe(document);
  }, 30_000);
});
