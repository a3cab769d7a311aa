/** Layer 4. What a build reads, noted while it reads: the manifest's inputs cannot be forgotten that way. */
import { createHash } from 'node:crypto';
import { isAbsolute, relative, sep } from 'node:path';
import type { World } from '../world.js';

/** A file under the root, as the manifest names it: relative, with forward slashes. */
export interface InputFile {
  readonly path: string;
  readonly sha256: string;
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The path as the manifest prints it, or nothing where it lies outside the root. */
export function pathUnder(root: string, path: string): string | undefined {
  const below = relative(root, path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? undefined : below.split(sep).join('/');
}

/**
 * The same world, keeping a note of each file read under the root's data/ and templates/. Fonts and other parts of the
 * program are no inputs, even where they lie in the same folder: the version stands for them.
 */
export function recordingWorld(world: World, root: string): { world: World; inputs: () => InputFile[] } {
  const read = new Map<string, string>();
  const note = (path: string, content: Uint8Array): Uint8Array => {
    const name = pathUnder(root, path);
    if (name !== undefined && /^(data|templates)\//.test(name)) read.set(name, sha256(content));
    return content;
  };
  return {
    world: {
      ...world,
      readBytes: async (path) => note(path, await world.readBytes(path)),
      // By way of the bytes, so that a byte order mark counts in the hash; TextDecoder leaves it out of the text.
      readText: async (path) => new TextDecoder().decode(note(path, await world.readBytes(path))),
    },
    inputs: () =>
      [...read].map(([path, hash]) => ({ path, sha256: hash })).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}
