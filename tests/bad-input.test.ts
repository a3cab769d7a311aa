/** What a user can get wrong, one thing at a time, end to end: each is told with place and remedy, and nothing is written. */
import { describe, expect, it } from 'vitest';
import { buildZone } from '../src/build/build.js';
import { type Diagnostic, formatDiagnostic } from '../src/diagnostic.js';
import type { MemoryWorld } from '../src/world.js';
import { marked } from './facts/marked.js';
import { exampleWorld, exampleZone } from './support/example.js';

const zone = `/data/${exampleZone}/zone.yaml`;
const sources = `/data/${exampleZone}/sources.yaml`;
const park = `/data/${exampleZone}/facts/park.yaml`;
const folder = '/templates/starter-briefing';
const deck = `${folder}/deck.en.md.hbs`;
const charts = `${folder}/charts.yaml`;
const theme = `${folder}/theme.yaml`;

type Change = string | ((text: string) => string);
type Case = readonly [what: string, code: string, file: string, change: Change];

const replace = (from: string, to: string) => (text: string) => text.replace(from, () => to);
/** Below the headline of the slide on the fund. */
const insert = (lines: string) => replace('{{chart "fund"}}\n', `{{chart "fund"}}\n\n${lines}\n`);
const formula = (changed: string) => replace('formula: fund.paid-in / fund.committed', `formula: ${changed}`);

/** `⟦` in a change marks where the finding must point. */
const cases: readonly Case[] = [
  // Facts
  ['a number without quotes', 'yaml/wrong-type', park, replace('"8400"', '⟦8400')],
  ['one text for all languages', 'yaml/wrong-type', park, replace('{ en: Jobs, de: Beschäftigte }', '⟦Jobs')],
  ['an unknown key', 'yaml/unknown-key', park, replace('asOf:', '⟦asof:')],
  ['an unknown kind', 'yaml/unknown-value', park, replace('kind: growth', 'kind: ⟦grwoth')],
  ['a currency that does not exist', 'facts/unknown-unit', park, replace('unit: EUR', 'unit: ⟦RMB')],
  ['a day that does not exist', 'facts/impossible-date', park, replace('2025-06-30', '⟦2025-06-31')],
  [
    'a missing language',
    'facts/missing-language',
    park,
    replace('{ en: Jobs, de: Beschäftigte }', '⟦{ en: Jobs }'),
  ],
  ['an id twice', 'facts/duplicate-id', park, replace('id: park.jobs', 'id: park.companies')],
  [
    'a source that is not listed',
    'facts/unknown-source',
    park,
    replace('source: annual-report', 'source: ⟦hearsay'),
  ],
  ['a control character', 'yaml/control-character', park, replace('en: Jobs', 'en: ⟦"Jo\\abs"')],
  ['a label of 300 characters', 'yaml/wrong-size', park, replace('en: Jobs', `en: ${'Jobs '.repeat(60)}`)],
  [
    'a formula over a fact that is not there',
    'facts/unknown-fact',
    park,
    formula('⟦fund.paid / fund.committed'),
  ],
  [
    'a formula that leads back to itself',
    'facts/formula-cycle',
    park,
    formula('fund.paid-in-ratio / fund.committed'),
  ],
  [
    'a formula with two units',
    'facts/formula-units',
    park,
    formula('(fund.paid-in - park.jobs) / fund.committed'),
  ],
  [
    'a division by zero',
    'facts/formula-division-by-zero',
    park,
    formula('fund.paid-in ⟦/ (fund.committed - fund.committed)'),
  ],
  [
    'a formula over a tier',
    'facts/formula-tier',
    park,
    (text) =>
      text
        .replace('    kind: quantity\n    label: { en: Paid-in', '    kind: tier\n    label: { en: Paid-in')
        .replace(
          /(unit: EUR \}\n {4}qualifier: )exact(\n {4}asOf: .*\n {4}evidence:\n.*140 Mio)/,
          '$1tier$2',
        ),
  ],
  ['no facts at all', 'yaml/empty', park, ''],
  ['another encoding', 'yaml/not-utf8', park, replace('Jobs', 'J\uFFFDbs')],
  ['sources.yaml that is empty', 'yaml/empty', sources, ''],
  [
    'a language of a summary that the zone has not',
    'facts/summary-language',
    zone,
    replace('- [en, de]', '- [en, ⟦fr]'),
  ],
  ['a template outside templates/', 'yaml/wrong-form', zone, replace('starter-briefing', '⟦../../etc')],

  // YAML
  ['a bracket never closed', 'yaml/syntax', park, replace('topic: park', 'topic: [park')],
  ['a quotation mark never closed', 'yaml/syntax', park, replace('"8400"', '"8400')],
  ['a tab as indentation', 'yaml/syntax', park, replace('    kind', '⟦\tkind')],
  [
    'a key twice',
    'yaml/duplicate-key',
    park,
    replace('    kind: quantity', '    kind: quantity\n    ⟦kind: share'),
  ],
  ['an alias of nothing', 'yaml/alias', park, replace('topic: park', 'topic: ⟦*park')],
  ['nesting without end', 'yaml/too-deep', park, `topic: park\nfacts: ${'['.repeat(5000)}`],

  // Templates
  ['an unknown fact', 'template/unknown-fact', deck, replace('"park.jobs"', '⟦"park.jbos"')],
  [
    'an unknown helper',
    'template/unknown-helper',
    deck,
    replace('{{edition}}', '{{edition}} ⟦{{figure "park.jobs"}}'),
  ],
  ['an unknown partial', 'template/unknown-partial', deck, insert('⟦{{> none}}')],
  ['an unknown chart', 'template/unknown-chart', deck, replace('"fund"}}', '⟦"found"}}')],
  ['an unknown layout', 'template/unknown-layout', deck, replace('layout=cover', 'layout=cvoer')],
  ['a tag never closed', 'template/syntax', deck, replace('{{edition}}', '⟦{{edition')],
  ['a block never closed', 'template/syntax', deck, insert('⟦{{#if true}}')],
  ['a block closed by another', 'template/syntax', deck, insert('{{#if true}}\n{{/each}}')],
  [
    'loops within loops',
    'template/runaway',
    deck,
    insert(`${'{{#each (facts)}}'.repeat(8)}x${'{{/each}}'.repeat(8)}`),
  ],
  ['a figure typed by hand', 'template/bare-figure', deck, insert('Room for ⟦42 companies.')],
  ['a link that runs a script', 'template/link-refused', deck, insert('⟦[x](javascript:alert)')],
  ['a link to a file', 'template/link-refused', deck, insert('[x](file:///etc/passwd)')],
  ['HTML', 'template/unsupported-markdown', deck, insert('⟦<script>alert()</script>')],
  ['an image from above the folder', 'template/image-refused', deck, insert('⟦![x](../../secret.png)')],
  ['an image from the web', 'template/image-refused', deck, insert('![x](https://example.com/x.png)')],
  ['an image that is none', 'template/image-refused', deck, insert('![x](fake.png)')],
  ['a slide without id', 'template/section-id', deck, replace('{#fund ', '{')],
  ['an id of two slides', 'template/section-id', deck, replace('{#fund ', '{#cover ')],
  ['a slide in one language only', 'parity/missing-section', deck, replace('{#fund ', '{#founds ')],
  [
    'a headline that does not fit',
    'deck/overflow',
    deck,
    replace('# Where the', `# ${'Where the long figures '.repeat(20)}`),
  ],
  [
    'a table row that no slide holds',
    'deck/overflow',
    deck,
    insert(`| a | b |\n|---|---|\n| c | ${'as long as a page '.repeat(200)} |\n`),
  ],
  ['no front matter', 'template/front-matter', deck, ''],

  // Charts and theme
  ['a chart of an unknown type', 'yaml/unknown-value', charts, replace('type: parts', 'type: ⟦pie')],
  [
    'a chart of an unknown fact',
    'chart/unknown-fact',
    charts,
    replace('whole: fund.committed', 'whole: ⟦fund.comitted'),
  ],
  ['a colour in words', 'yaml/wrong-form', theme, replace('"#B4541A"', '⟦rot')],
  ['a colour that is a comment', 'yaml/empty-value', theme, replace('"#B4541A"', '#B4541A')],
  ['text in the colour of the paper', 'theme/contrast', theme, replace('"#17212B"', '⟦"#FFFFFF"')],
];

const before = {
  [`/out/${exampleZone}/briefing.en.pptx`]: 'of an earlier edition',
  '/out/own.txt': 'of the user',
};

function worldWith(changes: Record<string, Change>): MemoryWorld {
  return exampleWorld({ ...before, ...changes, [`${folder}/fake.png`]: 'GIF89a' });
}

const heldFile = `/out/${exampleZone}/held.md`;

/** What stands in the output folder, but for the file that says what is wrong. */
function outOf(world: MemoryWorld): Record<string, string> {
  const files = [...world.files].filter(
    ([path]) => path.startsWith('/out/') && !path.startsWith('/out/.zonebrief/') && path !== heldFile,
  );
  return Object.fromEntries(files.map(([path, content]) => [path, new TextDecoder().decode(content)]));
}

async function build(changes: Record<string, Change>, world = worldWith(changes)) {
  const report = await buildZone(world, { root: '/', zone: exampleZone });
  const errors = report.diagnostics.filter(({ severity }) => severity === 'error');
  expect(report.ok).toBe(false);
  expect(report.outputs).toEqual([]);
  expect(outOf(world)).toEqual(before);
  for (const { code } of errors) expect(await world.readText(heldFile)).toContain(`**${code}**`);
  for (const error of errors) expectHelpful(error);
  return errors;
}

/** Place, and what was expected or what to do; no value that fell through, no invisible character. */
function expectHelpful(error: Diagnostic): void {
  const text = formatDiagnostic(error);
  expect(error.at?.file, text).toMatch(/^\/(data|templates)\//);
  expect(error.expected ?? error.hint, text).toBeTruthy();
  expect(text).not.toMatch(/undefined|\[object|NaN/);
  expect(text).not.toMatch(/[^\P{Cc}\n\t]/u);
}

describe('bad input', () => {
  it.each(cases)('%s is told, and nothing is written', async (_, code, file, change) => {
    const original = new TextDecoder().decode(exampleWorld().files.get(file));
    const { text, places } = marked(typeof change === 'string' ? change : change(original));
    const errors = await build({ [file]: text });
    const found = errors.find((error) => error.code === code && error.at?.file === file);
    expect(found, errors.map(formatDiagnostic).join('\n')).toBeDefined();
    expect(found?.at).toMatchObject({ line: expect.any(Number), column: expect.any(Number) });
    for (const place of places) expect(`${found?.at?.line}:${found?.at?.column}`).toBe(place);
  });

  it('a template that is not there is told', async () => {
    const [error] = await build({ [zone]: replace('starter-briefing', 'none') });
    expect(error).toMatchObject({ code: 'template/missing', at: { file: '/templates/none' } });
  });

  it.each([
    ['zone.yaml', 'facts/no-file', zone],
    ['sources.yaml', 'facts/no-file', sources],
    ['the facts', 'facts/no-facts', park],
    ['theme.yaml', 'theme/missing', theme],
    ['charts.yaml', 'template/unknown-chart', charts],
    ['the deck of a language', 'template/missing-language', `${folder}/deck.de.md.hbs`],
    ['the summary of a language', 'template/missing-language', `${folder}/summary.de.md.hbs`],
  ])('a file that is missing is told: %s', async (_, code, file) => {
    const world = worldWith({});
    world.files.delete(file);
    expect((await build({}, world)).map((error) => error.code)).toContain(code);
  });

  it('a partial that includes itself is told with the way round', async () => {
    const [error] = await build({
      [deck]: insert('{{> one}}'),
      [`${folder}/partials/one.hbs`]: '{{> two}}',
      [`${folder}/partials/two.hbs`]: '{{> one}}',
    });
    expect(error).toMatchObject({
      code: 'template/partial-cycle',
      message: expect.stringContaining('one → two → one'),
    });
  });

  it('an image that is a link to outside is refused', async () => {
    const world = worldWith({ [deck]: insert('![x](fake.png)') });
    const linked = {
      ...world,
      realPath: async (path: string) => (path.endsWith('fake.png') ? '/etc/passwd' : world.realPath(path)),
    };
    expect((await build({}, linked)).map(({ code }) => code)).toEqual(['template/image-refused']);
  });

  it('one mistake is told once, without others that only follow from it', async () => {
    const codes = async (changes: Record<string, Change>) => (await build(changes)).map(({ code }) => code);
    expect(
      await codes({ [deck]: replace('**{{fact "fund.paid-in"}}**', '**{{fact "fund.paid"}}**') }),
    ).toEqual(['template/unknown-fact']);
    expect(await codes({ [park]: replace('    kind: quantity', '   kind: quantity') })).toEqual([
      'yaml/syntax',
    ]);
    expect(await codes({ [deck]: replace('{{edition}}', '{{edition') })).toEqual(['template/syntax']);
  });

  it('many mistakes are told at once: facts, sources, zone, template, charts and theme', async () => {
    const errors = await build({
      [zone]: (text) => `${text}colour: red\n`,
      [sources]: replace('issued:', 'isued:'),
      [park]: (text) => text.replace('"8400"', '8400').replace('kind: growth', 'kind: grwoth'),
      [deck]: replace('{{edition}}', '{{edition'),
      [charts]: replace('type: parts', 'type: pie'),
      [theme]: replace('"#B4541A"', 'rot'),
    });
    const told = new Set(errors.map(({ at, code }) => `${at?.file.split('/').at(-1)} ${code}`));
    for (const one of [
      'sources.yaml yaml/missing-key',
      'park.yaml yaml/wrong-type',
      'park.yaml yaml/unknown-value',
      'zone.yaml yaml/unknown-key',
    ]) {
      expect(told).toContain(one);
    }
  });
});
