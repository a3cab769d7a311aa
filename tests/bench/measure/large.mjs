/** Zones with a large deck or a large table, in English, made from the sample. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workingRoot, zone } from './checkout.mjs';

const templateOf = (root) => join(root, 'templates', 'investor-briefing');

/** @returns {string} a root with the sample in which summaries are these */
function rootWith(repository, summaries) {
  const root = workingRoot(repository);
  const file = join(root, 'data', zone, 'zone.yaml');
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, text.replace(/^summaries:\n(?: +- .*\n)*/m, `summaries: ${summaries}\n`));
  return root;
}

/** A, B … Z, BA: digits in headlines would be figures. */
const lettersOf = (index) =>
  [...index.toString(26)].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 26))).join('');

/**
 * @param {string} repository whose sample is taken
 * @param {number} count how many: the cover, then the others again and again, each with a headline of its own
 * @param {string} [only] id of the one slide that is repeated; left out: all
 * @returns {string} a root with that deck and no summary
 */
export function manySlides(repository, count, only) {
  const root = rootWith(repository, '[]');
  const file = join(templateOf(root), 'deck.en.md.hbs');
  const [front, cover, ...others] = readFileSync(file, 'utf8').split(/\n---\n(?=::slide)/);
  // Of a first edition, no slide tells of changes.
  const repeated = others.filter((text) =>
    only === undefined ? !text.includes('{#changes') : text.includes(`{#${only} `),
  );
  // As partials, since a template has its limit.
  const partial = (name, text) => writeFileSync(join(templateOf(root), 'partials', `${name}.hbs`), text);
  const slides = repeated.map((text, index) => {
    const [, layout, headline, body] = /^::slide\{#\S+ (.*)\}\n# (.*)\n([\s\S]*)$/.exec(text);
    partial(`headline-${index}`, headline);
    partial(`body-${index}`, body);
    return (id) =>
      `::slide{#s-${id} ${layout}}\n# {{> headline-${index}}} ${lettersOf(id)}\n\n{{> body-${index}}}\n`;
  });
  const copies = Array.from({ length: count - 1 }, (_, index) => slides[index % slides.length](index));
  writeFileSync(file, [front, cover, ...copies].join('\n---\n'));
  return root;
}

/** Tables of a length that one finds in print. */
const perTable = 50;
const row =
  '| {{label "laboratory.teams"}} | {{fact "laboratory.teams" noun=false}} | {{time "laboratory.teams"}} |\n';

/**
 * @param {number} rows none, or tables full
 * @returns {string} a root with a deck of one slide and a summary of tables with so many rows
 */
export function manyRows(repository, rows) {
  const root = manySlides(repository, 1);
  if (rows === 0) return root;
  const table = `| Indicator | Figure | Time |\n|---|---|---|\n${row.repeat(perTable)}\nThe table goes on.\n`;
  writeFileSync(join(templateOf(root), 'partials', 'table.hbs'), table);
  const front = '---\ntitle: A large summary\nsubtitle: Many rows\n---\n::section{#table}\n# The figures\n\n';
  const tables = '{{> table}}\n\n'.repeat(rows / perTable);
  writeFileSync(join(templateOf(root), 'summary.en.md.hbs'), front + tables);
  const file = join(root, 'data', zone, 'zone.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('summaries: []', 'summaries: [[en]]'));
  return root;
}
