/**
 * Phrases read and written per second, in each language there is: what the language writes of a set of figures, read
 * back. It calls the built library, as its users do.
 *
 * node tests/bench/language.mjs [SECONDS A LANGUAGE]
 */
import { pathToFileURL } from 'node:url';
import { languageTags, readQuantity, writeQuantity } from '../../dist/index.mjs';

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

/** @returns calls per second, each call going through all of `jobs` once */
function rate(jobs, seconds, work) {
  let done = 0;
  const began = performance.now();
  while (performance.now() - began < seconds * 1000) {
    for (const job of jobs) work(job);
    done += jobs.length;
  }
  return (done * 1000) / (performance.now() - began);
}

/** @returns {{ language: string, read: number, written: number }[]} phrases per second */
export function measureLanguages(seconds = 0.3) {
  return languageTags().map((language) => {
    const jobs = figures.flatMap((figure) => styles.map((style) => ({ figure, style })));
    const write = ({ figure, style }) => writeQuantity(figure, language, { style });
    const phrases = jobs.map(write);
    const read = (phrase) => readQuantity(phrase, language, { unit: 'people' });
    rate(phrases, seconds / 3, read);
    return { language, read: rate(phrases, seconds, read), written: rate(jobs, seconds, write) };
  });
}

export function printLanguages(seconds) {
  console.log('phrases per second:');
  for (const { language, read, written } of measureLanguages(seconds)) {
    const shown = (value) => Math.round(value).toLocaleString('en').padStart(9);
    console.log(`  ${language.padEnd(10)} ${shown(read)} read  ${shown(written)} written`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  printLanguages(Number(process.argv[2] ?? 0.3));
