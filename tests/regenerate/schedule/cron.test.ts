import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duesBetween, nextDue, nextDues } from '../../../src/regenerate/schedule/cron.js';
import { jitterOf, nextRun, runsBetween } from '../../../src/regenerate/schedule/plan.js';

const dues = (cron: string | string[], timeZone: string, after: string, number: number): string[] =>
  nextDues({ cron: [cron].flat(), timeZone }, new Date(after), number).map((date) =>
    date.toISOString().replace(':00.000Z', 'Z'),
  );

describe('runs that a schedule names', () => {
  it('go by the clocks of the zone', () => {
    expect(dues('0 6 * * 1-5', 'Asia/Shanghai', '2026-11-20T00:00:00Z', 3)).toEqual([
      '2026-11-22T22:00Z',
      '2026-11-23T22:00Z',
      '2026-11-24T22:00Z',
    ]);
  });

  it('of several expressions come in order, and once where two meet', () => {
    expect(dues(['0 6 * * *', '0 12 * * 1', '0 6 * * 1'], 'UTC', '2026-11-22T07:00:00Z', 3)).toEqual([
      '2026-11-23T06:00Z',
      '2026-11-23T12:00Z',
      '2026-11-24T06:00Z',
    ]);
  });

  it('that fall into a gap of the clock are made when it is over', () => {
    // Berlin, 29 March 2026: 01:59:59 is followed by 03:00.
    expect(dues('30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00:00Z', 2)).toEqual([
      '2026-03-29T01:00Z',
      '2026-03-30T00:30Z',
    ]);
    // Two a day: the other one is not moved.
    expect(dues('30 2,14 * * *', 'Europe/Berlin', '2026-03-28T20:00:00Z', 2)).toEqual([
      '2026-03-29T01:00Z',
      '2026-03-29T12:30Z',
    ]);
    // Lord Howe moves its clocks by half an hour only: 02:15 is not there on 4 October 2026.
    expect(dues('15 2 * * *', 'Australia/Lord_Howe', '2026-10-03T00:00:00Z', 2)).toEqual([
      '2026-10-03T15:30Z',
      '2026-10-04T15:15Z',
    ]);
    // In Santiago it is midnight itself that is missing.
    expect(dues('0 0 * * *', 'America/Santiago', '2026-09-05T12:00:00Z', 2)).toEqual([
      '2026-09-06T04:00Z',
      '2026-09-07T03:00Z',
    ]);
  });

  it('at a time that comes twice are made the first time only', () => {
    // Berlin, 25 October 2026: 02:30 comes at 00:30Z and at 01:30Z.
    expect(dues('30 2 * * *', 'Europe/Berlin', '2026-10-24T12:00:00Z', 2)).toEqual([
      '2026-10-25T00:30Z',
      '2026-10-26T01:30Z',
    ]);
    expect(dues('45 1 * * *', 'Australia/Lord_Howe', '2026-04-04T00:00:00Z', 2)).toEqual([
      '2026-04-04T14:45Z',
      '2026-04-05T15:15Z',
    ]);
  });

  it('every half hour stay half an hour apart, whatever the clocks do', () => {
    for (const day of ['2026-10-24T23:10:00Z', '2026-03-29T00:10:00Z']) {
      const times = nextDues({ cron: ['*/30 * * * *'], timeZone: 'Europe/Berlin' }, new Date(day), 8);
      const apart = times.slice(1).map((date, index) => date.getTime() - (times[index] as Date).getTime());
      expect(new Set(apart)).toEqual(new Set([1_800_000]));
    }
  });

  it('once a day are once on each day of the calendar, in every zone', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'Africa/Cairo',
      'Asia/Shanghai',
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        (timeZone, hour, minute) => {
          const timing = { cron: [`${minute} ${hour} * * *`], timeZone };
          const times = nextDues(timing, new Date('2026-01-01T00:00:00Z'), 366);
          const day = new Intl.DateTimeFormat('en-CA', { timeZone });
          const days = times.map((date) => day.format(date));
          expect(new Set(days).size).toBe(366);
          const span = Date.parse(days.at(-1) as string) - Date.parse(days[0] as string);
          expect(span).toBe(365 * 86_400_000);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('end where none comes any more', () => {
    expect(
      nextDue({ cron: ['0 0 30 2 *'], timeZone: 'UTC' }, new Date('2026-01-01T00:00:00Z')),
    ).toBeUndefined();
  });
});

describe('what fell due meanwhile', () => {
  const between = (cron: string, after: string, until: string) =>
    duesBetween({ cron: [cron], timeZone: 'UTC' }, new Date(after), new Date(until));

  it('is counted, with the last of it; the beginning does not count and the end does', () => {
    expect(between('0 6 * * *', '2026-01-01T06:00:00Z', '2026-01-03T06:00:00Z')).toEqual({
      last: new Date('2026-01-03T06:00:00Z'),
      count: 2,
    });
    expect(between('0 6 * * *', '2026-01-01T06:00:00Z', '2026-01-02T05:59:59Z')).toEqual({ count: 0 });
  });

  it('ends with the last even of more than are counted', () => {
    expect(between('* * * * *', '2025-01-01T00:00:00Z', '2026-01-03T06:00:30Z')).toEqual({
      last: new Date('2026-01-03T06:00:00Z'),
      count: 1000,
    });
  });
});

describe('jitter', () => {
  const plan = (zone: string) => ({
    zone,
    timing: { cron: ['0 6 * * *'], timeZone: 'UTC' },
    jitter: jitterOf(zone, 600),
  });

  it('is within its bound, the same every time, and spread over zones', () => {
    const zones = Array.from({ length: 500 }, (_, index) => `zone-${index}`);
    const seconds = zones.map((zone) => jitterOf(zone, 600));
    expect(Math.min(...seconds)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...seconds)).toBeLessThanOrEqual(600);
    expect(new Set(seconds).size).toBeGreaterThan(250);
    expect(zones.map((zone) => jitterOf(zone, 600))).toEqual(seconds);
    expect(jitterOf('any', 0)).toBe(0);
  });

  it('moves a run, and what is due, by the same seconds', () => {
    const { jitter } = plan('chongqing-hitech-zone');
    expect(jitter).toBeGreaterThan(0);
    const run = nextRun(plan('chongqing-hitech-zone'), new Date('2026-01-01T00:00:00Z')) as Date;
    expect(run.toISOString()).toBe(
      new Date(Date.parse('2026-01-01T06:00:00Z') + jitter * 1000).toISOString(),
    );
    const due = (until: Date) =>
      runsBetween(plan('chongqing-hitech-zone'), new Date('2026-01-01T00:00:00Z'), until);
    expect(due(new Date(run.getTime() - 1)).count).toBe(0);
    expect(due(run)).toEqual({ last: run, count: 1 });
  });

  it('does not have the same run twice, nor lose one, at whatever moments one looks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 200_000 }), { minLength: 1, maxLength: 20 }),
        (steps) => {
          let at = new Date('2026-03-27T00:00:00Z');
          let counted = 0;
          for (const step of steps) {
            const then = new Date(at.getTime() + step * 1000);
            counted += runsBetween(plan('a'), at, then).count;
            at = then;
          }
          expect(counted).toBe(runsBetween(plan('a'), new Date('2026-03-27T00:00:00Z'), at).count);
        },
      ),
      { numRuns: 50 },
    );
  });
});
