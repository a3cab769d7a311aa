/** Layer 4. Earlier editions: which there are, and which go. */
import { join } from 'node:path';
import type { World } from '../../world.js';
import { sha256 } from '../inputs.js';
import { outlineIn } from './outline.js';
import type { HeldStore, Store } from './store.js';

export interface ArchivedEdition {
  /** 2026-01-19.1 */
  readonly id: string;
  /** ISO */
  readonly date: string;
  readonly number: number;
  readonly folder: string;
  /** Path of its manifest. */
  readonly manifest: string;
  /** Id of the edition before it, which may be gone. */
  readonly since?: string | undefined;
}

/** How many earlier editions are kept, and for how many days before the current one's date; left out: without limit. */
export interface Retention {
  readonly keep?: number | undefined;
  readonly days?: number | undefined;
}

export const editionsFolder = ({ folder }: Store): string => join(folder, 'editions');

/** @returns nothing where the name is none of an edition */
export function readEditionId(id: string): { date: string; number: number } | undefined {
  const [, date, number] = /^(\d{4}-\d\d-\d\d)\.(\d{1,6})$/.exec(id) ?? [];
  return date === undefined ? undefined : { date, number: Number(number) };
}

/**
 * The earlier editions in the order in which they were made, the first one first: folders of an edition's name whose
 * manifest says that they are it. Reads every manifest that there is.
 */
export async function listEditions(world: World, store: Store): Promise<ArchivedEdition[]> {
  const editions: ArchivedEdition[] = [];
  for (const id of await world.list(editionsFolder(store))) {
    const edition = await editionNamed(world, store, id);
    if (edition) editions.push(edition);
  }
  return inTurn(
    editions.sort((a, b) => (a.date === b.date ? a.number - b.number : a.date < b.date ? -1 : 1)),
  );
}

/** The highest number of an earlier edition of a date; 0 where there is none. Reads as few manifests as tell it. */
export async function lastNumber(world: World, store: Store, date: string): Promise<number> {
  const ids = (await world.list(editionsFolder(store))).filter((id) => readEditionId(id)?.date === date);
  const number = (id: string): number => readEditionId(id)?.number ?? 0;
  for (const id of ids.sort((a, b) => number(b) - number(a))) {
    const edition = await editionNamed(world, store, id);
    if (edition) return edition.number;
  }
  return 0;
}

async function editionNamed(world: World, store: Store, id: string): Promise<ArchivedEdition | undefined> {
  const named = readEditionId(id);
  if (!named) return undefined;
  const folder = join(editionsFolder(store), id);
  const outline = await outlineIn(world, folder);
  if (!outline || (outline.edition !== undefined && outline.edition !== id)) return undefined;
  return { id, ...named, folder, manifest: join(folder, 'manifest.json'), since: outline.since };
}

/** After the one before it, though a source's date was corrected to an earlier one meanwhile; else by date and number. */
function inTurn(editions: readonly ArchivedEdition[]): ArchivedEdition[] {
  const byId = new Map(editions.map((edition) => [edition.id, edition]));
  const ordered = new Set<ArchivedEdition>();
  for (const edition of editions) {
    const line = new Set<ArchivedEdition>();
    let next: ArchivedEdition | undefined = edition;
    // Manifests that were tampered with may lead in a circle.
    while (next && !ordered.has(next) && !line.has(next)) {
      line.add(next);
      next = next.since === undefined ? undefined : byId.get(next.since);
    }
    for (const one of [...line].reverse()) ordered.add(one);
  }
  return [...ordered];
}

/**
 * Removes the editions that are beyond what is kept, each in one step. One stays, however old, with a file in it that its
 * manifest does not list or that was changed since: somebody put it there.
 * @param date of the current edition; no clock decides
 * @returns the ids of those removed
 */
export async function retire(
  world: World,
  store: HeldStore,
  { keep = Number.POSITIVE_INFINITY, days = Number.POSITIVE_INFINITY }: Retention,
  date: string,
): Promise<string[]> {
  const isLimited = keep < Number.POSITIVE_INFINITY || days < Number.POSITIVE_INFINITY;
  const editions = isLimited ? (await listEditions(world, store)).reverse() : [];
  const ageOf = (edition: ArchivedEdition): number =>
    (Date.parse(date) - Date.parse(edition.date)) / 86_400_000;
  const beyond = editions.filter((edition, index) => index >= keep || ageOf(edition) > days);
  const removed: string[] = [];
  for (const { id, folder } of beyond) {
    try {
      if (!(await holdsOnlyItself(world, folder))) continue;
      // Within the folder, which may be a link to another disk. A run that is killed here leaves it for the next.
      await world.move(folder, join(editionsFolder(store), `${leaving}${id}`));
      removed.push(id);
    } catch {
      // Open in PowerPoint: it goes with a later edition.
    }
  }
  await removeLeaving(world, store);
  return removed;
}

const leaving = '.leaving-';

/** Removes editions that were on their way out; what is open elsewhere stays until a later run. */
export async function removeLeaving(world: World, store: HeldStore): Promise<void> {
  for (const name of await world.list(editionsFolder(store)))
    if (name.startsWith(leaving) && readEditionId(name.slice(leaving.length)))
      await world.remove(join(editionsFolder(store), name)).catch(() => undefined);
}

/** A file of it that is missing does not matter. */
async function holdsOnlyItself(world: World, folder: string): Promise<boolean> {
  const hashes = new Map((await outlineIn(world, folder))?.outputs.map(({ path, sha256 }) => [path, sha256]));
  const folders = new Set([...hashes.keys()].flatMap((path) => path.split('/').slice(0, -1)));
  for (const name of await world.list(folder)) {
    const below = folders.has(name) ? await world.list(join(folder, name)) : [];
    for (const path of folders.has(name) ? below.map((file) => `${name}/${file}`) : [name]) {
      if (path === 'manifest.json') continue;
      const file = join(folder, path);
      if ((await world.kindOf(file)) !== 'file') return false;
      if (sha256(await world.readBytes(file)) !== hashes.get(path)) return false;
    }
  }
  return true;
}
