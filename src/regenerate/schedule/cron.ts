/**
 * Layer 5. When the expressions of a zone's schedule fall due, on the clocks of its time zone.
 *
 * Where clocks are set forward, a run at a time that the day does not have is made as soon as the gap is over; where they
 * are set back, a time that comes twice is run once, the first time. That holds for expressions that name their hours and
 * minutes; one with `*` in them follows the time that passes, as cron itself has it: every hour stays every hour.
 */
import { Cron } from 'croner';

export interface Timing {
  /** Five fields each, as crontab has them; due when any of them is. Read before: `facts/cron.ts`. */
  readonly cron: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
}

/** Never started: it is asked for times only. */
const job = (expression: string, timeZone: string): Cron =>
  new Cron(expression, { mode: '5-part', timezone: timeZone, paused: true, fixedTimeRule: 'no-wildcard' });

/** The first moment after `after` at which an expression is due; undefined where none is any more. */
export function nextDue({ cron, timeZone }: Timing, after: Date): Date | undefined {
  return earliest(cron.map((expression) => job(expression, timeZone).nextRun(after) ?? undefined));
}

/** The first `number` moments after `after`, in order, each once. */
export function nextDues(timing: Timing, after: Date, number: number): Date[] {
  const found: Date[] = [];
  let at = nextDue(timing, after);
  while (at && found.length < number) {
    found.push(at);
    at = nextDue(timing, at);
  }
  return found;
}

/** Of more runs than that nobody wants to know how many they were. */
const most = 1000;

/** The moments in (after, until]: the last of them, and how many they are, counted up to a thousand. */
export function duesBetween(timing: Timing, after: Date, until: Date): { last?: Date; count: number } {
  const inTime = (at: Date | undefined): at is Date => at !== undefined && at <= until;
  const times = nextDues(timing, after, 1).filter(inTime);
  let last = times[0];
  if (!last) return { count: 0 };
  let count = 0;
  for (let at: Date | undefined = last; inTime(at); at = nextDue(timing, at)) {
    last = at;
    count += 1;
    if (count < most) continue;
    // Too many to go through: the last one is looked for from behind.
    last = lastDue(timing, until) ?? last;
    break;
  }
  return { last, count };
}

/** The last moment up to `until`. */
function lastDue({ cron, timeZone }: Timing, until: Date): Date | undefined {
  // What croner calls previous lies before the reference, and it counts in seconds.
  const reference = new Date(until.getTime() + 1000);
  const times = cron.flatMap((expression) => job(expression, timeZone).previousRuns(1, reference));
  return times.filter((at) => at <= until).sort((a, b) => b.getTime() - a.getTime())[0];
}

function earliest(times: readonly (Date | undefined)[]): Date | undefined {
  return times.filter((time) => time !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
}
