import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/diagnostic.js';
import { memoryWorld, type World } from '../../../src/world.js';
import {
  edition,
  type Files,
  filesIn,
  manifestOf,
  publication,
  publishIn,
  put,
  under,
} from '../../support/editions.js';

const first = { 'briefing.en.md': 'deck', 'charts/a.en.md': 'chart' };
const id = '2026-01-19.1';

/** A zone's folder with the first edition and more. */
async function standing(files: Files = {}) {
  const world = memoryWorld();
  await put(world, '/out/zone', { ...edition(id, first), ...files });
  return world;
}
const zone = (world: World) => filesIn(world, '/out/zone');
const changed = (outcome: Awaited<ReturnType<typeof publishIn>>) =>
  Object.fromEntries(outcome.written.map((file) => [file.name, file.changed]));

describe('publishing', () => {
  it('says of each file whether it is another one than before', async () => {
    const world = await standing();
    const outcome = await publishIn(
      world,
      '/out',
      publication(id, { ...first, 'briefing.en.md': 'deck 2' }, { keep: ['charts/a.en.md'] }),
    );
    expect(outcome.written).toEqual([
      { name: 'briefing.en.md', path: '/out/zone/briefing.en.md', bytes: 6, changed: true },
      { name: 'charts/a.en.md', path: '/out/zone/charts/a.en.md', bytes: 5, changed: false },
      {
        name: 'manifest.json',
        path: '/out/zone/manifest.json',
        bytes: expect.any(Number),
        changed: true,
      },
    ]);
  });

  it('keeps the time of a file that stays the same, whether its bytes are given or not', async () => {
    for (const keep of [['charts/a.en.md'], []]) {
      const world = await standing();
      const before = await world.stampOf('/out/zone/charts/a.en.md');
      await publishIn(world, '/out', publication(id, { ...first, 'briefing.en.md': 'deck 2' }, { keep }));
      expect(await world.stampOf('/out/zone/charts/a.en.md')).toBe(before);
    }
  });

  it('touches nothing where all is as it is to be', async () => {
    const world = await standing({ 'notes.txt': 'mine' });
    const before = await zone(world);
    const moved: string[] = [];
    const watched: World = {
      ...world,
      write: async (path) => void moved.push(path),
      move: async (path) => void moved.push(path),
      moveTogether: async () => void moved.push('together'),
    };
    const outcome = await publishIn(watched, '/out', publication(id, first));
    expect(changed(outcome)).toEqual({
      'briefing.en.md': false,
      'charts/a.en.md': false,
      'manifest.json': false,
    });
    expect(moved).toEqual([]);
    expect(await zone(world)).toEqual(before);
  });

  it('removes what the edition before had and this one does not, and nothing else', async () => {
    const world = await standing({
      'notes.txt': 'mine',
      'charts/mine.png': 'drawn',
      'briefing.fr.md': 'by hand',
    });
    await publishIn(world, '/out', publication(id, { 'briefing.en.md': 'deck' }));
    expect(await zone(world)).toEqual({
      ...edition(id, { 'briefing.en.md': 'deck' }),
      'notes.txt': 'mine',
      'charts/mine.png': 'drawn',
      'briefing.fr.md': 'by hand',
    });
  });

  it('takes held.md away: what is published is held back no more', async () => {
    const world = await standing({ 'held.md': 'why' });
    await publishIn(world, '/out', publication(id, { ...first, 'briefing.en.md': 'deck 2' }));
    expect(Object.keys(await zone(world))).not.toContain('held.md');
  });

  it('archives the edition before as it stood, without what is not of it', async () => {
    const world = await standing({ 'held.md': 'why', 'notes.txt': 'mine' });
    const next = { ...first, 'briefing.en.md': 'deck 2' };
    await publishIn(world, '/out', publication('2026-02-01.1', next, { archive: id }));
    expect(await zone(world)).toEqual({
      ...edition('2026-02-01.1', next),
      'notes.txt': 'mine',
      ...under(`editions/${id}`, edition(id, first)),
    });
  });

  it('never puts an archive in the place of another', async () => {
    const world = await standing({ [`editions/${id}/manifest.json`]: 'of somebody' });
    await publishIn(world, '/out', publication('2026-02-01.1', { 'a.md': 'a' }, { archive: id }));
    expect(await zone(world)).toEqual({
      ...edition('2026-02-01.1', { 'a.md': 'a' }),
      [`editions/${id}/manifest.json`]: 'of somebody',
      ...under(`editions/${id}-2`, edition(id, first)),
    });
  });
});

describe('the clock', () => {
  it('is not asked, so that one that is set back changes nothing', async () => {
    const world: World = {
      ...(await standing()),
      now() {
        throw new Error('the clock was asked');
      },
    };
    const next = { ...first, 'briefing.en.md': 'deck 2' };
    await publishIn(
      world,
      '/out',
      publication('2026-02-01.1', next, { archive: id, retention: { keep: 1, days: 90 } }),
    );
    expect(await zone(world)).toEqual({
      ...edition('2026-02-01.1', next),
      ...under(`editions/${id}`, edition(id, first)),
    });
  });
});

describe('what somebody else made or edited', () => {
  it('is copied beside where it is overwritten on purpose, under a name that is free', async () => {
    const world = await standing({
      'briefing.en.md': 'deck, edited',
      'briefing.en.edited.md': 'an earlier one',
      'charts/a.en.md': 'chart, edited',
    });
    const next = { 'briefing.en.md': 'deck 2', 'charts/a.en.md': 'chart 2' };
    const outcome = await publishIn(
      world,
      '/out',
      publication(id, next, { keepCopies: ['briefing.en.md', 'charts/a.en.md'] }),
    );
    expect(await zone(world)).toEqual({
      ...edition(id, next),
      'briefing.en.edited.md': 'an earlier one',
      'briefing.en.edited-2.md': 'deck, edited',
      'charts/a.en.edited.md': 'chart, edited',
    });
    expect(outcome.written.map(({ copy }) => copy)).toEqual([
      'briefing.en.edited-2.md',
      'charts/a.en.edited.md',
      undefined,
    ]);
  });

  it('is not overwritten otherwise: whoever edits a file while a build runs keeps it', async () => {
    const world = await standing({ 'briefing.en.md': 'deck, edited' });
    const before = await zone(world);
    const attempt = publishIn(world, '/out', publication(id, { ...first, 'briefing.en.md': 'deck 2' }));
    await expect(attempt).rejects.toThrow(
      '/out/zone/briefing.en.md was edited while the edition was being made',
    );
    expect(await zone(world)).toEqual(before);
  });

  it.each(['briefing.en.md', 'charts/a.en.md'])('keeps %s saved at the moment of the swap', async (name) => {
    const world = await standing();
    const saving: World = {
      ...world,
      async moveTogether(moves) {
        await world.write(`/out/zone/${name}`, 'saved in between');
        await world.moveTogether(moves);
      },
    };
    const next = { ...first, 'briefing.en.md': 'deck 2' };
    const attempt = publishIn(saving, '/out', publication(id, next, { keep: ['charts/a.en.md'] }));
    await expect(attempt).rejects.toThrow(`/out/zone/${name} was saved while the edition was being made`);
    expect(await zone(world)).toEqual({ ...edition(id, first), [name]: 'saved in between' });
    expect(await filesIn(world, '/out/.zonebrief')).toEqual({});
  });

  it('stays where it was saved into the new folder before that had to go back', async () => {
    const world = await standing({ 'notes.txt': 'mine' });
    const saving: World = {
      ...world,
      async moveTogether(moves) {
        await world.moveTogether(moves);
        if (moves[0]?.[1].endsWith('/old')) await world.write('/out/zone/late.txt', 'saved in between');
      },
      move: (from, to) =>
        to === '/out/zone/notes.txt'
          ? Promise.reject(Object.assign(new Error('EACCES: refused'), { code: 'EACCES' }))
          : world.move(from, to),
    };
    const attempt = publishIn(saving, '/out', publication(id, { 'briefing.en.md': 'deck 2' }));
    await expect(attempt).rejects.toThrow('EACCES');
    expect(await zone(world)).toEqual({
      ...edition(id, first),
      'notes.txt': 'mine',
      'late.txt': 'saved in between',
    });
  });

  it('stays when its output is made no more', async () => {
    const world = await standing({ 'charts/a.en.md': 'chart, edited' });
    await publishIn(world, '/out', publication(id, { 'briefing.en.md': 'deck' }));
    expect(await zone(world)).toMatchObject({ 'charts/a.en.md': 'chart, edited' });
  });

  it('is replaced where it cannot be opened any more', async () => {
    const world = await standing({ 'briefing.en.md': '\0\0\0', 'charts/a.en.md': '' });
    const outcome = await publishIn(world, '/out', publication(id, first));
    expect(await zone(world)).toEqual(edition(id, first));
    expect(changed(outcome)).toMatchObject({ 'briefing.en.md': true, 'charts/a.en.md': true });
  });

  it('is kept when the manifest is damaged and nothing tells whose it is', async () => {
    const world = await standing({ 'manifest.json': '{"zonebrief": "1.0.0", "outp' });
    const outcome = await publishIn(world, '/out', publication(id, { ...first, 'briefing.en.md': 'deck 2' }));
    expect(await zone(world)).toEqual({
      ...edition(id, { ...first, 'briefing.en.md': 'deck 2' }),
      'briefing.en.edited.md': 'deck',
    });
    expect(changed(outcome)).toMatchObject({ 'briefing.en.md': true, 'charts/a.en.md': false });
  });

  it('is not taken for an output where a name differs in capitals only', async () => {
    const world = await standing({ 'Briefing.EN.md': 'mine' });
    // As on Windows and on a Mac: one file under both names.
    const fold = (path: string) => path.toLowerCase();
    const folding: World = {
      ...world,
      async kindOf(path) {
        const names = (await world.list(path.slice(0, path.lastIndexOf('/')))).map(fold);
        return names.includes(fold(path.slice(path.lastIndexOf('/') + 1))) && /\.md$/i.test(path)
          ? 'file'
          : world.kindOf(path);
      },
    };
    await publishIn(folding, '/out', publication(id, { ...first, 'charts/a.en.md': 'chart 2' }));
    expect(Object.values(await zone(world))).toContain('mine');
  });
});

describe('what publishing refuses', () => {
  it('takes no folder away that stands in the place of a file, nor a file in the place of a folder', async () => {
    for (const [path, message] of [
      ['briefing.en.md/mine.txt', '/out/zone/briefing.en.md is a folder'],
      ['charts', '/out/zone/charts is a file'],
    ] as const) {
      const world = memoryWorld();
      await put(world, '/out/zone', { [path]: 'kept' });
      const attempt = publishIn(world, '/out', publication(id, first));
      await expect(attempt).rejects.toThrow(UsageError);
      await expect(attempt).rejects.toThrow(message);
      expect(await zone(world)).toEqual({ [path]: 'kept' });
    }
    const world = memoryWorld({ '/out/zone': 'a file' });
    await expect(publishIn(world, '/out', publication(id, first))).rejects.toThrow('/out/zone is a file');
  });

  it('takes no folder away that has the name of a file made before', async () => {
    const world = await standing();
    await world.remove('/out/zone/charts/a.en.md');
    await world.write('/out/zone/charts/a.en.md/mine.txt', 'kept');
    await publishIn(world, '/out', publication(id, { 'briefing.en.md': 'deck 2' }));
    expect(await zone(world)).toMatchObject({ 'charts/a.en.md/mine.txt': 'kept' });
  });

  it('follows no path out of the folder that a tampered manifest names', async () => {
    for (const path of ['../../data/zone.yaml', '/data/zone.yaml', 'a/../../x', '..\\x', 'a/b/c.md']) {
      const world = memoryWorld({
        '/data/zone.yaml': 'kept',
        '/out/x': 'kept',
        '/out/zone/a/b/c.md': 'kept',
      });
      await world.write('/out/zone/manifest.json', manifestOf(id, { [path]: 'kept' }));
      await publishIn(world, '/out', publication(id, first));
      expect(await filesIn(world, '/')).toMatchObject({
        'data/zone.yaml': 'kept',
        'out/x': 'kept',
        'out/zone/a/b/c.md': 'kept',
      });
    }
  });

  it.each([
    [{ 'charts/A.en.md': '1', 'charts/a.en.md': '2' }, 'charts/a.en.md and charts/A.en.md cannot stand'],
    [{ 'Manifest.json': '1' }, 'Manifest.json and manifest.json cannot stand'],
    [{ '../x.md': '1' }, '../x.md is no name'],
    [{ 'editions/x.md': '1' }, 'editions/x.md is no name'],
  ])('writes no names that are one on some file systems, or lead elsewhere: %j', async (outputs, message) => {
    const world = memoryWorld();
    await expect(publishIn(world, '/out', publication(id, outputs))).rejects.toThrow(message);
    expect(await filesIn(world, '/out')).toEqual({});
  });

  it('keeps nothing that is not there', async () => {
    const world = await standing();
    await world.remove('/out/zone/charts/a.en.md');
    const attempt = publishIn(
      world,
      '/out',
      publication(id, { ...first, 'briefing.en.md': 'deck 2' }, { keep: ['charts/a.en.md'] }),
    );
    await expect(attempt).rejects.toThrow('/out/zone/charts/a.en.md is gone');
  });

  it.each([
    ['EBUSY', 'rename', expect.stringMatching(/^close them in PowerPoint, .* mount point/)],
    ['EPERM', 'rename', expect.stringMatching(/^close them in PowerPoint/)],
    ['ENOSPC', 'write', 'make room on the disk and run again'],
    ['EROFS', 'mkdir', 'the disk is read-only: name a folder on another with --out'],
    ['EEXIST', 'mkdir', expect.stringMatching(/^a file or a link that leads nowhere stands where a folder/)],
    ['EACCES', 'mkdir', 'check that the folder may be written, or name another with --out'],
  ])('says what to do about %s', async (code, syscall, hint) => {
    const world = await standing();
    const refusing: World = {
      ...world,
      moveTogether: () => Promise.reject(Object.assign(new Error(`${code}: refused`), { code, syscall })),
    };
    const attempt = publishIn(refusing, '/out', publication(id, { 'a.md': 'a' }));
    await expect(attempt).rejects.toThrow(`the files could not be written into /out/zone: ${code}`);
    await expect(attempt).rejects.toMatchObject({ hint });
    expect(await zone(world)).toEqual(edition(id, first));
  });

  it('passes on what is a fault of the program', async () => {
    const world = await standing();
    const broken: World = {
      ...world,
      makeFolder: () => Promise.reject(new TypeError('x is not a function')),
    };
    await expect(publishIn(broken, '/out', publication(id, { 'a.md': 'a' }))).rejects.toThrow(TypeError);
  });

  it('lets no zone have the name of the folder behind the stage', async () => {
    await expect(publishIn(memoryWorld(), '/out', publication(id, first), '.ZoneBrief')).rejects.toThrow(
      '".ZoneBrief" is no name of a zone',
    );
  });
});
