/** Many zones in one call: editions per second on all cores, against the same program held to one of them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment } from './measure.mjs';

/** @param {string} root of the repository */
export function measureZones(root, zones = 100) {
  const cores = availableParallelism();
  // `taskset` holds a process and all its threads to a core: Linux only.
  if (cores < 2 || spawnSync('taskset', ['--version']).status !== 0) {
    console.log('many zones: not measured here, it takes two cores and taskset');
    return;
  }
  const here = mkdtempSync(join(tmpdir(), 'zonebrief-bench-'));
  try {
    cpSync(join(root, 'templates'), join(here, 'templates'), { recursive: true });
    mkdirSync(join(here, 'data'));
    for (let number = 1; number <= zones; number += 1)
      cpSync(join(root, 'data', 'chongqing-hitech-zone'), join(here, 'data', `zone-${number}`), {
        recursive: true,
      });
    const build = (before) => {
      const out = join(here, 'out');
      const [program, ...words] = [
        ...before,
        process.execPath,
        join(root, 'dist', 'cli.js'),
        'build',
        '--root',
        here,
        '--out',
        out,
        '--quiet',
      ];
      const began = performance.now();
      const { status, stderr } = spawnSync(program, words, { env: environment, encoding: 'utf8' });
      const seconds = (performance.now() - began) / 1000;
      if (status !== 0) throw new Error(stderr.slice(-2000));
      rmSync(out, { recursive: true });
      return zones / seconds;
    };
    const one = build(['taskset', '-c', '0']);
    const all = build([]);
    console.log(`${zones} zones in one call, charts drawn:`);
    console.log(`  one core ${one.toFixed(2)} editions a second, ${cores} cores ${all.toFixed(2)}`);
    console.log(`  ${'all cores ÷ one core'.padEnd(58)} ${(all / one).toFixed(2).padStart(6)}`);
  } finally {
    rmSync(here, { recursive: true, force: true });
  }
}
