/** Layer 3. What a template may say of the edition it is composed for. */
import type { FactChange } from '../facts/changes.js';
import type { Snapshot } from '../facts/snapshot.js';

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
