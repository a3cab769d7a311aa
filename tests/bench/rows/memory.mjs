/** Memory of a process that makes one edition after the other. */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workingRoot } from '../measure/checkout.mjs';
import { environment } from '../measure/processes.mjs';

const script = join(dirname(fileURLToPath(import.meta.url)), 'editions.mjs');

/**
 * Prints the curve: what the process holds, and what of it is JavaScript's after all that can go has gone.
 * @param {import('../bench.mjs').Bench} bench
 * @param {{ editions: number, every: number }} how
 */
export async function measureMemory({ root }, { editions, every }) {
  console.log(`\nMemory over ${editions} editions in one process, all charts drawn for each, in MB:`);
  const words = ['--expose-gc', script, root, workingRoot(root), String(editions), String(every)];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    env: environment,
    encoding: 'utf8',
  });
  if (status !== 0) {
    console.error(`bench: editions in one process failed: ${stderr.slice(-2000)}`);
    process.exit(1);
  }
  const points = stdout.trim().split('\n').map(JSON.parse);
  const mb = (bytes) => (bytes / 2 ** 20).toFixed(0).padStart(5);
  const widest = Math.max(...points.map(({ rss }) => rss));
  console.log('  editions    process  heap after collection  buffers');
  for (const { made, rss, heap, buffers } of points) {
    const bar = '▇'.repeat(Math.round((rss / widest) * 40));
    console.log(
      `  ${String(made).padStart(8)} ${mb(rss).padStart(10)} ${mb(heap).padStart(22)} ${mb(buffers).padStart(8)}  ${bar}`,
    );
  }
  const middle = points[Math.floor(points.length / 2)];
  const last = points.at(-1);
  const grown = (key) => `${(((last[key] - middle[key]) / middle[key]) * 100).toFixed(1)} %`;
  console.log(
    `  from ${middle.made} editions to ${last.made}, the process grew by ${grown('rss')}, the heap by ${grown('heap')}`,
  );
}
