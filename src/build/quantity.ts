/** Layer 4. Figures read and written, as library users call it. */
import { UsageError } from '../diagnostic.js';
import type { Counted, LanguageTag, Qualifier, Quantity, Unit } from '../facts/schema.js';
import type { FigureStyle } from '../language/language.js';
import { readFigure } from '../language/read.js';
import { languageFor } from '../language/registry.js';

/** A quantity with its hedge. */
export interface QualifiedQuantity {
  readonly quantity: Quantity;
  readonly qualifier: Qualifier;
}

/**
 * Reads the one figure of a phrase, hedge and unit included: `readQuantity('近17万人', 'zh-CN')`.
 * @param options unit: what to take where the phrase names none (近300亿)
 * @throws {UsageError} when there is no figure in it or several, the unit is unsaid, or the language is not known
 */
export function readQuantity(
  phrase: string,
  language: LanguageTag,
  options: { readonly unit?: Unit } = {},
): QualifiedQuantity {
  const read = readFigure(phrase, language);
  if ('error' in read) throw new UsageError(read.error);
  const { qualifier, ...quantity } = read;
  const unit = quantity.unit ?? options.unit;
  if (unit === undefined) {
    throw new UsageError(
      `"${phrase}" names no unit`,
      'say which to take: readQuantity(phrase, language, { unit: "CNY" })',
    );
  }
  return { quantity: { ...quantity, unit }, qualifier };
}

/**
 * Writes a figure as a language does, its hedge included and with no digit more than the amount has.
 * @param options style: prose unless told otherwise; counted: what is counted, for the units count and people
 * @throws {UsageError} when the language is not known
 */
export function writeQuantity(
  figure: QualifiedQuantity,
  language: LanguageTag,
  options: { readonly style?: FigureStyle; readonly counted?: Counted; readonly case?: string } = {},
): string {
  return languageFor(language).writeQuantity(figure.quantity, figure.qualifier, {
    style: 'prose',
    ...options,
  });
}
