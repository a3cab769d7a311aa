/**
 * How fast zonebrief is, as ratios of what was measured in one run: its own first build against a hand-written script that
 * makes the same set of files with the same libraries (handwritten.mjs), a build again against Node's start and the first
 * one, large files against a script that writes as much.
 *
 * npm run bench [-- RUNS]
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measureAgain } from './again.mjs';
import { printLanguages } from './language.mjs';
import { measureLarge } from './large.mjs';
import { inFolder, interleaved, once, printRatio, printTimes } from './measure.mjs';
import { measureWatch } from './watch.mjs';
import { measureZones } from './zones.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const zone = 'chongqing-hitech-zone';
const runs = Number(process.argv[2] ?? 7);
if (!Number.isInteger(runs) || runs < 1) {
  console.error(`bench: the number of runs is "${process.argv[2]}"; expected a whole number from 1`);
  process.exit(2);
}

const makers = {
  zonebrief: (out) => [join(root, 'dist', 'cli.js'), 'build', zone, '--root', root, '--out', out, '--quiet'],
  'by hand': (out) => [join(here, 'handwritten.mjs'), join(out, zone)],
};
const make = (words) => () => inFolder((out) => once(words(out)));
const filesOf = (words) =>
  inFolder((out) => {
    once(words(out));
    return readdirSync(join(out, zone), { recursive: true })
      .filter((name) => /\.(pptx|docx|png)$/.test(name))
      .sort();
  });

const sets = Object.values(makers).map((words) => filesOf(words).join(' '));
if (sets[0] !== sets[1]) {
  console.error(`The two do not make the same files:\n  ${sets.join('\n  ')}`);
  process.exit(1);
}
const results = interleaved(
  Object.fromEntries(Object.entries(makers).map(([name, words]) => [name, make(words)])),
  runs,
);
console.log(`${sets[0].split(' ').length} files (median of ${runs} fresh processes each, interleaved):`);
printTimes(results);
printRatio('first build ÷ the floor', results.zonebrief.ms / results['by hand'].ms, 1);
measureAgain(root, runs);
await measureWatch(root, runs);
measureZones(root);
measureLarge(root, Math.max(1, Math.ceil(runs / 3)), [
  { slides: 1000, rows: 0 },
  { slides: 1, rows: 2000 },
]);
printLanguages();
