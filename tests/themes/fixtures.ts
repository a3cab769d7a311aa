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

/** Signature, IHDR and IEND of a PNG file. */
export function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(45);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  bytes.set([0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44], 33);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
}
