/**
 * Layer 5. The service in the foreground: it waits for the next run of any zone, builds one zone at a time, and goes on
 * whatever happens to one of them.
 *
 * What fell due while nothing could run (the machine asleep, the service stopped, the run before too long) is run once,
 * as soon as it can be. It looks at the clock twice a minute, since timers stand still while a machine sleeps, and reads
 * zone.yaml each time: a schedule that is changed holds from then on, and one that cannot be read leaves the one before.
 */
import { type RunOptions, runZone } from '../run.js';
import { type Health, healthOf } from './health.js';
import { runsBetween } from './plan.js';
import {
  consider,
  lastOf,
  noticeMissed,
  noticeSetBack,
  readAll,
  type Scheduled,
  statusesOf,
  upcoming,
} from './scheduled.js';
import { readStatus, writeStatus } from './status.js';

export interface ServiceOptions extends RunOptions {
  /** The zones there are, or those that were asked for; asked again at each look. */
  readonly zones: () => Promise<readonly string[]>;
  /** Given when it is to stop: what is being built is finished. */
  readonly stop: AbortSignal;
  /** Seconds that it waits for that. */
  readonly patience: number;
}

export interface Service {
  /** @returns the zones whose run was not over in time */
  readonly ended: Promise<readonly string[]>;
  health(): Health;
}

/** Milliseconds between two looks at the clock. */
const look = 30_000;

export function startService(options: ServiceOptions): Service {
  const zones = new Map<string, Scheduled>();
  const unreadable = new Map<string, string>();
  const ended = serve(options, zones, unreadable);
  const { world, stop } = options;
  return { ended, health: () => healthOf(zones, unreadable.size, world.now(), stop.aborted) };
}

async function serve(
  options: ServiceOptions,
  zones: Map<string, Scheduled>,
  unreadable: Map<string, string>,
): Promise<readonly string[]> {
  const { world, out, log, outside, stop } = options;
  const known = await readStatus(world, out);
  const save = saver(options, zones);
  const underway = new Map<string, Promise<void>>();
  let queue = Promise.resolve();
  let wake = new AbortController();
  const lookAround = async (): Promise<void> => {
    if (await readAll(options, await options.zones(), zones, unreadable, known)) await save();
    const now = world.now();
    for (const [zone, scheduled] of zones) {
      if (scheduled.running) continue;
      noticeSetBack(options, scheduled, now);
      const { plan } = scheduled.settings;
      if (!plan || !scheduled.next || scheduled.next > now) continue;
      const { last = scheduled.next, count } = runsBetween(plan, scheduled.considered, now);
      noticeMissed(options, scheduled, last, count, now);
      scheduled.running = true;
      underway.set(zone, inTurn(zone, scheduled, last));
    }
  };
  const inTurn = async (zone: string, scheduled: Scheduled, due: Date): Promise<void> => {
    const before = queue;
    let built = (): void => undefined;
    queue = new Promise((done) => {
      built = done;
    });
    await before;
    try {
      // Whoever waits in turn is not begun once the end is near.
      if (!stop.aborted) await runScheduled(options, scheduled, due, { built, save });
    } catch (error) {
      log('error', 'finding', { zone, code: 'schedule/unexpected', message: String(error) });
    } finally {
      built();
      scheduled.running = false;
      underway.delete(zone);
      wake.abort();
    }
  };
  stop.addEventListener('abort', () => wake.abort());
  await lookAround();
  log('info', 'service-started', {
    zones: [...zones.values()].map(({ settings }) => upcoming(settings, world)),
  });
  while (!stop.aborted) {
    const next = nextOf(zones, world.now());
    wake = new AbortController();
    await outside.sleep(Math.max(0, next), wake.signal);
    if (stop.aborted) break;
    await lookAround().catch((error: unknown) =>
      log('error', 'settings-unreadable', { message: String(error) }),
    );
  }
  log('info', 'stopping', { running: [...underway.keys()] });
  const over = new AbortController();
  const finished = Promise.all(underway.values()).then(() => over.abort());
  await Promise.race([finished, outside.sleep(options.patience * 1000, over.signal)]);
  const left = [...underway.keys()];
  await save();
  log(left.length > 0 ? 'warning' : 'info', 'stopped', left.length > 0 ? { unfinished: left } : {});
  return left;
}

/** Runs what is due and keeps what came of it. */
async function runScheduled(
  options: ServiceOptions,
  scheduled: Scheduled,
  due: Date,
  { built, save }: { built: () => void; save: () => Promise<void> },
): Promise<void> {
  consider(scheduled, options.world.now());
  await save();
  const result = await runZone(options, scheduled.settings, due, built);
  scheduled.last = lastOf(result, due);
  scheduled.running = false;
  await save();
}

/** Milliseconds until the next run of a zone that is not being run. */
function nextOf(zones: ReadonlyMap<string, Scheduled>, now: Date): number {
  const times = [...zones.values()].flatMap(({ next, running }) =>
    next && !running ? [next.getTime() - now.getTime()] : [],
  );
  return Math.min(look, ...times);
}

/** Writes one after the other, always what holds then. A status that cannot be written stops no run. */
function saver(
  { world, out, log }: ServiceOptions,
  zones: ReadonlyMap<string, Scheduled>,
): () => Promise<void> {
  let last = Promise.resolve();
  const seen = new Set<string>();
  return () => {
    last = last
      .then(() => {
        for (const zone of zones.keys()) seen.add(zone);
        return writeStatus(world, out, statusesOf(zones, world), seen);
      })
      .catch((error: unknown) => log('error', 'status-not-written', { message: String(error) }));
    return last;
  };
}
