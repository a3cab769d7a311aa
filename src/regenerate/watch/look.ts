/**
 * Layer 5. Looking whether a build is out of date.
 *
 * The rules of its cache. A file is read and hashed where the look is a thorough one, as after an event. Else what it held
 * at the last look is believed while its stamp (size, time, inode) is the same as at the two looks before: at one look
 * alone, a file could have been written again within the same tick of the file system's clock. The cache is as long as the
 * list of the last answers, and lives as long as the watcher.
 */
import { dirname, join } from 'node:path';
import type { World } from '../../world.js';
import { type Answer, ask, holdsSomething } from './answers.js';

interface Held {
  readonly stamp: string;
  readonly hash: string;
  /** Seen with this stamp at an earlier look, too. */
  readonly settled: boolean;
}

export class Look {
  private readonly world: World;
  private held = new Map<string, Held>();

  constructor(world: World) {
    this.world = world;
  }

  /**
   * @param thorough reads every file, whatever its stamp says
   * @returns paths whose answers are others now, sorted, each once; of a folder whose names are others, those names
   */
  async changedSince(answers: readonly Answer[], thorough: boolean): Promise<string[]> {
    const changed = new Set<string>();
    const folders = new Map<string, string>();
    for (const { question, path, answer } of answers) {
      const now =
        question === 'content' ? await this.contentOf(path, thorough) : await ask(this.world, question, path);
      if (now === answer) continue;
      if (question !== 'names') changed.add(path);
      else {
        const names = differingNames(path, answer, now);
        for (const name of names) changed.add(name);
        if (names.length === 0) folders.set(path, path);
      }
    }
    // A folder is named where nothing in it tells more.
    for (const folder of folders.keys())
      if (![...changed].some((path) => dirname(path) === folder)) changed.add(folder);
    return [...changed].sort();
  }

  /** Forgets files that no build reads any more. */
  keepOnly(paths: ReadonlySet<string>): void {
    this.held = new Map([...this.held].filter(([path]) => paths.has(path)));
  }

  private async contentOf(path: string, thorough: boolean): Promise<string> {
    const stamp = await this.world.stampOf(path).catch(() => undefined);
    const held = this.held.get(path);
    if (!thorough && held?.settled && held.stamp === stamp) return held.hash;
    const hash = await ask(this.world, 'content', path);
    if (stamp === undefined) this.held.delete(path);
    else this.held.set(path, { stamp, hash, settled: held?.stamp === stamp && held.hash === hash });
    return hash;
  }
}

/**
 * What was found, with what stands at each path, to be compared with another look.
 * @returns `isOneFile`: all that changed is one file, and it holds something
 */
export async function standing(
  world: World,
  found: ReadonlyMap<string, readonly string[]>,
): Promise<{ text: string; isOneFile: boolean }> {
  const paths = [...new Set([...found.values()].flat())];
  const hashes = await Promise.all(paths.map((path) => ask(world, 'content', path)));
  const holding = hashes.filter((hash) => holdsSomething(hash));
  return {
    text: JSON.stringify([[...found], hashes]),
    isOneFile: paths.length === 1 && holding.length === 1,
  };
}

function differingNames(folder: string, before: string, now: string): string[] {
  const [old, fresh] = [before, now].map((names) => names.split('/').filter(Boolean));
  const onlyIn = (names: string[] = [], others: string[] = []) =>
    names.filter((name) => !others.includes(name));
  return [...onlyIn(old, fresh), ...onlyIn(fresh, old)].map((name) => join(folder, name));
}
