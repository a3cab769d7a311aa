/**
 * Makes one edition after the other in this process, each with another fact and all files and charts made anew, by the
 * built library; says on a line of JSON, every so often, how much memory it holds, in bytes.
 *
 * node --expose-gc tests/bench/rows/editions.mjs CHECKOUT ROOT EDITIONS EVERY
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { committedOf } from '../measure/figures.mjs';

const zone = 'chongqing-hitech-zone';
const [, , checkout, root, editions, every] = process.argv;
const { buildBriefing } = await import(pathToFileURL(join(checkout, 'dist', 'index.mjs')).href);
// Earlier editions would fill the disk.
appendFileSync(join(root, 'data', zone, 'zone.yaml'), '\neditions: { keep: 3 }\n');
const setCommitted = committedOf(root, zone);

for (let made = 1; made <= Number(editions); made += 1) {
  setCommitted(made);
  const { outcome } = await buildBriefing({ root, zone, force: true });
  if (outcome !== 'made') throw new Error(`edition ${made}: expected a new one, not "${outcome}"`);
  if (made % Number(every) !== 0 && made !== 1) continue;
  const { rss } = process.memoryUsage();
  // What ends in a later turn of the event loop holds on to its memory until then.
  await setImmediate();
  globalThis.gc();
  const { heapUsed: heap, external: buffers } = process.memoryUsage();
  console.log(JSON.stringify({ made, rss, heap, buffers }));
}
