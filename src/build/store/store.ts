/** Layer 4. Where a zone's editions stand, and what lies backstage while they change. */
import { basename, dirname, join, resolve } from 'node:path';
import { UsageError } from '../../diagnostic.js';
import type { World } from '../../world.js';

export interface Store {
  readonly zone: string;
  /** The current edition; where the zone's folder is a link, what it leads to. */
  readonly folder: string;
  /** Beside it, on the same file system: lock, staging, journal, caches. */
  readonly backstage: string;
}

/** A store whose lock is held: only then does anything in it change. */
export interface HeldStore extends Store {
  /** The file that says so. */
  readonly claim: string;
}

const stage = '.zonebrief';

/**
 * @param out the output folder; need not be there
 * @throws {UsageError} where the zone's folder would be the one that all backstages are in
 */
export async function storeOf(world: World, out: string, zone: string): Promise<Store> {
  if (zone.toLowerCase() === stage)
    throw new UsageError(`"${zone}" is no name of a zone: the folder of that name is kept`, 'name it anew');
  const named = join(resolve(out), zone);
  const folder = (await isLink(world, named)) ? await world.realPath(named) : named;
  return { zone, folder, backstage: join(dirname(folder), stage, basename(folder)) };
}

/** Whether the folder itself is one; links above it are no matter. */
async function isLink(world: World, folder: string): Promise<boolean> {
  if ((await world.kindOf(folder)) !== 'folder') return false;
  return (await world.realPath(folder)) !== join(await world.realPath(dirname(folder)), basename(folder));
}

/** What may lie backstage while an edition changes. */
export const backstageOf = ({ backstage }: Store) => ({
  /** Claims on the lock. */
  claims: join(backstage, 'lock'),
  /** Prefix of the folder in which an edition is made. Each process has its own, even one that lost the lock. */
  making: join(backstage, 'making-'),
  /** The next edition, whole. */
  staging: join(backstage, 'new'),
  /** The edition before, between the swap and its archive. */
  old: join(backstage, 'old'),
  journal: join(backstage, 'journal.json'),
  /** Prefix of editions that were replaced and are being removed, each with its journal beside it, as .json. */
  gone: join(backstage, 'gone-'),
  /** Prefix of folders whose files are somebody's own and have to go into the zone's. */
  stray: join(backstage, 'stray-'),
});

/** Whether anything stands at a path. */
export const stands = async (world: World, path: string): Promise<boolean> =>
  (await world.kindOf(path)) !== 'nothing';

/** What lies backstage and has a path that begins so. */
export async function pathsLike(world: World, store: Store, prefix: string): Promise<string[]> {
  const names = await world.list(store.backstage);
  return names.map((name) => join(store.backstage, name)).filter((path) => path.startsWith(prefix));
}

/** @throws {UsageError} where the lock was lost: somebody removed it, or took it over while this process stood still */
export async function assertHeld(world: World, { claim, zone }: HeldStore): Promise<void> {
  if ((await world.kindOf(claim)) === 'file') return;
  throw new UsageError(
    `the lock of ${zone} was lost while it was held: ${claim} is gone`,
    'nothing was changed; run again, and remove locks only of builds that have ended',
  );
}
