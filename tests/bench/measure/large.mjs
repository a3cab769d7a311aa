/** A zone with a large deck and a large table, made from the small one that `zonebrief init` copies. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshPath } from './processes.mjs';

export const largeZone = 'example-zone';

const front = '---\ntitle: A large briefing\nsubtitle: Many slides\n---\n';

/** Three points, each with figures; headlines have to differ, and digits in them would be figures. */
const slide = `- {{fact "fund.committed"}} of capital is committed to the companies in the park
- {{fact "fund.paid-in"}} of it has been paid in, which is {{fact "fund.paid-in-ratio"}}
- {{fact "fund.uncalled"}} can still be called
`;
const row = '| {{label "park.jobs"}} | {{fact "park.jobs" noun=false}} | {{time "park.jobs"}} |\n';

const lettersOf = (index) =>
  [...index.toString(26)].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 26))).join('');
const headline = (index) =>
  `# Part ${lettersOf(index)}: {{fact "park.companies"}} provide {{fact "park.jobs"}}`;
const deckOf = (slides) =>
  `${front}${Array.from({ length: slides }, (_, index) => `::slide{#s-${index}}\n${headline(index)}\n\n{{> slide}}\n`).join('\n---\n')}`;

/** Tables of a length that one finds in print. */
const perTable = 200;
const tableOf = (rows) =>
  `| Indicator | Figure | Time |\n|---|---|---|\n${'{{> row}}\n'.repeat(rows)}\nThe table goes on.\n`;
const summaryOf = (rows) =>
  `${front}::section{#table}\n# The figures\n\n${Array.from(
    { length: Math.ceil(rows / perTable) },
    (_, index) => tableOf(Math.min(perTable, rows - index * perTable)),
  ).join('\n')}`;

/**
 * @param {string} repository whose small zone and template are taken
 * @param {{ slides: number, rows: number }} size without rows, there is no summary
 * @returns {string} a root whose zone has one deck, at most one summary, and no charts
 */
export function largeRoot(repository, { slides, rows }) {
  const root = freshPath(`large-${slides}-${rows}`);
  for (const folder of [join('data', largeZone), join('templates', 'starter-briefing')])
    cpSync(join(repository, folder), join(root, folder), { recursive: true });
  const file = join(root, 'data', largeZone, 'zone.yaml');
  const summaries = `summaries: ${rows > 0 ? '[[en]]' : '[]'}\n`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^summaries:[\s\S]*/m, summaries));
  const template = join(root, 'templates', 'starter-briefing');
  mkdirSync(join(template, 'partials'));
  writeFileSync(join(template, 'partials', 'slide.hbs'), slide);
  writeFileSync(join(template, 'partials', 'row.hbs'), row);
  writeFileSync(join(template, 'deck.en.md.hbs'), deckOf(slides));
  writeFileSync(join(template, 'summary.en.md.hbs'), summaryOf(rows));
  return root;
}
