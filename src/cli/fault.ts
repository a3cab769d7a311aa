/** Layer 6. What went wrong: between threads, and what the operating system refuses, in words that say what to do. */
import { type Diagnostic, FindingsError, UsageError } from '../diagnostic.js';

/** An error as it can be sent between threads. */
export interface Fault {
  readonly message: string;
  readonly hint?: string | undefined;
  /** Wrong use or the machine; else it is the program. */
  readonly usage: boolean;
  readonly diagnostics?: readonly Diagnostic[] | undefined;
  readonly stack?: string | undefined;
}

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

export function faultOf(thrown: unknown): Fault {
  const error = replacedFault(thrown) ?? plainFault(thrown) ?? thrown;
  if (!(error instanceof Error)) return { message: String(error), usage: false };
  return {
    message: error.message,
    usage: error instanceof UsageError,
    ...(error instanceof UsageError && error.hint !== undefined && { hint: error.hint }),
    ...(error instanceof FindingsError && { diagnostics: error.diagnostics }),
    ...(error.stack !== undefined && { stack: error.stack }),
  };
}

/** Parts are loaded when they are needed: those of a program that was updated meanwhile are not there any more. */
function replacedFault(thrown: unknown): UsageError | undefined {
  if ((thrown as NodeJS.ErrnoException | undefined)?.code !== 'MODULE_NOT_FOUND') return undefined;
  return new UsageError('the program was replaced while it ran', 'end it, and start it again');
}

/** As it was thrown, for those who handle it where it was not. */
export function errorOf({ message, hint, usage, diagnostics, stack }: Fault): Error {
  if (diagnostics) return new FindingsError(diagnostics);
  if (usage) return new UsageError(message, hint);
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
