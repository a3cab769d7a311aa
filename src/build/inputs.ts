/** Layer 4. What a build reads, noted while it reads: what it was made from cannot be forgotten that way. */
import { createHash } from 'node:crypto';
import { isAbsolute, relative, sep } from 'node:path';
import type { World } from '../world.js';
import { checksum, checksumOfNames } from './checksum.js';

/** A file under the root, as the manifest names it: relative, with forward slashes. */
export interface InputFile {
  readonly path: string;
  readonly sha256: string;
}

/** All that was asked of the world, with its answers, by absolute path. */
export interface Seen {
  /** Checksum of each file read. */
  readonly files: Readonly<Record<string, string>>;
  /** Of folders whose names were listed: `checksumOfNames`. */
  readonly lists: Readonly<Record<string, string>>;
  /** What was looked for, there or not. */
  readonly kinds: Readonly<Record<string, 'file' | 'folder' | 'nothing'>>;
  /** Where links lead. */
  readonly realPaths: Readonly<Record<string, string>>;
  /** null: not set. */
  readonly environment: Readonly<Record<string, string | null>>;
}

export interface Recording {
  readonly world: World;
  /** The files read under the root's data/ and templates/, sorted. */
  inputs(): InputFile[];
  /** Undefined where something was another at a second look: the files were being changed meanwhile. */
  seen(): Seen | undefined;
}

export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The path as the manifest prints it, or nothing where it lies outside the root. */
export function pathUnder(root: string, path: string): string | undefined {
  const below = relative(root, path);
  return below === '' || below.startsWith('..') || isAbsolute(below) ? undefined : below.split(sep).join('/');
}

/**
 * The same world, keeping a note of what it is asked. Fonts and other parts of the program are no inputs, even where they
 * lie in the same folder: the program's hash stands for them.
 * @param backstage of the zone, left out where nothing of it is read: what is cached there decides on nothing
 */
export function recordingWorld(world: World, root: string, backstage?: string): Recording {
  const notes = {
    files: new Map<string, string>(),
    checksums: new Map<string, string>(),
    lists: new Map<string, string>(),
    kinds: new Map<string, 'file' | 'folder' | 'nothing'>(),
    realPaths: new Map<string, string>(),
    environment: new Map<string, string | null>(),
  };
  let steady = true;
  const note = <Answer>(of: Map<string, Answer>, key: string, answer: Answer): void => {
    if (key.startsWith(`${world.assets}/fonts`)) return;
    if (backstage !== undefined && pathUnder(backstage, key) !== undefined) return;
    if (of.has(key) && of.get(key) !== answer) steady = false;
    of.set(key, answer);
  };
  const read = async (path: string): Promise<Uint8Array> => {
    const content = await world.readBytes(path);
    note(notes.files, path, sha256(content));
    note(notes.checksums, path, checksum(content));
    return content;
  };
  return {
    world: {
      ...world,
      readBytes: read,
      // By way of the bytes, so that a byte order mark counts in the hash; TextDecoder leaves it out of the text.
      readText: async (path) => new TextDecoder().decode(await read(path)),
      async list(path) {
        const names = await world.list(path);
        note(notes.lists, path, checksumOfNames(names));
        return names;
      },
      async kindOf(path) {
        const kind = await world.kindOf(path);
        note(notes.kinds, path, kind);
        return kind;
      },
      async realPath(path) {
        const real = await world.realPath(path);
        note(notes.realPaths, path, real);
        return real;
      },
      environment(name) {
        const value = world.environment(name);
        note(notes.environment, name, value ?? null);
        return value;
      },
    },
    inputs: () =>
      [...notes.files]
        .flatMap(([path, hash]) => {
          const name = pathUnder(root, path);
          return name !== undefined && /^(data|templates)\//.test(name) ? [{ path: name, sha256: hash }] : [];
        })
        .sort((a, b) => (a.path < b.path ? -1 : 1)),
    seen: () => {
      if (!steady) return undefined;
      const { checksums, kinds, ...rest } = notes;
      return {
        files: Object.fromEntries(checksums),
        // A file that is read is one.
        kinds: Object.fromEntries([...kinds].filter(([path]) => !checksums.has(path))),
        lists: Object.fromEntries(rest.lists),
        realPaths: Object.fromEntries(rest.realPaths),
        environment: Object.fromEntries(rest.environment),
      };
    },
  };
}
