/** The example zone with its template and the fonts, in memory: a whole root that a test may change before it builds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MemoryWorld, memoryWorld } from '../../src/world.js';
import { repository } from './sample.js';

export const exampleZone = 'example-zone';

function filesUnder(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(repository.length));
}

const content = new Map(
  ['data/example-zone', 'data/schema', 'templates/starter-briefing', 'templates/themes', 'src/fonts']
    .flatMap(filesUnder)
    .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(repository, path))]),
);

/** @param changes texts by path, such as `/data/example-zone/zone.yaml`; a function is given the text that stands there */
export function exampleWorld(
  changes: Record<string, string | ((text: string) => string)> = {},
  environment: Record<string, string> = {},
): MemoryWorld {
  const files: Record<string, string | Uint8Array> = Object.fromEntries(content);
  for (const [path, change] of Object.entries(changes)) {
    const before = content.get(path)?.toString('utf8') ?? '';
    const after = typeof change === 'string' ? change : change(before);
    if (typeof change === 'function' && after === before)
      throw new Error(`the change of ${path} changes nothing`);
    files[path] = after;
  }
  return memoryWorld(files, { environment, assets: '/src' });
}
