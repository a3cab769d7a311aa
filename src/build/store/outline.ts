/**
 * Layer 4. As much of a manifest as moving folders needs: read without its schema, so that a store works with manifests of
 * any version and loads nothing but itself.
 */
import { join } from 'node:path';
import type { World } from '../../world.js';
import { sha256 } from '../inputs.js';

export interface Outline {
  /** Absent in manifests of versions that counted no editions. */
  readonly edition?: string | undefined;
  /** The edition before it. */
  readonly since?: string | undefined;
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
}

/** Plain names in a folder or one below: what was tampered with must not lead a removal elsewhere. */
export const isOutputPath = (path: unknown): path is string =>
  typeof path === 'string' && /^(?!\.)[^/\\]+(\/(?!\.)[^/\\]+)?$/.test(path);

/** @returns nothing where the text is no manifest */
export function outlineOf(text: string): Outline | undefined {
  try {
    const { zonebrief, edition, outputs } = JSON.parse(text);
    if (typeof zonebrief !== 'string' || !Array.isArray(outputs)) return undefined;
    const sound = outputs.every(
      (output) => isOutputPath(output?.path) && /^[0-9a-f]{64}$/.test(output?.sha256),
    );
    if (!sound) return undefined;
    const id = (value: unknown) => (typeof value === 'string' ? value : undefined);
    return { edition: id(edition?.id), since: id(edition?.since), outputs };
  } catch {
    return undefined;
  }
}

/** The outline of the edition in a folder. */
export async function outlineIn(world: World, folder: string): Promise<Outline | undefined> {
  const path = join(folder, 'manifest.json');
  return (await world.kindOf(path)) === 'file' ? outlineOf(await world.readText(path)) : undefined;
}

/** Whether a folder has every file of its manifest, each with the bytes it says. */
export async function isWhole(world: World, folder: string): Promise<boolean> {
  const outline = await outlineIn(world, folder);
  if (!outline) return false;
  for (const { path, sha256: hash } of outline.outputs) {
    const file = join(folder, path);
    if ((await world.kindOf(file)) !== 'file' || sha256(await world.readBytes(file)) !== hash) return false;
  }
  return true;
}
