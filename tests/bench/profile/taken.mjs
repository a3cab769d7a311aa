/** Builds under V8's profiler: fresh processes, or a watcher that is warm. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { workingRoot, zone } from '../measure/checkout.mjs';
import { committedOf } from '../measure/figures.mjs';
import { freshPath, node } from '../measure/processes.mjs';
import { mean } from '../measure/statistics.mjs';
import { startWatcher } from '../measure/watcher.mjs';
import { profileBetween } from './cpu-profile.mjs';

/** Microseconds between samples. */
const interval = 200;

const flagsFor = (folder) => [
  '--cpu-prof',
  '--cpu-prof-interval',
  String(interval),
  '--cpu-prof-dir',
  folder,
];

/** The threads' profiles, the main thread first. */
function profilesIn(folder) {
  // CPU.<date>.<time>.<process>.<thread>.<number>.cpuprofile
  const names = readdirSync(folder).sort((a, b) => Number(a.split('.')[4]) - Number(b.split('.')[4]));
  return names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/**
 * @typedef {object} Profiled
 * @property {number[]} ms of each build under the profiler
 * @property {number[]} plain the same without it
 * @property {object[][]} threads their profiles, of each build
 */

/**
 * @param {() => string[]} words for node, for one build after the other
 * @returns {Profiled}
 */
export function freshBuilds(words, runs) {
  const profiled = { ms: [], plain: [], threads: [] };
  for (let run = 0; run < runs; run += 1) {
    const folder = freshPath('profiles');
    profiled.ms.push(node([...flagsFor(folder), ...words()]).ms);
    profiled.threads.push(profilesIn(folder));
    profiled.plain.push(node(words()).ms);
  }
  return profiled;
}

/**
 * Saves of one fact, once the watcher is warm, taken together: their profiles are those of the mean.
 * @returns {Promise<Profiled>}
 */
export async function warmSaves(root, { warmUp, saves }) {
  const timed = async (flags) => {
    const own = workingRoot(root);
    const setCommitted = committedOf(own, zone);
    const watcher = startWatcher(root, own, { flags });
    await watcher.next();
    const all = [];
    let from = 0n;
    for (let turn = 0; turn < warmUp + saves; turn += 1) {
      if (turn === warmUp) from = process.hrtime.bigint();
      const began = performance.now();
      setCommitted(turn);
      await watcher.next();
      if (turn >= warmUp) all.push(performance.now() - began);
    }
    // V8 counts microseconds by the same clock.
    const between = [from, process.hrtime.bigint()].map((at) => Number(at / 1000n));
    await watcher.end();
    return { ms: mean(all), between };
  };
  const folder = freshPath('profiles');
  const { ms, between } = await timed(flagsFor(folder));
  const threads = profilesIn(folder).map((profile) => profileBetween(profile, ...between, saves));
  return { ms: [ms], plain: [(await timed([])).ms], threads: [threads] };
}
