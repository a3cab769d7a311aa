/**
 * How fast zonebrief is, as ratios of what was measured in one run, in fresh processes taken in turns: against scripts that
 * make the same files by hand with the same libraries (floor/, which says what these leave out), against Node's start,
 * and against its own first build. What is timed is what `npm start` runs, checks and all; that its files are the same
 * bytes is checked first.
 *
 * npm run bench [-- --help]
 */
import { availableParallelism, loadavg } from 'node:os';
import { checkout } from './measure/checkout.mjs';
import { Table } from './measure/table.mjs';
import { readOptions } from './options.mjs';
import { kinds } from './profile/builds.mjs';
import { printProfile } from './profile/profile.mjs';
import { measureLanguages } from './rows/language.mjs';
import { measureMemory } from './rows/memory.mjs';
import { measureSample } from './rows/sample.mjs';
import { measureGrowth, measureSlides } from './rows/slides.mjs';
import { measureWatch } from './rows/watch.mjs';
import { measureZones } from './rows/zones.mjs';

/**
 * @typedef {object} Bench
 * @property {string} root of the copy of the repository that is measured
 * @property {number} runs fresh processes of which the median is taken
 * @property {number} [until] seconds from the bench's start, after which no further round is begun
 * @property {Table} table for the results
 */

/** In the order in which they run; without `short`, one is left out of the short form. */
const parts = {
  sample: { full: measureSample, short: measureSample },
  language: {
    full: (bench) => measureLanguages(bench, 0.3),
    short: (bench) => measureLanguages(bench, 0.05),
  },
  watch: {
    full: (bench) => measureWatch(bench, { warmUp: 10, saves: 40 }),
    short: (bench) => measureWatch({ ...bench, runs: 1 }, { warmUp: 3, saves: 3 }),
  },
  slides: {
    full: (bench) => measureSlides(bench, 1000),
    short: (bench) => measureSlides({ ...bench, runs: 1 }, 100),
  },
  zones: {
    full: (bench) => measureZones(bench, 100),
    short: (bench) => measureZones({ ...bench, runs: 1 }, 6),
  },
  growth: { full: measureGrowth },
  memory: { full: (bench) => measureMemory(bench, { editions: 500, every: 50 }) },
};

/** Seconds after which the short form begins no further round, and no further part: a slow machine prints less. */
const enough = { rounds: 8, parts: 16 };

async function main(words) {
  const { runs, short, profile, files, only, help } = readOptions(
    words,
    Object.keys(parts),
    Object.keys(kinds),
  );
  if (help) return console.log(help);
  const root = checkout();
  if (profile) return printProfile(root, { runs: runs ?? 3, only, files });
  const bench = {
    root,
    runs: runs ?? (short ? 3 : 7),
    ...(short && { until: enough.rounds }),
    table: new Table(),
  };
  const cores = availableParallelism();
  const [load] = loadavg();
  const busy = load > cores / 2 ? ': others use the machine, so go by processor time' : '';
  console.log(`Node ${process.versions.node}, ${cores} cores, load ${load.toFixed(1)}${busy}`);
  for (const name of only) {
    const measure = short ? parts[name].short : parts[name].full;
    if (!measure) continue;
    if (short && process.uptime() > enough.parts)
      console.log(`\n${name}: left out, ${enough.parts} s have passed`);
    else await measure(bench);
  }
  console.log(`\n${bench.table.text()}`);
  const unmet = short ? [] : bench.table.unmetProfiles();
  if (unmet.length === 0) return;
  console.log('Where the time goes of what is not met; tests/bench/README.md says what it would take.');
  await printProfile(root, { runs: 1, only: unmet, files: false });
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`bench: ${error.message}`);
  // At once, and with it what it has started.
  process.exit(2);
}
