import { beforeAll, describe, expect, it } from 'vitest';
import { composeAll } from '../src/build/compose-all.js';
import { diffEditions } from '../src/build/diff.js';
import { loadZone } from '../src/build/ledger.js';
import { parseManifest } from '../src/build/manifest.js';
import { planFor } from '../src/build/plan.js';
import { traceFile } from '../src/build/trace.js';
import { loadTemplate } from '../src/compose/template.js';
import { Findings } from '../src/diagnostic.js';
import { lintPackage } from '../src/ooxml/lint.js';
import type { MemoryWorld } from '../src/world.js';
import { unbackedIn } from './support/backed-figures.js';
import { exampleZone } from './support/example.js';
import { everyText } from './support/office-text.js';
import { call, firstEdition, out, secondEdition, twoEditions } from './support/two-editions.js';

let world: MemoryWorld;
const files = ['briefing.en.pptx', 'briefing.de.pptx', 'summary.en-de.docx'];
const bytesOf = (path: string): Uint8Array => world.files.get(path) as Uint8Array;
const textsOf = (file: string): string[] => everyText(bytesOf(`${out}/${file}`)).map(({ text }) => text);

beforeAll(async () => {
  world = await twoEditions();
}, 60_000);

describe('the files of a second edition', () => {
  it.each(files)('tell in %s what changed, each figure with its fact and edition', async (file) => {
    const { figures, asMade } = await traceFile(`${out}/${file}`, { world });
    expect(asMade).toBe(true);
    const earlier = figures.filter((figure) => figure.earlier);
    expect(new Set(earlier.map((figure) => figure.earlier?.edition))).toEqual(new Set([firstEdition]));
    const shown = (fact: string, role?: string) =>
      figures.filter(
        (figure) => figure.fact === fact && figure.place.id === 'changes' && figure.earlier?.role === role,
      );
    for (const role of ['before', 'difference', undefined])
      expect(shown('fund.committed', role).length, String(role)).toBeGreaterThan(0);
    // A summary has the phrase in the footnote, whose section is not told.
    const said = figures.filter(
      ({ earlier: of, fact }) => of?.role === 'before' && fact === 'fund.committed',
    );
    expect(said[0]?.stated?.map(({ stated }) => stated)).toEqual(['250 Mio. Euro']);
    expect(shown('park.jobs')).toEqual([]);
  });

  it('say in the notes what the earlier edition said, and where it took it from', () => {
    const notes = textsOf('briefing.en.pptx').find((text) => text.includes('(edition of'));
    expect(notes).toBeDefined();
    const all = textsOf('briefing.en.pptx').join('\n');
    expect(all).toMatch(
      /Committed capital \(edition of 30 June 2025\): €250 million .* stated as “250 Mio\. Euro”, Entwicklungsagentur/,
    );
    expect(all).toContain('Committed capital (change): +€30 million (+12%)');
  });

  it('say it in footnotes of the summary, but none for a difference that stands beside its figures', () => {
    const all = textsOf('summary.en-de.docx').join('\n');
    expect(all).toMatch(/Committed capital \(edition of 30 June 2025\): stated as “250 Mio\. Euro”/);
    expect(all).toContain('Zugesagtes Kapital (Ausgabe vom 30. Juni 2025)');
    expect(all).not.toContain('Committed capital (change)');
  });

  it.each(files)('hold no digit in %s that composition did not record', async (file) => {
    const { ledger } = await loadZone(world, `/data/${exampleZone}`);
    const { template } = await loadTemplate(world, `/templates/${ledger!.zone.template}`);
    const { kinds } = parseManifest(new TextDecoder().decode(bytesOf(`${out}/manifest.json`)));
    const plan = planFor(ledger!.zone, {});
    const { decks, summaries } = await composeAll(world, template!, ledger!, plan, new Findings(), {
      editionOf: (kind) => kinds[kind],
    });
    const made = [...(file.endsWith('.pptx') ? decks : summaries).values()].filter(({ language }) =>
      file.includes(language),
    );
    expect(made.some(({ citations }) => citations.has('fund.committed@before'))).toBe(true);
    const { found, texts } = unbackedIn(bytesOf(`${out}/${file}`), made);
    expect(texts).toBeGreaterThan(30);
    expect(found).toEqual([]);
  });

  it.each(files)('are sound packages: %s', (file) => {
    expect(lintPackage(bytesOf(`${out}/${file}`))).toEqual([]);
  });

  it.each(files)('tell nothing in the first edition: %s', async (file) => {
    const first = `${out}/editions/${firstEdition}/${file}`;
    const { figures } = await traceFile(first, { world });
    expect(figures.filter(({ earlier, place }) => earlier || place.id === 'changes')).toEqual([]);
  });

  it('have the page of changes beside them, in each language; the first edition has none', () => {
    const page = new TextDecoder().decode(bytesOf(`${out}/changes.md`));
    expect(page.match(/^## .*/gm)).toEqual([
      '## 30 June 2025 (version 2): Changes since the edition of 30 June 2025',
      '## 30. Juni 2025 (2. Fassung): Änderungen seit der Ausgabe vom 30. Juni 2025',
    ]);
    expect(page).toContain('| Committed capital | €250 million | €280 million | +€30 million (+12%) | [1] |');
    expect(world.files.has(`${out}/editions/${firstEdition}/changes.md`)).toBe(false);
  });

  it('are made once: a build with nothing changed leaves each byte', async () => {
    const before = new Map(files.map((file) => [file, bytesOf(`${out}/${file}`)]));
    expect((await call(world, 'build', '--quiet')).code).toBe(0);
    for (const [file, bytes] of before) expect(bytesOf(`${out}/${file}`)).toEqual(bytes);
  });

  it('are listed with the facts of this edition only: what one was before is no fact that they use', () => {
    const { outputs } = JSON.parse(new TextDecoder().decode(bytesOf(`${out}/manifest.json`)));
    const facts = outputs.flatMap((output: { facts: string[] }) => output.facts);
    expect(facts).toContain('fund.committed');
    expect(facts.filter((fact: string) => fact.includes('@'))).toEqual([]);
  });

  it('are those that the comparison of the two editions is about', async () => {
    const { old, new: next } = await diffEditions(world, { root: '/', old: firstEdition });
    expect([old.edition, next.edition]).toEqual([firstEdition, secondEdition]);
  });
});
