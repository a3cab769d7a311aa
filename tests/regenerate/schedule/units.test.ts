import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseCron } from '../../../src/facts/cron.js';
import { nextDues } from '../../../src/regenerate/schedule/cron.js';
import { matches, touchesClockChange } from '../../../src/regenerate/schedule/units/clock-changes.js';
import { crontabLines } from '../../../src/regenerate/schedule/units/crontab.js';
import { githubWorkflows } from '../../../src/regenerate/schedule/units/github-actions.js';
import { calendarTimes, systemdUnits } from '../../../src/regenerate/schedule/units/systemd.js';
import type { UnitOptions, UnitZone } from '../../../src/regenerate/schedule/units/unit.js';

const now = new Date('2026-01-01T00:00:00Z');

const zoneOf = (zone: string, cron: string[], timeZone: string, more: Partial<UnitZone> = {}): UnitZone => ({
  plan: { zone, timing: { cron, timeZone }, jitter: 0 },
  spread: 0,
  secrets: [],
  ...more,
});

const options = (zones: UnitZone[], more: Partial<UnitOptions> = {}): UnitOptions => ({
  zones,
  root: '/srv/our briefings/50% $HOME "x"',
  out: '/srv/our briefings/50% $HOME "x"/out',
  command: ['/usr/bin/node', '/opt/zone brief/cli.js'],
  flags: [],
  install: { steps: ['npm ci'], command: 'npx zonebrief' },
  now,
  ...more,
});

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zonebrief-units-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('whether a schedule touches the hours in which clocks are changed', () => {
  it.each([
    [['0 6 * * *'], 'Europe/Berlin', false],
    [['30 2 * * *'], 'Europe/Berlin', true],
    [['30 2 * * 1-5'], 'Europe/Berlin', false],
    [['30 2 1-20 * *'], 'Europe/Berlin', false],
    [['30 2 * 4-9 *'], 'Europe/Berlin', false],
    [['*/15 * * * *'], 'Asia/Shanghai', false],
    [['*/15 * * * *'], 'Europe/Berlin', true],
    [['0 6 * * *', '59 2 * * 0'], 'Europe/Berlin', true],
    [['45 1 * * *'], 'Australia/Lord_Howe', true],
    [['15 1 * * *'], 'Australia/Lord_Howe', false],
    [['0 0 * * *'], 'America/Santiago', true],
  ])('%j in %s: %s', (cron, timeZone, touches) => {
    expect(touchesClockChange({ cron, timeZone }, now)).toBe(touches);
  });
});

describe('the days and times that an expression names', () => {
  it('are those at which it falls due, days and weekdays together as cron has them', () => {
    const number = (min: number, max: number) => fc.integer({ min, max });
    const some = (min: number, max: number) =>
      fc.oneof(
        number(min, max).map(String),
        fc.tuple(number(min, max), number(min, max)).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`),
        fc.array(number(min, max), { minLength: 2, maxLength: 3 }).map((list) => list.join(',')),
      );
    const field = (min: number, max: number) =>
      fc.oneof(
        fc.constant('*'),
        some(min, max),
        number(2, 7).map((step) => `*/${step}`),
      );
    const fields = fc.tuple(number(0, 59), number(0, 23), field(1, 28), field(1, 12), field(0, 6));
    fc.assert(
      fc.property(fields, (parts) => {
        const text = parts.join(' ');
        const parsed = parseCron(text);
        // Days and weekdays that programs read in two ways are refused.
        if (!('expression' in parsed)) return;
        const [minute, hour] = parts;
        const days = Array.from(
          { length: 400 },
          (_, day) => new Date(Date.UTC(2026, 0, 1 + day, hour as number, minute as number)),
        ).filter((clock) => matches(parsed.expression, clock));
        const due = nextDues({ cron: [text], timeZone: 'UTC' }, new Date(now.getTime() - 1), days.length);
        expect(due, text).toEqual(days);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a schedule that touches no hour in which clocks are changed', () => {
  it('comes at the times on the clock that it names, each once: whoever reads it, reads it so', () => {
    const zones = [
      'Europe/Berlin',
      'America/New_York',
      'Australia/Lord_Howe',
      'America/Santiago',
      'Africa/Cairo',
    ];
    const clockIn = (timeZone: string) => {
      const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
      return (date: Date) => format.format(date);
    };
    let touching = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 4 }),
        fc.constantFrom('*', '0', '1-5', '6,0'),
        (timeZone, minute, hour, weekday) => {
          const cron = [`${minute} ${hour} * * ${weekday}`];
          if (touchesClockChange({ cron, timeZone }, now)) {
            touching += 1;
            return;
          }
          const parsed = parseCron(cron[0] as string);
          if (!('expression' in parsed)) throw new Error(cron[0]);
          const clocks = Array.from({ length: 365 }, (_, day) => Date.UTC(2026, 0, 2 + day, hour, minute))
            .map((clock) => new Date(clock))
            .filter((clock) => matches(parsed.expression, clock))
            .map((clock) => clock.toISOString().slice(0, 16).replace('T', ' '));
          const shown = clockIn(timeZone);
          const due = nextDues({ cron, timeZone }, new Date('2025-12-30T00:00:00Z'), clocks.length + 10)
            .map(shown)
            .filter((clock) => clock >= '2026-01-02')
            .slice(0, clocks.length);
          expect(due).toEqual(clocks);
        },
      ),
      { numRuns: 40 },
    );
    expect(touching).toBeGreaterThan(3);
    expect(touching).toBeLessThan(30);
  });
});

describe('units for systemd', () => {
  it('say the same times as cron does', () => {
    expect(
      calendarTimes({ cron: ['*/20 6 * * 1-5', '0 7 1,15 * fri', '5 4 */10 3 *'], timeZone: 'UTC' }),
    ).toEqual([
      'Mon,Tue,Wed,Thu,Fri *-*-* 06:00,20,40:00 UTC',
      '*-*-01,15 07:00:00 UTC',
      'Fri *-*-* 07:00:00 UTC',
      '*-03-01,11,21,31 04:05:00 UTC',
    ]);
  });

  it.skipIf(!has('systemd-analyze'))('are read by systemd as the times that cron names', () => {
    for (const [cron, timeZone] of [
      ['*/20 6 * * 1-5', 'Asia/Shanghai'],
      ['0 7 13 * *', 'Europe/Berlin'],
      ['5 4 */10 3 *', 'America/New_York'],
      ['30 12 29 2 *', 'UTC'],
      ['0 12 * * 7', 'Asia/Kolkata'],
    ] as const) {
      const [calendar] = calendarTimes({ cron: [cron], timeZone });
      const said = execFileSync(
        'systemd-analyze',
        ['calendar', '--iterations=6', '--base-time=2026-01-01 00:00:00 UTC', calendar as string],
        { encoding: 'utf8', env: { ...process.env, TZ: 'UTC', LC_ALL: 'C' } },
      );
      const times = [...said.matchAll(/(?:Next elapse|Iter. #\d+): \w+ (\S+) (\S+) UTC/g)].map(
        ([, day, time]) => `${day}T${time}.000Z`,
      );
      expect(times.length, cron).toBeGreaterThanOrEqual(5);
      const due = nextDues({ cron: [cron], timeZone }, now, times.length);
      expect(times, cron).toEqual(due.map((date) => date.toISOString()));
    }
  });

  it('are a service and a timer for each zone, with words in quotes and their signs escaped', () => {
    const units = systemdUnits(
      options([
        zoneOf('park', ['0 6 * * *'], 'Europe/Berlin', { spread: 90, secrets: ['A_KEY', 'B_KEY'] }),
        zoneOf('old town%', ['30 2 * * *'], 'Europe/Berlin', { spread: 90 }),
      ]),
    );
    expect(units.map(({ name }) => name)).toEqual([
      'zonebrief-park.service',
      'zonebrief-park.timer',
      'zonebrief-old\\x20town\\x25.service',
      'zonebrief-old\\x20town\\x25.timer',
    ]);
    const [service, timer, odd, oddTimer] = units.map(({ text }) => text);
    expect(service).toContain(
      'ExecStart=/usr/bin/node "/opt/zone brief/cli.js" schedule --once --root "/srv/our briefings/50%% $$HOME \\"x\\"" --out "/srv/our briefings/50%% $$HOME \\"x\\"/out" park\n',
    );
    expect(service).toContain('WorkingDirectory=/srv/our briefings/50%% $HOME "x"\n');
    expect(service).toContain('A_KEY=…, B_KEY=…');
    expect(timer).toContain('OnCalendar=*-*-* 06:00:00 Europe/Berlin\n');
    expect(timer).toContain('RandomizedDelaySec=90\nFixedRandomDelay=true\n');
    // Not exact there: systemd asks often, and zonebrief knows.
    expect(odd).toContain(' schedule --once --due ');
    expect(odd).not.toContain('EnvironmentFile');
    expect(oddTimer).toContain('OnCalendar=*:0/5\n');
    expect(oddTimer).not.toContain('RandomizedDelaySec');
  });

  it.skipIf(!has('systemd-analyze'))('are found right by systemd itself', () => {
    // Its own paths must be there for that.
    const here = { root: folder, out: join(folder, 'out'), command: [process.execPath, 'cli.js'] };
    const units = systemdUnits(
      options([zoneOf('park', ['0 6 * * 1-5', '0 7 1 * 5'], 'Asia/Shanghai', { spread: 9 })], here),
    );
    for (const { name, text } of units) writeFileSync(join(folder, name), text);
    const verified = spawnSync(
      'systemd-analyze',
      ['verify', ...units.map(({ name }) => join(folder, name))],
      {
        encoding: 'utf8',
      },
    );
    expect([verified.status, verified.stdout, verified.stderr]).toEqual([0, '', '']);
  });
});

describe('lines for crontab', () => {
  /** As crontab(5) reads a line: five fields, then a command in which \% is % and % ends it. */
  const commandOf = (line: string): string => {
    const command = /^(?:\S+ ){5}(.*)$/.exec(line)?.[1] as string;
    expect(command).not.toMatch(/(?<!\\)%/);
    return command.replaceAll('\\%', '%');
  };

  it('name the time zone, and hand the shell the words that were meant', () => {
    const plan = {
      zone: "it's 50%",
      timing: { cron: ['0 6 * * 1-5', '0 7 1 * *'], timeZone: 'Asia/Shanghai' },
      jitter: 7,
    };
    const root = join(folder, 'a b $HOME "x" 100%');
    const text = crontabLines(
      options([{ plan, spread: 60, secrets: ['A_KEY'] }], {
        root,
        out: join(root, 'out'),
        // A program that says what it was called with.
        command: [
          process.execPath,
          '-e',
          'console.log(JSON.stringify([process.cwd(), ...process.argv.slice(1)]))',
        ],
      }),
    );
    const lines = text.split('\n');
    expect(lines).toContain('# A_KEY=…');
    const [zone, first, second] = lines.slice(lines.indexOf('CRON_TZ=Asia/Shanghai'));
    expect(zone).toBe('CRON_TZ=Asia/Shanghai');
    expect(first).toMatch(/^0 6 \* \* 1-5 sleep 7; /);
    expect(second).toMatch(/^0 7 1 \* \* sleep 7; /);
    execFileSync('sh', ['-c', commandOf(first as string).replace('sleep 7', 'true')]);
    const said = JSON.parse(readFileSync(join(root, 'out', '.zonebrief', 'schedule.log'), 'utf8'));
    expect(said).toEqual([
      root,
      'schedule',
      '--once',
      '--root',
      root,
      '--out',
      join(root, 'out'),
      "it's 50%",
    ]);
    // For a cron that does not know time zones.
    const instead = lines.find((line) => line.startsWith('# */5 * * * * ')) as string;
    expect(commandOf(instead.slice(2))).toContain(' schedule --once --due ');
  });

  it('are refused where a name would break out of its line', () => {
    expect(() => crontabLines(options([zoneOf('a\n* * * * * evil', ['0 6 * * *'], 'UTC')]))).toThrow(
      'holds a control character',
    );
  });
});

describe('workflows for GitHub', () => {
  const root = '/srv/briefings';
  const at = { root, out: '/srv/briefings/out' };

  const expression = (text: string): string => `\${{ ${text} }}`;

  it('are YAML that GitHub reads as it is meant', () => {
    const [file] = githubWorkflows(
      options(
        [zoneOf('old town: "50%"', ['0 6 * * 1-5', '0 7 * * 5,7'], 'Europe/Berlin', { secrets: ['A_KEY'] })],
        at,
      ),
    );
    expect(file?.name).toBe('zonebrief-old town: "50%".yml');
    const workflow = parse(file?.text as string);
    expect(workflow.name).toBe('Briefing of old town: "50%"');
    expect(workflow.on).toEqual({
      schedule: [
        { cron: '0 6 * * 1-5', timezone: 'Europe/Berlin' },
        { cron: '0 7 * * 0,5', timezone: 'Europe/Berlin' },
      ],
      workflow_dispatch: {},
    });
    expect(workflow.permissions).toEqual({ contents: 'write' });
    const { steps } = workflow.jobs.briefing;
    expect(steps[2]).toEqual({ run: 'npm ci' });
    expect(steps[3]).toEqual({
      name: 'Build, and tell whoever must know',
      env: { A_KEY: expression('secrets.A_KEY') },
      run: 'npx zonebrief schedule --once --out out \'old town: "50%"\'\n',
    });
    expect(steps[4].if).toBe(expression('!cancelled()'));
    const checked = spawnSync('sh', ['-n', '-c', steps[4].run], { encoding: 'utf8' });
    expect([checked.status, checked.stderr]).toEqual([0, '']);
    expect(steps[4].run).toContain('git add --force \'out/old town: "50%"\'');
    expect(steps[4].run).toContain('notices.json');
  });

  it('take no name for an expression, and no output outside of the repository', () => {
    expect(() =>
      githubWorkflows(options([zoneOf(expression('secrets.X'), ['0 6 * * *'], 'UTC')], at)),
    ).toThrow('GitHub takes for an expression');
    expect(() =>
      githubWorkflows(options([zoneOf('park', ['0 6 * * *'], 'UTC')], { root, out: '/srv/out' })),
    ).toThrow('lies outside of');
  });
});
