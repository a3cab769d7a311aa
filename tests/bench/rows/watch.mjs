/** zonebrief watch: from a saved fact to its files on the disk, once it is warm, against a first build. */
import { buildSample, workingRoot, zone } from '../measure/checkout.mjs';
import { committedOf } from '../measure/figures.mjs';
import { freshPath, printTimes, processorMs, summaryOf } from '../measure/processes.mjs';
import { median, percentile } from '../measure/statistics.mjs';
import { startWatcher } from '../measure/watcher.mjs';

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {{ warmUp: number, saves: number }} how `warmUp`: rebuilds before those that count, since Node compiles what it
 * runs often
 */
export async function measureWatch({ root, runs, table }, { warmUp, saves }) {
  const own = workingRoot(root);
  const setCommitted = committedOf(own, zone);
  const watcher = startWatcher(root, own);
  const all = [];
  const builds = [];
  const first = [];
  await watcher.next();
  let cpuAfterWarmUp = 0;
  for (let turn = 0; turn < warmUp + saves; turn += 1) {
    if (turn === warmUp) cpuAfterWarmUp = processorMs(watcher.process.pid, 'own');
    const began = performance.now();
    setCommitted(turn);
    const { seconds } = await watcher.next();
    const ms = performance.now() - began;
    if (turn < warmUp) continue;
    all.push(ms);
    builds.push(seconds * 1000);
    // Taken in turns, the watcher being idle then.
    if ((turn - warmUp) % Math.ceil(saves / runs) === 0) first.push(buildSample(root, freshPath()));
  }
  const cpu = (processorMs(watcher.process.pid, 'own') - cpuAfterWarmUp) / saves;
  await watcher.end();
  const results = {
    'first build': summaryOf(first),
    'saved to on disk': { ...summaryOf(all.map((ms) => ({ ms }))), ...(Number.isFinite(cpu) && { cpu }) },
  };
  console.log(
    `\nwatch, ${saves} saves after ${warmUp} to warm it up; ${first.length} first builds in between:`,
  );
  printTimes(results);
  const at = (share) => `${percentile(all, share).toFixed(0)} ms`;
  console.log(
    `  saved to on disk: half within ${at(0.5)}, nine of ten within ${at(0.9)}, the slowest ${at(1)}`,
  );
  const waiting = median(all.map((ms, index) => ms - builds[index]));
  console.log(
    `  of it, ${median(builds).toFixed(0)} ms are the build, ${waiting.toFixed(0)} ms the event, the wait for further ones, the look and the word of it`,
  );
  table.set('watch', {
    value: median(all) / results['first build'].ms,
    cpu: cpu / results['first build'].cpu,
  });
}
