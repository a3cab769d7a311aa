import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type MemoryWorld, memoryWorld } from '../../src/world.js';
import { repository } from './sample.js';

/** The repository's data and templates, to be edited in memory. */
export function sampleWorld(): MemoryWorld {
  const files = ['data', 'templates'].flatMap((folder) =>
    readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return memoryWorld(
    Object.fromEntries(files.map((path) => [`/${relative(repository, path)}`, readFileSync(path)])),
    { assets: join(repository, 'src') },
  );
}
