import { describe, expect, it } from 'vitest';
import { notingWorld, withTargets } from '../../../src/regenerate/watch/answers.js';
import { foldersToWatch } from '../../../src/regenerate/watch/folders.js';
import { Look } from '../../../src/regenerate/watch/look.js';
import { memoryWorld } from '../../../src/world.js';

const file = '/data/zone/facts.yaml';

describe('what a build asked', () => {
  it('is out of date at once where it got two answers to one question', async () => {
    const world = memoryWorld({ [file]: 'one' });
    const noting = notingWorld(world, []);
    await noting.world.readText(file);
    await world.write(file, 'two');
    await noting.world.readText(file);
    expect(await new Look(world).changedSince(noting.answers(), true)).toEqual([file]);
    await world.write(file, 'one');
    expect(await new Look(world).changedSince(noting.answers(), true)).toEqual([file]);
  });

  it('counts what could not be read, and what is no file, until it is one', async () => {
    const world = memoryWorld({});
    const noting = notingWorld(world, []);
    await noting.world.readText(file).catch(() => undefined);
    await noting.world.kindOf('/data/zone/theme.yaml');
    const look = new Look(world);
    expect(await look.changedSince(noting.answers(), true)).toEqual([]);
    await world.write(file, 'now');
    await world.write('/data/zone/theme.yaml', 'now');
    expect(await look.changedSince(noting.answers(), true)).toEqual([file, '/data/zone/theme.yaml']);
  });

  it('leaves out outputs and the fonts of the program', async () => {
    const world = memoryWorld({ '/out/zone/a.pptx': 'x', '/assets/fonts/a.ttf': 'x', '/out/zone-2/b': 'x' });
    const noting = notingWorld(world, ['/out/zone']);
    for (const path of ['/out/zone/a.pptx', '/assets/fonts/a.ttf', '/out/zone-2/b'])
      await noting.world.readBytes(path);
    await noting.world.list('/out/zone');
    expect(noting.answers().map(({ path }) => path)).toEqual(['/out/zone-2/b']);
  });
});

describe('a look', () => {
  it('reads a file again only where its stamp is new, unless it is a thorough one', async () => {
    const world = memoryWorld({ [file]: 'one' });
    const noting = notingWorld(world, []);
    await noting.world.readText(file);
    let reads = 0;
    const counting = {
      ...world,
      readBytes: (path: string) => {
        reads += 1;
        return world.readBytes(path);
      },
    };
    const look = new Look(counting);
    const answers = noting.answers();
    for (let turn = 0; turn < 5; turn += 1) expect(await look.changedSince(answers, false)).toEqual([]);
    // Twice: what was written within one tick of the file system's clock has one stamp.
    expect(reads).toBe(2);
    await look.changedSince(answers, true);
    expect(reads).toBe(3);
    await world.write(file, 'two');
    expect(await look.changedSince(answers, false)).toEqual([file]);
    look.keepOnly(new Set());
    await look.changedSince(answers, false);
    expect(reads).toBe(5);
  });
});

describe('the folders to watch', () => {
  it('are those of each path, those above up to the root, and one above outside of it', () => {
    const answers = [
      { question: 'content', path: '/office/data/zone/facts/a.yaml', answer: '' },
      { question: 'names', path: '/office/templates/deck', answer: '' },
      { question: 'kind', path: '/brand/themes/own.yaml', answer: '' },
      { question: 'target', path: '/office/data/zone/zone.yaml', answer: '/shared/zones/zone.yaml' },
    ] as const;
    expect(foldersToWatch(answers, '/office')).toEqual([
      '/brand',
      '/brand/themes',
      '/office',
      '/office/data',
      '/office/data/zone',
      '/office/data/zone/facts',
      '/office/templates',
      '/office/templates/deck',
      '/shared',
      '/shared/zones',
    ]);
  });

  it('come with where a link leads', async () => {
    const linked = { ...memoryWorld({ [file]: 'x' }), realPath: async () => '/shared/facts.yaml' };
    const noting = notingWorld(linked, []);
    await noting.world.readText(file);
    expect(await withTargets(linked, noting.answers())).toContainEqual({
      question: 'target',
      path: file,
      answer: '/shared/facts.yaml',
    });
  });
});
