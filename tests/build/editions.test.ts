import { beforeEach, describe, expect, it } from 'vitest';
import { type BuildOptions, buildZone } from '../../src/build/build.js';
import { sha256 } from '../../src/build/inputs.js';
import { parseManifest } from '../../src/build/manifest.js';
import type { MemoryWorld } from '../../src/world.js';
import { exampleZone } from '../support/example.js';
import {
  builtZoneWithArea,
  data,
  edit,
  filesIn,
  hashesOf,
  setArea,
  setJobs,
  template,
  zoneFolder,
} from '../support/zone-edits.js';

const build = (world: MemoryWorld, options: Partial<BuildOptions> = {}) =>
  buildZone(world, { root: '/', zone: exampleZone, ...options });
const manifestOf = async (world: MemoryWorld, folder = zoneFolder) =>
  parseManifest(await world.readText(`${folder}/manifest.json`));
const deck = 'briefing.en.pptx';
const summary = 'summary.en-de.docx';

describe('an edition', () => {
  let world: MemoryWorld;
  let first: Map<string, Uint8Array>;
  beforeEach(async () => {
    ({ world } = await builtZoneWithArea());
    first = filesIn(world);
  });

  it('is made of a zone that has none', async () => {
    expect((await builtZoneWithArea()).report).toMatchObject({
      ok: true,
      diagnostics: [],
      outcome: 'made',
      edition: { id: '2025-06-30.1', date: '2025-06-30', number: 1 },
    });
  });

  /** Names whose bytes are not those of the first build; a file that was written anew with the same bytes counts. */
  const touched = (): string[] => {
    const now = filesIn(world);
    return [...new Set([...first.keys(), ...now.keys()])]
      .filter((name) => !name.startsWith('editions/') && now.get(name) !== first.get(name))
      .sort();
  };

  it('says in its manifest what each file is made of, and what it says', async () => {
    const { edition, outputs, kinds, facts } = await manifestOf(world);
    expect(edition).toEqual({
      id: '2025-06-30.1',
      date: '2025-06-30',
      number: 1,
      content: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    const inputsOf = (path: string) => outputs.find((output) => output.path === path)?.inputs;
    expect(inputsOf(deck)).toEqual([
      'data/example-zone/checks.yaml',
      'data/example-zone/facts/land.yaml',
      'data/example-zone/facts/park.yaml',
      'data/example-zone/sources.yaml',
      'data/example-zone/zone.yaml',
      'templates/starter-briefing/charts.yaml',
      'templates/starter-briefing/deck.en.md.hbs',
      'templates/starter-briefing/theme.yaml',
    ]);
    expect(inputsOf(summary)).toContain('templates/starter-briefing/summary.de.md.hbs');
    expect(
      outputs.every(({ key, edition }) => /^[0-9a-f]{64}$/.test(key ?? '') && edition === '2025-06-30.1'),
    ).toBe(true);
    expect(kinds.deck).toEqual({ edition: '2025-06-30.1', number: 1, changes: [] });
    expect(facts['land.area']?.quantity?.amount).toBe('45');
  });

  it('is left alone where nothing changed', async () => {
    const before = new Map(world.files);
    const report = await build(world);
    expect(report).toMatchObject({ ok: true, outcome: 'unchanged', edition: { id: '2025-06-30.1' } });
    expect(report.outputs.map(({ name, changed }) => [name, changed])).toEqual(
      [...first.keys()]
        .sort((a, b) => (a === 'manifest.json' ? 1 : b === 'manifest.json' ? -1 : a < b ? -1 : 1))
        .map((name) => [name, false]),
    );
    expect([...world.files].filter(([path, content]) => before.get(path) !== content)).toEqual([]);
  });

  it.each([
    ['a comment in the facts', `${data}/facts/park.yaml`, (text: string) => `# looked over\n${text}`],
    ['a blank line in a template', `${template}/deck.en.md.hbs`, (text: string) => `${text}\n\n`],
  ])('is left alone by %s', async (_, path, change) => {
    await edit(world, path, change);
    expect(await build(world)).toMatchObject({ ok: true, outcome: 'unchanged' });
    expect(touched()).toEqual([]);
    // The next one knows the file as it is now.
    const before = new Map(world.files);
    expect(await build(world)).toMatchObject({ outcome: 'unchanged' });
    expect([...world.files].filter(([file, content]) => before.get(file) !== content)).toEqual([]);
  });

  it('follows where a fact changed, and the earlier one is kept whole', async () => {
    await setJobs(world, 8500);
    const report = await build(world);
    expect(report).toMatchObject({
      ok: true,
      outcome: 'made',
      edition: { id: '2025-06-30.2', number: 2, since: '2025-06-30.1' },
      changes: [{ fact: 'park.jobs', kind: 'changed' }],
    });
    expect(touched()).toEqual(expect.arrayContaining([deck, 'briefing.de.pptx', summary, 'manifest.json']));
    expect(touched().filter((name) => name.startsWith('charts/'))).toEqual([]);
    const now = hashesOf(filesIn(world));
    for (const [name, hash] of Object.entries(hashesOf(first)))
      expect(now[`editions/2025-06-30.1/${name}`], name).toBe(hash);
    const { kinds } = await manifestOf(world);
    expect(kinds.deck).toMatchObject({
      edition: '2025-06-30.2',
      number: 2,
      since: { id: '2025-06-30.1', number: 1 },
      changes: [{ fact: 'park.jobs' }],
    });
  });

  it('leaves the decks alone where only the summaries print what changed', async () => {
    await setArea(world, 47);
    expect(await build(world)).toMatchObject({ outcome: 'made', edition: { id: '2025-06-30.2' } });
    expect(touched()).toEqual(expect.arrayContaining([summary, 'manifest.json']));
    expect(touched().filter((name) => name.endsWith('.pptx') || name.endsWith('.png'))).toEqual([]);
    const { kinds, outputs } = await manifestOf(world);
    expect(kinds.deck).toMatchObject({ edition: '2025-06-30.1', number: 1, changes: [] });
    expect(kinds.summary).toMatchObject({ edition: '2025-06-30.2', number: 2 });
    expect(outputs.find(({ path }) => path === deck)?.edition).toBe('2025-06-30.1');
  });

  it('counts what changed for decks from the edition that they took part in last', async () => {
    await setArea(world, 47);
    await build(world);
    await setJobs(world, 8500);
    await build(world);
    const { kinds, edition } = await manifestOf(world);
    expect(edition).toMatchObject({ id: '2025-06-30.3', since: '2025-06-30.2' });
    expect(kinds.deck).toMatchObject({ number: 3, since: { id: '2025-06-30.1' } });
    expect(kinds.summary).toMatchObject({ number: 3, since: { id: '2025-06-30.2' } });
  });

  it('counts from 1 again on another date', async () => {
    await edit(world, `${data}/sources.yaml`, (text) =>
      text.replace('issued: 2025-06-30', 'issued: 2025-07-31'),
    );
    expect(await build(world)).toMatchObject({
      outcome: 'made',
      edition: { id: '2025-07-31.1', number: 1, since: '2025-06-30.1' },
    });
  });

  it('is news to decks and summaries where a source that they cite has another title', async () => {
    await edit(world, `${data}/sources.yaml`, (text) => text.replace('Jahresbericht des', 'Jahrbuch des'));
    expect(await build(world)).toMatchObject({ outcome: 'made', edition: { number: 2 }, changes: [] });
    expect((await manifestOf(world)).kinds).toMatchObject({ deck: { number: 2 }, summary: { number: 2 } });
  });

  it('is made again in place where a label is another: no new edition', async () => {
    await edit(world, `${data}/facts/park.yaml`, (text) => text.replace('Jobs, de', 'Jobs in the park, de'));
    expect(await build(world)).toMatchObject({ outcome: 'rebuilt', edition: { id: '2025-06-30.1' } });
    expect(touched()).toEqual(expect.arrayContaining([deck, summary, 'manifest.json']));
    expect([...filesIn(world).keys()].filter((name) => name.startsWith('editions/'))).toEqual([]);
  });

  /** As sed does it: in facts, checks, charts and templates. */
  const rename = async (from: string, to: string): Promise<void> => {
    for (const [path, content] of [...world.files]) {
      if (!path.startsWith(`${data}/`) && !path.startsWith(`${template}/`)) continue;
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      if (text.includes(from)) await world.write(path, text.replaceAll(from, to));
    }
  };

  it('is made again in place where a fact has another id: no new edition', async () => {
    await setJobs(world, 8500);
    await build(world);
    await rename('park.jobs', 'park.posts');
    const report = await build(world);
    expect(report).toMatchObject({ outcome: 'rebuilt', edition: { id: '2025-06-30.2' }, diagnostics: [] });
    const { facts, kinds } = await manifestOf(world);
    expect(Object.keys(facts)).toContain('park.posts');
    expect(kinds.deck?.changes).toMatchObject([{ fact: 'park.posts', kind: 'changed' }]);
    expect(await build(world)).toMatchObject({ outcome: 'unchanged' });
    await setJobs(world, 8600);
    expect(await build(world)).toMatchObject({
      outcome: 'made',
      edition: { id: '2025-06-30.3' },
      changes: [{ fact: 'park.posts', kind: 'changed' }],
    });
  });

  it('tells of a fact that has another id and another amount as of one, and its jump is held', async () => {
    await rename('park.jobs', 'park.posts');
    await setJobs(world, 8500);
    expect(await build(world)).toMatchObject({
      outcome: 'made',
      edition: { id: '2025-06-30.2' },
      changes: [{ fact: 'park.posts', kind: 'changed' }],
    });
    await rename('park.posts', 'park.work');
    await setJobs(world, 20000);
    const held = await build(world);
    expect(held).toMatchObject({ ok: false, outcome: 'held' });
    expect(held.diagnostics).toMatchObject([
      { code: 'checks/jump', message: expect.stringContaining('park.work was more-than 8500') },
    ]);
  });

  it('is the same with its facts in another order, though tables follow it', async () => {
    await edit(world, `${data}/facts/park.yaml`, reordered);
    expect(await build(world)).toMatchObject({ outcome: 'rebuilt', edition: { id: '2025-06-30.1' } });
    expect(touched()).not.toContain(deck);
  });

  it('tells what changed with the labels of today', async () => {
    await setJobs(world, 8500);
    await build(world);
    await edit(world, `${data}/facts/park.yaml`, (text) => text.replace('Jobs, de', 'Jobs in the park, de'));
    await build(world);
    const { kinds } = await manifestOf(world);
    expect(kinds.deck?.changes[0]?.after?.label.en).toBe('Jobs in the park');
    expect(kinds.deck?.changes[0]?.before?.label.en).toBe('Jobs');
  });

  it('is made again in another theme: no new edition, and only the charts of other colours', async () => {
    const report = await build(world, { theme: 'bold' });
    expect(report).toMatchObject({ outcome: 'rebuilt', edition: { id: '2025-06-30.1' } });
    expect(touched()).toEqual([...first.keys()].sort());
    expect(await build(world)).toMatchObject({ outcome: 'rebuilt' });
    expect(hashesOf(filesIn(world))).toEqual(hashesOf(first));
  });

  it('loses the files of a language that is taken away', async () => {
    await build(world, { languages: ['de'], summaries: [['de']] });
    expect([...filesIn(world).keys()].sort()).toEqual([
      'briefing.de.pptx',
      'charts/fund.de.png',
      'manifest.json',
      'summary.de.docx',
    ]);
  });

  it('comes out the same by force, and nothing of it is touched', async () => {
    expect(await build(world, { force: true })).toMatchObject({ ok: true, outcome: 'unchanged' });
    expect(hashesOf(filesIn(world))).toEqual(hashesOf(first));
    expect(touched()).toEqual([]);
  });

  it.each([
    ['is gone', (path: string) => world.remove(path)],
    [
      'was cut short',
      async (path: string) => world.write(path, (await world.readBytes(path)).subarray(0, 5000)),
    ],
    ['is empty', (path: string) => world.write(path, '')],
  ])('has a file made again that %s', async (_, harm) => {
    await harm(`${zoneFolder}/${deck}`);
    await harm(`${zoneFolder}/charts/fund.en.png`);
    const report = await build(world);
    expect(report).toMatchObject({ ok: true, outcome: 'rebuilt', edition: { id: '2025-06-30.1' } });
    expect(report.outputs.filter(({ changed }) => changed).map(({ name }) => name)).toEqual([
      deck,
      'charts/fund.en.png',
    ]);
    expect(hashesOf(filesIn(world))).toEqual(hashesOf(first));
  });

  it('is the same again from its archive where its manifest is damaged', async () => {
    await setJobs(world, 8500);
    await build(world);
    const second = filesIn(world);
    await world.write(`${zoneFolder}/manifest.json`, second.get('manifest.json')?.subarray(0, 300) ?? '');
    const steps: string[] = [];
    const again = await build(world, { onStep: (step) => steps.push(step) });
    expect(again).toMatchObject({ ok: true, outcome: 'made', edition: { id: '2025-06-30.2' } });
    expect(steps[0]).toMatch(
      /example-zone\/manifest\.json cannot be understood: .*; every file is made anew$/,
    );
    expect(hashesOf(filesIn(world))).toEqual(hashesOf(second));
  });

  it('follows an edition of a version that counted none, whose files it replaces', async () => {
    const { outputs } = await manifestOf(world);
    const before = {
      zonebrief: '0.0.9',
      zone: exampleZone,
      editionDate: '2025-06-30',
      inputs: [],
      outputs: [...outputs, { path: 'briefing.fr.pptx', sha256: outputs[0]?.sha256 }].map(
        ({ path, sha256 }) => ({
          path,
          sha256,
          facts: [],
        }),
      ),
      facts: {},
    };
    await world.write(`${zoneFolder}/briefing.fr.pptx`, first.get(outputs[0]?.path ?? '') ?? '');
    await world.write(`${zoneFolder}/manifest.json`, JSON.stringify(before));
    expect(await build(world)).toMatchObject({ ok: true, outcome: 'made', edition: { id: '2025-06-30.1' } });
    expect(hashesOf(filesIn(world))).toEqual(hashesOf(first));
    expect(filesIn(world).has('briefing.fr.pptx')).toBe(false);
  });

  it('tells the warnings of its files again, though they are kept', async () => {
    for (const tag of ['en', 'de'])
      await edit(world, `${template}/deck.${tag}.md.hbs`, (text) =>
        text.replace('{{chart "fund"}}', '{{chart "fund"}}\n\n[here](https://example.org)'),
      );
    const said = async (options: Partial<BuildOptions> = {}) => {
      const { ok, outcome, diagnostics } = await build(world, options);
      return { ok, outcome, codes: diagnostics.map(({ code, at }) => `${code} ${at?.file}`).sort() };
    };
    const codes = ['briefing.de.pptx', 'briefing.en.pptx'].map((name) => `accessibility/link-text ${name}`);
    expect(await said()).toEqual({ ok: true, outcome: 'rebuilt', codes });
    // By the state alone, and by the files that are kept.
    expect(await said()).toEqual({ ok: true, outcome: 'unchanged', codes });
    await edit(world, `${data}/facts/park.yaml`, (text) => `# looked over\n${text}`);
    expect(await said()).toEqual({ ok: true, outcome: 'unchanged', codes });
    expect(await said({ strict: true })).toEqual({ ok: false, outcome: 'held', codes });
  });

  it('keeps as many earlier ones as zone.yaml says', async () => {
    for (const jobs of [8500, 8600, 8700]) {
      await setJobs(world, jobs);
      await build(world);
    }
    const archived = () => [
      ...new Set([...filesIn(world).keys()].flatMap((name) => /^editions\/([^/]+)/.exec(name)?.[1] ?? [])),
    ];
    expect(archived().sort()).toEqual(['2025-06-30.1', '2025-06-30.2', '2025-06-30.3']);
    await edit(world, `${data}/zone.yaml`, (text) => `${text}\neditions: { keep: 1 }\n`);
    expect(await build(world)).toMatchObject({ outcome: 'unchanged' });
    expect(archived()).toEqual(['2025-06-30.3']);
  });
});

/** The first two facts change places. */
function reordered(text: string): string {
  const [head, one, two, ...rest] = text.split(/(?=^ {2}- id:)/m);
  return [head, two, one, ...rest].join('');
}

describe('a file that was edited by hand', () => {
  let world: MemoryWorld;
  let edited: Uint8Array;
  const hashOf = (name: string): string | undefined => hashesOf(filesIn(world))[name];
  beforeEach(async () => {
    ({ world } = await builtZoneWithArea());
    // Another sound deck, as PowerPoint would have saved it.
    edited = filesIn(world).get('briefing.de.pptx') as Uint8Array;
    await world.write(`${zoneFolder}/${deck}`, edited);
  });

  it('stays, with a warning, where it would come out as it was made', async () => {
    const report = await build(world);
    expect(report).toMatchObject({
      ok: true,
      outcome: 'unchanged',
      edited: [deck],
      diagnostics: [
        { code: 'build/edited-by-hand', severity: 'warning', at: { file: `${zoneFolder}/${deck}` } },
      ],
    });
    await setArea(world, 47);
    expect(await build(world)).toMatchObject({ ok: true, outcome: 'made', edited: [deck] });
    expect(hashOf(deck)).toBe(sha256(edited));
    expect((await build(world, { force: true })).ok).toBe(true);
    expect(hashOf(deck)).toBe(sha256(edited));
  });

  it('holds the edition back that would replace it', async () => {
    await setJobs(world, 8500);
    const before = filesIn(world);
    const report = await build(world);
    expect(report).toMatchObject({
      ok: false,
      outcome: 'held',
      edition: { id: '2025-06-30.1' },
      held: `${zoneFolder}/held.md`,
      edited: [deck],
      diagnostics: [
        { code: 'build/edited-by-hand', severity: 'error', hint: expect.stringContaining('--overwrite') },
      ],
    });
    const after = filesIn(world);
    expect(new TextDecoder().decode(after.get('held.md'))).toContain('**build/edited-by-hand**');
    after.delete('held.md');
    expect(hashesOf(after)).toEqual(hashesOf(before));
  });

  it('is replaced where that is asked for, and kept beside the new one', async () => {
    await setJobs(world, 8500);
    await build(world);
    const report = await build(world, { overwrite: true });
    expect(report).toMatchObject({ ok: true, outcome: 'made', edition: { id: '2025-06-30.2' } });
    expect(hashOf('briefing.en.edited.pptx')).toBe(sha256(edited));
    expect(hashOf(deck)).not.toBe(sha256(edited));
    expect(filesIn(world).has('held.md')).toBe(false);
    expect(await build(world)).toMatchObject({ outcome: 'unchanged', diagnostics: [] });
  });

  it('is made again where that is asked for, though nothing changed', async () => {
    const { world: made } = await builtZoneWithArea();
    expect(await build(world, { overwrite: true })).toMatchObject({ ok: true, outcome: 'rebuilt' });
    expect(hashOf(deck)).toBe(hashesOf(filesIn(made))[deck]);
    expect(hashOf('briefing.en.edited.pptx')).toBe(sha256(edited));
  });
});

describe('an edition that is held back', () => {
  let world: MemoryWorld;
  beforeEach(async () => {
    ({ world } = await builtZoneWithArea());
  });
  const held = () => world.readText(`${zoneFolder}/held.md`);

  it('says why, where and what to do, and goes once nothing is wrong', async () => {
    const before = filesIn(world);
    await setJobs(world, 20_000);
    expect(await build(world)).toMatchObject({ ok: false, outcome: 'held', edition: { id: '2025-06-30.1' } });
    expect(await held()).toMatch(/^# example-zone: the next edition is held back\n/);
    expect(await held()).toContain('is still edition 2025-06-30.1, whole; nothing in it was touched');
    expect(await held()).toMatch(
      /^- `data\/example-zone\/checks\.yaml:\d+:\d+` \*\*checks\/jump\*\*: park\.jobs was/m,
    );
    expect(await held()).toMatch(/^ {2}- what to do: Look the figure up again/m);
    const written = world.files.get(`${zoneFolder}/held.md`);
    await build(world);
    expect(world.files.get(`${zoneFolder}/held.md`)).toBe(written);

    await setJobs(world, 8400);
    expect(await build(world)).toMatchObject({ ok: true, outcome: 'unchanged' });
    expect([...filesIn(world)].filter(([name, content]) => before.get(name) !== content)).toEqual([]);
  });

  it('is compared with the edition that stays, not with one that was held', async () => {
    await setJobs(world, 20_000);
    await build(world);
    await setJobs(world, 9000);
    expect(await build(world)).toMatchObject({
      outcome: 'made',
      edition: { number: 2, since: '2025-06-30.1' },
    });
  });

  it('is held as soon as a fact expires, and for a clock set back no more', async () => {
    const on = (day: string): MemoryWorld => ({ ...world, now: () => new Date(`${day}T12:00:00Z`) });
    await edit(world, `${data}/facts/land.yaml`, (text) => `${text}    expires: 2026-02\n`);
    expect(await build(on('2026-01-10'))).toMatchObject({ ok: true, outcome: 'unchanged' });
    expect(await build(on('2026-02-28'))).toMatchObject({ ok: true, outcome: 'unchanged' });
    expect(await build(on('2026-03-01'))).toMatchObject({
      ok: false,
      outcome: 'held',
      diagnostics: [{ code: 'facts/expired' }],
    });
    expect(await build(on('2026-01-10'))).toMatchObject({ ok: true, outcome: 'unchanged' });
    expect(filesIn(world).has('held.md')).toBe(false);
  });

  it('leaves no folder for a zone that there is not', async () => {
    const report = await build(world, { zone: 'no-zone' });
    expect(report).toMatchObject({ ok: false, outcome: 'held', diagnostics: [{ code: 'facts/no-zone' }] });
    expect(report.held).toBeUndefined();
    expect([...world.files.keys()].filter((path) => path.includes('no-zone'))).toEqual([]);
  });

  it('is none where the command was called wrongly', async () => {
    await expect(build(world, { languages: ['fr'] })).rejects.toThrow('no language "fr"');
    expect(filesIn(world).has('held.md')).toBe(false);
  });
});
