/** Layer 4. The files of the edition that stands: which are as they were made, and which somebody edited. */
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic.js';
import type { World } from '../world.js';
import type { Previous } from './edition.js';
import { sha256 } from './inputs.js';
import type { Made } from './make.js';
import type { OutputEntry } from './manifest.js';
import type { Keep, KeptOutput } from './output.js';
import { type OutputState, outputState } from './store/current.js';
import type { Store } from './store/store.js';

export interface Standing {
  /** Which files need not be made; undefined where that is none. */
  readonly keep: Keep | undefined;
  /** Names of the files that were edited since they were made. */
  readonly edited: readonly string[];
  /** Keeps the edited files that came out as they were made before: there is nothing to replace them with. */
  spare(made: Made): Made;
}

export interface StandingOptions {
  readonly force?: boolean | undefined;
  readonly overwrite?: boolean | undefined;
}

export async function standingFiles(
  world: World,
  { folder }: Store,
  { manifest, isCurrent }: Previous,
  { force, overwrite }: StandingOptions,
): Promise<Standing> {
  const found = async (entry: OutputEntry): Promise<[string, { entry: OutputEntry; state: OutputState }]> => {
    const state = await outputState(world, join(folder, entry.path), entry.sha256);
    return [entry.path, { entry, state }];
  };
  const files = new Map(await Promise.all(isCurrent && manifest ? manifest.outputs.map(found) : []));
  const edited = [...files].filter(([, { state }]) => state === 'edited').map(([name]) => name);
  const read = (name: string) => world.readBytes(join(folder, name));
  const keep: Keep = async (name, key) => {
    const file = files.get(name);
    if (!file || file.entry.key !== key) return undefined;
    if (file.state !== 'intact' && (file.state !== 'edited' || overwrite)) return undefined;
    const { sha256: hash, warnings } = file.entry;
    return { sha256: hash, bytes: (await read(name)).length, warnings, read: () => read(name) };
  };
  return {
    keep: files.size > 0 && !force ? keep : undefined,
    edited,
    spare(made) {
      if (overwrite) return made;
      const kept: KeptOutput[] = [];
      const outputs = made.outputs.filter(({ content, ...info }) => {
        const file = files.get(info.name);
        const same = file?.state === 'edited' && file.entry.sha256 === sha256(content);
        if (same)
          kept.push({
            ...info,
            sha256: file.entry.sha256,
            bytes: content.length,
            read: () => read(info.name),
          });
        return !same;
      });
      return kept.length > 0 ? { ...made, outputs, kept: [...made.kept, ...kept] } : made;
    },
  };
}

/** What is to be said of files that were edited: an error where one would be replaced, a warning where it is kept. */
export function editedFindings(
  edited: readonly string[],
  { outputs, kept }: Made,
  folder: string,
  overwrite: boolean | undefined,
): Diagnostic[] {
  return edited.flatMap((name): Diagnostic[] => {
    const about = {
      code: 'build/edited-by-hand',
      at: { file: join(folder, name) },
      expected: 'the file as zonebrief made it',
    };
    if (kept.some((file) => file.name === name))
      return [
        {
          ...about,
          severity: 'warning',
          message: `${name} was edited since it was made; nothing in it would come out otherwise, so it stays as it is`,
          hint: 'put what was edited into facts or templates; --overwrite makes the file again and keeps the edited one beside it',
        },
      ];
    if (overwrite || !outputs.some((file) => file.name === name)) return [];
    return [
      {
        ...about,
        severity: 'error',
        message: `${name} was edited since it was made, and would be replaced`,
        hint: 'put what was edited into facts or templates, then build with --overwrite: the edited file is kept beside the new one',
      },
    ];
  });
}
