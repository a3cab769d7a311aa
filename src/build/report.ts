/** Layer 4. What a build says it did. */
import type { Diagnostic } from '../diagnostic.js';
import type { FactChange } from '../facts/changes.js';
import type { FactId } from '../facts/fact.js';
import type { SourceReport } from './evidence.js';

/**
 * `made`: a new edition. `rebuilt`: files of the same edition, since labels, templates, theme or program are others now, or
 * a file was gone or damaged. `unchanged`: nothing was written. `held`: findings stand in the way, and the edition before
 * stays.
 */
export type Outcome = 'made' | 'rebuilt' | 'unchanged' | 'held';

export interface EditionReport {
  /** "2026-01-19.1" */
  readonly id: string;
  /** ISO. */
  readonly date: string;
  /** From 1, within the date. */
  readonly number: number;
  /** Id of the edition before. */
  readonly since?: string | undefined;
}

export interface BuildReport {
  /** No errors; with `strict`, no warnings either. */
  readonly ok: boolean;
  readonly zone: string;
  /** ISO; undefined where the facts could not be read. */
  readonly editionDate?: string | undefined;
  /** How many facts the zone has. */
  readonly facts: number;
  readonly outputs: readonly BuiltFile[];
  /** The sources with a copy at hand, and with `coverage` what they say that no fact uses. */
  readonly sources: readonly SourceReport[];
  readonly diagnostics: readonly Diagnostic[];
  /** Undefined for a check. */
  readonly outcome?: Outcome | undefined;
  /** The edition that stands in the folder now; undefined for a check, and where there is none. */
  readonly edition?: EditionReport | undefined;
  /** Names of outputs that stood in the folder and were taken away, as they are no longer asked for: PDFs, say. */
  readonly gone?: readonly string[] | undefined;
  /** Of an edition that was made: against the one before. */
  readonly changes?: readonly FactChange[] | undefined;
  /** Path of the file that says why the edition is held back. */
  readonly held?: string | undefined;
  /** Outputs that were edited by hand since they were made. */
  readonly edited?: readonly string[] | undefined;
}

export interface BuiltFile {
  /** In the zone's output folder, with forward slashes. */
  readonly name: string;
  /** Where it was written; undefined for a check. */
  readonly path?: string | undefined;
  readonly bytes: number;
  /** Other bytes than the file that stood there; undefined for a check. */
  readonly changed?: boolean | undefined;
  /** Name of the copy that was kept of what stood there, where somebody had edited that. */
  readonly copy?: string | undefined;
  /** The facts it prints, sorted; none for the manifest. */
  readonly facts: readonly FactId[];
}
