/**
 * Layer 4. Keys of what a build makes.
 *
 * The rules of the cache. An output is kept, neither laid out, drawn nor written, where
 *  - its key is that of the output made before: a hash over all that decides its bytes, which is what is said (the
 *    Documents as composed, without the lines they were read from), how it looks (theme), the date inside the file, the
 *    form of its charts, and the program that makes it; of a PDF, the file it is made of;
 *  - the file is still there, byte for byte as it was made; and
 *  - its layout left no finding, so that none can be lost: an output whose layout has warnings gets no key.
 * What the finished file's own check warned of is kept in the manifest and told again. `--force` keeps nothing. What is
 * not in the key cannot be in the bytes: the writers are given nothing else. LibreOffice's version is in no key, since
 * asking for it takes a start of LibreOffice: a PDF is made again by `--force` after an update.
 */
import type { ChartForm, ChartFormat, ChartSpec } from '../document/chart.js';
import type { Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { Arrangement } from '../facts/schema.js';
import { contentHash } from './canonical.js';
import { engine } from './engine.js';

/** What all outputs of a build have in common. */
export interface Look {
  readonly theme: Theme;
  /** Of the files, ISO 8601. */
  readonly date: string;
  readonly charts: ChartForm;
}

/** Of a deck, or of a summary with its one or two languages in order. */
export function fileKey(
  documents: readonly Document[],
  { theme, date, charts }: Look,
  arrangement?: Arrangement,
): string {
  return contentHash({ engine, documents, theme, date, charts, arrangement });
}

/** Of a chart's picture: what asks for it, and whether as a picture, is not in it. */
export function pictureKey({ as: _, ...spec }: ChartSpec, theme: Theme, format: ChartFormat): string {
  const { colors, fonts } = theme;
  return contentHash({ engine, spec, theme: { colors, fonts }, format });
}

/** @param from hash of the deck or summary */
export function pdfKey(from: string, date: string): string {
  return contentHash({ engine, from, date });
}
