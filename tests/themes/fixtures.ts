/** The two themes that are shipped, and a world to load themes in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Theme } from '../../src/document/theme.js';
import { loadTheme } from '../../src/themes/load.js';
import { type MemoryWorld, memoryWorld } from '../../src/world.js';
import { repository } from '../support/sample.js';

export const shipped = (name: string): string =>
  readFileSync(join(repository, 'templates', 'themes', `${name}.yaml`), 'utf8');
export const quiet = parse(shipped('quiet')) as Theme;

/** @param files by path; `/t/theme.yaml` is the theme */
export function themeWorld(files: Record<string, string | Uint8Array>): MemoryWorld {
  return memoryWorld({
    '/templates/themes/quiet.yaml': shipped('quiet'),
    '/templates/themes/bold.yaml': shipped('bold'),
    ...files,
  });
}

export const load = (files: Record<string, string | Uint8Array>, choice = '/t/theme.yaml') =>
  loadTheme(themeWorld(files), { choice, shelves: ['/templates/themes'] });
