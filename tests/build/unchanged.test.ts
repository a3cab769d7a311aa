import { beforeAll, describe, expect, it } from 'vitest';
import { buildZone } from '../../src/build/build.js';
import { keeping } from '../../src/build/chart-cache.js';
import { drawHere } from '../../src/build/pictures.js';
import { storeOf } from '../../src/build/store/store.js';
import { readIfUnchanged } from '../../src/build/unchanged.js';
import { type MemoryWorld, memoryWorld, type World } from '../../src/world.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { data, edit, template, zoneFolder } from '../support/zone-edits.js';

const state = `/out/.zonebrief/${exampleZone}/state.json`;
const asked = { root: '/', zone: exampleZone };

describe('what tells that nothing changed', () => {
  let built: MemoryWorld;
  beforeAll(async () => {
    built = exampleWorld({
      [`${data}/facts/park.yaml`]: (text) =>
        text.replace('    label: { en: Jobs,', '    expires: 2026-03-31\n    label: { en: Jobs,'),
      [`${template}/partials/unused.hbs`]: 'nothing',
    });
    await built.remove(`${data}/checks.yaml`);
    expect((await buildZone(built, asked)).ok).toBe(true);
  });

  const isUnchanged = async (world: World, options: object = {}): Promise<boolean> =>
    (await readIfUnchanged(world, await storeOf(world, '/out', exampleZone), { ...asked, ...options })) !==
    undefined;
  const copy = (environment: Record<string, string> = {}, now?: string): MemoryWorld =>
    memoryWorld(Object.fromEntries(built.files), {
      environment,
      assets: '/src',
      ...(now !== undefined && { now: new Date(now) }),
    });

  it('holds where all is as it was, and nothing is written for that', async () => {
    const world = copy();
    const before = new Map(world.files);
    expect(await isUnchanged(world)).toBe(true);
    const report = await buildZone(world, asked);
    expect(report).toMatchObject({ ok: true, outcome: 'unchanged', facts: 7 });
    expect([...world.files].filter(([path, content]) => before.get(path) !== content)).toEqual([]);
  });

  it('holds after a build whose charts another thread drew, and kept', async () => {
    const world = exampleWorld();
    const beside = { draw: keeping(world, drawHere(world)) };
    expect((await buildZone(world, { ...asked, beside })).ok).toBe(true);
    expect(await isUnchanged(world)).toBe(true);
  });

  it('holds for what has nothing to do with the zone', async () => {
    const world = copy();
    await world.write('/data/other/zone.yaml', 'name: other');
    await world.write(`${zoneFolder}/notes.txt`, 'of a person');
    await world.write('/src/fonts/of-another-program.ttf', 'x');
    expect(await isUnchanged(world)).toBe(true);
  });

  const changes: Record<string, (world: MemoryWorld) => Promise<void>> = {
    'a fact': (world) => edit(world, `${data}/facts/park.yaml`, (text) => text.replace('"120"', '"130"')),
    'a comment': (world) => edit(world, `${data}/zone.yaml`, (text) => `# new\n${text}`),
    'a further file of facts': (world) => world.write(`${data}/facts/more.yaml`, 'topic: more\nfacts: []\n'),
    'a file of facts that is gone': (world) => world.remove(`${data}/facts/park.yaml`),
    'checks, of which there were none': (world) => world.write(`${data}/checks.yaml`, 'part-of: []\n'),
    'a further partial': (world) => world.write(`${template}/partials/new.hbs`, 'x'),
    'a partial that nothing uses': (world) => world.write(`${template}/partials/unused.hbs`, 'other'),
    'a template in a further language': (world) => world.write(`${template}/deck.fr.md.hbs`, 'x'),
    'the template': (world) => edit(world, `${template}/deck.de.md.hbs`, (text) => `${text}\n`),
    'the theme': (world) => edit(world, `${template}/theme.yaml`, (text) => `${text}\n`),
    'the copy of a source': (world) => edit(world, `${data}/sources/annual-report.md`, (text) => `${text}\n`),
    'a deck of other bytes': (world) => world.write(`${zoneFolder}/briefing.en.pptx`, 'other'),
    'a chart that is gone': (world) => world.remove(`${zoneFolder}/charts/fund.en.png`),
    'a manifest that is gone': (world) => world.remove(`${zoneFolder}/manifest.json`),
    'a manifest of other bytes': (world) => edit(world, `${zoneFolder}/manifest.json`, (text) => `${text} `),
    'an edition that is held': (world) => world.write(`${zoneFolder}/held.md`, 'why'),
    'a build that was cut short': (world) => world.write(`/out/.zonebrief/${exampleZone}/journal.json`, '{}'),
    'another program': (world) => edit(world, state, (text) => text.replace('+development', '+another')),
    'a state that was cut off': (world) => edit(world, state, (text) => text.slice(0, -40)),
    'a state of another form': (world) =>
      edit(world, state, (text) => JSON.stringify({ ...JSON.parse(text), seen: undefined })),
    'no state': (world) => world.remove(state),
  };
  it.each(Object.entries(changes))('does not hold any more: %s', async (_, change) => {
    const world = copy();
    await change(world);
    expect(await isUnchanged(world)).toBe(false);
  });

  it.each([
    ['another theme', { theme: 'bold' }],
    ['fewer languages', { languages: ['de'] }],
    ['another pair', { summaries: [['de', 'en']] }],
    ['native charts', { charts: 'native' }],
    ['copies elsewhere', { sources: '/press' }],
    ['PDFs', { pdf: {} }],
    ['strictness', { strict: true }],
    ['another root', { root: '/elsewhere' }],
  ])('is asked for something else: %s', async (_, options) => {
    expect(await isUnchanged(copy(), options)).toBe(false);
  });

  it('goes by SOURCE_DATE_EPOCH', async () => {
    expect(await isUnchanged(copy({ SOURCE_DATE_EPOCH: '1767225600' }))).toBe(false);
  });

  it('holds until a fact expires, and not for days before the build', async () => {
    expect(await isUnchanged(copy({}, '2026-03-31T23:00:00Z'))).toBe(true);
    expect(await isUnchanged(copy({}, '2026-04-01T00:00:00Z'))).toBe(false);
    expect(await isUnchanged(copy({}, '2025-12-31T23:00:00Z'))).toBe(false);
  });
});
