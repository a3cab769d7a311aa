/** The first build of the sample, charts drawn and charts cached, against the script that makes the same files by hand. */
import { cpSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertSame, buildSample, chartsOf, filesIn, npmStart, zone } from '../measure/checkout.mjs';
import { freshPath, interleaved, node, printTimes } from '../measure/processes.mjs';

const script = join(dirname(fileURLToPath(import.meta.url)), '..', 'floor', 'sample.mjs');

/** @param {number} editions made one after the other, in one process */
export const byHand = (out, editions = 1) => node([script, out, String(editions)]);

const documents = (files) => [...files.keys()].filter((name) => /\.(pptx|docx|png)$/.test(name));

/** What a PNG begins with holds its width and height. */
const withSize = (files) => (name) =>
  name.endsWith('.png')
    ? `${name} (${files.get(name).readUInt32BE(16)} by ${files.get(name).readUInt32BE(20)})`
    : name;

/** Ends the bench where the two do not make the same set of files, with pictures of the same size. */
function assertSameSet(made, hand) {
  const sets = [made, hand].map((files) => documents(files).map(withSize(files)).join('\n  '));
  if (sets[0] === sets[1]) return;
  console.error(
    `bench: zonebrief makes\n  ${sets[0]}\nand the floor\n  ${sets[1]}\nIs its content behind? node tests/bench/floor/make-content.mjs`,
  );
  process.exit(1);
}

/** @param {import('../bench.mjs').Bench} bench */
export async function measureFirst({ root, runs, table }) {
  const expected = npmStart(root);
  const first = freshPath();
  buildSample(root, first);
  assertSame(expected, filesIn(join(first, zone)), 'the build that is timed');

  const hand = freshPath();
  byHand(hand);
  assertSameSet(expected, filesIn(hand));

  const charts = join(first, chartsOf());
  if (readdirSync(charts).length === 0) throw new Error('the sample was built, and no chart of it is kept');
  const withCharts = () => {
    const out = freshPath();
    cpSync(charts, join(out, chartsOf()), { recursive: true });
    return out;
  };
  const cached = withCharts();
  buildSample(root, cached);
  assertSame(expected, filesIn(join(cached, zone)), 'the build with charts cached');

  const results = await interleaved(
    {
      'by hand': () => byHand(freshPath()),
      'first build': () => buildSample(root, freshPath()),
      'charts cached': () => buildSample(root, withCharts()),
    },
    runs,
  );
  console.log(
    `\nThe sample, ${documents(expected).length} files; those of the build are the same bytes as npm start’s (median of ${runs} fresh processes each):`,
  );
  printTimes(results);
  const { 'by hand': floor, 'first build': drawn, 'charts cached': kept } = results;
  table.set('first', { value: drawn.ms / floor.ms, cpu: drawn.cpu / floor.cpu });
  table.set('cached', { value: kept.ms / floor.ms, cpu: kept.cpu / floor.cpu });
}
