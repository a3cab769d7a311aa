import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostic.js';
import { parseCron } from '../../src/facts/cron.js';
import { loadLedger } from '../../src/facts/load.js';
import { timeZoneFault } from '../../src/facts/time-zone.js';
import { exampleWorld, exampleZone } from '../support/example.js';

const values = (text: string): Record<string, readonly number[]> | undefined => {
  const parsed = parseCron(text);
  if ('fault' in parsed) return undefined;
  return Object.fromEntries(Object.entries(parsed.expression).map(([name, field]) => [name, field.values]));
};

describe('a cron expression', () => {
  it('is read field by field: lists, ranges, steps, names, Sunday as 0 and 7', () => {
    expect(values('*/15 8-18/2 1,15 JAN-mar MON,7')).toEqual({
      minute: [0, 15, 30, 45],
      hour: [8, 10, 12, 14, 16, 18],
      day: [1, 15],
      month: [1, 2, 3],
      weekday: [0, 1],
    });
  });

  it.each([
    ['0 25 * * *', 2, 'hour is "25"'],
    ['0 6 * * 1-5 *', 0, '"0 6 * * 1-5 *" has 6 fields'],
    ['@daily', 0, '"@daily" has 1 field'],
    ['0 6 30 2 *', 4, 'day 30 does not come in month 2'],
    ['0 6 * * fri-mon', 8, 'weekday counts from fri down to mon'],
    ['5/10 * * * *', 0, 'minute has a step after one value: "5/10"'],
    ['*/0 * * * *', 2, 'minute has a step of 0'],
    ['1, * * * *', 2, 'minute has a comma with nothing beside it'],
    ['0 6 L * *', 4, 'day is "L"'],
    ['0 6 */2 * 1', 4, 'day */2 and weekday 1 together are read in two ways by cron programs'],
    ['0 6 1 * */2', 8, 'day 1 and weekday */2 together are read in two ways by cron programs'],
    ['0 6 * * 1#2', 8, 'weekday is "1#2"'],
  ])('%s is refused, at the place where it goes wrong', (text, offset, message) => {
    expect(parseCron(text)).toMatchObject({ fault: { offset, message } });
  });

  it('is taken by the library that reckons its times, and stands for the values that library has', () => {
    const number = (min: number, max: number) => fc.integer({ min, max });
    const field = (min: number, max: number) =>
      fc.oneof(
        fc.constant('*'),
        number(min, max).map(String),
        fc.tuple(number(min, max), number(min, max)).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
        number(1, max).map((step) => `*/${step}`),
        fc.array(number(min, max), { minLength: 2, maxLength: 4 }).map((list) => list.join(',')),
      );
    const fields = fc.tuple(field(0, 59), field(0, 23), field(1, 28), field(1, 12), field(0, 7));
    fc.assert(
      fc.property(fields, number(0, 400), (parts, days) => {
        const text = parts.join(' ');
        const parsed = parseCron(text);
        if ('fault' in parsed) {
          expect(parsed.fault.message).toContain('read in two ways');
          return;
        }
        const next = new Cron(text, { mode: '5-part', timezone: 'UTC', paused: true }).nextRun(
          new Date(Date.UTC(2026, 0, 1 + days)),
        ) as Date;
        const { minute, hour, month } = parsed.expression;
        expect(minute.values).toContain(next.getUTCMinutes());
        expect(hour.values).toContain(next.getUTCHours());
        expect(month.values).toContain(next.getUTCMonth() + 1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a time zone', () => {
  it.each(['UTC', 'Asia/Shanghai', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5', 'Asia/Calcutta'])(
    '%s is one',
    (name) => expect(timeZoneFault(name)).toBeUndefined(),
  );

  it.each([
    ['Asia/Shangai', 'Did you mean Asia/Shanghai?'],
    ['Asia/Chongching', undefined],
    ['Berlin', 'Did you mean Europe/Berlin?'],
    ['europe/berlin', 'Write Europe/Berlin.'],
    ['+08:00', undefined],
  ])('%s is none', (name, hint) => {
    const fault = timeZoneFault(name);
    expect(fault).toBeDefined();
    if (hint) expect(fault?.hint).toBe(hint);
  });
});

describe('schedule and notices in zone.yaml', () => {
  const found = async (yaml: string): Promise<string[]> => {
    const world = exampleWorld({ [`/data/${exampleZone}/zone.yaml`]: (text) => `${text}${yaml}` });
    const { diagnostics } = await loadLedger(world, `/data/${exampleZone}`);
    return diagnostics.map((diagnostic) => formatDiagnostic(diagnostic).split('\n')[0] as string);
  };

  it('may be there, whole', async () => {
    expect(
      await found(
        [
          'schedule: { cron: ["0 6 * * 1-5", "30 18 1 * *"], timeZone: Asia/Shanghai, jitter: 60 }',
          'notify:',
          '  - { kind: command, run: [node, tools/tell.mjs], timeout: 20, when: [made] }',
          '  - { kind: webhook, url: "https://hooks.example.org/x?y=1", secret: BRIEFING_SECRET }',
          '  - { kind: mail, server: smtp.example.org, from: a@example.org, to: [b@example.org], user: U, password: P, languages: [de] }',
          '',
        ].join('\n'),
      ),
    ).toEqual([]);
  });

  it('are found fault with at the very character', async () => {
    expect(
      await found('schedule:\n  cron: ["0 6 * * *", "0 6 * * mno"]\n  timeZone: Asia/Shangai\n'),
    ).toEqual([
      '/data/example-zone/zone.yaml:10:32 error schedule/cron: weekday is "mno"',
      '/data/example-zone/zone.yaml:11:13 error schedule/time-zone: "Asia/Shangai" is no time zone',
    ]);
  });

  it('take no address without TLS, no secret itself, no user without password, no other language', async () => {
    const yaml = (lines: string[]): string => `notify:\n${lines.map((line) => `  - ${line}\n`).join('')}`;
    expect(
      await found(
        yaml([
          '{ kind: webhook, url: "http://hooks.example.org/", secret: BRIEFING_SECRET }',
          '{ kind: webhook, url: "https://user:word@example.org/", secret: "whsec_abc" }',
        ]),
      ),
    ).toEqual([
      '/data/example-zone/zone.yaml:10:27 error yaml/wrong-form: "url" is "http://hooks.example.org/"',
      '/data/example-zone/zone.yaml:11:27 error yaml/wrong-form: "url" is "https://user:word@example.org/"',
      '/data/example-zone/zone.yaml:11:69 error yaml/wrong-form: "secret" is "whsec_abc"',
    ]);
    expect(
      await found(
        yaml([
          '{ kind: mail, server: m.example.org, from: a@example.org, to: [b@example.org], user: U, languages: [fr] }',
        ]),
      ),
    ).toEqual([
      '/data/example-zone/zone.yaml:10:84 error notify/credentials: the mail has a user and no password',
      '/data/example-zone/zone.yaml:10:105 error notify/language: the mail is in "fr", which is no language of the zone',
    ]);
  });
});
