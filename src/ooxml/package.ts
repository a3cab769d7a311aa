/** Layer 1. A package: what a .pptx, .docx or .xlsx holds, part by part (ECMA-376 part 2). */
import { type PackedEntry, readZip, writeZip, type ZipLimits } from './zip.js';

/** Part names have no leading slash: `ppt/slides/slide1.xml`. */
export interface Package {
  readonly parts: Map<string, Uint8Array>;
}

/** The parts of a file as the libraries make them, before anything is packed: XML as text. */
export interface LoosePackage {
  readonly parts: ReadonlyMap<string, Uint8Array | string>;
}

export const contentTypesPart = '[Content_Types].xml';

/**
 * @throws {FindingsError} `ooxml/not-a-zip`, `ooxml/zip-too-large`, `ooxml/zip-corrupt`; sizes are checked before
 * anything is unpacked
 */
export function readPackage(bytes: Uint8Array, limits?: ZipLimits): Package {
  return { parts: readZip(bytes, limits) };
}

/** What readers look for first comes first; the rest in code-unit order. */
function rank(name: string): number {
  if (name === contentTypesPart) return 0;
  return name === '_rels/.rels' ? 1 : 2;
}

/**
 * The package as a file. Same parts and date, same bytes.
 * @param options.date ISO 8601, a day or an instant; the time of every entry
 */
export function writePackage(
  pkg: { readonly parts: ReadonlyMap<string, Uint8Array | PackedEntry> },
  options: { readonly date: string },
): Uint8Array {
  const entries = [...pkg.parts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
  return writeZip(entries, new Date(options.date));
}
