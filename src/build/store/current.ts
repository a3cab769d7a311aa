/** Layer 4. The manifest of the edition that stands, and what became of its files. */
import { join } from 'node:path';
import { FindingsError } from '../../diagnostic.js';
import type { World } from '../../world.js';
import { sha256 } from '../inputs.js';
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

/** Whether a file can be opened as what its name says. Of other kinds, whether it holds anything. */
export async function isSound(name: string, bytes: Uint8Array): Promise<boolean> {
  if (!bytes.some((byte) => byte !== 0)) return false;
  const kind = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase();
  if (kind === 'pptx') return holdsPart(bytes, 'ppt/presentation.xml');
  if (kind === 'docx') return holdsPart(bytes, 'word/document.xml');
  if (kind === 'png') return ends(bytes, '\x89PNG\r\n\x1a\n', 'IEND', 12);
  if (kind === 'pdf') return ends(bytes, '%PDF-', '%%EOF', 1024);
  return true;
}

/** Every part is unpacked and held against its checksum. */
async function holdsPart(bytes: Uint8Array, part: string): Promise<boolean> {
  const { readPackage } = await import('../../ooxml/package.js');
  try {
    return readPackage(bytes).parts.has(part);
  } catch (error) {
    if (error instanceof FindingsError) return false;
    throw error;
  }
}

function ends(bytes: Uint8Array, first: string, last: string, within: number): boolean {
  const text = (part: Uint8Array): string => String.fromCharCode(...part);
  return text(bytes.subarray(0, first.length)) === first && text(bytes.subarray(-within)).includes(last);
}
