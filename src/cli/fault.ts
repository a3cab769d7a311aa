/** Layer 6. What the operating system refuses, in words that say what to do. */
import { UsageError } from '../diagnostic.js';

const reasons: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  EACCES: ['permission is missing', 'ask for permission to read and write there, or use another folder'],
  EPERM: ['permission is missing', 'close the file in other programs, or use another folder'],
  EBUSY: ['another program is using it', 'close it there and run again'],
  EROFS: ['the disk is read-only', 'use a folder on another disk'],
  ENOSPC: ['the disk is full', 'make room on the disk and run again'],
  EDQUOT: ['the disk is full', 'make room on the disk and run again'],
  EISDIR: ['it is a folder, and a file is needed', 'rename or remove the folder'],
  ENOTDIR: ['a part of the path is a file, and a folder is needed', 'check the path'],
  EEXIST: ['something of that name is there already', 'use another name'],
  ENOENT: ['there is no such file or folder', 'check the path'],
  ENAMETOOLONG: ['the name is too long', 'use a shorter name'],
  ELOOP: ['its links lead in a circle', 'replace the link by the file'],
  EMFILE: ['too many files are open', 'close other programs and run again'],
};

/** A fault of the file system as a person is told it; undefined for every other error. */
export function plainFault(error: unknown): UsageError | undefined {
  const { code, path, syscall } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  const reason = code === undefined || syscall === undefined ? undefined : reasons[code];
  if (!reason) return undefined;
  const doing = /^(open|read|scandir|stat|lstat|realpath|access)$/.test(syscall ?? '') ? 'read' : 'written';
  return new UsageError(`${path ?? 'a file'} cannot be ${doing}: ${reason[0]} (${code})`, reason[1]);
}
