/** Layer 3. What a template may say of the edition it is composed for. */
import type { FactChange } from '../facts/changes.js';
import type { Snapshot } from '../facts/snapshot.js';
import type { Language } from '../language/language.js';

export interface Edition {
  /** From 1, among the editions of the same date. */
  readonly number: number;
  /** The edition that `changes` count from; left out where there is none before. */
  readonly since?: EarlierEdition | undefined;
  /** Of removed facts only those that documents of this kind used before. */
  readonly changes: readonly FactChange[];
}

export interface EarlierEdition {
  /** "2026-01-19.1" */
  readonly id: string;
  /** ISO. */
  readonly date: string;
  readonly number: number;
  readonly sources: Snapshot['sources'];
}

/** "19 January 2026"; of one that is not the first of its date with its number. */
export function editionInWords(
  language: Language,
  { date, number }: Pick<EarlierEdition, 'date' | 'number'>,
): string {
  const written = language.writeDate(date);
  return number > 1 ? language.words.changes.edition(written, String(number)) : written;
}
