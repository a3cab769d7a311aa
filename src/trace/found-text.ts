/** Layer 2. A text as it stands in a file now. */
import type { TextPart } from './record.js';

export interface FoundText {
  readonly in: TextPart;
  readonly text: string;
  /** The slide or section it stands in, from 1; 0 for what belongs to none, or stands before the first heading. */
  readonly section: number;
  /** Of a Word file: the section's heading. */
  readonly heading?: string | undefined;
  /** Of a slide: the name of the shape. */
  readonly shape?: string | undefined;
  /** Of a table's cell: row and column, from 1. */
  readonly cell?: readonly [number, number] | undefined;
  /** Of a footnote: its number. */
  readonly footnote?: number | undefined;
  /** Within shape, notes or footnote, or within the section of a Word file, from 1; empty ones are not counted. */
  readonly paragraph: number;
}
