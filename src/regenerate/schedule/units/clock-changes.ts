/** Layer 5. Whether a schedule touches the hours in which the clocks of its zone are changed: schedulers differ there. */
import { type CronExpression, parseCron } from '../../../facts/cron.js';
import type { Timing } from '../cron.js';

const day = 86_400_000;
const minute = 60_000;
/** Rules of daylight saving are the same each year, on other days. */
const years = 6;

/** Whether a run falls into a gap or an overlap, in the years after `from`. */
export function touchesClockChange({ cron, timeZone }: Timing, from: Date): boolean {
  const expressions = cron.flatMap((text) => {
    const parsed = parseCron(text);
    return 'expression' in parsed ? [parsed.expression] : [];
  });
  const offsetAt = offsetsOf(timeZone);
  const begin = Math.floor(from.getTime() / day) * day;
  for (let at = begin; at < begin + years * 366 * day; at += day) {
    const [before, after] = [offsetAt(at), offsetAt(at + day)];
    if (before === after) continue;
    const change = changeBetween(offsetAt, at, at + day);
    // Clock times that come twice, or not at all.
    const [low, high] = [Math.min(before, after), Math.max(before, after)];
    for (let local = change + low; local < change + high; local += minute)
      if (expressions.some((expression) => matches(expression, new Date(local)))) return true;
  }
  return false;
}

/** @param clock a clock time, as if it were UTC */
export function matches({ minute, hour, day, month, weekday }: CronExpression, clock: Date): boolean {
  const hasDay = day.values.includes(clock.getUTCDate());
  const hasWeekday = weekday.values.includes(clock.getUTCDay());
  return (
    minute.values.includes(clock.getUTCMinutes()) &&
    hour.values.includes(clock.getUTCHours()) &&
    month.values.includes(clock.getUTCMonth() + 1) &&
    // POSIX: where both are named, either will do.
    (day.any || weekday.any ? hasDay && hasWeekday : hasDay || hasWeekday)
  );
}

/** Milliseconds by which the clocks of a zone are ahead of UTC. */
function offsetsOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const parts = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 1, day: date = 1, hour = 0, minute: minutes = 0, second = 0 } = parts;
    return Date.UTC(year, month - 1, date, hour, minutes, second) - at;
  };
}

/** The moment of the change, to the minute. */
function changeBetween(offsetAt: (at: number) => number, from: number, to: number): number {
  const before = offsetAt(from);
  let [low, high] = [from, to];
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / minute / 2) * minute;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}
