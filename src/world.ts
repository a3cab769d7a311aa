/**
 * Layer 0. Everything outside the program behind one interface: files, clock, environment. Nothing else in `src/`
 * touches `node:fs`, `Date.now()` or `process.env` (held by a test), so tests run on a world in memory and the same
 * input gives the same bytes.
 */
import { mkdir, mkdtemp, readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, posix, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface World {
  /** @throws when there is no such file */
  readBytes(path: string): Promise<Uint8Array>;
  /** UTF-8 without byte order mark. @throws when there is no such file */
  readText(path: string): Promise<string>;
  /** What stands at a path, links followed. */
  kindOf(path: string): Promise<'file' | 'folder' | 'nothing'>;
  /** Names in a folder, sorted by code unit; empty where there is no folder. */
  list(path: string): Promise<string[]>;
  /** The path with all links resolved, for deciding whether it lies inside an allowed folder. */
  realPath(path: string): Promise<string>;
  /** Makes the folders on the way. */
  write(path: string, content: Uint8Array | string): Promise<void>;
  /** Moves a file or folder, in one step where the file system can. */
  move(from: string, to: string): Promise<void>;
  /** Removes a file or folder; no complaint where there is none. */
  remove(path: string): Promise<void>;
  /** A new empty folder whose path starts with `prefix`. */
  makeTemporary(prefix: string): Promise<string>;
  environment(name: string): string | undefined;
  now(): Date;
  /** Bundled assets (fonts, scaffold): the folder that holds `fonts/`, beside this file or in the package. */
  readonly assets: string;
}

/**
 * The folder and those above it that are missing. Not `mkdir` with `recursive`, which never returns where a folder exists
 * but takes no new ones and says ENOENT (`/proc` on Linux).
 */
async function makeFolders(path: string): Promise<void> {
  const isFolder = (): Promise<boolean> =>
    stat(path).then(
      (found) => found.isDirectory(),
      () => false,
    );
  if (await isFolder()) return;
  if (dirname(path) !== path) await makeFolders(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    // Another process may have been faster.
    if (!(await isFolder())) throw error;
  }
}

/** The machine itself. */
export function nodeWorld(): World {
  return {
    readBytes: async (path) => readFile(path),
    readText: async (path) => (await readFile(path, 'utf8')).replace(/^\uFEFF/, ''),
    async kindOf(path) {
      try {
        return (await stat(path)).isDirectory() ? 'folder' : 'file';
      } catch {
        return 'nothing';
      }
    },
    async list(path) {
      try {
        return (await readdir(path)).sort();
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (code === 'ENOENT' || code === 'ENOTDIR') return [];
        throw error;
      }
    },
    realPath: (path) => realpath(path),
    async write(path, content) {
      await makeFolders(dirname(path));
      await writeFile(path, content);
    },
    async move(from, to) {
      await makeFolders(dirname(to));
      await rename(from, to);
    },
    remove: (path) => rm(path, { recursive: true, force: true }),
    async makeTemporary(prefix) {
      await makeFolders(dirname(resolve(prefix)));
      return mkdtemp(prefix);
    },
    environment: (name) => process.env[name],
    now: () => new Date(),
    assets: dirname(fileURLToPath(import.meta.url)),
  };
}

export interface MemoryWorld extends World {
  readonly files: Map<string, Uint8Array>;
}

/** A world in memory for tests: absolute POSIX paths, no links, a clock that stands still. */
export function memoryWorld(
  content: Record<string, string | Uint8Array> = {},
  options: { now?: Date; environment?: Record<string, string>; assets?: string } = {},
): MemoryWorld {
  const encoder = new TextEncoder();
  const key = (path: string): string => posix.resolve('/', path);
  const bytes = (value: string | Uint8Array): Uint8Array =>
    typeof value === 'string' ? encoder.encode(value) : value;
  const files = new Map(Object.entries(content).map(([path, value]) => [key(path), bytes(value)]));
  let temporary = 0;
  const read = (path: string): Uint8Array => {
    const found = files.get(key(path));
    if (!found) throw Object.assign(new Error(`ENOENT: no such file: ${path}`), { code: 'ENOENT' });
    return found;
  };
  const inside = (folder: string): string[] =>
    [...files.keys()].filter((path) => path.startsWith(folder === '/' ? '/' : `${folder}/`));
  return {
    files,
    readBytes: async (path) => read(path),
    readText: async (path) => new TextDecoder().decode(read(path)),
    async kindOf(path) {
      if (files.has(key(path))) return 'file';
      return inside(key(path)).length > 0 ? 'folder' : 'nothing';
    },
    async list(path) {
      const folder = key(path);
      const depth = folder === '/' ? 1 : folder.length + 1;
      return [...new Set(inside(folder).map((name) => name.slice(depth).split('/')[0] as string))].sort();
    },
    realPath: async (path) => key(path),
    async write(path, value) {
      files.set(key(path), bytes(value));
    },
    async move(from, to) {
      const [source, target] = [key(from), key(to)];
      const moved = files.has(source) ? [source] : inside(source);
      if (moved.length === 0)
        throw Object.assign(new Error(`ENOENT: nothing at ${from}`), { code: 'ENOENT' });
      for (const path of moved) {
        files.set(target + path.slice(source.length), files.get(path) as Uint8Array);
        files.delete(path);
      }
    },
    async remove(path) {
      files.delete(key(path));
      for (const name of inside(key(path))) files.delete(name);
    },
    async makeTemporary(prefix) {
      temporary += 1;
      return `${prefix}${temporary}`;
    },
    environment: (name) => options.environment?.[name],
    now: () => options.now ?? new Date('2026-01-01T00:00:00Z'),
    assets: options.assets ?? join('/', 'assets'),
  };
}
