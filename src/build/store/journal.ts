/** Layer 4. What a swap that is under way has to do, for the next run to finish should this one be cut short. */
import type { World } from '../../world.js';
import { readEditionId } from './editions.js';
import { isOutputPath, outlineIn } from './outline.js';
import { backstageOf, type Store } from './store.js';

export interface Journal {
  /** The files of the folder's old edition that are zonebrief's; all else in it is somebody's own and moves along. */
  readonly made: readonly string[];
  /** The id that the old edition is archived under; left out: it is replaced. */
  readonly archive?: string | undefined;
}

const format = 1;

export async function writeJournal(world: World, store: Store, journal: Journal): Promise<void> {
  const { journal: path } = backstageOf(store);
  const fresh = `${path}.new`;
  await world.write(fresh, `${JSON.stringify({ format, ...journal }, null, 2)}\n`);
  await world.flush(fresh);
  await world.move(fresh, path);
  await world.flush(store.backstage);
}

export async function removeJournal(world: World, store: Store): Promise<void> {
  const { journal } = backstageOf(store);
  await world.removeOne(journal);
  await world.removeOne(`${journal}.new`);
}

/** The files that a journal lists; nothing where it is gone or damaged. */
export async function readMade(world: World, path: string): Promise<Journal['made'] | undefined> {
  return (await world.kindOf(path)) === 'file' ? parse(await world.readText(path))?.made : undefined;
}

/** The journal; where it is gone or damaged, what the manifests of the two editions tell. */
export async function readJournal(world: World, store: Store): Promise<Journal> {
  const { journal, old, staging } = backstageOf(store);
  if ((await world.kindOf(journal)) === 'file') {
    const read = parse(await world.readText(journal));
    if (read) return read;
  }
  const before = await outlineIn(world, old);
  const after = (await outlineIn(world, store.folder)) ?? (await outlineIn(world, staging));
  const { edition } = before ?? {};
  const archive = edition !== undefined && readEditionId(edition) && edition !== after?.edition;
  return {
    made: before ? [...before.outputs.map(({ path }) => path), 'manifest.json'] : [],
    ...(archive && { archive: edition }),
  };
}

/** Checked like a stranger's: it leads to removals. */
function parse(text: string): Journal | undefined {
  try {
    const { format: found, made, archive } = JSON.parse(text);
    if (found !== format || !Array.isArray(made) || !made.every(isOutputPath)) return undefined;
    if (archive !== undefined && !readEditionId(archive)) return undefined;
    return { made, ...(archive !== undefined && { archive }) };
  } catch {
    return undefined;
  }
}
