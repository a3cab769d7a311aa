/**
 * What V8 compiles of the bundle when the sample is built, kept in dist/code-cache.bin for this release of Node: see
 * src/cli/load.ts. Without it all works, and starts later. Run by scripts/bundle.mjs in a process of its own, since V8 is
 * given the command's flags there.
 */
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
const zone = 'chongqing-hitech-zone';

const { loaderWith, release } = createRequire(import.meta.url)(join(dist, 'load.js'));
const compiled = new Map();
const load = loaderWith(
  dist,
  () => undefined,
  (name, sum, script) => compiled.set(name, { sum, script }),
);
const out = await mkdtemp(join(tmpdir(), 'zonebrief-code-'));
try {
  // Once in this thread alone, charts and all; then as the command does it.
  await load('./index.js').buildBriefing({ root, zone, out: join(out, 'library') });
  await load('./command.js').command([
    'build',
    zone,
    '--root',
    root,
    '--out',
    join(out, 'command'),
    '--quiet',
  ]);
} finally {
  await rm(out, { recursive: true, force: true });
}
const entries = {};
const parts = [];
let end = 0;
for (const [name, { sum, script }] of [...compiled].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const code = script.createCachedData();
  parts.push(code);
  entries[name] = [sum, end, end + code.length];
  end += code.length;
}
const index = Buffer.from(JSON.stringify({ made: release, entries }));
const length = Buffer.alloc(4);
length.writeUInt32LE(index.length);
const path = join(dist, 'code-cache.bin');
await writeFile(`${path}.new`, Buffer.concat([length, index, ...parts]));
await rename(`${path}.new`, path);
