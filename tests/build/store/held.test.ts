import { describe, expect, it } from 'vitest';
import { hold, release } from '../../../src/build/store/held.js';
import { withLock } from '../../../src/build/store/lock.js';
import { type HeldStore, storeOf } from '../../../src/build/store/store.js';
import { memoryWorld, type World } from '../../../src/world.js';
import { filesIn } from '../../support/editions.js';
import { faultyWorld } from '../../support/faulty-world.js';

const locked = async <T>(world: World, work: (held: HeldStore) => Promise<T>): Promise<T> =>
  withLock(world, await storeOf(world, '/out', 'zone'), {}, work);

describe('held.md', () => {
  it('is there while an edition is held back, beside the last good one', async () => {
    const world = memoryWorld({ '/out/zone/briefing.en.pptx': 'good' });
    expect(await locked(world, (held) => hold(world, held, 'why'))).toBe('/out/zone/held.md');
    expect(await filesIn(world, '/out')).toEqual({
      'zone/briefing.en.pptx': 'good',
      'zone/held.md': 'why',
    });
    await locked(world, (held) => release(world, held));
    await locked(world, (held) => release(world, held));
    expect(await filesIn(world, '/out')).toEqual({ 'zone/briefing.en.pptx': 'good' });
  });

  it('is not written again when it says the same', async () => {
    const world = memoryWorld();
    await locked(world, (held) => hold(world, held, 'why'));
    const before = await world.stampOf('/out/zone/held.md');
    await locked(world, (held) => hold(world, held, 'why'));
    expect(await world.stampOf('/out/zone/held.md')).toBe(before);
    await locked(world, (held) => hold(world, held, 'why else'));
    expect(await world.readText('/out/zone/held.md')).toBe('why else');
  });

  it('says the old or the new, whole, whatever happens, and leaves nothing behind on a full disk', async () => {
    for (let at = 1; at < 5; at += 1) {
      const world = memoryWorld({ '/out/zone/held.md': 'why' });
      const attempt = locked(world, (held) =>
        hold(faultyWorld(world, { at, how: 'full' }), held, 'why else'),
      ).catch((error) => error);
      const error = await attempt;
      expect(error === '/out/zone/held.md' ? at > 2 : error.hint).toBe(
        error === '/out/zone/held.md' ? true : 'make room on the disk and run again',
      );
      expect(Object.keys(await filesIn(world, '/out'))).toEqual(['zone/held.md']);
      expect(['why', 'why else']).toContain(await world.readText('/out/zone/held.md'));
    }
  });
});
