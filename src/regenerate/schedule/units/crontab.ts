/** Layer 5. Lines for crontab(5). CRON_TZ is cronie's (Fedora, RHEL, Arch, openSUSE); Debian's and macOS's cron lack it. */
import { dueEvery, refuseControls, type UnitOptions, wordsFor } from './unit.js';

/** @throws {UsageError} where a path holds a control character */
export function crontabLines(options: UnitOptions): string {
  const { zones, root, out, command } = options;
  refuseControls([root, out, ...command, ...zones.map(({ plan }) => plan.zone)]);
  const call = (zone: string, due: boolean): string =>
    [...command, ...wordsFor(zone, options, due)].map(quote).join(' ');
  const log = `${out}/.zonebrief`;
  const line = (zone: string, due: boolean, wait: number): string =>
    escaped(
      `${wait > 0 ? `sleep ${wait}; ` : ''}mkdir -p ${quote(log)} && cd ${quote(root)} && ${call(zone, due)} >> ${quote(`${log}/schedule.log`)}`,
    );
  const secrets = [...new Set(zones.flatMap((zone) => zone.secrets))].sort();
  const lines = [
    '# zonebrief: crontab -e takes these lines. Findings go to standard error, which cron mails to MAILTO.',
    ...secrets.map((secret) => `# ${secret}=…`),
    ...zones.flatMap(({ plan: { zone, timing, jitter } }) => [
      '',
      `CRON_TZ=${timing.timeZone}`,
      ...timing.cron.map((expression) => `${expression.trim()} ${line(zone, false, jitter)}`),
    ]),
    '',
    `# Where cron does not know CRON_TZ (Debian, Ubuntu, macOS), take these instead: every ${dueEvery} minutes what is due.`,
    ...zones.map(({ plan: { zone } }) => `# */${dueEvery} * * * * ${line(zone, true, 0)}`),
  ];
  return `${lines.join('\n')}\n`;
}

/** One word of a shell. */
const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** In crontab % ends the command. The backslash goes away again, in quotes as well. */
const escaped = (line: string): string => line.replaceAll('%', '\\%');
