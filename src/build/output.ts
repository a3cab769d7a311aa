/** Layer 4. A file of an edition: as it is to be, as it stands there already, as it was made. */
import type { Diagnostic } from '../diagnostic.js';
import type { FactId } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import type { Kind } from './manifest.js';

/** What is known of a file before it is made. */
export interface OutputInfo {
  /** Below the zone's output folder, with forward slashes: charts/fund-structure.en.png */
  readonly name: string;
  /** Whose edition it is of; undefined of what is made anew with every edition. */
  readonly kind?: Kind | undefined;
  /** The facts it prints, and the parts of derived ones. */
  readonly facts: readonly FactId[];
  /** Of decks and summaries, which can be made a PDF of: their language, the first of two. */
  readonly language?: LanguageTag | undefined;
  /** See keys.ts. */
  readonly key?: string | undefined;
  /** Paths of the files that decide it. */
  readonly inputs: readonly string[];
}

/** One file that was made. */
export interface Output extends OutputInfo {
  readonly content: Uint8Array;
  readonly warnings?: readonly Diagnostic[] | undefined;
}

/** One that stands there as it would be made. */
export interface KeptOutput extends OutputInfo {
  readonly sha256: string;
  readonly bytes: number;
  readonly warnings?: readonly Diagnostic[] | undefined;
  read(): Promise<Uint8Array>;
}

/** @returns nothing where the file has to be made */
export type Keep = (name: string, key: string) => Promise<Omit<KeptOutput, keyof OutputInfo> | undefined>;

/** Without the documents, which nothing needs once the file is made. */
export function infoOf({ name, kind, facts, language, key, inputs }: OutputInfo): OutputInfo {
  return { name, kind, facts, language, key, inputs };
}

export const byName = (a: { readonly name: string }, b: { readonly name: string }): number =>
  a.name < b.name ? -1 : 1;
