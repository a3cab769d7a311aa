/**
 * What rows/slides.mjs measures against: a deck as large, by hand: the cover of the sample's English deck, then its
 * other slides again and again. What it leaves out stands in sample.mjs.
 *
 * node tests/bench/floor/slides.mjs OUT SLIDES [ID]   of only one of them, again and again
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDeck } from './decks.mjs';

const [, , out, slides, only] = process.argv;
const content = JSON.parse(readFileSync(new URL('content.json', import.meta.url), 'utf8'));
const deck = content.decks.find(({ language }) => language === 'en');
const [cover, ...others] = deck.slides;
const repeated = others.filter(({ id }) => only === undefined || id === only);

const charts = new Map();
if (repeated.some(({ blocks }) => blocks.some(({ kind }) => kind === 'chart'))) {
  const { drawChart } = await import('./charts.mjs');
  for (const chart of content.charts.filter(({ language }) => language === 'en'))
    charts.set(`${chart.id}.en`, await drawChart(chart, content.sizes.slide));
}
const copies = Array.from({ length: Number(slides) - 1 }, (_, index) => {
  const slide = repeated[index % repeated.length];
  return { ...slide, title: `${slide.title} ${index + 2}` };
});
mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'briefing.en.pptx'), await makeDeck({ ...deck, slides: [cover, ...copies] }, charts));
