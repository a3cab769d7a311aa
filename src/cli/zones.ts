/** Layer 6. Which zones a command is about. */
import { join } from 'node:path';
import { UsageError } from '../diagnostic.js';
import { nearest } from '../facts/spelling.js';
import type { World } from '../world.js';

/**
 * Names of the folders under `data/` that hold a zone.yaml, or facts: those are zones too, and reading them says what
 * is missing. A hidden folder is none: that is where programs and people put things aside.
 */
export async function zonesIn(world: World, root: string): Promise<string[]> {
  const names: string[] = [];
  for (const name of await world.list(join(root, 'data'))) {
    if (name.startsWith('.')) continue;
    const folder = join(root, 'data', name);
    for (const sign of ['zone.yaml', 'facts']) {
      if ((await world.kindOf(join(folder, sign))) === 'nothing') continue;
      names.push(name);
      break;
    }
  }
  return names;
}

/**
 * The zones named, each once; all there are when none is named. `data/x/` stands for `x`.
 * @throws {UsageError} when there is no zone, or none of a name given
 */
export async function chooseZones(world: World, root: string, wanted: readonly string[]): Promise<string[]> {
  const there = await zonesIn(world, root);
  if (there.length === 0) {
    throw new UsageError(
      `no zone in ${join(root, 'data')}: expected data/<zone>/zone.yaml`,
      'call it in the folder that holds data/ and templates/, name that folder with --root, or begin with: zonebrief init my-briefing',
    );
  }
  if (wanted.length === 0) return there;
  const names = wanted.map((name) => name.replace(/^(\.?[\\/])?data[\\/]/, '').replace(/[\\/]+$/, ''));
  for (const name of names) {
    if (there.includes(name)) continue;
    const meant = there.find((known) => name.length > 2 && known.startsWith(name)) ?? nearest(name, there);
    throw new UsageError(
      `no zone "${name}"; there ${there.length === 1 ? 'is' : 'are'}: ${there.join(', ')}`,
      meant ? `did you mean ${meant}?` : undefined,
    );
  }
  return [...new Set(names)];
}
