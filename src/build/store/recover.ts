/**
 * Layer 4. What a run that was cut short left behind: finished or undone. What stands where tells how far it came.
 *
 *     folder  new    old
 *     there   –      –      nothing to do
 *     there   there  –      cut short before the swap: `new` goes, as does a folder in which one was being made
 *     –       there  –      cut short before a first edition was in place: it takes its place
 *     –       there  there  cut short between the two renames: `new` takes its place, the rest moves over
 *     –       –      there  moving back was cut short: `old` goes back
 *     there   –      there  cut short after the swap: the rest moves over
 *     there   there  there  somebody made the folder between the two renames: what is in it moves along
 */
import { basename } from 'node:path';
import type { World } from '../../world.js';
import { clear } from './clear.js';
import { removeLeaving } from './editions.js';
import { freshHeld, release } from './held.js';
import { type Journal, readJournal } from './journal.js';
import { wasCutShort } from './leftovers.js';
import { isWhole, outlineIn } from './outline.js';
import { refusal } from './refusal.js';
import { rollBack, settle, type Undo } from './settle.js';
import { backstageOf, type HeldStore, pathsLike, stands } from './store.js';

/**
 * To be called first thing under the lock.
 * @returns what was done, in words
 * @throws {UsageError} when the folder cannot be written; both editions are whole then, and one is in its place
 */
export async function recover(world: World, store: HeldStore): Promise<readonly string[]> {
  const undo: Undo = [];
  try {
    await removeLeaving(world, store);
    if (!wasCutShort(await world.list(store.backstage))) return [];
    const { making, staging, old, gone } = backstageOf(store);
    const begun = await pathsLike(world, store, making);
    for (const folder of begun) await world.remove(folder);
    const journal = await readJournal(world, store);
    const done: string[] = [];
    if (await stands(world, old)) done.push(await finish(world, store, journal, undo));
    else if (!(await stands(world, store.folder)) && (await isWhole(world, staging))) {
      await world.moveTogether([[staging, store.folder]]);
      done.push(await inPlace(world, store));
    } else if (begun.length > 0 || (await stands(world, staging)))
      done.push('removed the beginnings of an edition');
    const rest = await pathsLike(world, store, gone);
    await world.remove(staging);
    await world.removeOne(freshHeld(store));
    const cleared = await clear(world, store);
    if (done.length === 0 && rest.length > 0 && cleared) done.push('removed the rest of what was replaced');
    return done;
  } catch (error) {
    // Where even that fails, the next run finds the two folders as they are.
    await rollBack(undo).catch(() => undefined);
    throw refusal(error, store);
  }
}

async function finish(world: World, store: HeldStore, journal: Journal, undo: Undo): Promise<string> {
  const { staging, old, stray } = backstageOf(store);
  const { folder } = store;
  const there = await stands(world, folder);
  // Once the swap is done, `new` is gone; before, what stands in the folder's place is somebody's.
  const swapped = there && !(await stands(world, staging));
  if (there && !swapped) await world.moveTogether([[folder, `${stray}${world.token()}`]]);
  if (!swapped && !(await isWhole(world, staging))) {
    await world.moveTogether([[old, folder]]);
    return `put ${await nameOf(world, folder)} back in its place`;
  }
  if (!swapped) {
    await world.moveTogether([[staging, folder]]);
    undo.push(() =>
      world.moveTogether([
        [folder, staging],
        [old, folder],
      ]),
    );
  }
  // After an earlier run's swap only what is moved now is moved back: what that run moved over must not come into `new`.
  await settle(world, store, journal, undo);
  // From here on nothing is taken back.
  undo.splice(0);
  return inPlace(world, store);
}

async function inPlace(world: World, store: HeldStore): Promise<string> {
  await release(world, store);
  return `finished putting ${await nameOf(world, store.folder)} in place, which had been cut short`;
}

async function nameOf(world: World, folder: string): Promise<string> {
  const edition = (await outlineIn(world, folder))?.edition;
  return edition === undefined ? `the files of ${basename(folder)}` : `edition ${edition}`;
}
