import { beforeAll, describe, expect, it } from 'vitest';
import { buildZone, checkZone } from '../src/build/build.js';
import type { BuildReport } from '../src/build/report.js';
import type { RuleCode } from '../src/ooxml/lint/rules.js';
import { lintPackage } from '../src/ooxml/lint.js';
import { nodeWorld } from '../src/world.js';
import { exampleWorld, exampleZone } from './support/example.js';
import { repository, sampleZone, temporaryFolder } from './support/sample.js';

/** What the checkers of PowerPoint and Word, and PAC after them, look for; the fixtures are with the linter's tests. */
const checklist = {
  'every slide has a unique title in a title placeholder, read first': ['ooxml/slide-title'],
  'the rest is read top to bottom': ['ooxml/reading-order'],
  'what is not text has alternative text, or is decorative': ['ooxml/alt-text', 'ooxml/word-alt-text'],
  'tables have a header row': ['ooxml/slide-table-header', 'ooxml/word-table-header'],
  'tables of data have no merged cells': ['ooxml/slide-merged-cells', 'ooxml/word-merged-cells'],
  'every run has its language': ['ooxml/run-language', 'ooxml/invalid-language'],
  'headings skip no level': ['ooxml/heading-level'],
  'text stands out from its ground': ['ooxml/slide-contrast', 'ooxml/word-contrast', 'ooxml/chart-contrast'],
  'links say where they go': ['ooxml/link-text'],
  'the document has a title': ['ooxml/document-title'],
} as const satisfies Record<string, readonly RuleCode[]>;

describe('the files of the sample', () => {
  const broken = new Map<string, string[]>();
  let files: string[] = [];
  beforeAll(async () => {
    const world = nodeWorld();
    const report = await buildZone(world, { root: repository, zone: sampleZone, out: temporaryFolder() });
    const office = report.outputs.filter(({ name }) => /\.(pptx|docx)$/.test(name));
    files = office.map(({ name }) => name);
    for (const { name, path } of office)
      for (const { code, message } of lintPackage(await world.readBytes(path as string)))
        broken.set(code, [...(broken.get(code) ?? []), `${name}: ${message}`]);
  }, 60_000);

  it('are decks and summaries', () => {
    expect(files.filter((name) => name.endsWith('.pptx')).length).toBeGreaterThanOrEqual(3);
    expect(files.filter((name) => name.endsWith('.docx')).length).toBeGreaterThanOrEqual(2);
  });

  it.each(Object.entries(checklist))('keep the rule that %s', (_, codes) => {
    expect(codes.flatMap((code) => broken.get(code) ?? [])).toEqual([]);
  });
});

describe('a link that says nothing', () => {
  const world = () =>
    exampleWorld({
      '/templates/starter-briefing/deck.en.md.hbs': (text) =>
        text.replace('can still be called', 'can still be called, see [here](https://example.com/report)'),
    });
  const said = ({ diagnostics }: BuildReport) =>
    diagnostics.map(({ code, severity, at, message }) => [code, severity, at?.file, message]);
  const finding = [
    'accessibility/link-text',
    'warning',
    'briefing.en.pptx',
    expect.stringMatching(/^slide \d+: the link "here" does not say where it leads$/),
  ];

  it('is a warning that names file and slide, in a check too', async () => {
    const report = await checkZone(world(), { root: '/', zone: exampleZone });
    expect(said(report)).toEqual([finding]);
    expect(report.ok).toBe(true);
  });

  it('fails a strict build, which then writes nothing', async () => {
    const strict = world();
    const report = await buildZone(strict, { root: '/', zone: exampleZone, strict: true });
    expect(said(report)).toEqual([finding]);
    expect(report.ok).toBe(false);
    expect([...strict.files.keys()].filter((path) => path.startsWith(`/out/${exampleZone}/`))).toEqual([
      `/out/${exampleZone}/held.md`,
    ]);
  });
});
