/** Layer 4. Evidence against facts and against copies of the sources, with the languages' readers. */
import type { Diagnostic } from '../diagnostic.js';
import type { Ledger } from '../facts/fact.js';
import { readFigure, readFigures } from '../language/read.js';
import { languageTags } from '../language/registry.js';
import { type Memory, recall } from '../memory.js';
import { type CopyOptions, type FoundBy, readCopies } from '../sources/copies.js';
import { type UnusedFigure, unusedFigures } from '../sources/coverage.js';
import { lookUp } from '../sources/lookup.js';
import { readBack } from '../sources/read-back.js';
import type { FigureReader } from '../sources/reader.js';
import type { World } from '../world.js';

/** What was made of a source that has a copy at hand. */
export interface SourceReport {
  readonly id: string;
  readonly file: string;
  /** How the file was found to be its copy. */
  readonly by: FoundBy;
  /** How many entries of evidence were found in it, at their locators. */
  readonly found: number;
  /** Its figures that no fact uses; only where coverage was asked for. */
  readonly unused?: readonly UnusedFigure[];
}

const known = new Set(languageTags());
const readerWith = (memory: Memory | undefined): FigureReader => ({
  knows: (language) => known.has(language),
  readOne: (phrase, language) =>
    recall(
      memory,
      'figure',
      () => `${language} ${phrase}`,
      () => readFigure(phrase, language),
    ),
  readAll: readFigures,
});

/** @throws {UsageError} when the folder given for the copies is none */
export async function checkEvidence(
  world: World,
  ledger: Ledger,
  options: CopyOptions & { readonly coverage?: boolean | undefined },
): Promise<{ sources: SourceReport[]; diagnostics: Diagnostic[] }> {
  const reader = readerWith(options.memory);
  const diagnostics = readBack(ledger, reader);
  const read = await readCopies(world, ledger, options);
  diagnostics.push(...read.diagnostics);
  const sources = read.copies.map((copy): SourceReport => {
    const { matches, diagnostics: missed } = lookUp(ledger, copy, reader);
    diagnostics.push(...missed);
    return {
      id: copy.source.id,
      file: copy.path,
      by: copy.by,
      found: matches.length,
      ...(options.coverage && { unused: unusedFigures(ledger, copy, matches, reader) }),
    };
  });
  return { sources, diagnostics };
}
