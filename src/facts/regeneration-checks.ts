/** Layer 1. What a schema cannot say about a zone's schedule and its notices. */
import type { Findings, Place } from '../diagnostic.js';
import { parseCron } from './cron.js';
import type { Path } from './explain.js';
import type { NoticeChannel, Schedule } from './regeneration-schema.js';
import { shown } from './spelling.js';
import { timeZoneFault } from './time-zone.js';

interface File {
  placeOf(path: Path, offset?: number): Place;
  placeOfKey(path: Path): Place;
}

/** Expressions that cannot be read or never come, time zones that are not there: with the place of the field itself. */
export function checkSchedule({ cron, timeZone }: Schedule, file: File, findings: Findings): void {
  const expressions = typeof cron === 'string' ? [cron] : cron;
  expressions.forEach((text, index) => {
    const parsed = parseCron(text);
    if (!('fault' in parsed)) return;
    const { offset, ...words } = parsed.fault;
    const path = typeof cron === 'string' ? ['schedule', 'cron'] : ['schedule', 'cron', index];
    findings.error('schedule/cron', words.message, { ...words, at: file.placeOf(path, offset) });
  });
  const fault = timeZoneFault(timeZone);
  if (!fault) return;
  findings.error('schedule/time-zone', `${shown(timeZone)} is no time zone`, {
    at: file.placeOf(['schedule', 'timeZone']),
    expected: 'an IANA name, such as Asia/Shanghai, Europe/Berlin or UTC',
    ...fault,
  });
}

/** Languages that the zone lacks; a user without password. */
export function checkChannels(
  channels: readonly NoticeChannel[],
  languages: readonly string[],
  file: File,
  findings: Findings,
): void {
  channels.forEach((channel, index) => {
    if (channel.kind !== 'mail') return;
    channel.languages?.forEach((language, item) => {
      if (languages.includes(language)) return;
      findings.error(
        'notify/language',
        `the mail is in ${shown(language)}, which is no language of the zone`,
        {
          at: file.placeOf(['notify', index, 'languages', item]),
          expected: `one of ${languages.join(', ')}`,
        },
      );
    });
    for (const [given, missing] of [
      ['user', 'password'],
      ['password', 'user'],
    ] as const) {
      if (channel[given] === undefined || channel[missing] !== undefined) continue;
      findings.error('notify/credentials', `the mail has a ${given} and no ${missing}`, {
        at: file.placeOfKey(['notify', index, given]),
        expected: 'both, or neither where the server asks for none',
        hint: `Add "${missing}:" with the name of the environment variable that holds it.`,
      });
    }
  });
}
