/** Runs tests/gallery/main.ts, which is TypeScript: bundled first, as far below the root as the files it is made of. */
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, 'out', 'gallery', 'main.mjs');
await build({
  entryPoints: [join(root, 'tests', 'gallery', 'main.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  logLevel: 'warning',
});
await import(pathToFileURL(outfile).href);
