import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildZone, checkZone } from '../../src/build/build.js';
import { factsOfZone } from '../../src/build/facts.js';
import { earlierFigures, readManifest } from '../../src/build/manifest.js';
import { UsageError } from '../../src/diagnostic.js';
import { lintPackage } from '../../src/ooxml/lint.js';
import { readPackage } from '../../src/ooxml/package.js';
import type { MemoryWorld } from '../../src/world.js';
import { exampleWorld, exampleZone } from '../support/example.js';

const options = { root: '/', zone: exampleZone };
const outputs = (world: MemoryWorld): Map<string, Uint8Array> =>
  new Map([...world.files].filter(([path]) => path.startsWith(`/out/${exampleZone}/`)));
const funds = `/data/${exampleZone}/facts/park.yaml`;
const factsFile = [...exampleWorld().files.keys()].find((path) => path.includes('/facts/')) ?? funds;
const deck = '/templates/starter-briefing/deck.en.md.hbs';

describe('building a zone', () => {
  it('makes decks, summaries, charts and a manifest', async () => {
    const world = exampleWorld();
    const report = await buildZone(world, options);
    expect(report.diagnostics).toEqual([]);
    expect(report).toMatchObject({ ok: true, zone: exampleZone, editionDate: '2025-06-30', facts: 7 });
    expect([...outputs(world).keys()].sort()).toEqual(
      [
        'briefing.de.pptx',
        'briefing.en.pptx',
        'charts/fund.de.png',
        'charts/fund.en.png',
        'manifest.json',
        'summary.en-de.docx',
      ].map((name) => `/out/${exampleZone}/${name}`),
    );
    for (const [path, bytes] of outputs(world)) {
      if (/\.(pptx|docx)$/.test(path)) expect(lintPackage(bytes)).toEqual([]);
    }
  });

  it('makes the same bytes again, in the same process', async () => {
    const [first, second] = [exampleWorld(), exampleWorld()];
    await buildZone(first, options);
    await buildZone(second, options);
    for (const [path, bytes] of outputs(first)) {
      expect(Buffer.compare(bytes, outputs(second).get(path) as Uint8Array), path).toBe(0);
    }
  });

  it('says of a second build that nothing changed', async () => {
    const world = exampleWorld();
    expect((await buildZone(world, options)).outputs.map(({ changed }) => changed)).not.toContain(false);
    expect((await buildZone(world, options)).outputs.map(({ changed }) => changed)).not.toContain(true);
  });

  it('takes the name of a theme that there is none of for a slip of whoever asks, and writes nothing', async () => {
    const world = exampleWorld();
    const asked = buildZone(world, { ...options, theme: 'quite' });
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow('there is no theme "quite": expected bold or quiet, or a .yaml file');
    await expect(asked).rejects.toMatchObject({ hint: 'did you mean "quiet"?' });
    expect([...outputs(world).keys()]).toEqual([]);
  });

  it('says which files it takes away, as they are no longer asked for', async () => {
    const world = exampleWorld();
    expect((await buildZone(world, options)).gone).toBeUndefined();
    const { outcome, gone } = await buildZone(world, { ...options, languages: ['de'] });
    expect({ outcome, gone }).toEqual({ outcome: 'rebuilt', gone: ['briefing.en.pptx'] });
    expect([...outputs(world).keys()].filter((path) => path.endsWith('.pptx'))).toEqual([
      `/out/${exampleZone}/briefing.de.pptx`,
    ]);
    expect((await buildZone(world, { ...options, languages: ['de'] })).gone).toBeUndefined();
  });

  it('names in the manifest what it read, and the facts of each file', async () => {
    const world = exampleWorld();
    await buildZone(world, options);
    const manifest = await readManifest(world, `/out/${exampleZone}/manifest.json`);
    expect(manifest?.inputs.map(({ path }) => path)).toEqual(
      [...world.files.keys()]
        .filter((path) => /^\/(data\/example-zone|templates\/starter-briefing)\//.test(path))
        .map((path) => path.slice(1))
        .sort(),
    );
    const facts = Object.fromEntries(manifest?.outputs.map(({ path, facts }) => [path, facts]) ?? []);
    expect(facts['briefing.en.pptx']).toContain('park.jobs');
    expect(facts['charts/fund.en.png']).toEqual([
      'fund.committed',
      'fund.paid-in',
      'fund.paid-in-ratio',
      'fund.uncalled',
    ]);
  });

  it('dates the files by the edition, or by SOURCE_DATE_EPOCH', async () => {
    const created = async (environment: Record<string, string>) => {
      const world = exampleWorld({}, environment);
      await buildZone(world, options);
      return ['briefing.en.pptx', 'summary.en-de.docx'].map((name) => {
        const { parts } = readPackage(outputs(world).get(`/out/${exampleZone}/${name}`) as Uint8Array);
        const core = new TextDecoder().decode(parts.get('docProps/core.xml'));
        return /<dcterms:created[^>]*>([^<]+)</.exec(core)?.[1];
      });
    };
    expect(await created({})).toEqual(['2025-06-30T00:00:00Z', '2025-06-30T00:00:00Z']);
    expect(await created({ SOURCE_DATE_EPOCH: '1767225600' })).toEqual([
      '2026-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
    ]);
  });

  it('makes the languages and pairs that are asked for, and removes those it made before', async () => {
    const world = exampleWorld();
    await buildZone(world, options);
    await buildZone(world, { ...options, languages: ['de'], summaries: [['de']] });
    expect(
      [...outputs(world).keys()].map((path) => path.slice(`/out/${exampleZone}/`.length)).sort(),
    ).toEqual(['briefing.de.pptx', 'charts/fund.de.png', 'manifest.json', 'summary.de.docx']);
  });

  it('refuses a language that the zone does not have', async () => {
    const asked = buildZone(exampleWorld(), { ...options, languages: ['zh-CN'] });
    await expect(asked).rejects.toThrow(UsageError);
    await expect(asked).rejects.toThrow('its languages are: en, de');
  });
});

describe('a zone with findings', () => {
  const broken = {
    'an unknown fact in a template': { [deck]: (text: string) => text.replace('"park.jobs"', '"park.jbos"') },
    'a figure typed into a template': {
      [deck]: (text: string) => text.replace('Jobs and capital', 'Jobs for 8,400'),
    },
    'a fact whose evidence is missing': {
      [factsFile]: (text: string) => text.replace('source: annual-report', 'source: hearsay'),
    },
    'broken YAML': { [factsFile]: (text: string) => text.replace('topic: park', 'topic: [park') },
    'a template that is not there': {
      [`/data/${exampleZone}/zone.yaml`]: (text: string) => text.replace('starter-briefing', 'absent'),
    },
    'a control character': { [deck]: (text: string) => text.replace('Investor', 'Inve\u0007stor') },
    'a headline too long for its slide': {
      [deck]: (text: string) => text.replace('# Where the', `# ${'Too much to say. '.repeat(40)}`),
    },
  } as const;

  it.each(Object.entries(broken))('leaves everything as it was: %s', async (_, changes) => {
    const world = exampleWorld(changes);
    await world.write(`/out/${exampleZone}/briefing.en.pptx`, 'of an earlier edition');
    const report = await buildZone(world, options);
    expect(report.ok).toBe(false);
    expect(report.diagnostics.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(0);
    expect(report.outputs).toEqual([]);
    expect([...outputs(world).keys()].sort()).toEqual(
      ['briefing.en.pptx', 'held.md'].map((name) => `/out/${exampleZone}/${name}`),
    );
    expect(await world.readText(`/out/${exampleZone}/briefing.en.pptx`)).toBe('of an earlier edition');
  });

  it('says where: file, line and column', async () => {
    const { diagnostics } = await buildZone(exampleWorld(broken['an unknown fact in a template']), options);
    expect(diagnostics[0]).toMatchObject({
      code: 'template/unknown-fact',
      at: { file: join('/', deck), line: expect.any(Number), column: expect.any(Number) },
    });
  });

  it('tells the findings of several files and stages at once, each once', async () => {
    const { diagnostics } = await buildZone(
      exampleWorld({
        ...broken['an unknown fact in a template'],
        '/templates/starter-briefing/summary.de.md.hbs': (text: string) => `${text}\n\nMehr als 15 Firmen.\n`,
        '/templates/starter-briefing/charts.yaml': (text: string) =>
          text.replace('whole: fund.committed', 'whole: fund.comitted'),
      }),
      options,
    );
    const files = new Set(diagnostics.map(({ at }) => at?.file.split('/').at(-1)));
    expect(files).toEqual(new Set(['deck.en.md.hbs', 'summary.de.md.hbs', 'charts.yaml']));
    expect(new Set(diagnostics.map((diagnostic) => JSON.stringify(diagnostic))).size).toBe(
      diagnostics.length,
    );
  });

  it("tells a template's findings even where the facts are broken", async () => {
    const { diagnostics } = await buildZone(
      exampleWorld({
        ...broken['a fact whose evidence is missing'],
        [deck]: (text: string) => text.replace('{{edition}}', '{{edition'),
      }),
      options,
    );
    const files = new Set(diagnostics.map(({ at }) => at?.file.split('/').at(-1)));
    expect(files).toContain('deck.en.md.hbs');
    expect(files).toContain(factsFile.split('/').at(-1));
  });

  it('fails on warnings too when it is strict', async () => {
    const change = { '/templates/starter-briefing/deck.xx.md.hbs': '::slide{#x}\n# X\n' };
    const relaxed = await buildZone(exampleWorld(change), options);
    expect(relaxed.ok).toBe(true);
    expect(relaxed.diagnostics.map(({ severity }) => severity)).toContain('warning');
    const strict = exampleWorld(change);
    expect((await buildZone(strict, { ...options, strict: true })).ok).toBe(false);
    expect([...outputs(strict).keys()]).toEqual([`/out/${exampleZone}/held.md`]);
  });
});

describe('a figure that jumped since the edition built last', () => {
  const manifest = `/out/${exampleZone}/manifest.json`;
  const checks = `/data/${exampleZone}/checks.yaml`;
  /** As if the fund had been smaller when the zone was built last. */
  const afterSmaller = async (changes: Parameters<typeof exampleWorld>[0] = {}) => {
    const before = exampleWorld();
    await buildZone(before, options);
    const text = await before.readText(manifest);
    const earlier = text.replace('"amount": "250000000"', '"amount": "150000000"');
    expect(earlier).not.toBe(text);
    const world = exampleWorld(changes);
    await world.write(manifest, earlier);
    return { world, earlier };
  };

  it('stops build and check, is told by the listing of facts, and leaves the last edition as the measure', async () => {
    const { world, earlier } = await afterSmaller();
    const report = await buildZone(world, options);
    expect(report.ok).toBe(false);
    expect(report.diagnostics).toMatchObject([
      {
        code: 'checks/jump',
        message: expect.stringContaining(
          'fund.committed was 150000000 EUR in the edition built last; now it is 250000000 EUR',
        ),
        at: { file: checks },
      },
    ]);
    expect(await world.readText(manifest)).toBe(earlier);
    expect((await checkZone(world, options)).diagnostics).toEqual(report.diagnostics);
    const figures = await earlierFigures(world, `/out/${exampleZone}`);
    const listed = await factsOfZone(world, `/data/${exampleZone}`, { earlier: figures });
    expect(listed.diagnostics).toEqual(report.diagnostics);
  });

  it('is built once it is accepted, and is the measure from then on', async () => {
    const { world } = await afterSmaller({
      [checks]: (text) =>
        text.replace('limit: "20" }', 'limit: "20", accepted: { fund.committed: "250000000" } }'),
    });
    expect((await buildZone(world, options)).diagnostics).toEqual([]);
    expect((await readManifest(world, manifest))?.facts['fund.committed']?.quantity?.amount).toBe(
      '250000000',
    );
    expect((await readManifest(world, manifest))?.inputs.map(({ path }) => path)).not.toContain(
      manifest.slice(1),
    );
  });
});

describe('checking a zone', () => {
  it('does all but write', async () => {
    const world = exampleWorld();
    const report = await checkZone(world, options);
    expect(report.ok).toBe(true);
    expect(report.outputs.map(({ name }) => name)).toContain('briefing.en.pptx');
    expect(outputs(world).size).toBe(0);
  });

  it('tells the steps it takes', async () => {
    const steps: string[] = [];
    await checkZone(exampleWorld(), { ...options, onStep: (step) => steps.push(step) });
    expect(steps[0]).toBe('reading the facts');
    expect(steps.at(-1)).toMatch(/^making summary\..*\.docx$/);
  });
});
