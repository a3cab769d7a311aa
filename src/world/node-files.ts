/** Layer 0. The machine's files. */
import { constants, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import {
  chmod,
  chown,
  copyFile,
  lstat,
  mkdir,
  mkdtemp,
  open,
  realpath,
  rm,
  rmdir,
  stat,
  unlink,
  utimes,
} from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Files } from './files.js';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

/**
 * The folder and those above it that are missing. Not `mkdir` with `recursive`, which never returns where a folder exists
 * but takes no new ones and says ENOENT (`/proc` on Linux).
 */
async function makeFolders(path: string): Promise<void> {
  const isFolder = (): boolean => {
    try {
      return statSync(path).isDirectory();
    } catch {
      return false;
    }
  };
  if (isFolder()) return;
  if (dirname(path) !== path) await makeFolders(dirname(path));
  try {
    await mkdir(path);
  } catch (error) {
    // Another process may have been faster.
    if (!isFolder()) throw error;
  }
}

/**
 * On Windows a virus scanner or an indexer has files open for moments, and a rename is refused meanwhile; elsewhere a
 * refusal is final.
 */
async function patiently(work: () => void | Promise<void>): Promise<void> {
  for (const pause of process.platform === 'win32' ? [20, 80, 200, 400] : []) {
    try {
      return await work();
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error) ?? '')) throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return work();
}

function moveAll(moves: readonly (readonly [from: string, to: string])[]): void {
  const done: (readonly [string, string])[] = [];
  try {
    for (const move of moves) {
      renameSync(...move);
      done.push(move);
    }
  } catch (error) {
    for (const [from, to] of done.reverse()) renameSync(to, from);
    throw error;
  }
}

/**
 * In the midst of its microsecond: Node takes times as floating seconds, which are a quarter of that apart and are cut off,
 * so that at its edge a copy of a copy would drift away.
 */
const inSeconds = (nanoseconds: bigint): number => (Number(nanoseconds / 1000n) + 0.5) / 1e6;

async function makeLike(path: string, like: string): Promise<void> {
  const model = await stat(like).catch(() => undefined);
  if (!model) return;
  const made = await stat(path);
  // What the file system does not have (Windows, network shares) or does not grant is no fault.
  if (made.uid !== model.uid || made.gid !== model.gid)
    await chown(path, model.uid, model.gid).catch(() => undefined);
  // After the owner, since a new one clears bits of the mode.
  await chmod(path, model.mode & 0o7777).catch(() => undefined);
}

/**
 * What is asked hundreds of times in a build is asked at once: on its way through Node's threads and back, each answer took the
 * processor ten times as long as the system needs for it. What a disk may take its time for, or many files, is awaited.
 */
export function nodeFiles(): Files {
  return {
    readBytes: async (path) => readFileSync(path),
    readText: async (path) => readFileSync(path, 'utf8').replace(/^\uFEFF/, ''),
    async kindOf(path) {
      try {
        const found = statSync(path, { throwIfNoEntry: false });
        if (!found) return 'nothing';
        // Who read a pipe would wait for a writer that never comes.
        return found.isDirectory() ? 'folder' : found.isFile() ? 'file' : 'nothing';
      } catch {
        return 'nothing';
      }
    },
    async list(path) {
      try {
        return readdirSync(path).sort();
      } catch (error) {
        if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
        throw error;
      }
    },
    realPath: (path) => realpath(path),
    async stampOf(path) {
      try {
        const found = statSync(path, { bigint: true, throwIfNoEntry: false });
        return found && `${found.size}-${found.mtimeNs}-${found.ino}`;
      } catch {
        return undefined;
      }
    },
    async write(path, content) {
      await makeFolders(dirname(path));
      writeFileSync(path, content);
    },
    async create(path) {
      await makeFolders(dirname(path));
      writeFileSync(path, '', { flag: 'wx' });
    },
    touch: (path, time) => utimes(path, time, time),
    async makeFolder(path, like) {
      await makeFolders(path);
      if (like !== undefined) await makeLike(path, like);
    },
    async copy(from, to) {
      await makeFolders(dirname(to));
      const { atimeNs, mtimeNs } = await stat(from, { bigint: true });
      // Where the file system can, the copy shares its blocks until one of the two is written to.
      await copyFile(from, to, constants.COPYFILE_FICLONE);
      await utimes(to, inSeconds(atimeNs), inSeconds(mtimeNs));
    },
    async move(from, to) {
      await makeFolders(dirname(to));
      await patiently(() => renameSync(from, to));
    },
    moveTogether: (moves) => patiently(() => moveAll(moves)),
    remove: (path) => rm(path, { recursive: true, force: true }),
    async removeOne(path) {
      try {
        await ((await lstat(path)).isDirectory() ? rmdir(path) : unlink(path));
      } catch (error) {
        if (codeOf(error) !== 'ENOENT') throw error;
      }
    },
    async flush(path) {
      // Windows flushes only what is open for writing, and no folders.
      const file = await open(path, process.platform === 'win32' ? 'r+' : 'r').catch(() => undefined);
      try {
        await file?.sync();
      } catch (error) {
        if (!['EINVAL', 'ENOTSUP', 'EPERM', 'EISDIR', 'EBADF'].includes(codeOf(error) ?? '')) throw error;
      } finally {
        await file?.close();
      }
    },
    async makeTemporary(prefix) {
      await makeFolders(dirname(resolve(prefix)));
      return mkdtemp(prefix);
    },
  };
}
