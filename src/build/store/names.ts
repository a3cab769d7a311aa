/** Layer 4. Names for what must not take the place of something else. */
import { join } from 'node:path';
import type { World } from '../../world.js';

/**
 * The path with `.edited` before its extension, numbered where that is taken in one of the folders:
 * briefing.en.pptx → briefing.en.edited.pptx, briefing.en.edited-2.pptx
 */
export async function freeName(world: World, folders: readonly string[], path: string): Promise<string> {
  const [, stem = path, extension = ''] = /^(.*[^/])(\.[^./]+)$/.exec(path) ?? [];
  for (let count = 1; ; count += 1) {
    const name = `${stem}.edited${count === 1 ? '' : `-${count}`}${extension}`;
    const kinds = await Promise.all(folders.map((folder) => world.kindOf(join(folder, name))));
    if (kinds.every((kind) => kind === 'nothing')) return name;
  }
}
