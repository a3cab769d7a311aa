/** Reading figures: all of a text, or the one of a phrase. The work is done by `scanner.ts` with a language's grammar. */
import type { LanguageTag } from '../facts/schema.js';
import type { Figure, ReadFigure } from './figure.js';
import { maxDigits } from './numerals.js';
import { languageFor } from './registry.js';
import { Scanner } from './scanner.js';

export type { Figure, ReadFigure } from './figure.js';

/** Characters `readFigures` takes: a long report. */
export const maxTextLength = 2_000_000;
/** Characters `readFigure` takes: a sentence. */
export const maxPhraseLength = 400;

/**
 * All figures of a text, in order. Dates, times, ordinals and numbers that belong to a name (5G, SK5) are none.
 *
 * @throws {UsageError} for an unknown language
 * @throws {RangeError} when the text is longer than `maxTextLength`
 */
export function readFigures(text: string, tag: LanguageTag): ReadFigure[] {
  const { grammar } = languageFor(tag);
  if (text.length > maxTextLength) {
    throw new RangeError(
      `a text of ${text.length} characters is too long to read: at most ${maxTextLength}; read it in parts`,
    );
  }
  return new Scanner(grammar, text).all();
}

/**
 * The one figure of a phrase, or why there is none.
 *
 * @throws {UsageError} for an unknown language
 */
export function readFigure(phrase: string, tag: LanguageTag): Figure | { readonly error: string } {
  const { name } = languageFor(tag);
  const shown = `"${phrase.length > 60 ? `${phrase.slice(0, 60)}…` : phrase}"`;
  if (phrase.length > maxPhraseLength) {
    return { error: `${shown} has ${phrase.length} characters: a phrase has at most ${maxPhraseLength}` };
  }
  const digits = /\d{41,}/.exec(phrase)?.[0].length;
  if (digits) return { error: `${shown} holds a number of ${digits} digits: at most ${maxDigits} are read` };
  const found = readFigures(phrase, tag);
  const [first] = found;
  if (!first) return { error: `no figure in ${shown}, read as ${name}` };
  if (found.length > 1) {
    const phrases = found.map(({ start, end }) => `"${phrase.slice(start, end)}"`).join(', ');
    return { error: `${found.length} figures in ${shown}: ${phrases}; give one` };
  }
  return first.problem === undefined ? first.figure : { error: `${shown}: ${first.problem}` };
}
