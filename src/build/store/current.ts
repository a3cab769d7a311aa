/** Layer 4. The manifest of the edition that stands, and what became of its files. */
import { join } from 'node:path';
import type { World } from '../../world.js';
import { sha256 } from '../inputs.js';
import { isSound } from './sound.js';
import type { Store } from './store.js';

/**
 * @param parse throws where the text is no manifest
 * @returns `fault`: there is a manifest, and it cannot be understood; all is to be built anew then, and what was before is
 * to be had from the newest archived edition
 */
export async function currentManifest<T>(
  world: World,
  store: Store,
  parse: (text: string) => T,
): Promise<{ manifest?: T; fault?: string }> {
  const path = join(store.folder, 'manifest.json');
  if ((await world.kindOf(path)) !== 'file') return {};
  try {
    return { manifest: parse(await world.readText(path)) };
  } catch (error) {
    const first = error instanceof SyntaxError ? error.message : 'it is not as zonebrief writes it';
    return { fault: `${path} cannot be understood: ${first}` };
  }
}

/**
 * `edited`: other bytes than those it was made with, and still a file of its kind. `damaged`: it cannot be opened, is cut
 * off or empty. A folder in its place counts as `missing`.
 */
export type OutputState = 'intact' | 'edited' | 'damaged' | 'missing';

export async function outputState(world: World, path: string, hash: string): Promise<OutputState> {
  if ((await world.kindOf(path)) !== 'file') return 'missing';
  const bytes = await world.readBytes(path);
  if (sha256(bytes) === hash) return 'intact';
  return (await isSound(path, bytes)) ? 'edited' : 'damaged';
}
