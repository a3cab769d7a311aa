/** Layer 5. The zones of the service as they stand: their schedules read anew, what they last came to, what is outstanding. */
import type { World } from '../../world.js';
import type { Fields, Log } from '../log.js';
import type { RunResult } from '../run.js';
import { keepSettings, type Settings, standingSettings } from '../settings.js';
import { nextRun } from './plan.js';
import type { LastRun, ZoneStatuses } from './status.js';

/** One zone as the service knows it. */
export interface Scheduled {
  settings: Settings;
  /** Up to here nothing is outstanding. */
  considered: Date;
  /** The first run after that; undefined where there is none any more. */
  next: Date | undefined;
  running: boolean;
  last?: LastRun | undefined;
}

interface Around {
  readonly world: World;
  readonly root: string;
  readonly out: string;
  readonly log: Log;
}

/** A run that begins later than this many seconds after its time was missed, not merely waited for. */
const punctual = 60;

export function lastOf({ run, undelivered, started, finished }: RunResult, due?: Date): LastRun {
  const errors = run.diagnostics.filter(({ severity }) => severity === 'error').length;
  return {
    ...(due && { due: due.toISOString() }),
    started: started.toISOString(),
    finished: finished.toISOString(),
    outcome: run.outcome,
    ...(run.edition && { edition: run.edition.id }),
    errors,
    warnings: run.diagnostics.length - errors,
    undelivered: undelivered.length,
  };
}

/**
 * Settings of all zones as they are now.
 * @returns whether any schedule is another one than before
 */
export async function readAll(
  { world, root, out, log }: Around,
  names: readonly string[],
  zones: Map<string, Scheduled>,
  unreadable: Map<string, string>,
  known: ZoneStatuses,
): Promise<boolean> {
  let changed = false;
  const drop = (zone: string): void => {
    if (!zones.has(zone) || zones.get(zone)?.running) return;
    zones.delete(zone);
    changed = true;
    log('warning', 'schedule-changed', { zone, next: null });
  };
  for (const zone of zones.keys()) if (!names.includes(zone)) drop(zone);
  for (const zone of unreadable.keys()) if (!names.includes(zone)) unreadable.delete(zone);
  for (const zone of names) {
    const found = await standingSettings(world, { root, out }, zone, zones.get(zone)?.settings);
    const { settings, diagnostics } = found;
    if (diagnostics.length > 0) {
      const said = JSON.stringify(diagnostics);
      if (unreadable.get(zone) !== said) log('error', 'settings-unreadable', { zone, findings: diagnostics });
      unreadable.set(zone, said);
    } else unreadable.delete(zone);
    if (!settings) continue;
    if (!settings.plan) {
      if (zones.has(zone)) await keepSettings(world, out, settings);
      drop(zone);
      continue;
    }
    const before = zones.get(zone);
    if (before) {
      const same = JSON.stringify(before.settings.plan) === JSON.stringify(settings.plan);
      before.settings = settings;
      if (same) continue;
      changed = true;
      consider(before, before.considered);
      log('info', 'schedule-changed', upcoming(settings, world));
    } else {
      zones.set(zone, scheduledOf(settings, known[zone], world.now()));
      changed = true;
    }
  }
  return changed;
}

/** Of a zone that was never run here nothing is outstanding. */
function scheduledOf(settings: Settings, status: ZoneStatuses[string] | undefined, now: Date): Scheduled {
  const considered = status ? new Date(status.considered) : now;
  const next = settings.plan && nextRun(settings.plan, considered);
  return { settings, considered, next, running: false, ...(status?.last && { last: status.last }) };
}

/** Nothing is outstanding up to `at`. */
export function consider(scheduled: Scheduled, at: Date): void {
  scheduled.considered = at;
  scheduled.next = scheduled.settings.plan && nextRun(scheduled.settings.plan, at);
}

/** Whoever sets the clock back lives some time twice; what is due in it is run twice, which harms nothing. */
export function noticeSetBack({ log }: Pick<Around, 'log'>, scheduled: Scheduled, now: Date): void {
  if (scheduled.considered <= now) return;
  log('warning', 'clock-set-back', {
    zone: scheduled.settings.zone,
    was: scheduled.considered.toISOString(),
  });
  consider(scheduled, now);
}

export function noticeMissed(
  { log }: Pick<Around, 'log'>,
  { settings, considered }: Scheduled,
  last: Date,
  count: number,
  now: Date,
): void {
  const late = Math.round((now.getTime() - last.getTime()) / 1000);
  if (count < 2 && late <= punctual) return;
  log('warning', 'runs-missed', {
    zone: settings.zone,
    // All of them are made up for by the one that begins now.
    runs: count,
    since: considered.toISOString(),
    due: last.toISOString(),
    late,
  });
}

export function upcoming({ zone, plan }: Settings, world: World): Fields {
  const next = plan && nextRun(plan, world.now());
  return { zone, next: next ? next.toISOString() : null };
}

function statusOf({ settings, considered, running, last }: Scheduled, world: World): ZoneStatuses[string] {
  const next = settings.plan && nextRun(settings.plan, world.now());
  return {
    considered: considered.toISOString(),
    ...(next && { next: next.toISOString() }),
    running,
    ...(last && { last }),
  };
}

export const statusesOf = (zones: ReadonlyMap<string, Scheduled>, world: World): ZoneStatuses =>
  Object.fromEntries([...zones].map(([zone, scheduled]) => [zone, statusOf(scheduled, world)]));
