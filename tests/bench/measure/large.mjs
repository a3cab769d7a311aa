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

/** XA, XB … XZ, XBA: digits in headlines would be figures, and so would MN or TN behind one. */
const lettersOf = (index) =>
  `X${[...index.toString(26)].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 26))).join('')}`;

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
  const slides = Array.from({ length: count - 1 }, (_, index) =>
    repeated[index % repeated.length]
      .replace(/\{#[a-z-]+/, `{#s-${index}`)
      // Headlines have to differ; and no text that was laid out once may serve all others.
      .replace(/^(?:#|-|1\.) .*$/gm, firstOfEach(lettersOf(index))),
  );
  const parts = partials(root, 'slide', slides);
  writeFileSync(file, [front, cover, ...parts].join('\n---\n'));
  return root;
}

/** Marks a headline, and the first item of a list. */
function firstOfEach(mark) {
  const seen = new Set();
  return (line) => {
    const kind = line[0];
    if (seen.has(kind)) return line;
    seen.add(kind);
    return `${line} ${mark}`;
  };
}

/** Texts as partials, since a template has its limit. @returns {string[]} what calls them */
function partials(root, name, texts) {
  return texts.map((text, index) => {
    writeFileSync(join(templateOf(root), 'partials', `${name}-${index}.hbs`), text);
    return `{{> ${name}-${index}}}\n`;
  });
}

/** Tables of a length that one finds in print. */
const perTable = 50;
const facts = ['laboratory.teams', 'cooperation.projects', 'institutes.in-use', 'funds.committed'];

/**
 * @param {number} rows none, or tables full
 * @returns {string} a root with a deck of one slide and a summary of tables with so many rows, all of them different
 */
export function manyRows(repository, rows) {
  const root = manySlides(repository, 1);
  if (rows === 0) return root;
  const row = (index) => {
    const fact = facts[index % facts.length];
    return `| {{label "${fact}"}} ${lettersOf(index)} | {{fact "${fact}"}} | {{time "${fact}"}} |\n`;
  };
  const tables = Array.from({ length: rows / perTable }, (_, table) => {
    const body = Array.from({ length: perTable }, (_, index) => row(table * perTable + index)).join('');
    return `| Indicator | Figure | Time |\n|---|---|---|\n${body}\nThe table goes on.\n`;
  });
  const front = '---\ntitle: A large summary\nsubtitle: Many rows\n---\n::section{#table}\n# The figures\n\n';
  const text = front + partials(root, 'table', tables).join('\n');
  writeFileSync(join(templateOf(root), 'summary.en.md.hbs'), text);
  const file = join(root, 'data', zone, 'zone.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('summaries: []', 'summaries: [[en]]'));
  return root;
}
