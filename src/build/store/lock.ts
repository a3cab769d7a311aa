/**
 * Layer 4. One build at a time in a store.
 *
 * Whoever wants the lock puts a file of a name of its own into backstage/lock/, and then looks: alone there, it holds the
 * lock; else it takes its file away and waits. Of two, the later sees the earlier, so never do both hold it. A claim is
 * left behind by a process that was killed: it counts no more when its process is gone from this machine, or when it has
 * not been touched for half a minute of the waiting process's own time. Nobody compares clocks. Since no two claims have
 * one name, taking a dead one away can never hit a live one.
 */
import { join } from 'node:path';
import { UsageError } from '../../diagnostic.js';
import type { World } from '../../world.js';
import { refusal } from './refusal.js';
import { claimName, type Holder, pollMs, type Rival, Rivals } from './rivals.js';
import { backstageOf, type HeldStore, type Store } from './store.js';

export interface LockOptions {
  /** How long to wait for another build; left out: two minutes. */
  readonly waitMs?: number | undefined;
  /** Told once, when waiting begins. */
  readonly onWait?: ((holder: Holder) => void) | undefined;
}

const beatMs = 2000;
/**
 * Does the work while no other build of the zone runs.
 * @throws {UsageError} when another build still runs after `waitMs`, and when the folder cannot be written
 */
export async function withLock<T>(
  world: World,
  store: Store,
  options: LockOptions,
  work: (held: HeldStore) => Promise<T>,
): Promise<T> {
  const { claim, ending } = await acquire(world, store, options).catch((error) => {
    throw refusal(error, store);
  });
  let beats = 0;
  let beating: Promise<void> | undefined;
  const stop = world.every(beatMs, () => {
    beats += 1;
    // A time that counts beats, no clock's. A claim that is gone stays gone: `assertHeld` says so in time.
    beating = world.touch(claim, beatTime(beats)).catch(() => undefined);
  });
  try {
    return await work({ ...store, claim });
  } finally {
    stop();
    await beating;
    // One that cannot be removed is dead as soon as this process is.
    await world.removeOne(claim).catch(() => undefined);
    ending();
  }
}

/** Ten seconds apart, since some file systems count times in twos. */
const beatTime = (beats: number): Date => new Date(Date.UTC(2000, 0, 1) + beats * 10_000);

interface Claim {
  readonly claim: string;
  /** Has it no longer removed when a signal ends the process. */
  readonly ending: () => void;
}

async function acquire(world: World, store: Store, options: LockOptions): Promise<Claim> {
  const { waitMs = 120_000, onWait } = options;
  const { claims } = backstageOf(store);
  const observed = new Rivals(world, claims);
  const began = world.elapsed();
  let told = false;
  for (;;) {
    const token = world.token();
    let rival = await observed.first();
    if (!rival) {
      const name = claimName(world, token);
      const claim = join(claims, name);
      const ending = world.removeWhenEnded(claim);
      const withdraw = async (): Promise<void> => {
        await world.removeOne(claim);
        ending();
      };
      try {
        await world.create(claim);
        rival = await observed.first(name);
      } catch (error) {
        await withdraw().catch(() => undefined);
        throw error;
      }
      if (!rival) return { claim, ending };
      await withdraw();
    }
    if (!told) onWait?.(rival.holder);
    told = true;
    if (world.elapsed() - began >= waitMs) throw taken(store, rival);
    // Two that met do not meet again at once.
    await world.wait(pollMs + (Number.parseInt(token.slice(-2), 16) % pollMs));
  }
}

function taken(store: Store, { holder, path }: Rival): UsageError {
  const where = holder.here ? 'on this machine' : `on ${holder.host}`;
  return new UsageError(
    `${store.zone} is being built by process ${holder.pid} ${where}`,
    `wait until it has ended and run again; if no zonebrief runs there, remove ${path}`,
  );
}
