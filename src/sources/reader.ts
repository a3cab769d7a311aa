/**
 * Layer 2. What evidence is read with. The readers of figures and dates belong to the languages, which are of the same
 * layer, so the caller hands them in; these are the parts of them that evidence needs.
 */
import type { LanguageTag, Qualifier, Quantity, Unit } from '../facts/schema.js';

/** What a phrase says: a quantity whose unit may be unsaid (近300亿), with its hedge. */
export interface ReadQuantity {
  readonly amount: string;
  readonly max?: string;
  readonly unit?: Unit;
  readonly qualifier: Qualifier;
  readonly per?: NonNullable<Quantity['per']>;
  readonly basis?: NonNullable<Quantity['basis']>;
  /** Words beside a percentage tell a decline, while the amount has the sign that is printed: fell by 6.5%. */
  readonly direction?: 'down';
  /** Only where trailing zeros were printed that the amount does not show: 286.60亿元. */
  readonly significantDigits?: number;
}

/** A figure in a text, at UTF-16 offsets. */
export interface FoundFigure {
  readonly figure: ReadQuantity;
  readonly start: number;
  readonly end: number;
  /** Why it cannot be relied on. */
  readonly problem?: string;
}

export interface FigureReader {
  /** Whether figures of this language can be read; the two below are asked for no other. */
  knows(language: LanguageTag): boolean;
  /** The one figure of a phrase, or why there is none. */
  readOne(phrase: string, language: LanguageTag): ReadQuantity | { readonly error: string };
  /** All figures of a text, in order. */
  readAll(text: string, language: LanguageTag): readonly FoundFigure[];
}
