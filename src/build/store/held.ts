/** Layer 4. held.md: why the edition that would follow is held back. There only while it is. */
import { join } from 'node:path';
import type { World } from '../../world.js';
import { refusal } from './refusal.js';
import { assertHeld, type HeldStore, type Store } from './store.js';

export const heldFile = ({ folder }: Store): string => join(folder, 'held.md');

/** It, until it is whole. */
export const freshHeld = ({ backstage }: Store): string => join(backstage, 'held.md.new');

/**
 * Writes it in one step; not at all where it says the same already.
 * @returns its path
 * @throws {UsageError} when it cannot be written
 */
export async function hold(world: World, store: HeldStore, text: string): Promise<string> {
  const path = heldFile(store);
  const fresh = freshHeld(store);
  try {
    await assertHeld(world, store);
    if ((await world.kindOf(path)) === 'file' && (await world.readText(path)) === text) return path;
    await world.write(fresh, text);
    await world.move(fresh, path);
    return path;
  } catch (error) {
    await world.removeOne(fresh).catch(() => undefined);
    throw refusal(error, store);
  }
}

/** @throws {UsageError} when it cannot be removed */
export async function release(world: World, store: HeldStore): Promise<void> {
  try {
    if ((await world.kindOf(heldFile(store))) === 'file') await world.removeOne(heldFile(store));
  } catch (error) {
    throw refusal(error, store);
  }
}
