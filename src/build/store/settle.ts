/** Layer 4. After the swap: what is not zonebrief's moves over, and the edition before is archived or goes. */
import { join } from 'node:path';
import { UsageError } from '../../diagnostic.js';
import type { World } from '../../world.js';
import { editionsFolder } from './editions.js';
import type { Journal } from './journal.js';
import { freeName } from './names.js';
import { backstageOf, type HeldStore } from './store.js';

/** Steps that take back what was done, last one first. */
export type Undo = (() => Promise<void>)[];

export async function rollBack(undo: Undo): Promise<void> {
  for (const step of undo.splice(0).reverse()) await step();
}

/** Empties `old` into the new edition and its archive. Each step is taken back by `undo`, in case a later one fails. */
export async function settle(world: World, store: HeldStore, journal: Journal, undo: Undo): Promise<void> {
  const { old, gone } = backstageOf(store);
  await carryOver(world, old, store.folder, new Set(journal.made), undo);
  if (journal.archive !== undefined && !(await isArchived(world, store, journal.archive)))
    return archive(world, store, journal.archive, undo);
  // A folder that held nothing may not be there (a world in memory has no empty ones).
  if ((await world.kindOf(old)) !== 'nothing') await world.move(old, `${gone}${world.token()}`);
}

/**
 * Moves all that is not in `made` from one folder into another. Nothing that stands there is overwritten: what has its
 * name gets a free one.
 */
export async function carryOver(
  world: World,
  from: string,
  to: string,
  made: ReadonlySet<string>,
  undo: Undo,
  below = '',
): Promise<void> {
  for (const name of await world.list(join(from, below))) {
    const path = below === '' ? name : `${below}/${name}`;
    if (made.has(path) || isOfNfs(name)) continue;
    const source = join(from, path);
    if (name.includes('\uFFFD') && (await world.kindOf(source)) === 'nothing')
      throw new UsageError(
        `a name in ${join(to, below)} is not written in UTF-8: ${name}`,
        'rename the file, or move it elsewhere, and run again',
      );
    const holdsMade = [...made].some((file) => file.startsWith(`${path}/`));
    const there = await world.kindOf(join(to, path));
    if (holdsMade || (there === 'folder' && (await world.kindOf(source)) === 'folder')) {
      await carryOver(world, from, to, made, undo, path);
      if (!holdsMade) await world.removeOne(source);
      continue;
    }
    const target = join(to, there === 'nothing' ? path : await freeName(world, [to], path));
    await world.move(source, target);
    undo.push(() => world.move(target, source));
  }
}

/** What a client of NFS makes of a file that is removed while it is open, until it is closed. */
const isOfNfs = (name: string): boolean => /^\.nfs[0-9a-f]{16,}$/.test(name);

/** Whether a run that was cut short has archived it already. */
async function isArchived(world: World, store: HeldStore, id: string): Promise<boolean> {
  const [there, here] = [join(editionsFolder(store), id), backstageOf(store).old].map((folder) =>
    join(folder, 'manifest.json'),
  ) as [string, string];
  if ((await world.kindOf(there)) !== 'file' || (await world.kindOf(here)) !== 'file') return false;
  return (await world.readText(there)) === (await world.readText(here));
}

/** One edition's archive never takes the place of another: where the name is taken, a number is added. */
async function archive(world: World, store: HeldStore, id: string, undo: Undo): Promise<void> {
  const { old, gone } = backstageOf(store);
  const editions = editionsFolder(store);
  let target = join(editions, id);
  for (let count = 2; (await world.kindOf(target)) !== 'nothing'; count += 1)
    target = join(editions, `${id}-${count}`);
  try {
    await world.move(old, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    // The archive is a link to another disk.
    const fresh = join(editions, `.arriving-${id}`);
    undo.push(() => world.remove(fresh));
    await world.remove(fresh);
    await copyFolder(world, old, fresh);
    await world.move(fresh, target);
    undo.push(() => world.remove(target));
    await world.move(old, `${gone}${world.token()}`);
  }
}

async function copyFolder(world: World, from: string, to: string): Promise<void> {
  await world.makeFolder(to, from);
  for (const name of await world.list(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if ((await world.kindOf(source)) === 'folder') await copyFolder(world, source, target);
    else {
      await world.copy(source, target);
      await world.flush(target);
    }
  }
}
