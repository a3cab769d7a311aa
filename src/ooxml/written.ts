/**
 * Layer 1. A file just written, with the trees that it was written from: the linter goes over these, where reading the
 * bytes again would give the same trees.
 */
import { writePackage } from './package.js';
import type { Parts } from './parts.js';

export interface WrittenFile {
  readonly bytes: Uint8Array;
  /** As `new Parts(readPackage(bytes))` would read them. */
  readonly parts: Parts;
}

/**
 * The parts as a file. Same parts and date, same bytes.
 * @param date ISO 8601, a day or an instant; the time of every entry
 */
export function writeParts(parts: Parts, date: string): WrittenFile {
  const written = parts.written();
  return { bytes: writePackage(written.toPackage(), { date }), parts: written };
}
