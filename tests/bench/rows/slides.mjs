/** A deck of many slides and a summary with a table of many rows, against a script that writes as much by hand. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, interleaved, once, printRatio, printTimes } from './measure.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const zone = 'example-zone';

const front = '---\ntitle: A large briefing\nsubtitle: Many slides\n---\n';

/** Three points, each with figures; headlines have to differ, and digits in them would be figures. */
const slide = `- {{fact "fund.committed"}} of capital is committed to the companies in the park
- {{fact "fund.paid-in"}} of it has been paid in, which is {{fact "fund.paid-in-ratio"}}
- {{fact "fund.uncalled"}} can still be called
`;
const row = '| {{label "park.jobs"}} | {{fact "park.jobs" noun=false}} | {{time "park.jobs"}} |\n';

const lettersOf = (index) =>
  [...index.toString(26)].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 26))).join('');
const deckOf = (slides) =>
  `${front}${Array.from({ length: slides }, (_, index) => `::slide{#s-${index}}\n# Part ${lettersOf(index)}: {{fact "park.companies"}} provide {{fact "park.jobs"}}\n\n{{> slide}}\n`).join('\n---\n')}`;
/** Tables of a length that one finds in print. */
const perTable = 200;
const tableOf = (rows) =>
  `| Indicator | Figure | Time |\n|---|---|---|\n${'{{> row}}\n'.repeat(rows)}\nThe table goes on.\n`;
const summaryOf = (rows) =>
  `${front}::section{#table}\n# The figures\n\n${Array.from(
    { length: Math.ceil(rows / perTable) },
    (_, index) => tableOf(Math.min(perTable, rows - index * perTable)),
  ).join('\n')}`;

/** A root whose zone has one deck, one summary and no charts. */
function makeRoot(root, repository, { slides, rows }) {
  for (const folder of [join('data', zone), join('templates', 'starter-briefing')])
    cpSync(join(repository, folder), join(root, folder), { recursive: true });
  const file = join(root, 'data', zone, 'zone.yaml');
  const text = readFileSync(file, 'utf8').replace(
    /^summaries:[\s\S]*/m,
    `summaries: ${rows > 0 ? '[[en]]' : '[]'}\n`,
  );
  writeFileSync(file, text);
  const template = join(root, 'templates', 'starter-briefing');
  mkdirSync(join(template, 'partials'));
  writeFileSync(join(template, 'partials', 'slide.hbs'), slide);
  writeFileSync(join(template, 'partials', 'row.hbs'), row);
  writeFileSync(join(template, 'deck.en.md.hbs'), deckOf(slides));
  writeFileSync(join(template, 'summary.en.md.hbs'), summaryOf(rows));
}

/**
 * @param {string} repository
 * @param {{ slides: number, rows: number }[]} sizes
 */
export function measureLarge(repository, runs, sizes) {
  inFolder((folder) => {
    for (const size of sizes) {
      const root = join(folder, `${size.slides}-${size.rows}`);
      mkdirSync(root);
      makeRoot(root, repository, size);
      const out = join(root, 'out');
      const build = () => {
        rmSync(out, { recursive: true, force: true });
        const words = ['build', zone, '--root', root, '--languages', 'en', '--quiet'];
        return once([join(repository, 'dist', 'cli.js'), ...words], { memory: true });
      };
      const byHand = () =>
        once(
          [join(here, 'large-by-hand.mjs'), join(root, 'by-hand'), String(size.slides), String(size.rows)],
          {
            memory: true,
          },
        );
      const results = interleaved({ zonebrief: build, 'by hand': byHand }, runs);
      const what = `${size.slides} slides, ${size.rows} table rows`;
      console.log(`${what} (median of ${runs} fresh processes each, interleaved):`);
      printTimes(results);
      const { zonebrief, 'by hand': floor } = results;
      printRatio(`${what}: time ÷ the floor`, zonebrief.ms / floor.ms, 0.5);
      printRatio(`${what}: peak memory ÷ the floor`, zonebrief.mb / floor.mb, 0.6);
    }
  });
}
