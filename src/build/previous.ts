/** Layer 4. The edition before: what the next one is compared with. */
import type { World } from '../world.js';
import type { Previous } from './edition.js';
import { parseManifest, readManifest } from './manifest.js';
import { currentManifest } from './store/current.js';
import { lastNumber, listEditions } from './store/editions.js';
import type { Store } from './store/store.js';

/**
 * Where the manifest in the folder is gone or cannot be understood, nothing is known of the files there: the newest edition
 * of the archive is the one before then, and all files are made anew.
 */
export async function previousEdition(world: World, store: Store): Promise<Previous> {
  const { manifest, fault } = await currentManifest(world, store, parseManifest);
  const archived = (date: string) => lastNumber(world, store, date);
  if (manifest) return { manifest, isCurrent: true, archived };
  const newest = (await listEditions(world, store)).at(-1);
  return {
    manifest: newest && (await readManifest(world, newest.manifest)),
    isCurrent: false,
    archived,
    fault,
  };
}
