/** Layer 4. What the file system refuses while an edition is put in place, in words that say what to do. */
import { UsageError } from '../../diagnostic.js';
import type { Store } from './store.js';

const inTheWay = 'a file or a link that leads nowhere stands where a folder is to be: rename or remove it';
const hints: Readonly<Record<string, string>> = {
  ENOSPC: 'make room on the disk and run again',
  EDQUOT: 'make room on the disk and run again',
  EROFS: 'the disk is read-only: name a folder on another with --out',
  EACCES: 'check that the folder may be written, or name another with --out',
  ENOTDIR: inTheWay,
  EEXIST: inTheWay,
  EXDEV: 'part of it lies on another disk: name the folder above it with --out, or move it to one disk',
};
const open =
  'close them in PowerPoint, Word and the file manager, and run again; where the folder is a mount point, mount the one above it instead';

/** The fault as a `UsageError`; what is none of the file system's stays as it is. */
export function refusal(error: unknown, { folder }: Store): unknown {
  const { code, message, syscall } = error as NodeJS.ErrnoException;
  if (typeof code !== 'string') return error;
  // Windows says EPERM of a file that is open elsewhere; others of a folder that may not be written.
  const inUse = code === 'EBUSY' || (code === 'EPERM' && syscall === 'rename');
  return new UsageError(
    `the files could not be written into ${folder}: ${message}`,
    inUse ? open : (hints[code] ?? (hints.EACCES as string)),
  );
}
