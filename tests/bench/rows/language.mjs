/**
 * Phrases read and written in each language there is, by the built library, as its users call it: what the language
 * writes of a set of figures, read back. How many a second, and how long one takes.
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median, percentile } from '../measure/statistics.mjs';

const styles = ['prose', 'tile'];
const figures = [
  ['28660000000', 'CNY', 'exact'],
  ['30000000000', 'CNY', 'nearly'],
  ['1200000000', 'USD', 'more-than'],
  ['170000', 'people', 'about'],
  ['42.5', 'percent', 'exact'],
  ['2.3', 'percentage-point', 'at-least'],
  ['1.5', 'km2', 'less-than'],
  ['1200000', 'kWh', 'at-most'],
].map(([amount, unit, qualifier]) => ({ quantity: { amount, unit }, qualifier }));

/** @returns calls per second, all of `jobs` again and again */
function rate(jobs, seconds, work) {
  let done = 0;
  const began = performance.now();
  while (performance.now() - began < seconds * 1000) {
    for (const job of jobs) work(job);
    done += jobs.length;
  }
  return (done * 1000) / (performance.now() - began);
}

/** @returns {number[]} microseconds of each call, each by itself */
function durations(jobs, seconds, work) {
  const taken = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    for (const job of jobs) {
      const began = process.hrtime.bigint();
      work(job);
      taken.push(Number(process.hrtime.bigint() - began) / 1000);
    }
  }
  return taken;
}

/**
 * @param {import('../bench.mjs').Bench} bench
 * @param {number} seconds for each language, three times over
 */
export async function measureLanguages({ root, table }, seconds) {
  const library = pathToFileURL(join(root, 'dist', 'index.mjs')).href;
  const { languageTags, readQuantity, writeQuantity } = await import(library);
  console.log('\nFigures, a second:');
  const medians = languageTags().map((language) => {
    const jobs = figures.flatMap((figure) => styles.map((style) => ({ figure, style })));
    const write = ({ figure, style }) => writeQuantity(figure, language, { style });
    const phrases = jobs.map(write);
    const read = (phrase) => readQuantity(phrase, language, { unit: 'people' });
    // Compiled by the time they count.
    rate(phrases, seconds / 3, read);
    const [written, many] = [rate(jobs, seconds, write), rate(phrases, seconds, read)];
    const each = durations(phrases, seconds, read);
    const count = (value) => Math.round(value).toLocaleString('en').padStart(9);
    const one = [0.5, 0.99].map((share) => percentile(each, share).toFixed(1));
    console.log(
      `  ${language.padEnd(8)}${count(many)} read ${count(written)} written; one read in ${one[0]} µs (median), ${one[1]} µs (99 %)`,
    );
    return median(each);
  });
  table.set('reading', { value: Math.max(...medians) });
}
