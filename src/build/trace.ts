/** Layer 4. A finished file read back, as library users and the command call it. */
import { basename } from 'node:path';
import { bareFigures } from '../compose/markdown/bare-figure.js';
import { UsageError } from '../diagnostic.js';
import { changedFigures } from '../language/beside.js';
import { readFigures } from '../language/read.js';
import { languageTags } from '../language/registry.js';
import type { FigureReading } from '../trace/reading.js';
import { type Trace, traceFigures } from '../trace/trace.js';
import { nodeWorld, type World } from '../world.js';

export interface FileTrace extends Trace {
  /** As it was given. */
  readonly file: string;
}

/**
 * Each printed figure of a .pptx or .docx that zonebrief made, with its place, its fact and its evidence; figures that
 * were edited, deleted or typed in since are shown as such. Reads the file only, no facts and no manifest.
 * @throws {UsageError} when there is no such file, it is no .pptx or .docx of zonebrief's, or its record is damaged
 */
export async function traceFile(
  file: string,
  options: { readonly world?: World | undefined } = {},
): Promise<FileTrace> {
  const world = options.world ?? nodeWorld();
  const kind = await world.kindOf(file);
  if (kind !== 'file') {
    const what = kind === 'folder' ? 'is a folder' : 'is not there';
    throw new UsageError(`${file} ${what}`, 'name one .pptx or .docx that zonebrief build made');
  }
  let bytes: Uint8Array;
  try {
    bytes = await world.readBytes(file);
  } catch (error) {
    throw new UsageError(`${file} cannot be read: ${(error as Error).message}`, 'check its permissions');
  }
  try {
    return { file, ...traceFigures(bytes, reading) };
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`${basename(file)}: ${error.message}`, error.hint);
    throw error;
  }
}

/** As templates are read; of languages that this version does not have nothing is. */
export const reading: FigureReading = {
  changed(text, figures, language) {
    if (!languageTags().includes(language)) return [];
    const inFull = (index: number) => {
      const phrase = figures[index]?.phrase;
      return phrase === undefined ? undefined : { phrase };
    };
    return changedFigures(text, figures, language, inFull, (each) => readFigures(each, language));
  },
  typed: (text, language) => (languageTags().includes(language) ? bareFigures(text, language) : []),
};
