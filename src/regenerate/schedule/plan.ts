/** Layer 5. When one zone is to be built: its schedule, and the seconds by which it stands back behind other zones. */
import { createHash } from 'node:crypto';
import { duesBetween, nextDue, nextDues, type Timing } from './cron.js';

export interface ZonePlan {
  readonly zone: string;
  readonly timing: Timing;
  /** Seconds after the time that the schedule names; the same for this zone every time. */
  readonly jitter: number;
}

/**
 * Spreads zones that share a schedule over `bound` seconds (inclusive). It follows from the name alone, so that a run is
 * where it was yesterday, on every machine.
 */
export function jitterOf(zone: string, bound: number): number {
  return createHash('sha256').update(zone).digest().readUInt32BE(0) % (bound + 1);
}

const shifted = (at: Date, seconds: number): Date => new Date(at.getTime() + seconds * 1000);

/** The first run after a moment; undefined where there is none any more. */
export function nextRun({ timing, jitter }: ZonePlan, after: Date): Date | undefined {
  const due = nextDue(timing, shifted(after, -jitter));
  return due && shifted(due, jitter);
}

export function nextRuns({ timing, jitter }: ZonePlan, after: Date, number: number): Date[] {
  return nextDues(timing, shifted(after, -jitter), number).map((due) => shifted(due, jitter));
}

/** The runs in (after, until]: the last of them, and how many they are, counted up to a thousand. */
export function runsBetween(
  { timing, jitter }: ZonePlan,
  after: Date,
  until: Date,
): { last?: Date; count: number } {
  const { last, count } = duesBetween(timing, shifted(after, -jitter), shifted(until, -jitter));
  return last ? { last: shifted(last, jitter), count } : { count };
}
