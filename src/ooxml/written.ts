/**
 * Layer 1. A file just written, with the trees that it was written from: the linter goes over these, where reading the
 * bytes again would give the same trees.
 */
import type { LintedPages } from './lint/file.js';
import { writePackage } from './package.js';
import type { Parts } from './parts.js';
import { type CheckedEntry, packChecked } from './zip.js';

export interface WrittenFile {
  readonly bytes: Uint8Array;
  /** As `new Parts(readPackage(bytes))` would read them. */
  readonly parts: Parts;
  /** The parts as they stand in the file. */
  readonly entries: ReadonlyMap<string, CheckedEntry>;
  /** Pages that were looked through while they were written, one by one; left out: none. */
  readonly linted?: LintedPages | undefined;
}

/**
 * The parts as a file. Same parts and date, same bytes.
 * @param date ISO 8601, a day or an instant; the time of every entry
 */
export function writeParts(parts: Parts, date: string, linted?: LintedPages): WrittenFile {
  const written = parts.written();
  const entries = new Map(
    written
      .names()
      .map((name) => [name, written.packed(name) ?? packChecked(name, written.bytes(name))] as const),
  );
  return { bytes: writePackage({ parts: entries }, { date }), parts: written, entries, linted };
}
