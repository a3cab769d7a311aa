/** Writes content.json anew from the sample zone: node tests/bench/floor/make-content.mjs */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'zonebrief-content-'));
try {
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  symlinkSync(join(root, 'src', 'fonts'), join(folder, 'fonts'));
  const outfile = join(folder, 'content.mjs');
  await build({
    entryPoints: [join(here, 'content.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  const { content } = await import(pathToFileURL(outfile).href);
  writeFileSync(join(here, 'content.json'), `${JSON.stringify(await content(root), null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
