/**
 * The sample: built first, with charts drawn and with charts cached, against the script that makes the same files by hand;
 * built again, with nothing changed and with one fact changed, against Node's start and the first build. What is timed has
 * to make the bytes that `npm start` makes, each time.
 */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { assertSame, chartsOf, filesIn, npmStart, program, workingRoot, zone } from '../measure/checkout.mjs';
import { committedOf } from '../measure/figures.mjs';
import { sampleByHand } from '../measure/floor.mjs';
import { freshPath, interleaved, node, printTimes } from '../measure/processes.mjs';

const documents = (files) => [...files.keys()].filter((name) => /\.(pptx|docx|png)$/.test(name));

/** What a PNG begins with holds its width and height. */
const withSize = (files) => (name) =>
  name.endsWith('.png')
    ? `${name} (${files.get(name).readUInt32BE(16)} by ${files.get(name).readUInt32BE(20)})`
    : name;

/** Refuses a floor that does not make the same set of files, with pictures of the same size. */
function assertSameSet(made, hand) {
  const sets = [made, hand].map((files) => documents(files).map(withSize(files)).join('\n  '));
  if (sets[0] === sets[1]) return;
  throw new Error(
    `zonebrief makes\n  ${sets[0]}\nand the floor\n  ${sets[1]}\nIs its content behind? node tests/bench/floor/make-content.mjs`,
  );
}

/** @param {import('../bench.mjs').Bench} bench */
export function measureSample({ root, runs, until, table }) {
  const expected = npmStart(root);
  const own = workingRoot(root);
  const setCommitted = committedOf(own, zone);
  const out = join(own, 'out');
  const build = (folder) => node([program(root), 'build', zone, '--root', own, '--out', folder, '--quiet']);
  const same = (folder, how) => assertSame(expected, filesIn(join(folder, zone)), how);
  let turn = 0;
  const makers = {
    'node -e 0': () => node(['-e', '0']),
    'by hand': () => {
      const hand = freshPath('hand');
      const taken = sampleByHand(hand);
      assertSameSet(expected, filesIn(hand));
      return taken;
    },
    'first build': () => {
      rmSync(out, { recursive: true, force: true });
      setCommitted(undefined);
      const taken = build(out);
      same(out, 'the first build');
      return taken;
    },
    'nothing changed': () => {
      const taken = build(out);
      same(out, 'the build with nothing changed');
      return taken;
    },
    'charts cached': () => {
      const folder = freshPath();
      cpSync(join(out, chartsOf()), join(folder, chartsOf()), { recursive: true });
      if (readdirSync(join(folder, chartsOf())).length === 0) throw new Error('no chart was kept');
      const taken = build(folder);
      same(folder, 'the build with charts cached');
      return taken;
    },
    'one fact changed': () => {
      setCommitted(turn++);
      return build(out);
    },
  };
  const results = interleaved(makers, runs, until);
  const { 'first build': first } = results;
  console.log(
    `\nThe sample, ${documents(expected).length} files, the same bytes as npm start’s (${first.all.length} fresh processes each, in turns):`,
  );
  printTimes(results);
  const ratio = (name, floor) => ({
    value: results[name].ms / results[floor].ms,
    cpu: results[name].cpu / results[floor].cpu,
  });
  table.set('first', ratio('first build', 'by hand'));
  table.set('cached', ratio('charts cached', 'by hand'));
  table.set('unchanged', ratio('nothing changed', 'node -e 0'));
  table.set('changed', ratio('one fact changed', 'first build'));
}
