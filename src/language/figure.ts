/** What the reader gives back. */
import type { Qualifier, Quantity, Unit } from '../facts/schema.js';

/** What a phrase says: a quantity whose unit may be unsaid (近300亿), with its hedge. */
export interface Figure {
  readonly amount: string;
  /** Upper bound, with qualifier range. */
  readonly max?: string;
  /** Left out where the text names none. */
  readonly unit?: Unit;
  readonly qualifier: Qualifier;
  readonly per?: NonNullable<Quantity['per']>;
  readonly basis?: NonNullable<Quantity['basis']>;
  /** The words beside a percentage tell a decline, while the amount has the sign that is printed: fell by 6.5%. */
  readonly direction?: 'down';
  /** Only where trailing zeros were printed that the amount does not show: 286.60亿元. */
  readonly significantDigits?: number;
}

export interface ReadFigure {
  readonly figure: Figure;
  /** UTF-16 offsets of the phrase, hedge and unit included: `text.slice(start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Why the figure cannot be relied on: hedges that contradict each other, a unit that the fact model lacks. */
  readonly problem?: string;
}
