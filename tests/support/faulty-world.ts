/** A world that refuses, or stands still for good, at its n-th step: for proving what a fault at any moment leaves. */
import type { World } from '../../src/world.js';

export interface Fault {
  /** The step at which it happens, from 1. */
  readonly at: number;
  /**
   * `refuses`: this step fails, with the code. `full`: from this step on nothing new can be written. `refuses-all`: from
   * this step on nothing can be changed. `dies`: as if the process were killed; nothing works from then on.
   */
  readonly how: 'refuses' | 'full' | 'refuses-all' | 'dies';
  /** Left out: ENOSPC for a full disk, EIO else. */
  readonly code?: string;
}

export class Killed extends Error {}

export interface FaultyWorld extends World {
  /** How many steps were taken: a fault at a later one happens never. */
  steps(): number;
}

/** Steps are those that change files; a write or a copy has two, so that half a file can be left behind. */
export function faultyWorld(world: World, fault: Fault): FaultyWorld {
  let steps = 0;
  let dead = false;
  const refuse = (what: string): never => {
    const code = fault.code ?? (fault.how === 'full' ? 'ENOSPC' : 'EIO');
    throw Object.assign(new Error(`${code}: refused, ${what}`), { code, syscall: what });
  };
  const step = (what: string, writes: boolean): void => {
    if (dead) throw new Killed();
    steps += 1;
    if (steps < fault.at) return;
    if (fault.how === 'dies') {
      dead = true;
      throw new Killed();
    }
    if (fault.how === 'full' ? writes : fault.how === 'refuses-all' || steps === fault.at) refuse(what);
  };
  const reading =
    <A extends unknown[], R>(read: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (dead) throw new Killed();
      return read(...args);
    };
  const halfOf = (content: Uint8Array): Uint8Array => content.subarray(0, content.length >> 1);
  const write: World['write'] = async (path, content) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    step('open', true);
    await world.write(path, halfOf(bytes));
    step('write', true);
    await world.write(path, bytes);
  };
  return {
    ...world,
    steps: () => steps,
    readBytes: reading(world.readBytes),
    readText: reading(world.readText),
    kindOf: reading(world.kindOf),
    list: reading(world.list),
    realPath: reading(world.realPath),
    stampOf: reading(world.stampOf),
    write,
    async create(path) {
      step('open', true);
      await world.create(path);
    },
    async touch(path, time) {
      step('utime', false);
      await world.touch(path, time);
    },
    async makeFolder(path, like) {
      step('mkdir', true);
      await world.makeFolder(path, like);
    },
    async copy(from, to) {
      step('open', true);
      await world.write(to, halfOf(await world.readBytes(from)));
      step('copyfile', true);
      await world.copy(from, to);
    },
    async move(from, to) {
      step('rename', false);
      await world.move(from, to);
    },
    async moveTogether(moves) {
      // A kill comes between two renames; a refusal has the world itself undo those before.
      if (fault.how !== 'dies') {
        step('rename', false);
        return world.moveTogether(moves);
      }
      for (const move of moves) {
        step('rename', false);
        await world.moveTogether([move]);
      }
    },
    async remove(path) {
      step('rm', false);
      await world.remove(path);
    },
    async removeOne(path) {
      step('unlink', false);
      await world.removeOne(path);
    },
    async flush(path) {
      step('fsync', false);
      await world.flush(path);
    },
  };
}
