import { describe, expect, it } from 'vitest';
import {
  lastNumber,
  listEditions,
  type Retention,
  readEditionId,
  retire,
} from '../../../src/build/store/editions.js';
import { withLock } from '../../../src/build/store/lock.js';
import { storeOf } from '../../../src/build/store/store.js';
import { memoryWorld, type World } from '../../../src/world.js';
import { edition, type Files, filesIn, put, under } from '../../support/editions.js';

const ids = ['2024-01-19.1', '2025-06-01.1', '2025-06-01.2', '2025-06-01.10', '2026-01-19.1'];
const archive = (id: string): Files =>
  under(id, edition(id, { 'briefing.en.md': `of ${id}`, 'charts/a.png': 'a' }));

async function worldWith(...files: Files[]) {
  const world = memoryWorld();
  await put(world, '/out/zone/editions', Object.assign({}, ...files));
  return { world, store: await storeOf(world, '/out', 'zone') };
}
const folders = async (world: World) => [...new Set(await world.list('/out/zone/editions'))];

describe('the earlier editions', () => {
  it('are listed by date and number, oldest first', async () => {
    const { world, store } = await worldWith(...ids.map(archive).reverse());
    const listed = await listEditions(world, store);
    expect(listed.map(({ id }) => id)).toEqual(ids);
    expect(listed[3]).toEqual({
      id: '2025-06-01.10',
      date: '2025-06-01',
      number: 10,
      folder: '/out/zone/editions/2025-06-01.10',
      manifest: '/out/zone/editions/2025-06-01.10/manifest.json',
    });
  });

  it('are those only that say so themselves', async () => {
    const { world, store } = await worldWith(archive('2026-01-19.1'), {
      'of-mine/manifest.json': edition('of-mine', {})['manifest.json'] as string,
      '2026-01-19.2/letter.txt': 'no manifest',
      '2026-01-19.3/manifest.json': 'no JSON',
      '2026-01-19.4/manifest.json': edition('2026-01-19.5', {})['manifest.json'] as string,
      '2026-01-19.1-2/manifest.json': edition('2026-01-19.1', {})['manifest.json'] as string,
      '2026-01-19.6': 'a file',
    });
    expect((await listEditions(world, store)).map(({ id }) => id)).toEqual(['2026-01-19.1']);
    expect(await lastNumber(world, store, '2026-01-19')).toBe(1);
  });

  it('are counted within their date, and only as many of them are read as tell the last', async () => {
    const { world, store } = await worldWith(...ids.map(archive));
    const read: string[] = [];
    const watched = {
      ...world,
      readText: (path: string) => {
        read.push(path);
        return world.readText(path);
      },
    };
    expect(await lastNumber(watched, store, '2025-06-01')).toBe(10);
    expect(read).toEqual(['/out/zone/editions/2025-06-01.10/manifest.json']);
    expect(await lastNumber(world, store, '2024-01-19')).toBe(1);
    expect(await lastNumber(world, store, '2023-01-01')).toBe(0);
  });

  it.each(['2026-01-19', '2026-1-9.1', '2026-01-19.1.2', '../2026-01-19.1', '2026-01-19.', ' 2026-01-19.1'])(
    'have no id like %j',
    (id) => {
      expect(readEditionId(id)).toBeUndefined();
    },
  );
});

describe('editions whose date was corrected to an earlier one', () => {
  const made = (id: string, since?: string): Files =>
    under(id, edition(id, { 'briefing.en.md': `of ${id}` }, since));
  const corrected = [
    made('2025-06-30.1'),
    made('2025-06-30.2', '2025-06-30.1'),
    made('2025-06-01.1', '2025-06-30.2'),
    made('2025-06-01.2', '2025-06-01.1'),
  ];
  const inTurn = ['2025-06-30.1', '2025-06-30.2', '2025-06-01.1', '2025-06-01.2'];

  it('are listed in the order in which they were made', async () => {
    const { world, store } = await worldWith(...corrected);
    expect((await listEditions(world, store)).map(({ id }) => id)).toEqual(inTurn);
  });

  it('are retired in that order', async () => {
    const { world, store } = await worldWith(...corrected);
    await withLock(world, store, {}, (held) => retire(world, held, { keep: 1 }, '2025-06-01'));
    expect(await folders(world)).toEqual(['2025-06-01.2']);
  });

  it('are listed though manifests name each other, or themselves', async () => {
    const { world, store } = await worldWith(
      made('2025-06-30.1', '2025-06-30.2'),
      made('2025-06-30.2', '2025-06-30.1'),
      made('2025-06-30.3', '2025-06-30.3'),
    );
    expect(await listEditions(world, store)).toHaveLength(3);
  });
});

describe('retention', () => {
  const retired = async (world: World, retention: Retention, date = '2026-02-01') =>
    withLock(world, await storeOf(world, '/out', 'zone'), {}, (held) => retire(world, held, retention, date));

  it.each<[Retention, string[]]>([
    [{}, ids],
    [{ keep: 99, days: 9999 }, ids],
    [{ keep: 2 }, ids.slice(3)],
    [{ keep: 0 }, []],
    [{ days: 300 }, ids.slice(1)],
    [{ days: 13 }, ids.slice(4)],
    [{ days: 12 }, []],
    [{ keep: 3, days: 13 }, ids.slice(4)],
    [{ keep: 1, days: 300 }, ids.slice(4)],
  ])('with %j keeps the newest', async (retention, kept) => {
    const { world } = await worldWith(...ids.map(archive));
    const removed = await retired(world, retention);
    expect(await folders(world)).toEqual([...kept].sort());
    expect([...removed, ...kept].sort()).toEqual([...ids].sort());
  });

  it('never removes what is no edition, or holds what somebody put or changed there', async () => {
    const theirs: Files = {
      'of-mine/letter.txt': 'a',
      '2020-01-01.1/letter.txt': 'no manifest',
      '2020-01-02.1/manifest.json': '{',
      ...under('2020-01-03.1', { ...edition('2020-01-03.1', { 'a.md': 'a' }), 'notes.txt': 'mine' }),
      ...under('2020-01-04.1', {
        ...edition('2020-01-04.1', { 'charts/a.png': 'a' }),
        'charts/b.png': 'mine',
      }),
      ...under('2020-01-05.1', { ...edition('2020-01-05.1', { 'a.md': 'a' }), 'a.md': 'edited' }),
      ...under('2020-01-06.1', { ...edition('2020-01-06.1', { 'a.md': 'a' }), 'mine/b.txt': 'mine' }),
    };
    const { world } = await worldWith(theirs, ...ids.map(archive));
    expect(await retired(world, { keep: 0 })).toEqual([...ids].reverse());
    expect(await filesIn(world, '/out/zone/editions')).toEqual(theirs);
  });

  it('lets be what is open elsewhere, and removes the others', async () => {
    const { world } = await worldWith(...ids.map(archive));
    const busy = (): Promise<never> =>
      Promise.reject(Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' }));
    const onWindows: World = {
      ...world,
      move: (from, to) => (from.endsWith('2025-06-01.2') ? busy() : world.move(from, to)),
      remove: (path) => (path.endsWith('2024-01-19.1') ? busy() : world.remove(path)),
    };
    expect(await retired(onWindows, { keep: 1 })).toEqual(['2025-06-01.10', '2025-06-01.1', '2024-01-19.1']);
    expect(await folders(world)).toEqual(['.leaving-2024-01-19.1', '2025-06-01.2', '2026-01-19.1']);
    expect(await retired(world, { keep: 1 })).toEqual(['2025-06-01.2']);
    expect(await folders(world)).toEqual(['2026-01-19.1']);
  });

  it('removes an edition of which a file is missing', async () => {
    const { 'a.md': _, ...rest } = edition('2020-01-01.1', { 'a.md': 'a', 'b.md': 'b' });
    const { world } = await worldWith(under('2020-01-01.1', rest));
    expect(await retired(world, { keep: 0 })).toEqual(['2020-01-01.1']);
    expect(await folders(world)).toEqual([]);
  });
});
