/**
 * The whole build of the sample zone, in a fresh process, against a hand-written script that makes the same set of
 * files with the same libraries (handwritten.mjs). Medians of interleaved runs, since the machine's speed drifts.
 *
 * npm run bench [-- RUNS]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { printLanguages } from './language.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const zone = 'chongqing-hitech-zone';
const runs = Number(process.argv[2] ?? 7);
const target = 1.0;
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`bench: the number of runs is "${process.argv[2]}"; expected a whole number from 1`);
  process.exit(2);
}

const makers = {
  zonebrief: (out) => [join(root, 'dist', 'cli.js'), 'build', zone, '--root', root, '--out', out, '--quiet'],
  'by hand': (out) => [join(here, 'handwritten.mjs'), join(out, zone)],
};

// Certificates set through it are read at every start of Node: 45 ms that have nothing to do with the work.
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

function once(words) {
  const out = mkdtempSync(join(tmpdir(), 'zonebrief-bench-'));
  const began = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, words(out), { env: environment, encoding: 'utf8' });
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  if (status !== 0) {
    console.error(stderr);
    process.exit(1);
  }
  const files = readdirSync(join(out, zone), { recursive: true })
    .filter((name) => /\.(pptx|docx|png)$/.test(name))
    .sort();
  rmSync(out, { recursive: true });
  return { ms, files: files.join(' ') };
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const sets = Object.values(makers).map((words) => once(words).files);
if (sets[0] !== sets[1]) {
  console.error(`The two do not make the same files:\n  ${sets.join('\n  ')}`);
  process.exit(1);
}
const times = Object.fromEntries(Object.keys(makers).map((name) => [name, []]));
for (let run = 0; run < runs; run += 1) {
  for (const [name, words] of Object.entries(makers)) times[name].push(once(words).ms);
}

console.log(`${sets[0].split(' ').length} files, median of ${runs} fresh processes each, interleaved:`);
for (const [name, values] of Object.entries(times)) {
  const spread = `${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)}`;
  console.log(`  ${name.padEnd(10)} ${median(values).toFixed(0).padStart(6)} ms  (${spread})`);
}
const ratio = median(times.zonebrief) / median(times['by hand']);
console.log(
  `  ratio      ${ratio.toFixed(2).padStart(6)}     target ${target.toFixed(1)} or lower: ${ratio <= target ? 'met' : 'missed'}`,
);
printLanguages();
