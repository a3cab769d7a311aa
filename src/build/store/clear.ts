/** Layer 4. What is left of editions that were replaced. */
import { join } from 'node:path';
import type { World } from '../../world.js';
import { readMade, removeJournal } from './journal.js';
import { outlineIn } from './outline.js';
import { carryOver } from './settle.js';
import { backstageOf, type HeldStore, pathsLike, stands } from './store.js';

/**
 * Once nothing can be taken back any more: removes what was replaced, and the journal. A file that somebody has open still
 * (Windows, NFS) keeps its folder until a later run, with the journal beside it, and is no fault.
 * @returns whether nothing is left
 */
export async function clear(world: World, store: HeldStore): Promise<boolean> {
  const { gone, stray, journal } = backstageOf(store);
  let left = false;
  const each = async (prefix: string, work: (path: string) => Promise<void>): Promise<void> => {
    for (const path of await pathsLike(world, store, prefix))
      await work(path).catch(() => {
        left = true;
      });
  };
  await each(stray, (folder) => carryAll(world, store, folder));
  await each(gone, async (folder) => {
    if (folder.endsWith('.json')) return;
    const list = `${folder}.json`;
    if (!(await stands(world, list)) && (await stands(world, journal))) await world.move(journal, list);
    await removeEdition(world, store, folder, (await readMade(world, list)) ?? []);
  });
  await each(gone, async (list) => {
    if (!(await stands(world, list.replace(/\.json$/, '')))) await world.removeOne(list);
  });
  if (!left) await removeJournal(world, store);
  return !left;
}

async function removeEdition(
  world: World,
  store: HeldStore,
  folder: string,
  made: readonly string[],
): Promise<void> {
  const listed = (await outlineIn(world, folder))?.outputs.map(({ path }) => path) ?? [];
  const files = new Set([...made, ...listed].filter((path) => path !== 'manifest.json'));
  const folders = new Set([...files].flatMap((path) => path.split('/').slice(0, -1)));
  for (const path of [...files, ...folders, 'manifest.json']) await removeIfEmpty(world, join(folder, path));
  // What was saved into the folder while it was on its way out.
  await carryAll(world, store, folder);
}

async function carryAll(world: World, store: HeldStore, from: string): Promise<void> {
  await carryOver(world, from, store.folder, new Set(), []);
  await world.removeOne(from);
}

/** A file, or a folder that has nothing in it. */
async function removeIfEmpty(world: World, path: string): Promise<void> {
  try {
    await world.removeOne(path);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
