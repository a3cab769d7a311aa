/**
 * Where the time of one build goes, by step and thread: V8's own profiles of the program as it is, which has nothing added
 * to it for the purpose. What the system does in threads of its own (files, a part of compression) is in none of them.
 */
import { mean } from '../measure/statistics.mjs';
import { builds, kinds } from './builds.mjs';
import { otherNames, timesBy } from './cpu-profile.mjs';
import { bundledSources } from './sources.mjs';
import { stepNames, stepOf } from './steps.mjs';
import { freshBuilds, warmSaves } from './taken.mjs';

/** Files that are listed. */
const most = 40;

const cell = (ms, total) =>
  (ms < 0.05 ? '' : `${ms.toFixed(1)} ms ${((ms / total) * 100).toFixed(1).padStart(5)} %`).padStart(18);

/**
 * @param {Map<string, number>[][]} builds milliseconds of each thread of each build
 * @param {(means: (name: string) => number[]) => string[]} rows their names, in their order
 * @returns {number[]} what all came to, by thread
 */
function printTimes(builds, rows) {
  const threads = Array.from({ length: Math.max(...builds.map(({ length }) => length)) }, (_, at) => at);
  const sum = (times) => [...(times?.values() ?? [])].reduce((all, ms) => all + ms, 0);
  const totals = threads.map((thread) => mean(builds.map((build) => sum(build[thread]))));
  const means = (name) => threads.map((thread) => mean(builds.map((build) => build[thread]?.get(name) ?? 0)));
  const heads = threads.map((thread) => (thread === 0 ? 'main thread' : `thread ${thread}`).padStart(18));
  console.log(`  ${''.padEnd(34)}${heads.join('')}`);
  for (const name of rows(means)) {
    const cells = means(name).map((ms, thread) => cell(ms, totals[thread]));
    if (cells.some((text) => text.trim() !== '')) console.log(`  ${name.padEnd(34)}${cells.join('')}`);
  }
  return totals;
}

/** How often a fact is saved for the profile of a watcher. */
const watched = { warmUp: 20, saves: 20 };

/**
 * @param {string} root of what is measured
 * @param {{ runs: number, only: readonly (keyof typeof kinds)[], files: boolean }} how `runs`: builds of each kind;
 * `files`: list the files that take most, too
 */
export async function printProfile(root, { runs, only, files }) {
  const sourceOf = bundledSources();
  for (const kind of only) {
    const taken = kind === 'watch' ? await warmSaves(root, watched) : freshBuilds(builds(root)[kind](), runs);
    const by = (ownerOf) =>
      taken.threads.map((threads) => threads.map((profile) => timesBy(profile, sourceOf, ownerOf)));
    const ms = mean(taken.ms);
    const count = kind === 'watch' ? watched.saves : runs;
    console.log(
      `\n${kinds[kind]}: ${ms.toFixed(0)} ms under the profiler, ${mean(taken.plain).toFixed(0)} ms without (mean of ${count})`,
    );
    const [main] = printTimes(by(stepOf), () => [...new Set([...stepNames, ...otherNames])]);
    if (kind !== 'watch')
      console.log(`  Node’s start and end, which the profile does not see: ${(ms - main).toFixed(1)} ms`);
    if (files) printFiles(by((file) => file));
  }
}

/** What each file takes with the libraries that it calls. */
function printFiles(builds) {
  const names = [...new Set(builds.flat().flatMap((times) => [...times.keys()]))];
  console.log('  The files that take most:');
  printTimes(builds, (means) => {
    const all = new Map(names.map((name) => [name, means(name).reduce((sum, ms) => sum + ms, 0)]));
    return names.toSorted((a, b) => all.get(b) - all.get(a)).slice(0, most);
  });
}
