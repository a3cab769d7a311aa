/** Layer 0. Files in memory: absolute POSIX paths, no links, no empty folders. */
import { posix } from 'node:path';
import type { Files } from './files.js';

/** Most paths come as they are kept. */
const isKey = /^(?:\/(?!\.{1,2}(?:\/|$))[^/]+)+$/;
const key = (path: string): string => (isKey.test(path) ? path : posix.resolve('/', path));

const refusal = (code: string, what: string): Error => Object.assign(new Error(`${code}: ${what}`), { code });

export function memoryFiles(content: Record<string, string | Uint8Array>): Files & {
  readonly files: Map<string, Uint8Array>;
} {
  const encoder = new TextEncoder();
  const bytes = (value: string | Uint8Array): Uint8Array =>
    typeof value === 'string' ? encoder.encode(value) : value;
  const files = new Map(Object.entries(content).map(([path, value]) => [key(path), bytes(value)]));
  /** When a file was written, counted; set anew for a test that puts bytes into `files` itself. */
  const written = new Map<string, { readonly content: Uint8Array; readonly mark: string }>();
  let count = 0;
  const stampOf = (path: string): string => {
    const content = files.get(path) as Uint8Array;
    const known = written.get(path);
    if (known?.content === content) return known.mark;
    count += 1;
    written.set(path, { content, mark: `${count}` });
    return `${count}`;
  };
  const put = (path: string, value: Uint8Array, mark?: string): void => {
    count += 1;
    files.set(path, value);
    written.set(path, { content: value, mark: mark ?? `${count}` });
  };
  const read = (path: string): Uint8Array => {
    const found = files.get(key(path));
    if (!found) throw refusal('ENOENT', `no such file: ${path}`);
    return found;
  };
  const inside = (folder: string): string[] => {
    const start = folder === '/' ? '/' : `${folder}/`;
    return [...files.keys()].filter((path) => path.startsWith(start));
  };
  let temporary = 0;

  const world: Files = {
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
    stampOf: async (path) => (files.has(key(path)) ? stampOf(key(path)) : undefined),
    async write(path, value) {
      put(key(path), bytes(value));
    },
    async create(path) {
      if (files.has(key(path))) throw refusal('EEXIST', `there is a file already: ${path}`);
      put(key(path), new Uint8Array());
    },
    async touch(path, time) {
      put(key(path), read(path), `at ${time.toISOString()}`);
    },
    makeFolder: async () => undefined,
    async copy(from, to) {
      put(key(to), read(from), stampOf(key(from)));
    },
    async move(from, to) {
      const [source, target] = [key(from), key(to)];
      const moved = files.has(source) ? [source] : inside(source);
      if (moved.length === 0) throw refusal('ENOENT', `nothing at ${from}`);
      if (!files.has(source) && (files.has(target) || inside(target).length > 0))
        throw refusal('ENOTEMPTY', `${to} is there already`);
      for (const path of moved) {
        put(target + path.slice(source.length), files.get(path) as Uint8Array, stampOf(path));
        files.delete(path);
      }
    },
    async moveTogether(moves) {
      const done: (readonly [string, string])[] = [];
      try {
        for (const move of moves) {
          await world.move(...move);
          done.push(move);
        }
      } catch (error) {
        for (const [from, to] of done.reverse()) await world.move(to, from);
        throw error;
      }
    },
    async remove(path) {
      files.delete(key(path));
      for (const name of inside(key(path))) files.delete(name);
    },
    async removeOne(path) {
      if (inside(key(path)).length > 0) throw refusal('ENOTEMPTY', `${path} is not empty`);
      files.delete(key(path));
    },
    flush: async () => undefined,
    async makeTemporary(prefix) {
      temporary += 1;
      return `${prefix}${temporary}`;
    },
  };
  return { ...world, files };
}
