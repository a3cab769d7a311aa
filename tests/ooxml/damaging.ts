/** Packages of which one part is missing or other. */
import { writePackage } from '../../src/ooxml/package.js';
import { listZip, type PackedEntry } from '../../src/ooxml/zip.js';

export interface Damaging {
  readonly names: readonly string[];
  without(name: string): Uint8Array;
  replacing(name: string, content: Uint8Array): Uint8Array;
}

/** All parts but one stay packed as they are: packing them takes longer than most that is done with the package. */
export function damaging(bytes: Uint8Array): Damaging {
  const parts = new Map<string, Uint8Array | PackedEntry>(listZip(bytes));
  const write = (damaged: typeof parts): Uint8Array =>
    writePackage({ parts: damaged }, { date: '2026-01-19' });
  return {
    names: [...parts.keys()],
    without: (name) => write(new Map([...parts].filter(([other]) => other !== name))),
    replacing: (name, content) => write(new Map(parts).set(name, content)),
  };
}
