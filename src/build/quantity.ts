/** Layer 4. Figures read and written, as library users call it. */
import { UsageError } from '../diagnostic.js';
import type { Counted, LanguageTag, Qualifier, Quantity } from '../facts/schema.js';
import type { FigureStyle } from '../language/language.js';
import { type Figure, readFigure } from '../language/read.js';
import { languageFor } from '../language/registry.js';

/** What a phrase says; `unit` is left out where the phrase names none (近300亿). */
export interface ReadQuantity {
  readonly quantity: Omit<Quantity, 'unit'> & { readonly unit?: Quantity['unit'] };
  readonly qualifier: Qualifier;
}

/**
 * Reads the one figure of a phrase, hedge and unit included: `readQuantity('近17万人', 'zh-CN')`.
 * @throws {UsageError} when there is no figure in it or several, or the language is not known
 */
export function readQuantity(phrase: string, language: LanguageTag): ReadQuantity {
  const read: Figure | { readonly error: string } = readFigure(phrase, language);
  if ('error' in read) throw new UsageError(read.error);
  const { qualifier, ...quantity } = read;
  return { quantity, qualifier };
}

/**
 * Writes a figure as a language does, its hedge included and with no digit more than the amount has.
 * @param options style: prose unless told otherwise; counted: what is counted, for the units count and people
 * @throws {UsageError} when the language is not known
 */
export function writeQuantity(
  figure: { readonly quantity: Quantity; readonly qualifier: Qualifier },
  language: LanguageTag,
  options: { readonly style?: FigureStyle; readonly counted?: Counted; readonly case?: string } = {},
): string {
  return languageFor(language).writeQuantity(figure.quantity, figure.qualifier, {
    style: 'prose',
    ...options,
  });
}
