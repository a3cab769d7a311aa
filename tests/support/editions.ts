/** Small editions of text files, and what stands where after they were published. */
import { join } from 'node:path';
import { sha256 } from '../../src/build/inputs.js';
import { withLock } from '../../src/build/store/lock.js';
import type { Publication, Published } from '../../src/build/store/publication.js';
import { publish } from '../../src/build/store/publish.js';
import { recover } from '../../src/build/store/recover.js';
import { type Store, storeOf } from '../../src/build/store/store.js';
import type { World } from '../../src/world.js';

/** Texts by path below a folder. */
export type Files = Readonly<Record<string, string>>;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

export function manifestOf(id: string, outputs: Files, since?: string): string {
  const list = Object.entries(outputs).map(([path, text]) => ({ path, sha256: sha256(encode(text)) }));
  return JSON.stringify({ zonebrief: '1.0.0', edition: { id, since }, outputs: list });
}

/** The files of an edition with their manifest. */
export const edition = (id: string, outputs: Files, since?: string): Files => ({
  ...outputs,
  'manifest.json': manifestOf(id, outputs, since),
});

/** @param keep names of those whose content is not given: what stands there is taken */
export function publication(
  id: string,
  outputs: Files,
  rest: Partial<Publication> & { keep?: readonly string[] } = {},
): Publication {
  const { keep = [], ...options } = rest;
  return {
    outputs: Object.entries(outputs).map(([name, text]) => ({
      name,
      content: keep.includes(name) ? ('keep' as const) : encode(text),
    })),
    manifest: manifestOf(id, outputs),
    ...options,
  };
}

/** As a build does it: under the lock, after putting right what an earlier run left. */
export async function publishIn(
  world: World,
  out: string,
  wanted: Publication,
  zone = 'zone',
): Promise<Published> {
  const store = await storeOf(world, out, zone);
  return withLock(world, store, { waitMs: 0 }, async (held) => {
    await recover(world, held);
    return publish(world, held, wanted);
  });
}

/** What a later run does first. */
export async function recoverIn(world: World, out: string, zone = 'zone'): Promise<readonly string[]> {
  const store: Store = await storeOf(world, out, zone);
  return withLock(world, store, { waitMs: 0 }, (held) => recover(world, held));
}

/** The same files, seen from a process that runs when all others have ended. */
export function laterProcess(world: World): World {
  const self = { ...world.self(), pid: 4242 };
  return { ...world, self: () => self, isAlive: (pid) => pid === self.pid };
}

export async function put(world: World, folder: string, files: Files, below = ''): Promise<void> {
  for (const [path, text] of Object.entries(files)) await world.write(join(folder, below, path), text);
}

/** All files in a folder, and in those in it. */
export async function filesIn(world: World, folder: string, below = ''): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of await world.list(join(folder, below))) {
    const path = below === '' ? name : `${below}/${name}`;
    if ((await world.kindOf(join(folder, path))) === 'folder')
      Object.assign(found, await filesIn(world, folder, path));
    else found[path] = await world.readText(join(folder, path));
  }
  return found;
}

/** The same, with the folder's name before each path. */
export const under = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
