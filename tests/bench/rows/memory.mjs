/** Memory of a process that makes one edition after the other: `zonebrief watch`. */
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { workingRoot, zone } from '../measure/checkout.mjs';
import { figuresOf } from '../measure/figures.mjs';
import { freshPath } from '../measure/processes.mjs';
import { startWatcher } from '../measure/watcher.mjs';

const reporter = fileURLToPath(new URL('../measure/memory-report.cjs', import.meta.url));

/** What a process holds, asked of itself and its threads. */
async function memoryOf(process, file, asked) {
  process.kill('SIGUSR2');
  for (;;) {
    await setTimeout(20);
    const lines = existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [];
    if (lines.length === asked) return JSON.parse(lines.at(-1));
  }
}

/**
 * Prints the curve: what the process holds, and what of it is in use after all that can go has gone.
 * @param {import('../bench.mjs').Bench} bench
 * @param {{ editions: number, every: number }} how
 */
export async function measureMemory({ root }, { editions, every }) {
  console.log(
    `\nMemory over ${editions} editions in one process (watch, all its threads), in MB; other figures in each:`,
  );
  if (process.platform === 'win32') return console.log('  not measured: there are no signals on Windows');
  const own = workingRoot(root);
  // All that were made would fill the disk.
  appendFileSync(join(own, 'data', zone, 'zone.yaml'), '\neditions: { keep: 3 }\n');
  const setFigures = figuresOf(own, zone);
  const file = freshPath('memory');
  const watcher = startWatcher(root, own, { flags: ['--require', reporter], env: { MEMORY_REPORT: file } });
  const points = [];
  console.log('  editions    process  heap after collection  buffers  threads');
  for (let made = 1; made <= editions; made += 1) {
    if (made > 1) setFigures(made);
    await watcher.next();
    if (made % every !== 0 && made !== 1) continue;
    const point = { made, ...(await memoryOf(watcher.process, file, points.length + 1)) };
    points.push(point);
    const mb = (bytes) => (bytes / 2 ** 20).toFixed(0);
    const bar = '▇'.repeat(Math.round(point.rss / 2 ** 20 / 20));
    console.log(
      `  ${String(made).padStart(8)} ${mb(point.rss).padStart(10)} ${mb(point.heap).padStart(22)} ${mb(point.buffers).padStart(8)} ${String(point.threads).padStart(8)}  ${bar}`,
    );
  }
  await watcher.end();
  const middle = points[Math.floor(points.length / 2)];
  const last = points.at(-1);
  const grown = (key) => `${(((last[key] - middle[key]) / middle[key]) * 100).toFixed(1)} %`;
  console.log(
    `  from ${middle.made} editions to ${last.made}, the process grew by ${grown('rss')}, the heap by ${grown('heap')}`,
  );
}
