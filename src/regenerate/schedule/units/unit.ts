/** Layer 5. What is handed to another scheduler: files or lines that start `zonebrief schedule --once`. */
import { UsageError } from '../../../diagnostic.js';
import type { ZonePlan } from '../plan.js';

export const unitKinds = ['systemd', 'github-actions', 'crontab'] as const;
export type UnitKind = (typeof unitKinds)[number];

export interface UnitZone {
  readonly plan: ZonePlan;
  /** Seconds that zone.yaml gives for the jitter. */
  readonly spread: number;
  /** Names of the environment variables that its notices need, sorted. */
  readonly secrets: readonly string[];
}

export interface UnitOptions {
  readonly zones: readonly UnitZone[];
  /** Absolute. */
  readonly root: string;
  readonly out: string;
  /** Program and first words that start zonebrief on this machine, absolute paths. */
  readonly command: readonly string[];
  /** For a machine that has nothing yet: how the package is had there, and how it is started. */
  readonly install: { readonly steps: readonly string[]; readonly command: string };
  /** Further words that each build is called with, such as --pdf. */
  readonly flags: readonly string[];
  /** From which on clocks are looked at. */
  readonly now: Date;
}

export interface UnitFile {
  /** File name, without folder. */
  readonly name: string;
  readonly text: string;
}

/** Minutes between two calls with --due, where the other scheduler cannot say the times itself. */
export const dueEvery = 5;

/** The words that run a zone once, after those that start zonebrief. */
export function wordsFor(
  zone: string,
  { root, out, flags }: Pick<UnitOptions, 'root' | 'out' | 'flags'>,
  due: boolean,
): string[] {
  return ['schedule', '--once', ...(due ? ['--due'] : []), '--root', root, '--out', out, ...flags, zone];
}

/** @throws {UsageError} where a path holds what no unit can hold */
export function refuseControls(values: readonly string[]): void {
  const bad = values.find((value) => /\p{Cc}/u.test(value));
  if (bad === undefined) return;
  throw new UsageError(
    `${JSON.stringify(bad)} holds a control character, which a unit cannot hold`,
    'rename the folder, or use the service: zonebrief schedule',
  );
}
