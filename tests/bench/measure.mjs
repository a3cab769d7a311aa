/** Commands in fresh processes, taken in turns since the machine's speed drifts: how long they take, how much memory. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const peak = fileURLToPath(new URL('peak.cjs', import.meta.url));
// Certificates set through it are read at every start of Node: 45 ms that have nothing to do with the work.
export const { NODE_EXTRA_CA_CERTS: _, NODE_OPTIONS: __, ...environment } = process.env;

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** An empty folder that is gone when `work` is done. */
export function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'zonebrief-bench-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * Runs `node` with these words once.
 * @param {string[]} words
 * @returns {{ ms: number, mb?: number }} `mb`: peak memory, where it was asked for
 */
export function once(words, { memory = false } = {}) {
  return inFolder((folder) => {
    const report = join(folder, 'peak');
    const all = memory ? ['--require', peak, ...words] : words;
    const began = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, all, {
      env: memory ? { ...environment, PEAK_REPORT: report } : environment,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    });
    const ms = Number(process.hrtime.bigint() - began) / 1e6;
    if (status !== 0) {
      console.error(stderr.slice(-2000));
      process.exit(1);
    }
    return memory ? { ms, mb: Number(readFileSync(report, 'utf8')) / 1024 } : { ms };
  });
}

/**
 * @param {Record<string, () => { ms: number, mb?: number }>} makers
 * @returns {Record<string, { ms: number, mb?: number, from: number, to: number }>} medians, and the range of the times
 */
export function interleaved(makers, runs) {
  const taken = Object.fromEntries(Object.keys(makers).map((name) => [name, []]));
  for (let run = 0; run < runs; run += 1)
    for (const [name, make] of Object.entries(makers)) taken[name].push(make());
  return Object.fromEntries(
    Object.entries(taken).map(([name, all]) => {
      const times = all.map(({ ms }) => ms);
      const memory = all.every(({ mb }) => mb !== undefined) ? { mb: median(all.map(({ mb }) => mb)) } : {};
      return [name, { ms: median(times), from: Math.min(...times), to: Math.max(...times), ...memory }];
    }),
  );
}

/** One line of the table: what, the ratio, its target. */
export function printRatio(what, ratio, target) {
  const outcome = ratio <= target ? 'met' : 'missed';
  console.log(`  ${what.padEnd(58)} ${ratio.toFixed(2).padStart(6)}   target ≤ ${target}: ${outcome}`);
}

export function printTimes(results) {
  for (const [name, { ms, from, to, mb }] of Object.entries(results)) {
    const memory = mb === undefined ? '' : `  ${mb.toFixed(0)} MB`;
    console.log(
      `  ${name.padEnd(30)} ${ms.toFixed(0).padStart(6)} ms  (${from.toFixed(0)}–${to.toFixed(0)})${memory}`,
    );
  }
}
