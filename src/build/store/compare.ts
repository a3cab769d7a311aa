/** Layer 4. What is to be published against what stands in the folder. */
import { join } from 'node:path';
import { UsageError } from '../../diagnostic.js';
import type { World } from '../../world.js';
import { sha256 } from '../inputs.js';
import { freeName } from './names.js';
import { isOutputPath, outlineIn } from './outline.js';
import type { Publication } from './publication.js';
import { isSound } from './sound.js';
import type { Store } from './store.js';

export interface Comparison {
  /** To be written, by name. */
  readonly fresh: ReadonlyMap<string, Uint8Array>;
  /** To be taken over from the folder: outputs that come out the same, or that are kept. */
  readonly same: readonly string[];
  /** Copies that are kept of what somebody changed: name of the copy by that of the file. */
  readonly copies: ReadonlyMap<string, string>;
  /** The files in the folder that are not carried over. */
  readonly made: readonly string[];
  /** Their stamps: a file whose stamp differs after the swap was saved in between. */
  readonly stamps: ReadonlyMap<string, string>;
}

/**
 * Bytes that zonebrief did not make are never lost: a file that was edited keeps its place, or a copy of it is kept, or
 * nothing is published. Only what cannot be opened any more goes.
 * @returns nothing where the folder is as it is to be
 */
export async function compare(
  world: World,
  store: Store,
  { outputs, manifest, keepCopies = [] }: Publication,
): Promise<Comparison | undefined> {
  checkNames(outputs.map(({ name }) => name));
  const { folder } = store;
  const wanted = new Map<string, Uint8Array | 'keep'>(outputs.map(({ name, content }) => [name, content]));
  wanted.set('manifest.json', new TextEncoder().encode(manifest));
  const known = new Map((await outlineIn(world, folder))?.outputs.map(({ path, sha256 }) => [path, sha256]));
  const fresh = new Map<string, Uint8Array>();
  const same: string[] = [];
  const copies = new Map<string, string>();
  const made: string[] = [];
  const stamps = new Map<string, string>();

  for (const name of wanted.keys()) await checkPlace(world, folder, name);
  const names = [...new Set([...wanted.keys(), ...known.keys()])];
  // Read side by side: one after the other, most of the time is spent waiting.
  const found = await Promise.all(
    names.map(async (name) => [name, await standingAt(world, join(folder, name), known.get(name))] as const),
  );
  for (const [name, standing] of found) {
    const path = join(folder, name);
    const content = wanted.get(name);
    if (!standing) {
      if (content === 'keep') throw changedMeanwhile(path, 'is gone');
      if (content !== undefined) fresh.set(name, content);
      continue;
    }
    const { stamp, hash } = standing;
    const ours = name === 'manifest.json' || standing.ours;
    // Made before and no more, and edited: from now on it is somebody's own file.
    if (content === undefined && !ours) continue;
    made.push(name);
    stamps.set(name, stamp);
    if (content === undefined) continue;
    if (content === 'keep' || sha256(content) === hash) {
      same.push(name);
      continue;
    }
    fresh.set(name, content);
    if (ours) continue;
    if (known.has(name) && !keepCopies.includes(name)) throw changedMeanwhile(path, 'was edited');
    copies.set(name, await freeName(world, [folder], name));
  }
  const stale = made.some((name) => !wanted.has(name));
  return fresh.size > 0 || stale ? { fresh, same, copies, made, stamps } : undefined;
}

/** The stamp is of before it was read. @returns nothing where there is no file */
async function standingAt(world: World, path: string, made: string | undefined) {
  const stamp = await world.stampOf(path);
  if (stamp === undefined || (await world.kindOf(path)) !== 'file') return undefined;
  const content = await world.readBytes(path);
  const hash = sha256(content);
  return { stamp, hash, ours: made === hash || !(await isSound(path, content)) };
}

export const changedMeanwhile = (path: string, what: string): UsageError =>
  new UsageError(`${path} ${what} while the edition was being made`, 'nothing was changed; run again');

function checkNames(names: readonly string[]): void {
  const seen = new Map<string, string>([
    ['manifest.json', 'manifest.json'],
    ['held.md', 'held.md'],
  ]);
  for (const name of names) {
    const twin = seen.get(name.toLowerCase());
    if (isOutputPath(name) && twin === undefined && !/^editions(\/|$)/i.test(name)) {
      seen.set(name.toLowerCase(), name);
      continue;
    }
    throw new UsageError(
      twin === undefined
        ? `${name} is no name that a file may have there`
        : `${name} and ${twin} cannot stand in one folder on every file system`,
      'give the language or chart that it is named after another id',
    );
  }
}

/** What stands in the way of a file is not ours to take away. */
async function checkPlace(world: World, folder: string, name: string): Promise<void> {
  const [parent] = name.includes('/') ? name.split('/') : [];
  for (const [path, wrong, what] of [
    [join(folder, name), 'folder', 'a folder, and a file'],
    [join(folder, parent ?? ''), 'file', 'a file, and a folder'],
  ] as const) {
    if ((await world.kindOf(path)) !== wrong) continue;
    throw new UsageError(
      `${path} is ${what} of that name is to be written`,
      `rename or remove the ${wrong}, or name another output folder with --out`,
    );
  }
}
