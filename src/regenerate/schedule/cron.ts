/**
 * Layer 5. When the expressions of a zone's schedule fall due, on the clocks of its time zone.
 *
 * Where clocks are set forward, a run at a time that the day does not have is made as soon as the gap is over; where they
 * are set back, a time that comes twice is run once, the first time. That holds for expressions that name their hours and
 * minutes; one with `*` in them follows the time that passes, as cron itself has it: every hour stays every hour.
 */
import { Cron } from 'croner';

export interface Timing {
  /** Five fields each, as crontab has them; due when any of them is. */
  readonly cron: readonly string[];
  /** IANA name. */
  readonly timeZone: string;
}

/** Years ahead that a date is looked for: 29 February on a given weekday comes every 28 years, 40 around 2100. */
const job = (expression: string, timeZone: string): Cron =>
  new Cron(expression, { mode: '5-part', timezone: timeZone, paused: true, fixedTimeRule: 'no-wildcard' });

/** The first moment after `after` at which an expression is due; undefined where none ever is again (30 February). */
export function nextDue({ cron, timeZone }: Timing, after: Date): Date | undefined {
  const times = cron.flatMap((expression) => job(expression, timeZone).nextRun(after) ?? []);
  return times.sort((a, b) => a.getTime() - b.getTime())[0];
}

/** The first `number` moments after `after`, in order, each once. */
export function nextDues(timing: Timing, after: Date, number: number): Date[] {
  const found: Date[] = [];
  let at: Date | undefined = after;
  while (found.length < number) {
    at = nextDue(timing, at);
    if (!at) break;
    found.push(at);
  }
  return found;
}

/** More than a year of runs each minute is more than anybody counts. */
const counted = 1000;

/** The moments in (after, until]: the last of them and how many they are, up to a thousand. */
export function duesBetween(timing: Timing, after: Date, until: Date): { last?: Date; count: number } {
  let last: Date | undefined;
  let count = 0;
  let at = nextDue(timing, after);
  while (at && at <= until) {
    last = at;
    count += 1;
    if (count >= counted) break;
    at = nextDue(timing, at);
  }
  return { ...(last && { last }), count };
}
