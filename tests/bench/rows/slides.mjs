/**
 * Large files: a deck of 1,000 slides against a script that writes as many by hand, and what one more slide or one more
 * row of a table costs where there are many already.
 */
import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { program } from '../measure/checkout.mjs';
import { largeRoot, largeZone } from '../measure/large.mjs';
import { freshPath, interleaved, node, printTimes } from '../measure/processes.mjs';

const script = join(dirname(fileURLToPath(import.meta.url)), '..', 'floor', 'slides.mjs');

/** @returns {() => import('../measure/processes.mjs').Taken} a first build of so many slides and rows */
function builder(root, size, options) {
  const own = largeRoot(root, size);
  return () => {
    const out = freshPath();
    const words = ['build', largeZone, '--root', own, '--out', out, '--languages', 'en', '--quiet'];
    const taken = node([program(root), ...words], options);
    rmSync(out, { recursive: true });
    return taken;
  };
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} slides how many
 */
export async function measureSlides({ root, runs, table }, slides) {
  const results = await interleaved(
    {
      'by hand': () => node([script, freshPath('hand'), String(slides)], { memory: true }),
      zonebrief: builder(root, { slides, rows: 0 }, { memory: true }),
    },
    runs,
  );
  console.log(`\n${slides.toLocaleString('en')} slides (median of ${runs} fresh processes each):`);
  printTimes(results);
  const { 'by hand': floor, zonebrief } = results;
  const size = (what) => (slides === 1000 ? {} : { what: `${slides} slides: ${what} ÷ the floor` });
  table.set('slides', { value: zonebrief.ms / floor.ms, cpu: zonebrief.cpu / floor.cpu, ...size('time') });
  table.set('slidesMemory', { value: zonebrief.mb / floor.mb, ...size('peak memory') });
}

/**
 * What one of many costs, against one of a tenth as many. Both are counted above a build with one slide and no table, so
 * that the start of the program, which is shared among all, makes none of the larger numbers look better than it is.
 * @param {import('../bench.mjs').Bench} bench
 */
export async function measureGrowth({ root, runs, table }) {
  const small = { slides: 200, rows: 2000 };
  const name = { slides: (many) => `${many} slides`, rows: (many) => `${many} table rows` };
  const makers = { 'one slide': builder(root, { slides: 1, rows: 0 }) };
  for (const times of [1, 10]) {
    const [slides, rows] = [small.slides * times, small.rows * times];
    makers[name.slides(slides)] = builder(root, { slides, rows: 0 });
    makers[name.rows(rows)] = builder(root, { slides: 1, rows });
  }
  const results = await interleaved(makers, runs);
  console.log(`\nMany, and ten times as many (median of ${runs} fresh processes each):`);
  printTimes(results);
  for (const [row, kind] of [
    ['perSlide', 'slides'],
    ['perRow', 'rows'],
  ]) {
    const few = small[kind];
    const base = results['one slide'];
    const above = (many, how) => (results[name[kind](many)][how] - base[how]) / many;
    const ratio = (how) => above(few * 10, how) / above(few, how);
    table.set(row, { value: ratio('ms'), cpu: base.cpu === undefined ? undefined : ratio('cpu') });
    const each = [few, few * 10].map((many) => `${above(many, 'ms').toFixed(3)} ms at ${many}`);
    console.log(`  above one slide, each of the ${kind}: ${each.join(', ')}`);
  }
}
