/** Layer 2. How the figures of a text are read: handed in, since the languages are of this layer, too. */
import type { LanguageTag } from '../facts/schema.js';

/** A place in a text: UTF-16 offsets, `end` behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface SpannedFigure extends Span {
  /** The figure as prose writes it, currency and noun included. */
  readonly phrase: string | undefined;
}

export interface FigureReading {
  /** Figures that the words, signs and units around them make others of, each with what does so. */
  changed(
    text: string,
    figures: readonly SpannedFigure[],
    language: LanguageTag,
  ): readonly { readonly index: number; readonly text: string }[];
  /** Numbers typed in a text, those in words among them. */
  typed(text: string, language: LanguageTag): readonly { readonly text: string; readonly index: number }[];
}
