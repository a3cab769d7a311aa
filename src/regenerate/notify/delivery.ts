/** Layer 5. How a channel is told, and how it comes that it was not. */
import type { Zone } from '../../facts/schema.js';
import type { World } from '../../world.js';
import type { Outside } from '../outside.js';
import type { RunReport } from './report.js';

/** One report on its way to one channel. */
export interface Notice {
  /** The same whenever it is sent again, and no other notice's: receivers know by it what they have already. */
  readonly id: string;
  readonly report: RunReport;
}

export interface Around {
  readonly world: World;
  readonly outside: Outside;
  readonly root: string;
  readonly zone: Zone;
}

/** What the log says of a notice that arrived: attempts, what a program printed. */
export type Delivered = Readonly<Record<string, unknown>>;

/** Why a notice did not arrive, and what to do about it. */
export class Undelivered extends Error {
  readonly hint: string;
  /** It is tried again at the zone's next run. */
  readonly again: boolean;
  constructor(message: string, hint: string, again = true) {
    super(message);
    this.again = again;
    this.name = 'Undelivered';
    this.hint = hint;
  }
}

/**
 * The value of an environment variable that zone.yaml names.
 * @throws {Undelivered} where it is not set
 */
export function secretOf(world: World, name: string): string {
  const value = world.environment(name);
  if (value) return value;
  throw new Undelivered(
    `the environment variable ${name} is not set`,
    `Set ${name} where zonebrief is started: in the unit's EnvironmentFile, the crontab or the secrets of the workflow.`,
  );
}
