import { describe, expect, it } from 'vitest';
import { wasCutShort } from '../../../src/build/store/leftovers.js';
import { memoryWorld, type World } from '../../../src/world.js';
import {
  edition,
  type Files,
  filesIn,
  publication,
  publishIn,
  recoverIn,
  under,
} from '../../support/editions.js';

const backstage = '.zonebrief/zone';
const before = edition('2026-01-19.1', { 'briefing.en.md': 'deck 1', 'charts/a.en.md': 'chart' });
const next = edition('2026-02-01.1', { 'briefing.en.md': 'deck 2', 'changes.md': '1 to 2' });
const journal = JSON.stringify({
  format: 1,
  made: ['briefing.en.md', 'charts/a.en.md', 'manifest.json'],
  archive: '2026-01-19.1',
});
const archived = under('zone/editions/2026-01-19.1', before);

const worldOf = (files: Files) =>
  memoryWorld(Object.fromEntries(Object.entries(files).map(([path, text]) => [`/out/${path}`, text])));

/** @returns what was said, and what stands then */
async function recovered(files: Files): Promise<{ said: readonly string[]; files: Files }> {
  const world = worldOf(files);
  const said = await recoverIn(world, '/out');
  expect(wasCutShort(await world.list(`/out/${backstage}`))).toBe(false);
  return { said, files: await filesIn(world, '/out') };
}

describe('recovering', () => {
  it('does nothing and says nothing where all is well', async () => {
    const files = {
      ...under('zone', before),
      [`${backstage}/state.json`]: '{}',
      [`${backstage}/charts/a.png`]: 'x',
    };
    expect(await recovered(files)).toEqual({ said: [], files });
    expect(await recovered({})).toEqual({ said: [], files: {} });
  });

  it('removes an edition that was not yet in place', async () => {
    const files = {
      ...under('zone', before),
      ...under(`${backstage}/new`, { 'briefing.en.md': 'de' }),
      ...under(`${backstage}/making-00ff`, { 'briefing.en.md': 'd' }),
    };
    const said = ['removed the beginnings of an edition'];
    expect(await recovered(files)).toEqual({ said, files: under('zone', before) });
    expect(await recovered({ ...files, [`${backstage}/journal.json`]: journal })).toEqual({
      said,
      files: under('zone', before),
    });
  });

  it('finishes between the two renames', async () => {
    const { said, files } = await recovered({
      ...under(`${backstage}/old`, { ...before, 'notes.txt': 'mine', 'held.md': 'why' }),
      ...under(`${backstage}/new`, next),
      [`${backstage}/journal.json`]: journal,
    });
    expect(said).toEqual(['finished putting edition 2026-02-01.1 in place, which had been cut short']);
    expect(files).toEqual({ ...under('zone', next), 'zone/notes.txt': 'mine', ...archived });
  });

  it('puts the edition before back where the new one is not whole', async () => {
    const { said, files } = await recovered({
      ...under(`${backstage}/old`, { ...before, 'notes.txt': 'mine' }),
      ...under(`${backstage}/new`, { ...next, 'changes.md': '' }),
      [`${backstage}/journal.json`]: journal,
    });
    expect(said).toEqual(['put edition 2026-01-19.1 back in its place']);
    expect(files).toEqual({ ...under('zone', before), 'zone/notes.txt': 'mine' });
  });

  it.each([
    ['gone', undefined],
    ['empty', ''],
    ['cut off', journal.slice(0, 30)],
    ['of another version', '{"format":7,"made":["notes.txt"]}'],
    ['tampered with', '{"format":1,"made":["../../data/zone.yaml","notes.txt"]}'],
    ['tampered with in its archive', '{"format":1,"made":["notes.txt"],"archive":"../../x"}'],
  ])('goes by the manifests where the journal is %s', async (_, text) => {
    const { files } = await recovered({
      'data/zone.yaml': 'kept',
      ...under(`${backstage}/old`, { ...before, 'notes.txt': 'mine', 'charts/mine.png': 'drawn' }),
      ...under('zone', next),
      ...(text !== undefined && { [`${backstage}/journal.json`]: text }),
    });
    expect(files).toEqual({
      'data/zone.yaml': 'kept',
      ...under('zone', next),
      'zone/notes.txt': 'mine',
      'zone/charts/mine.png': 'drawn',
      ...archived,
    });
  });

  it('keeps everything where neither journal nor manifest tells what is whose', async () => {
    const { files } = await recovered({
      ...under(`${backstage}/old`, { ...before, 'manifest.json': 'x', 'notes.txt': 'mine' }),
      ...under('zone', next),
      [`${backstage}/journal.json`]: 'x',
    });
    expect(files).toEqual({
      ...under('zone', next),
      'zone/notes.txt': 'mine',
      'zone/charts/a.en.md': 'chart',
      'zone/briefing.en.edited.md': 'deck 1',
      'zone/manifest.edited.json': 'x',
    });
  });

  it('keeps what somebody put into the place of the folder between the two renames', async () => {
    const { files } = await recovered({
      'zone/briefing.en.md': 'saved by PowerPoint',
      'zone/new.txt': 'mine',
      ...under(`${backstage}/old`, before),
      ...under(`${backstage}/new`, next),
      [`${backstage}/journal.json`]: journal,
    });
    expect(files).toEqual({
      ...under('zone', next),
      ...archived,
      'zone/new.txt': 'mine',
      'zone/briefing.en.edited.md': 'saved by PowerPoint',
    });
  });

  it('puts the edition before back, too, where the new one is not whole then', async () => {
    const { files } = await recovered({
      'zone/new.txt': 'mine',
      ...under(`${backstage}/old`, before),
      ...under(`${backstage}/new`, { ...next, 'changes.md': '' }),
      [`${backstage}/journal.json`]: journal,
    });
    expect(files).toEqual({ ...under('zone', before), 'zone/new.txt': 'mine' });
  });

  it('removes what was replaced and is left, but nothing that is not of it', async () => {
    const { said, files } = await recovered({
      ...under('zone', next),
      ...under(`${backstage}/gone-00ff`, { ...before, 'late.txt': 'saved late', 'charts/b.png': 'late too' }),
    });
    expect(said).toEqual(['removed the rest of what was replaced']);
    expect(files).toEqual({
      ...under('zone', next),
      'zone/late.txt': 'saved late',
      'zone/charts/b.png': 'late too',
    });
  });

  it('lets be what was replaced and somebody still has open: the next edition is published all the same', async () => {
    const gone = `${backstage}/gone-00ff`;
    const ofNfs = { [`${gone}/.nfs000000000001a2b300000001`]: 'deck 1' };
    const world = worldOf({ ...under('zone', next), ...under(gone, before), ...ofNfs });
    const onWindows: World = {
      ...world,
      removeOne: (path) =>
        path.endsWith('gone-00ff/charts/a.en.md')
          ? Promise.reject(Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' }))
          : world.removeOne(path),
    };
    expect(await recoverIn(onWindows, '/out')).toEqual([]);
    await publishIn(onWindows, '/out', publication('2026-02-01.1', { 'a.md': 'a' }));
    const left = { ...under('zone', edition('2026-02-01.1', { 'a.md': 'a' })), ...ofNfs };
    const { 'manifest.json': manifest = '', 'charts/a.en.md': chart = '' } = before;
    expect(await filesIn(world, '/out')).toEqual({
      ...left,
      ...under(gone, { 'charts/a.en.md': chart, 'manifest.json': manifest }),
    });
    // Closed in PowerPoint; then by the client of NFS, too.
    expect(await recoverIn(world, '/out')).toEqual([]);
    expect(await filesIn(world, '/out')).toEqual(left);
    for (const path of Object.keys(ofNfs)) await world.removeOne(`/out/${path}`);
    await world.write(`/out/${gone}/manifest.json`, manifest);
    expect(await recoverIn(world, '/out')).toEqual(['removed the rest of what was replaced']);
  });

  it('does not archive an edition twice', async () => {
    const { files } = await recovered({
      ...under('zone', next),
      ...archived,
      ...under(`${backstage}/old`, before),
      [`${backstage}/journal.json`]: journal,
    });
    expect(files).toEqual({ ...under('zone', next), ...archived });
  });

  it('goes on with a retention that was cut short', async () => {
    const { files } = await recovered({
      ...under('zone', next),
      ...under('zone/editions/.leaving-2024-01-19.1', before),
      'zone/editions/.leaving-home/letter.txt': 'mine',
    });
    expect(files).toEqual({ ...under('zone', next), 'zone/editions/.leaving-home/letter.txt': 'mine' });
  });

  it('leaves a folder in which the next edition can be published', async () => {
    const world = worldOf({ ...under(`${backstage}/old`, before), ...under(`${backstage}/new`, next) });
    await publishIn(world, '/out', publication('2026-03-01.1', { 'a.md': 'a' }, { archive: '2026-02-01.1' }));
    expect(await filesIn(world, '/out/zone')).toEqual({
      ...edition('2026-03-01.1', { 'a.md': 'a' }),
      ...under('editions/2026-01-19.1', before),
      ...under('editions/2026-02-01.1', next),
    });
  });
});
