/** Layer 6. The next runs, for people and as JSON. */
import { nextRuns } from '../../regenerate/schedule/plan.js';
import type { Settings } from '../../regenerate/settings.js';
import type { Terminal } from '../terminal.js';
import { printJson } from '../verb.js';

/** @param count runs of each zone */
export function listRuns(
  terminal: Terminal,
  zones: readonly Settings[],
  { count, json }: { count: number; json?: boolean | undefined },
): void {
  const now = terminal.world.now();
  const listed = zones.flatMap(({ zone, plan }) =>
    plan ? [{ zone, ...plan.timing, jitter: plan.jitter, next: nextRuns(plan, now, count) }] : [],
  );
  if (json) {
    const runs = listed.map((one) => ({ ...one, next: one.next.map((date) => date.toISOString()) }));
    printJson(terminal, { ok: true, zones: runs });
    return;
  }
  for (const { zone, cron, timeZone, jitter, next } of listed) {
    const behind = jitter > 0 ? `, ${jitter} s after` : '';
    const head = `${terminal.paint('bold', zone)}  ${cron.join(' | ')}  ${timeZone}${behind}`;
    const lines = next.map((date) => `  ${onTheClock(date, timeZone)}\n`);
    terminal.out(`${head}\n${lines.join('') || '  never again\n'}`);
  }
}

/** "Mon 2026-11-23 06:00:00 GMT+8": as the clocks of the zone show it, and by how much they are ahead. */
export function onTheClock(date: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  }).formatToParts(date);
  const { weekday, year, month, day, hour, minute, second, timeZoneName } = Object.fromEntries(
    parts.map(({ type, value }) => [type, value]),
  );
  return `${weekday} ${year}-${month}-${day} ${hour}:${minute}:${second} ${timeZoneName}`;
}
