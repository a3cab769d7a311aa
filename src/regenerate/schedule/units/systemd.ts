/**
 * Layer 5. A service and a timer of systemd for each zone (systemd.timer(5), systemd.time(7)). Written for the user's own
 * systemd, which needs no other rights; they hold for the system's as well.
 */
import { type CronExpression, parseCron } from '../../../facts/cron.js';
import { touchesClockChange } from './clock-changes.js';
import {
  dueEvery,
  refuseControls,
  type UnitFile,
  type UnitOptions,
  type UnitZone,
  wordsFor,
} from './unit.js';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

/** @throws {UsageError} where a path holds a control character */
export function systemdUnits(options: UnitOptions): UnitFile[] {
  refuseControls([options.root, options.out, ...options.command]);
  return options.zones.flatMap((zone) => unitsFor(zone, options));
}

function unitsFor({ plan, spread, secrets }: UnitZone, options: UnitOptions): UnitFile[] {
  const { root, command, now } = options;
  const name = `zonebrief-${escapeName(plan.zone)}`;
  const exact = !touchesClockChange(plan.timing, now);
  const words = [...command, ...wordsFor(plan.zone, options, !exact)];
  const times = exact ? calendarTimes(plan.timing) : [`*:0/${dueEvery}`];
  const service = [
    '[Unit]',
    `Description=Briefing of ${percent(plan.zone)}`,
    'Wants=network-online.target',
    'After=network-online.target',
    '',
    '[Service]',
    'Type=oneshot',
    `WorkingDirectory=${percent(root)}`,
    ...(secrets.length === 0
      ? []
      : [
          `# Lines ${secrets.map((secret) => `${secret}=…`).join(', ')}; for your eyes only: chmod 600`,
          'EnvironmentFile=-%h/.config/zonebrief.env',
        ]),
    `ExecStart=${words.map(quote).join(' ')}`,
  ];
  const timer = [
    '[Unit]',
    `Description=When the briefing of ${percent(plan.zone)} is built`,
    '',
    '[Timer]',
    ...(exact
      ? []
      : [
          `# ${plan.timing.cron.join(' | ')} in ${plan.timing.timeZone}: some of its times fall into hours in which the clocks are changed.`,
          '# systemd leaves those out, so it only asks here, and zonebrief knows what is due.',
        ]),
    ...times.map((time) => `OnCalendar=${time}`),
    'AccuracySec=1s',
    ...(exact && spread > 0 ? [`RandomizedDelaySec=${spread}`, 'FixedRandomDelay=true'] : []),
    '# What was missed while the machine was off is made up for.',
    'Persistent=true',
    '',
    '[Install]',
    'WantedBy=timers.target',
  ];
  return [
    { name: `${name}.service`, text: `${service.join('\n')}\n` },
    { name: `${name}.timer`, text: `${timer.join('\n')}\n` },
  ];
}

/** OnCalendar values that stand for the same times together, away from clock changes. */
export function calendarTimes({ cron, timeZone }: { cron: readonly string[]; timeZone: string }): string[] {
  return cron.flatMap((text) => {
    const parsed = parseCron(text);
    return 'expression' in parsed ? calendarsOf(parsed.expression, timeZone) : [];
  });
}

function calendarsOf({ minute, hour, day, month, weekday }: CronExpression, timeZone: string): string[] {
  const list = (values: readonly number[], all: number): string =>
    values.length === all ? '*' : values.map((value) => String(value).padStart(2, '0')).join(',');
  const time = `${list(hour.values, 24)}:${list(minute.values, 60)}:00 ${timeZone}`;
  const months = list(month.values, 12);
  const days = `*-${months}-${list(day.values, 31)}`;
  const names =
    weekday.values.length === 7 ? '' : `${weekday.values.map((value) => weekdays[value]).join(',')} `;
  // Days and weekdays both named: cron takes either, systemd would ask for both.
  if (!day.any && !weekday.any) return [`${days} ${time}`, `${names}*-${months}-* ${time}`];
  return [`${names}${days} ${time}`];
}

/** % begins a specifier everywhere. */
const percent = (text: string): string => text.replaceAll('%', '%%');

/** One word of a command line: systemd.service(5), "Command lines". */
function quote(word: string): string {
  const escaped = percent(word).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('$', '$$$$');
  return /^[\w@%+=:,./-]+$/.test(escaped) ? escaped : `"${escaped}"`;
}

/** As systemd-escape writes names of units: bytes it does not allow as \xNN. */
function escapeName(name: string): string {
  return [...Buffer.from(name)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      return /[\w:.-]/.test(character) ? character : `\\x${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');
}
