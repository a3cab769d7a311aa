/**
 * Large files: a deck of 1,000 slides against a script that writes as many by hand, and what one more slide or one more
 * row of a table costs where there are many already.
 */
import { rmSync } from 'node:fs';
import { program, zone } from '../measure/checkout.mjs';
import { slidesByHand } from '../measure/floor.mjs';
import { manyRows, manySlides } from '../measure/large.mjs';
import { freshPath, interleaved, node, printTimes } from '../measure/processes.mjs';

/** @returns {() => import('../measure/processes.mjs').Taken} a first build of the English files of a root */
const builder = (root, own, options) => () => {
  const out = freshPath();
  const words = ['build', zone, '--root', own, '--out', out, '--languages', 'en', '--quiet'];
  const taken = node([program(root), ...words], options);
  rmSync(out, { recursive: true });
  return taken;
};

/** A slide of text only: where a script by hand has least to do. */
const plain = 'limits';

/**
 * The slides are those of the sample, its charts among them; beside that, one slide of text again and again.
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} slides how many
 */
export function measureSlides({ root, runs, table }, slides) {
  const memory = { memory: true };
  const results = interleaved(
    {
      'by hand': () => slidesByHand(freshPath('hand'), slides),
      zonebrief: builder(root, manySlides(root, slides), memory),
      'text only, by hand': () => slidesByHand(freshPath('hand'), slides, plain),
      'text only, zonebrief': builder(root, manySlides(root, slides, plain), memory),
    },
    runs,
  );
  console.log(`\n${slides.toLocaleString('en')} slides (median of ${runs} fresh processes each, in turns):`);
  printTimes(results);
  const {
    'by hand': floor,
    zonebrief,
    'text only, by hand': plainFloor,
    'text only, zonebrief': plainOurs,
  } = results;
  console.log(
    `  of text only: time ${(plainOurs.ms / plainFloor.ms).toFixed(2)} of the floor, memory ${(plainOurs.mb / plainFloor.mb).toFixed(2)}`,
  );
  const size = (what) => (slides === 1000 ? {} : { what: `${slides} slides: ${what} ÷ the floor` });
  table.set('slides', { value: zonebrief.ms / floor.ms, cpu: zonebrief.cpu / floor.cpu, ...size('time') });
  table.set('slidesMemory', { value: zonebrief.mb / floor.mb, ...size('peak memory') });
}

/**
 * What one of many costs, against one of a tenth as many. Both are counted above a build with one slide and no table, so
 * that the start of the program, which is shared among all, makes none of the larger numbers look better than it is.
 * @param {import('../bench.mjs').Bench} bench
 */
export function measureGrowth({ root, runs, table }) {
  const few = { slides: 200, rows: 2000 };
  const name = { slides: (many) => `${many} slides`, rows: (many) => `${many} table rows` };
  const makers = { 'one slide': builder(root, manySlides(root, 1)) };
  for (const times of [1, 10]) {
    const [slides, rows] = [few.slides * times, few.rows * times];
    makers[name.slides(slides)] = builder(root, manySlides(root, slides));
    makers[name.rows(rows)] = builder(root, manyRows(root, rows));
  }
  const results = interleaved(makers, runs);
  console.log(`\nMany, and ten times as many (median of ${runs} fresh processes each, in turns):`);
  printTimes(results);
  for (const [row, kind] of [
    ['perSlide', 'slides'],
    ['perRow', 'rows'],
  ]) {
    const base = results['one slide'];
    const above = (many, how) => (results[name[kind](many)][how] - base[how]) / many;
    const ratio = (how) => above(few[kind] * 10, how) / above(few[kind], how);
    table.set(row, { value: ratio('ms'), cpu: ratio('cpu') });
    const each = [few[kind], few[kind] * 10].map((many) => `${above(many, 'ms').toFixed(3)} ms at ${many}`);
    console.log(`  above one slide, each of the ${kind}: ${each.join(', ')}`);
  }
}
