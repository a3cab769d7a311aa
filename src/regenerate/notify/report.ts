/**
 * Layer 5. The report of a run, as commands and webhooks get it: documented in ARCHITECTURE.md, under "Regeneration".
 * The same run gives the same report; when it was sent, the channel says.
 */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Diagnostic } from '../../diagnostic.js';
import type { FactChange } from '../../facts/changes.js';
import type { NoticeOutcome } from '../../facts/regeneration-schema.js';
import type { World } from '../../world.js';

export type Outcome = NoticeOutcome | 'unchanged';

export interface EditionName {
  readonly id: string;
  /** ISO. */
  readonly date: string;
  /** From 1, within the date. */
  readonly number: number;
}

/** What a run came to. */
export interface Run {
  readonly zone: string;
  readonly outcome: Outcome;
  /** The edition that stands now; undefined where there is none yet. */
  readonly edition?: EditionName | undefined;
  /** The edition that it was compared with. */
  readonly since?: EditionName | undefined;
  readonly changes: readonly FactChange[];
  readonly diagnostics: readonly Diagnostic[];
  /** Where held.md stands. */
  readonly held?: string | undefined;
  /** Where the edition stands, with the names of its files in it; empty where there is none. */
  readonly folder: string;
  readonly files: readonly string[];
}

export interface ReportedFile {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface RunReport {
  readonly version: 1;
  readonly zone: string;
  readonly outcome: NoticeOutcome;
  readonly edition?: EditionName;
  readonly since?: EditionName;
  readonly changes: readonly FactChange[];
  readonly findings: readonly Diagnostic[];
  readonly held?: string;
  /** Those of the edition that stands: the new one, or the last good one where it is held back. */
  readonly files: readonly ReportedFile[];
}

/** Hashes the files as they lie there. One that is gone meanwhile is left out. */
export async function reportOf(world: World, run: Run, outcome: NoticeOutcome): Promise<RunReport> {
  const files: ReportedFile[] = [];
  for (const name of run.files) {
    const path = join(run.folder, name);
    const content = await world.readBytes(path).catch(() => undefined);
    if (content) files.push({ name, path, bytes: content.length, sha256: sha256(content) });
  }
  return {
    version: 1,
    zone: run.zone,
    outcome,
    ...(run.edition && { edition: run.edition }),
    ...(run.since && { since: run.since }),
    changes: run.changes,
    findings: run.diagnostics.map(withoutSecrets),
    ...(run.held !== undefined && { held: run.held }),
    files,
  };
}

/** Lines of zone.yaml hold addresses that are nobody's business but the sender's. */
function withoutSecrets(finding: Diagnostic): Diagnostic {
  const { at } = finding;
  return at && basename(at.file) === 'zone.yaml'
    ? { ...finding, at: { ...at, excerpt: undefined } }
    : finding;
}

export const sha256 = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex');

/** The findings that hold an edition back: the errors; the warnings where there is no error, since a strict build has them fail. */
export function reasonsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  return errors.length > 0 ? errors : diagnostics;
}

/**
 * What a hold is known by: its reasons without their lines, which move with every line typed above them.
 * @returns the same text for the same reasons in any order
 */
export function markOf({ outcome, diagnostics }: Pick<Run, 'outcome' | 'diagnostics'>): string {
  const reasons = reasonsOf(diagnostics).map(({ code, message, at }) =>
    // What has expired says so with the day's date.
    JSON.stringify([code, message.replace(/today is [\d-]+/, 'today'), at?.file ?? '']),
  );
  return sha256(JSON.stringify([outcome, [...new Set(reasons)].sort()]));
}
