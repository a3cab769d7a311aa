/** Layer 2. What a later edition says of an earlier one. Each language has all of it, in a file `changes.ts` of its own. */
import type { Quantity } from '../facts/schema.js';

export interface ChangeWords {
  /** An edition that is not the first of its date: "19 January 2026 (version 2)". */
  readonly edition: (date: string, number: string) => string;
  /** Heads the page of changes; `edition` is a date, or what `edition` made of it. */
  readonly heading: (edition: string) => string;
  /** Names a figure as an earlier edition had it: "Committed capital (edition of 19 January 2026)". */
  readonly labelBefore: (label: string, edition: string) => string;
  /** Names the difference of a figure: "Committed capital (change)". */
  readonly labelDifference: (label: string) => string;
  /** Heads of the columns beside those of label and source. */
  readonly before: string; // "Before"
  readonly now: string; // "Now"
  readonly difference: string; // "Change"
  /** Stands where a figure was not there before, or is not any more. */
  readonly none: string; // "–"
  /** What a difference cannot say, or need not. */
  readonly added: string;
  readonly removed: string;
  readonly measure: string; // a class where an amount was
  readonly unit: string;
  readonly period: string;
  readonly basis: (was: string, is: string) => string; // "year on year instead of annual average"
  readonly bases: Readonly<Record<NonNullable<Quantity['basis']>, string>>;
  readonly otherBasis: string;
  readonly class: Readonly<Record<'up' | 'down', string>>;
  readonly rank: Readonly<Record<'up' | 'down', string>>;
  /** Of figures whose hedges tell where to, but not by how much. */
  readonly direction: Readonly<Record<'up' | 'down', string>>;
  readonly precision: string;
  readonly inexact: string;
  readonly date: Readonly<Record<'earlier' | 'later' | 'set' | 'open', string>>;
  /** Before the names of those who are new in a roster, and of those who are gone. */
  readonly joined: string;
  readonly left: string;
  /** Before some of many names: "… " */
  readonly others: string;
  readonly text: string;
  /** The same statement with other evidence, another day or formula: one word, and a sentence with the names. */
  readonly backing: string;
  readonly unchanged: (names: string) => string;
  /** Of an edition whose figures all stand as they were. */
  readonly sameFigures: string;
  /** Head lists of sources. */
  readonly sources: Readonly<Record<'joined' | 'left' | 'changed', string>>;
  /** Around a figure that tells a bound of the difference: "up by more than 10"; of percentage points or of amounts. */
  readonly rise: (figure: string, isPoints: boolean) => string;
  readonly fall: (figure: string, isPoints: boolean) => string;
}
