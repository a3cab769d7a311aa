/**
 * The laws of the lock.
 *
 * 1. Of any number of processes that want it, one has it.
 * 2. Whoever ends gives it back: at its end, by a fault, or by being gone.
 * 3. Nobody who is alive and touches its claim loses it, whatever is done to the clock.
 * 4. Who lost it all the same changes nothing any more.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LockOptions, withLock } from '../../../src/build/store/lock.js';
import { publish } from '../../../src/build/store/publish.js';
import { type Holder, patienceMs } from '../../../src/build/store/rivals.js';
import { type HeldStore, storeOf } from '../../../src/build/store/store.js';
import { UsageError } from '../../../src/diagnostic.js';
import { type MemoryWorld, memoryWorld, type World } from '../../../src/world.js';
import { edition, filesIn, publication, publishIn, under } from '../../support/editions.js';

const claims = '/out/.zonebrief/zone/lock';
const store = { zone: 'zone', folder: '/out/zone', backstage: '/out/.zonebrief/zone' };
const never = new Promise<never>(() => undefined);

/** A process among those in `alive`, on the machine of that name. */
function processOf(world: MemoryWorld, pid: number, alive: Set<number>, machine = 'here'): World {
  const self = { pid, host: machine, machine };
  return { ...world, self: () => self, isAlive: (other) => alive.has(other) };
}

/** Takes the lock and never gives it back. @returns the store as that process holds it */
async function taken(world: World): Promise<HeldStore> {
  return new Promise((resolve, reject) => {
    withLock(world, store, {}, (held) => {
      resolve(held);
      return never;
    }).catch(reject);
  });
}

const quick = (world: World, options: LockOptions = {}) =>
  withLock(world, store, { waitMs: 0, ...options }, async () => 'done');

describe('the lock of a zone', () => {
  it('is free again after the work, and after its fault', async () => {
    const world = memoryWorld();
    expect(await quick(world)).toBe('done');
    await expect(
      withLock(world, store, {}, async () => {
        throw new RangeError('of the work');
      }),
    ).rejects.toThrow(RangeError);
    expect(await world.list(claims)).toEqual([]);
    expect(await quick(world)).toBe('done');
  });

  it('has the second wait, says for whom, and lets it go on', async () => {
    const world = memoryWorld();
    const alive = new Set([1, 2]);
    const told: Holder[] = [];
    let end: () => void = () => undefined;
    const first = withLock(
      processOf(world, 1, alive),
      store,
      {},
      () => new Promise<void>((done) => (end = done)),
    );
    await new Promise((done) => setImmediate(done));
    const second = quick(processOf(world, 2, alive), {
      waitMs: 60_000,
      onWait(holder) {
        told.push(holder);
        end();
      },
    });
    await first;
    expect(await second).toBe('done');
    expect(told).toEqual([{ pid: 1, host: 'here', here: true }]);
  });

  it('says who holds it when the wait is over', async () => {
    const world = memoryWorld();
    const alive = new Set([1, 2]);
    const held = await taken(processOf(world, 1, alive));
    const attempt = quick(processOf(world, 2, alive));
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toMatchObject({
      message: 'zone is being built by process 1 on this machine',
      hint: `wait until it has ended and run again; if no zonebrief runs there, remove ${held.claim}`,
    });
    const elsewhere = quick(processOf(world, 3, new Set([3]), 'office-pc'));
    await expect(elsewhere).rejects.toThrow('by process 1 on here');
    expect(await world.list(claims)).toHaveLength(1);
  });

  it('is taken at once from a process of this machine that is gone', async () => {
    const world = memoryWorld();
    await taken(processOf(world, 1, new Set([1])));
    expect(await quick(processOf(world, 2, new Set([2])))).toBe('done');
    expect(await world.list(claims)).toEqual([]);
  });

  it.each([
    ['a number that another process has now', 'here', new Set([1, 2])],
    ['a process of another machine', 'elsewhere', new Set([2])],
  ])('is taken from %s only after it was not touched for a while', async (_, machine, alive) => {
    const world = memoryWorld();
    // Time passes for the waiting process only: the other was killed.
    await taken({ ...processOf(world, 1, new Set([1]), machine), every: () => () => undefined });
    const before = world.elapsed();
    await expect(quick(processOf(world, 2, alive), { waitMs: patienceMs / 2 })).rejects.toThrow(UsageError);
    expect(await quick(processOf(world, 2, alive), { waitMs: 2 * patienceMs })).toBe('done');
    expect(world.elapsed() - before).toBeGreaterThanOrEqual(1.5 * patienceMs);
  });

  it('is never taken from a live process of another machine, however long it holds it', async () => {
    const world = memoryWorld();
    const held = await taken(processOf(world, 1, new Set([1]), 'elsewhere'));
    const attempt = quick(processOf(world, 2, new Set([2])), { waitMs: 20 * patienceMs });
    await expect(attempt).rejects.toThrow('is being built by process 1 on elsewhere');
    expect(await world.kindOf(held.claim)).toBe('file');
  });

  it('is not taken by who slept so long that no claim can have been touched', async () => {
    const world = memoryWorld();
    await taken({ ...processOf(world, 1, new Set([1]), 'elsewhere'), every: () => () => undefined });
    let now = 0;
    const waiting: World = {
      ...processOf(world, 2, new Set([2])),
      elapsed: () => now,
      // An hour passes with the lid closed.
      wait: async () => {
        now += 3_600_000;
      },
    };
    await expect(quick(waiting, { waitMs: 7 * 3_600_000 })).rejects.toThrow(UsageError);
  });

  it('asks no clock: one that is set back or forward changes nothing', async () => {
    const world = memoryWorld();
    const forbidden = (): never => {
      throw new Error('the clock was asked');
    };
    const alive = new Set([1, 2]);
    await taken({ ...processOf(world, 1, alive), now: forbidden });
    const attempt = quick({ ...processOf(world, 2, alive), now: forbidden }, { waitMs: 3 * patienceMs });
    await expect(attempt).rejects.toThrow('is being built by process 1');
  });

  it('lets be what is no claim, and takes an empty claim for one', async () => {
    const world = memoryWorld({ [`${claims}/.DS_Store`]: 'x', [`${claims}/notes.txt`]: '' });
    expect(await quick(world)).toBe('done');
    expect(await world.list(claims)).toEqual(['.DS_Store', 'notes.txt']);
    await world.create(`${claims}/7@office-pc~feed~00ff`);
    await expect(quick(world)).rejects.toThrow('by process 7 on office-pc');
  });

  it('gives back what it took where the folder cannot be read', async () => {
    const world = memoryWorld();
    let lists = 0;
    const refusing: World = {
      ...world,
      async list(path) {
        lists += 1;
        if (lists === 2) throw Object.assign(new Error('EIO: refused'), { code: 'EIO' });
        return world.list(path);
      },
    };
    await expect(quick(refusing)).rejects.toThrow('EIO');
    expect(await world.list(claims)).toEqual([]);
  });

  it('keeps who lost it from changing anything', async () => {
    const world = memoryWorld();
    const attempt = withLock(world, store, {}, async (held) => {
      await world.remove(claims);
      return publish(world, held, publication('2026-01-19.1', { 'a.md': 'a' }));
    });
    await expect(attempt).rejects.toThrow(/^the lock of zone was lost while it was held: \S+ is gone$/);
    expect(await filesIn(world, '/out')).toEqual({});
  });

  it('keeps who lost it from undoing what another goes on with', async () => {
    const world = memoryWorld({ '/out/zone/notes.txt': 'mine' });
    let first: HeldStore | undefined;
    const stalled: World = {
      ...world,
      async move(from, to) {
        // After the swap it stands still for so long that another takes the lock, finishes for it and goes on.
        if (to !== '/out/zone/notes.txt' || !first) return world.move(from, to);
        await world.removeOne(first.claim);
        first = undefined;
        await publishIn(
          world,
          '/out',
          publication('2026-02-01.1', { 'a.md': 'a 2' }, { archive: '2026-01-19.1' }),
        );
        await world.move(from, to);
      },
    };
    const attempt = withLock(stalled, store, {}, (held) => {
      first = held;
      return publish(stalled, held, publication('2026-01-19.1', { 'a.md': 'a' }));
    });
    await expect(attempt).rejects.toThrow('the next run puts it back');
    expect(await filesIn(world, '/out')).toEqual({
      ...under('zone', edition('2026-02-01.1', { 'a.md': 'a 2' })),
      ...under('zone/editions/2026-01-19.1', edition('2026-01-19.1', { 'a.md': 'a' })),
      'zone/notes.txt': 'mine',
    });
  });

  it('is not given back to life by touching it', async () => {
    const world = memoryWorld();
    await withLock(world, store, {}, async (held) => {
      await world.removeOne(held.claim);
      await world.wait(60_000);
      expect(await world.list(claims)).toEqual([]);
    });
  });

  it('is had by one at a time, however many processes take turns and die', async () => {
    const scheduled = fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.record({ dies: fc.boolean(), away: fc.boolean() }), { minLength: 2, maxLength: 5 }),
      async (scheduler, processes) => {
        const world = memoryWorld();
        const alive = new Set(processes.map((_, index) => index + 1));
        let inside = 0;
        let most = 0;
        const runs = processes.map(async ({ dies, away }, index) => {
          const pid = index + 1;
          const machine = away ? `away-${pid}` : 'here';
          const slow =
            <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
            (...args: A): Promise<R> =>
              scheduler.schedule(Promise.resolve(), 'step').then(() => work(...args));
          const self = processOf(world, pid, alive, machine);
          const own: World = {
            ...self,
            list: slow(self.list),
            create: slow(self.create),
            removeOne: slow(self.removeOne),
            wait: slow(self.wait),
          };
          await withLock(own, store, { waitMs: 1e9 }, async (held) => {
            inside += 1;
            most = Math.max(most, inside);
            await scheduler.schedule(Promise.resolve(), 'work');
            inside -= 1;
            if (dies) {
              alive.delete(pid);
              // Its claim stays behind.
              await world.create(`${held.claim}0`);
            }
          });
        });
        await scheduler.waitFor(Promise.all(runs));
        expect(most).toBe(1);
      },
    );
    await fc.assert(scheduled, { numRuns: 60 });
  });

  it('is the same for a zone under two names', async () => {
    const world = memoryWorld({ '/real/zone/a.txt': 'a' });
    const linked: World = {
      ...world,
      kindOf: async (path) => (path === '/out/zone' ? 'folder' : world.kindOf(path)),
      realPath: async (path) => (path === '/out/zone' ? '/real/zone' : path),
    };
    expect(await storeOf(linked, '/out', 'zone')).toEqual(await storeOf(world, '/real', 'zone'));
  });
});
