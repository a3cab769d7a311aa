/** Layer 4. All files of a build into their folder, or none: staged beside it, moved into place, moved back on a fault. */
import { dirname, join } from 'node:path';
import { UsageError } from '../diagnostic.js';
import type { World } from '../world.js';
import { sha256 } from './inputs.js';
import { type Manifest, type Output, readManifest } from './manifest.js';

export interface Written {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  /** Other bytes than before, or not there before. A file that is the same is not touched. */
  readonly changed: boolean;
}

/**
 * Writes `outputs` and manifest.json into `folder`. Files that an earlier build made (its manifest lists them) and this
 * one does not are removed; what else lies in the folder stays.
 * @throws {UsageError} when the folder cannot be written; all is then as it was
 */
export async function writeOutputs(
  world: World,
  folder: string,
  outputs: readonly Output[],
  manifest: Manifest,
): Promise<Written[]> {
  const manifestPath = join(folder, 'manifest.json');
  const files = new Map(outputs.map(({ name, content }) => [name, content]));
  files.set('manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`));
  const earlier = await readManifest(world, manifestPath);
  const stale: string[] = [];
  for (const { path } of earlier?.outputs ?? [])
    if (!files.has(path) && (await world.kindOf(join(folder, path))) === 'file') stale.push(path);
  const changed = new Set<string>();
  for (const [name, content] of files)
    if (!(await isThere(world, join(folder, name), content))) changed.add(name);
  // A folder in the place of a file is not ours to take away.
  for (const name of changed) {
    if ((await world.kindOf(join(folder, name))) !== 'folder') continue;
    throw new UsageError(
      `${join(folder, name)} is a folder, and a file of that name is to be written`,
      'rename or remove the folder, or name another output folder with --out',
    );
  }

  if (changed.size > 0 || stale.length > 0) {
    await inOneGo(world, folder, async (staging, undo) => {
      const [fresh, old] = [join(staging, 'new'), join(staging, 'old')];
      for (const name of changed) await world.write(join(fresh, name), files.get(name) as Uint8Array);
      const put = async (from: string, to: string): Promise<void> => {
        await world.move(from, to);
        undo.push(() => world.move(to, from));
      };
      // The manifest moves last: it never speaks of files that are not in place.
      for (const name of [...stale, ...changed]) {
        if ((await world.kindOf(join(folder, name))) !== 'nothing')
          await put(join(folder, name), join(old, name));
        if (changed.has(name)) await put(join(fresh, name), join(folder, name));
      }
    });
  }
  return [...files].map(([name, content]) => ({
    name,
    path: join(folder, name),
    bytes: content.length,
    changed: changed.has(name),
  }));
}

async function isThere(world: World, path: string, content: Uint8Array): Promise<boolean> {
  return (await world.kindOf(path)) === 'file' && sha256(await world.readBytes(path)) === sha256(content);
}

type Undo = (() => Promise<void>)[];

async function inOneGo(
  world: World,
  folder: string,
  work: (staging: string, undo: Undo) => Promise<void>,
): Promise<void> {
  let staging: string | undefined;
  const undo: Undo = [];
  try {
    // Beside the folder, so that moving is renaming.
    staging = await world.makeTemporary(join(dirname(folder), '.zonebrief-'));
    await work(staging, undo);
  } catch (error) {
    for (const step of undo.reverse()) await step();
    const { code, message, syscall } = error as NodeJS.ErrnoException;
    // Windows says EPERM of a file that is open elsewhere.
    const open = code === 'EBUSY' || (code === 'EPERM' && syscall !== 'mkdir' && syscall !== 'mkdtemp');
    throw new UsageError(
      `the files could not be written into ${folder}: ${message}`,
      open
        ? 'close them in PowerPoint or Word and run again'
        : 'check that the folder may be written, or name another with --out',
    );
  } finally {
    if (staging !== undefined) await world.remove(staging);
  }
}
