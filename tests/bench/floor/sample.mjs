/**
 * What zonebrief is measured against, the floor: the same set of files, written by hand with the same libraries, as one
 * writes them who needs the files once and knows what they say. Three decks with notes, two summaries facing in two
 * languages with footnotes, contents list and table of evidence, each chart in every language and size that the files
 * show, as pictures in the files and beside them. Texts, figures and sizes of pictures stand in content.json, as zonebrief
 * makes them of the sample.
 *
 * What it leaves out, and zonebrief does: reading facts and templates (its texts are there, whole); evidence read back;
 * the rules that facts have to hold, parity of the languages, the search for typed figures; measuring texts, so that they
 * fit and tables and slides go on where they have to; a run, with its language, for each figure and each script; links;
 * hyphenation; pages of the contents list; the record by which figures are traced; mending what the libraries
 * write wrong, accessibility, linting; the same bytes for the same input; palettes in PNGs; cache, manifest, lock, and files
 * put in place all or none.
 *
 * node tests/bench/floor/sample.mjs OUT [EDITIONS]   of many, each in a folder of its own
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawChart } from './charts.mjs';
import { makeDeck } from './decks.mjs';
import { makeSummary } from './summaries.mjs';

const content = JSON.parse(readFileSync(new URL('content.json', import.meta.url), 'utf8'));

async function makeEdition(out) {
  mkdirSync(join(out, 'charts'), { recursive: true });
  const { decks, summaries, charts, sizes } = content;

  // All begun at once, since one is drawn while others are compressed.
  const drawAll = async (size) =>
    new Map(
      await Promise.all(
        charts.map(async (chart) => [`${chart.id}.${chart.language}`, await drawChart(chart, size)]),
      ),
    );
  const onSlides = await drawAll(sizes.slide);
  const inColumns = await drawAll(sizes.column);

  for (const [name, png] of onSlides) writeFileSync(join(out, 'charts', `${name}.png`), png);
  for (const deck of decks)
    writeFileSync(join(out, `briefing.${deck.language}.pptx`), await makeDeck(deck, onSlides));
  for (const summary of summaries)
    writeFileSync(
      join(out, `summary.${summary.languages.join('-')}.docx`),
      await makeSummary(summary, inColumns),
    );
}

const [, , out, editions = '1'] = process.argv;
if (editions === '1') await makeEdition(out);
else
  for (let number = 1; number <= Number(editions); number += 1) await makeEdition(join(out, String(number)));
