import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/regenerate/notify/report.js';
import { runOnce } from '../../../src/regenerate/schedule/once.js';
import { type Service, startService } from '../../../src/regenerate/schedule/service.js';
import { readStatus, statusPath } from '../../../src/regenerate/schedule/status.js';
import { type Machine, machine, zoneYaml } from '../machine.js';

const hourly = zoneYaml('schedule: { cron: "0 * * * *", timeZone: UTC }');

interface Served {
  readonly service: Service;
  readonly events: { event: string; [field: string]: unknown }[];
  /** Zones in the order their runs began, with the clock. */
  readonly runs: string[];
  readonly stop: () => void;
  named(event: string): { event: string; [field: string]: unknown }[];
}

type Building = (zone: string) => Promise<Partial<Run> | undefined>;

function context(on: Machine, build: Building = async () => undefined) {
  const events: Served['events'] = [];
  const runs: string[] = [];
  const options = {
    world: on.world,
    outside: on.outside,
    root: '/',
    out: '/out',
    log: (level: string, event: string, fields: object = {}) => void events.push({ level, event, ...fields }),
    async build(zone: string): Promise<Run> {
      runs.push(`${on.now().toISOString().slice(11, 19)} ${zone}`);
      const run = await build(zone);
      return { zone, outcome: 'unchanged', changes: [], diagnostics: [], folder: '', files: [], ...run };
    },
  };
  return { options, events, runs };
}

function serve(
  on: Machine,
  { build, zones = ['park'], patience = 60 }: { build?: Building; zones?: string[]; patience?: number } = {},
): Served {
  const stop = new AbortController();
  const { options, events, runs } = context(on, build);
  const service = startService({ ...options, zones: async () => zones, stop: stop.signal, patience });
  return {
    service,
    events,
    runs,
    stop: () => stop.abort(),
    named: (event) => events.filter((one) => one.event === event),
  };
}

const park = (yaml = hourly): Record<string, string> => ({ '/data/park/zone.yaml': yaml });
const take = (on: Machine, seconds: number) =>
  new Promise<void>((done) => void on.outside.sleep(seconds * 1000).then(done));

describe('the service', () => {
  it('builds when a schedule says so, and only then', async () => {
    const on = machine('2026-01-01T08:30:00Z', park());
    const served = serve(on);
    await on.pass(3 * 3600);
    expect(served.runs).toEqual(['09:00:00 park', '10:00:00 park', '11:00:00 park']);
    expect(served.named('runs-missed')).toEqual([]);
  });

  it('makes up once for what was missed while the machine slept, and says so', async () => {
    const on = machine('2026-01-01T08:30:00Z', park());
    const served = serve(on);
    await on.pass(60);
    on.leap(5 * 3600);
    await on.pass(60);
    expect(served.runs).toHaveLength(1);
    expect(served.named('runs-missed')).toMatchObject([
      { zone: 'park', runs: 5, since: '2026-01-01T08:30:00.000Z', due: '2026-01-01T13:00:00.000Z' },
    ]);
    await on.pass(1800);
    expect(served.runs.at(-1)).toBe('14:00:00 park');
    expect(served.runs).toHaveLength(2);
  });

  it('makes up at its start for what fell due while it did not run, and has nothing to make up for the first time', async () => {
    const on = machine('2026-01-01T08:30:00Z', park());
    const first = serve(on);
    await on.pass(3600);
    expect(first.runs).toEqual(['09:00:00 park']);
    first.stop();
    await first.service.ended;
    on.leap(7 * 3600);
    const second = serve(on);
    await on.pass(1);
    expect(second.runs).toEqual(['16:30:00 park']);
    expect(second.named('runs-missed')).toMatchObject([{ runs: 7 }]);
    await on.pass(60);
    expect(second.runs).toHaveLength(1);
  });

  it('has no run of a zone overlap the next: one that takes too long is followed by one, at once', async () => {
    const on = machine('2026-01-01T08:59:00Z', park());
    let running = 0;
    let most = 0;
    const served = serve(on, {
      async build() {
        running += 1;
        most = Math.max(most, running);
        await take(on, 2.5 * 3600);
        running -= 1;
        return undefined;
      },
    });
    await on.pass(6 * 3600);
    expect(most).toBe(1);
    expect(served.runs).toEqual(['09:00:00 park', '11:30:00 park', '14:00:00 park']);
    expect(served.named('runs-missed')).toMatchObject([
      { runs: 2, due: '2026-01-01T11:00:00.000Z', late: 1800 },
      { runs: 3, due: '2026-01-01T14:00:00.000Z', late: 0 },
    ]);
  });

  it('builds one zone after the other, and goes on whatever happens to one', async () => {
    const on = machine('2026-01-01T08:59:00Z', {
      ...park(),
      '/data/harbour/zone.yaml': hourly,
      '/data/airport/zone.yaml': hourly,
    });
    let running = 0;
    const served = serve(on, {
      zones: ['airport', 'harbour', 'park'],
      async build(zone) {
        running += 1;
        expect(running).toBe(1);
        await take(on, 10);
        running -= 1;
        if (zone === 'harbour') throw new Error('the disk is full');
        return undefined;
      },
    });
    await on.pass(120);
    expect(served.runs).toEqual(['09:00:00 airport', '09:00:10 harbour', '09:00:20 park']);
    expect(served.named('run-finished').map(({ zone, outcome }) => [zone, outcome])).toEqual([
      ['airport', 'unchanged'],
      ['harbour', 'failed'],
      ['park', 'unchanged'],
    ]);
    expect(served.named('finding')).toMatchObject([{ zone: 'harbour', message: 'the disk is full' }]);
    expect(served.service.health()).toMatchObject({ status: 'failing', zones: 3, failed: 1 });
  });

  it('runs on when the clock is set back, without making up for the time that comes twice', async () => {
    const on = machine('2026-01-01T08:30:00Z', park());
    const served = serve(on);
    await on.pass(3600);
    on.leap(-5 * 3600);
    await on.pass(60);
    expect(served.named('clock-set-back')).toHaveLength(1);
    expect(served.runs).toHaveLength(1);
    await on.pass(3600);
    expect(served.runs).toEqual(['09:00:00 park', '05:00:00 park']);
  });

  it('takes up a schedule that is changed, keeps one that cannot be read any more, and drops one that is gone', async () => {
    const on = machine('2026-01-01T08:30:00Z', park());
    const served = serve(on);
    await on.pass(60);
    await on.world.write('/data/park/zone.yaml', hourly.replace('0 * * * *', '45 * * * *'));
    await on.pass(900);
    expect(served.runs).toEqual(['08:45:00 park']);
    expect(served.named('schedule-changed')).toMatchObject([
      { zone: 'park', next: '2026-01-01T08:45:00.000Z' },
    ]);
    await on.world.write('/data/park/zone.yaml', 'schedule: [');
    await on.pass(3600);
    expect(served.runs).toEqual(['08:45:00 park', '09:45:00 park']);
    expect(served.named('settings-unreadable')).toHaveLength(1);
    expect(served.service.health()).toMatchObject({ status: 'failing', unreadable: 1 });
    await on.world.write('/data/park/zone.yaml', zoneYaml(''));
    await on.pass(3600);
    expect(served.runs).toHaveLength(2);
    expect(served.service.health()).toMatchObject({ status: 'ok', zones: 0 });
    expect(await readStatus(on.world, '/out')).toEqual({});
  });

  it('forgets a zone whose folder is gone, and what was wrong with it', async () => {
    const on = machine('2026-01-01T08:30:00Z', { ...park(), '/data/harbour/zone.yaml': 'schedule: [' });
    const zones = ['harbour', 'park'];
    const served = serve(on, { zones });
    await on.pass(60);
    expect(served.service.health()).toMatchObject({ status: 'failing', zones: 1, unreadable: 1 });
    zones.splice(0);
    await on.pass(3600);
    expect(served.service.health()).toMatchObject({ status: 'ok', zones: 0, unreadable: 0 });
    expect(served.runs).toEqual([]);
  });

  it('takes a schedule that could be read before it was started, and none that was taken away', async () => {
    const on = machine('2026-01-01T08:30:00Z', park());
    const first = serve(on);
    await on.pass(3600);
    first.stop();
    await first.service.ended;
    await on.world.write('/data/park/zone.yaml', 'schedule: [');
    const second = serve(on);
    await on.pass(3600);
    expect(second.runs).toEqual(['10:00:00 park']);
    expect(second.service.health()).toMatchObject({ status: 'failing', unreadable: 1 });
    await on.world.write('/data/park/zone.yaml', zoneYaml(''));
    await on.pass(60);
    second.stop();
    await second.service.ended;
    await on.world.write('/data/park/zone.yaml', 'schedule: [');
    const third = serve(on);
    await on.pass(7200);
    expect(third.runs).toEqual([]);
  });

  it('finishes what it builds when it is to stop, begins nothing more, and ends', async () => {
    const on = machine('2026-01-01T08:59:00Z', { ...park(), '/data/harbour/zone.yaml': hourly });
    const served = serve(on, { zones: ['harbour', 'park'], build: () => take(on, 30).then(() => undefined) });
    await on.pass(70);
    served.stop();
    expect(served.service.health().status).toBe('stopping');
    await on.pass(25);
    expect(await served.service.ended).toEqual([]);
    expect(served.runs).toEqual(['09:00:00 harbour']);
    expect(served.named('run-finished')).toHaveLength(1);
    // Whoever waited in turn is still outstanding for the next start.
    const { park: left } = await readStatus(on.world, '/out');
    expect(left).toMatchObject({ considered: '2026-01-01T08:59:00.000Z', running: false });
  });

  it('waits only so long for what it builds', async () => {
    const on = machine('2026-01-01T08:59:00Z', park());
    const served = serve(on, { patience: 20, build: () => take(on, 9999).then(() => undefined) });
    await on.pass(70);
    served.stop();
    await on.pass(25);
    expect(await served.service.ended).toEqual(['park']);
    expect(served.named('stopped')).toMatchObject([{ level: 'warning', unfinished: ['park'] }]);
  });

  it('tells a status file what was run, what came of it, and what comes next', async () => {
    const on = machine('2026-01-01T08:30:00Z', park());
    const served = serve(on, {
      build: async () => ({
        outcome: 'made',
        edition: { id: '2025-12-31.1', date: '2025-12-31', number: 1 },
      }),
    });
    await on.pass(3600);
    served.stop();
    await served.service.ended;
    expect(JSON.parse(await on.world.readText(statusPath('/out')))).toEqual({
      version: 1,
      zones: {
        park: {
          considered: '2026-01-01T09:00:00.000Z',
          next: '2026-01-01T10:00:00.000Z',
          running: false,
          last: {
            due: '2026-01-01T09:00:00.000Z',
            started: '2026-01-01T09:00:00.000Z',
            finished: '2026-01-01T09:00:00.000Z',
            outcome: 'made',
            edition: '2025-12-31.1',
            errors: 0,
            warnings: 0,
            undelivered: 0,
          },
        },
      },
    });
    expect([...on.world.files.keys()].filter((path) => path.startsWith('/out/')).sort()).toEqual([
      '/out/.zonebrief/park/zone.yaml',
      statusPath('/out'),
    ]);
  });

  it('goes on where the status cannot be written, and leaves other zones in it alone', async () => {
    const on = machine('2026-01-01T08:30:00Z', {
      ...park(),
      '/out/.zonebrief/schedule.json': JSON.stringify({
        version: 1,
        zones: { other: { considered: '2025-01-01T00:00:00Z', running: false } },
      }),
    });
    const served = serve(on);
    await on.pass(60);
    expect(Object.keys(await readStatus(on.world, '/out'))).toEqual(['other', 'park']);
    on.world.move = async () => {
      throw new Error('EROFS');
    };
    await on.pass(3600);
    expect(served.runs).toEqual(['09:00:00 park']);
    expect(served.named('status-not-written').length).toBeGreaterThan(0);
  });
});

describe('health', () => {
  it('is bad while a run that is due does not begin, and never names a zone', async () => {
    const on = machine('2026-01-01T08:59:00Z', { ...park(), '/data/harbour/zone.yaml': hourly });
    const { service } = serve(on, {
      zones: ['harbour', 'park'],
      build: (zone) => take(on, zone === 'harbour' ? 1800 : 1).then(() => ({ outcome: 'held' })),
    });
    await on.pass(600);
    expect(service.health()).toMatchObject({ status: 'ok', overdue: 0 });
    await on.pass(600);
    expect(service.health()).toMatchObject({ status: 'failing', overdue: 1 });
    await on.pass(1200);
    expect(service.health()).toEqual({
      status: 'ok',
      zones: 2,
      held: 2,
      failed: 0,
      unreadable: 0,
      overdue: 0,
    });
  });
});

describe('once', () => {
  it('builds every zone and ends with the gravest code', async () => {
    const on = machine('2026-01-01T08:30:00Z', {
      ...park(),
      '/data/harbour/zone.yaml': zoneYaml(''),
      '/data/broken/zone.yaml': 'name: [',
    });
    const held: Partial<Run> = {
      outcome: 'held',
      diagnostics: [{ code: 'x/y', severity: 'error', message: 'wrong' }],
    };
    const calm = context(on);
    expect(await runOnce(calm.options, ['park', 'harbour'], false)).toEqual({ code: 0, diagnostics: [] });
    expect(calm.runs).toHaveLength(2);
    const bad = context(on, async (zone) => (zone === 'park' ? held : undefined));
    expect((await runOnce(bad.options, ['harbour', 'park'], false)).code).toBe(1);
    expect((await runOnce(calm.options, ['broken', 'park'], false)).code).toBe(1);
    const worst = context(on, async (zone) => {
      if (zone === 'harbour') throw new Error('no');
      return held;
    });
    const { code, diagnostics } = await runOnce(worst.options, ['harbour', 'park'], false);
    expect(code).toBe(2);
    expect(diagnostics.map(({ code: of }) => of)).toEqual(['build/failed', 'x/y']);
  });

  it('with --due runs what fell due since, once, however often it is called', async () => {
    const on = machine('2026-01-01T08:30:00Z', park());
    const { options, runs } = context(on);
    for (let minute = 0; minute < 120; minute += 5) {
      await runOnce(options, ['park'], true);
      on.leap(300);
    }
    expect(runs).toEqual(['09:00:00 park', '10:00:00 park']);
  });

  it('with --due is not put off for years by a clock that was wrong', async () => {
    const on = machine('2036-01-01T08:30:00Z', park());
    const { options, runs, events } = context(on);
    await runOnce(options, ['park'], true);
    on.leap(-10 * 365 * 86_400);
    await runOnce(options, ['park'], true);
    expect(events.map(({ event }) => event)).toEqual(['clock-set-back']);
    on.leap(3600);
    await runOnce(options, ['park'], true);
    expect(runs).toHaveLength(1);
  });
});
