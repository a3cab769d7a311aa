/** zonebrief watch: from a saved fact to its files on the disk, against a first build. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { environment, median, once, printRatio, printTimes } from './measure.mjs';

const zone = 'chongqing-hitech-zone';
/** Rebuilds before those that count: Node compiles what it runs often. */
const warmUp = 10;

/** @param {string} root of the repository */
export async function measureWatch(root, runs) {
  const here = mkdtempSync(join(tmpdir(), 'zonebrief-bench-'));
  for (const folder of ['data', 'templates'])
    cpSync(join(root, folder), join(here, folder), { recursive: true });
  const facts = join(here, 'data', zone, 'facts', 'funds.yaml');
  const text = readFileSync(facts, 'utf8');
  const program = join(root, 'dist', 'cli.js');
  const watcher = spawn(process.execPath, [program, 'watch', zone, '--root', here, '--json'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: watcher.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error('the watcher has ended');
    const told = JSON.parse(value);
    if (told.outcome !== 'made') throw new Error(`an edition was to be made: ${value}`);
    return told;
  };
  const taken = { 'first build': [], 'saved to on disk': [], 'of it, the build': [] };
  try {
    await next();
    for (let turn = 1; turn <= warmUp + runs; turn += 1) {
      // Tenths from 286.8 on, without whole numbers: the fact would need significant digits then.
      const tenths = 2867 + turn + Math.floor((turn + 6) / 9);
      const amount = (tenths / 10).toFixed(1);
      const began = performance.now();
      writeFileSync(
        facts,
        text.replaceAll('28660000000', `${tenths}0000000`).replaceAll('286.6亿', `${amount}亿`),
      );
      const { seconds } = await next();
      const ms = performance.now() - began;
      if (turn <= warmUp) continue;
      taken['saved to on disk'].push(ms);
      taken['of it, the build'].push(seconds * 1000);
      const out = join(here, 'first');
      taken['first build'].push(once([program, 'build', zone, '--root', here, '--out', out, '--quiet']).ms);
      rmSync(out, { recursive: true });
    }
  } finally {
    watcher.kill('SIGINT');
    rmSync(here, { recursive: true, force: true });
  }
  const results = Object.fromEntries(
    Object.entries(taken).map(([name, times]) => [
      name,
      { ms: median(times), from: Math.min(...times), to: Math.max(...times) },
    ]),
  );
  console.log(
    `watch, after ${warmUp} rebuilds (median of ${runs}; 100 ms of each are waited for further changes):`,
  );
  printTimes(results);
  printRatio(
    'watch: saved fact to files ÷ first build',
    results['saved to on disk'].ms / results['first build'].ms,
    0.15,
  );
}
