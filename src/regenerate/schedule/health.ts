/** Layer 5. Whether the service does its work, in words that name no zone and no file: anybody may be asking. */
import type { Scheduled } from './scheduled.js';

export interface Health {
  /** stopping: no further run begins. failing: a run could not be made, or a zone.yaml cannot be read. */
  readonly status: 'ok' | 'failing' | 'stopping';
  readonly zones: number;
  /** Editions that are held back: a matter of the facts, no fault of the service. */
  readonly held: number;
  readonly failed: number;
  /** zone.yaml files that cannot be read. */
  readonly unreadable: number;
  /** Runs that should have begun some minutes ago. */
  readonly overdue: number;
}

/** Minutes after which a run that has not begun is overdue: zones wait for each other, but not that long. */
const patience = 15;

export function healthOf(
  zones: ReadonlyMap<string, Scheduled>,
  unreadable: number,
  now: Date,
  stopping: boolean,
): Health {
  const all = [...zones.values()];
  const limit = new Date(now.getTime() - patience * 60_000);
  const overdue = all.filter(({ next }) => next && next <= limit).length;
  const failed = all.filter(({ last }) => last?.outcome === 'failed').length;
  return {
    status: stopping ? 'stopping' : failed + unreadable + overdue > 0 ? 'failing' : 'ok',
    zones: all.length,
    held: all.filter(({ last }) => last?.outcome === 'held').length,
    failed,
    unreadable,
    overdue,
  };
}
