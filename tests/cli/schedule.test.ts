import { describe, expect, it } from 'vitest';
import { serveHealth } from '../../src/cli/health.js';
import { main } from '../../src/cli/main.js';
import type { RunProgram } from '../../src/cli/programs.js';
import { healthAddress } from '../../src/cli/schedule/flags.js';
import type { Health } from '../../src/regenerate/schedule/health.js';
import type { World } from '../../src/world.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { testTerminal } from '../support/terminal.js';

const zoneFile = `/data/${exampleZone}/zone.yaml`;
const weekdays = 'schedule: { cron: "0 6 * * 1-5", timeZone: Asia/Shanghai }\n';
const withYaml = (yaml: string) =>
  exampleWorld(yaml === '' ? {} : { [zoneFile]: (text) => `${text}${yaml}` });

async function call(world: World, words: string, run?: RunProgram) {
  const terminal = testTerminal(world, run ? { run } : {});
  const code = await main(words.split(' '), terminal);
  const { out, err } = terminal.printed;
  return {
    code,
    out,
    err,
    events: () =>
      out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
  };
}

describe('schedule --list', () => {
  it('prints the next runs on the clocks of the zone', async () => {
    // The clock of a world in memory stands at the beginning of 2026, a Thursday.
    const { code, out } = await call(withYaml(weekdays), 'schedule --list --count 2');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'example-zone  0 6 * * 1-5  Asia/Shanghai',
        '  Fri 2026-01-02 06:00:00 GMT+8',
        '  Mon 2026-01-05 06:00:00 GMT+8',
        '',
      ].join('\n'),
    );
  });

  it('prints them as JSON, with the jitter in them', async () => {
    const yaml = 'schedule: { cron: ["0 6 * * *", "0 6 29 2 *"], timeZone: UTC, jitter: 600 }\n';
    const { out } = await call(withYaml(yaml), 'schedule --list --json --count 1');
    const { ok, zones } = JSON.parse(out);
    expect(ok).toBe(true);
    expect(zones).toEqual([
      {
        zone: 'example-zone',
        cron: ['0 6 * * *', '0 6 29 2 *'],
        timeZone: 'UTC',
        jitter: zones[0].jitter,
        next: [new Date(Date.parse('2026-01-01T06:00:00Z') + zones[0].jitter * 1000).toISOString()],
      },
    ]);
    expect(zones[0].jitter).toBeGreaterThan(0);
  });

  it('finds fault with a schedule at its place', async () => {
    const { code, err } = await call(
      withYaml('schedule: { cron: "0 26 * * *", timeZone: UTC }\n'),
      'schedule --list',
    );
    expect(code).toBe(1);
    expect(err).toContain('zone.yaml:9:22 error schedule/cron: hour is "26"');
  });
});

describe('schedule', () => {
  it.each([
    ['schedule', 'has a schedule', withYaml('')],
    ['schedule --once', 'has a schedule', withYaml('')],
    [`schedule ${exampleZone}`, 'example-zone has no schedule', withYaml('')],
    ['schedule --due', '--due goes with --once', withYaml(weekdays)],
    ['schedule --list --once', 'exclude each other', withYaml(weekdays)],
    ['schedule --to x', '--to goes with --print', withYaml(weekdays)],
    ['schedule --once --health 8080', '--health is for the service', withYaml(weekdays)],
    ['schedule --health here', 'Expected a port', withYaml(weekdays)],
    ['schedule --health 99999', 'Expected a port', withYaml(weekdays)],
    ['schedule --patience -1', 'Expected a whole number', withYaml(weekdays)],
    ['schedule --print cron', 'systemd, github-actions, crontab', withYaml(weekdays)],
    ['schedule --once --json', '--json goes with --list', withYaml(weekdays)],
    ['schedule nowhere', 'no zone "nowhere"', withYaml(weekdays)],
  ])('calls "%s" wrong use: %s', async (words, message, world) => {
    const { code, err } = await call(world, words);
    expect(err).toContain(message);
    expect(code).toBe(2);
  });

  it('does not begin where the only schedule cannot be read', async () => {
    const { code, err } = await call(withYaml('schedule: { cron: daily, timeZone: UTC }\n'), 'schedule');
    expect(code).toBe(1);
    expect(err).toContain('zone.yaml:9:19 error schedule/cron: "daily" has 1 field');
  });

  it('prints units, and writes their files where it is told to', async () => {
    const world = withYaml(weekdays);
    const printed = await call(world, 'schedule --print systemd');
    expect(printed.out).toContain('### zonebrief-example-zone.timer\n[Unit]');
    expect(printed.out).toContain(
      'ExecStart=/usr/bin/node /opt/zonebrief/dist/cli.js schedule --once --root / --out /out example-zone',
    );
    const { out } = await call(world, 'schedule --print systemd --to /units');
    expect(out).toBe('  units/zonebrief-example-zone.service\n  units/zonebrief-example-zone.timer\n');
    expect(await world.readText('/units/zonebrief-example-zone.timer')).toContain(
      'OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00 Asia/Shanghai',
    );
    expect((await call(world, 'schedule --print crontab')).out).toContain('\n0 6 * * 1-5 mkdir -p');
    expect((await call(world, 'schedule --print github-actions')).out).toContain('npx --yes zonebrief@');
    const flags =
      '--languages en,de --summaries de-en,en --arrangement sequential --pdf --charts native --strict --theme mine.yaml --sources copies';
    expect((await call(world, `schedule --print systemd ${flags}`)).out).toContain(
      ' --out /out --languages en,de --summaries de+en,en --arrangement sequential --pdf --charts native --strict --theme /mine.yaml --sources /copies example-zone\n',
    );
    expect((await call(world, `schedule --print github-actions ${flags} --theme bold`)).out).toContain(
      ' --once --out out --languages en,de --summaries de+en,en --arrangement sequential --pdf --charts native --strict --theme bold --sources copies example-zone\n',
    );
    await world.write('/package.json', '{"devDependencies":{"zonebrief":"1"}}');
    expect((await call(world, 'schedule --print github-actions')).out).toContain(
      '- run: "npm ci"\n      - name: Build, and tell whoever must know\n        run: |\n          npx zonebrief schedule --once',
    );
  });
});

describe('schedule --once', () => {
  it('builds, tells, and ends with the code of what came of it', async () => {
    const world = withYaml(`${weekdays}notify:\n  - { kind: command, run: [tell, all] }\n`);
    const told: { program: string; words: readonly string[]; input: string }[] = [];
    let answer = { code: 0, output: '', timedOut: false };
    const tell: RunProgram = async (program, words, { input = '' }) => {
      told.push({ program, words, input });
      return answer;
    };
    const first = await call(world, 'schedule --once', tell);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(first.events().map(({ event, outcome }) => [event, outcome])).toEqual([
      ['run-started', undefined],
      ['run-finished', 'made'],
      ['notified', 'made'],
    ]);
    const report = JSON.parse(told[0]?.input as string);
    expect([told[0]?.program, told[0]?.words]).toEqual(['tell', ['all']]);
    expect(report).toMatchObject({
      version: 1,
      zone: exampleZone,
      outcome: 'made',
      edition: { id: '2025-06-30.1', date: '2025-06-30', number: 1 },
      changes: [],
      findings: [],
    });
    expect(report.files.map(({ name }: { name: string }) => name)).toContain('briefing.en.pptx');

    const second = await call(world, 'schedule --once', tell);
    expect(second.events().map(({ outcome }) => outcome)).toEqual([undefined, 'unchanged']);
    expect(told).toHaveLength(1);

    // A fact that its evidence does not state: the edition is held back, and a notice that does not arrive is said, too.
    const facts = `/data/${exampleZone}/facts/park.yaml`;
    const sound = await world.readText(facts);
    await world.write(facts, sound.replace('amount: "120"', 'amount: "130"'));
    answer = { code: 5, output: 'nobody there', timedOut: false };
    const held = await call(world, 'schedule --once', tell);
    expect(held.code).toBe(1);
    expect(held.events().map(({ event, outcome }) => [event, outcome])).toEqual([
      ['run-started', undefined],
      ['run-finished', 'held'],
      ['finding', undefined],
      ['not-notified', 'held'],
    ]);
    expect(held.err).toContain('park.yaml:14:83 error evidence/differs');
    expect(held.err).toContain(
      'zone.yaml:11:5 error notify/undelivered: command tell could not be told (held): the program ended with code 5: nobody there',
    );
    expect(JSON.parse(told[1]?.input as string)).toMatchObject({
      outcome: 'held',
      held: '/out/example-zone/held.md',
      edition: { id: '2025-06-30.1' },
    });
    expect(JSON.parse(told[1]?.input as string).files.length).toBe(report.files.length);

    // Set right again: nothing changed against the edition that stands, and the notice of the hold is not needed any more.
    await world.write(facts, sound);
    answer = { code: 0, output: '', timedOut: false };
    const mended = await call(world, 'schedule --once', tell);
    expect(mended).toMatchObject({ code: 0, err: '' });
    expect(told).toHaveLength(2);
  });

  it('tells of a zone.yaml that somebody broke whom it named before', async () => {
    const notices = `${weekdays}notify:\n  - { kind: command, run: [tell] }\n`;
    for (const words of ['schedule --once', 'build --notify']) {
      const world = withYaml(notices);
      const told: string[] = [];
      const tell: RunProgram = async (_, __, { input = '' }) => {
        const { outcome, findings } = JSON.parse(input);
        told.push(`${outcome} ${findings[0]?.code ?? ''}`);
        return { code: 0, output: '', timedOut: false };
      };
      await call(world, words, tell);
      await world.write(zoneFile, `${await world.readText(zoneFile)}languages [\n`);
      const broken = await call(world, words, tell);
      expect(broken.code, words).toBe(1);
      expect(broken.err, words).toContain('error yaml/syntax');
      await call(world, words, tell);
      expect(told, words).toEqual(['made ', 'held yaml/syntax']);
    }
  });

  it('builds a zone that is named with or without a schedule, and says of a broken one what is wrong', async () => {
    const { code, events } = await call(withYaml(''), `schedule --once ${exampleZone}`);
    expect([code, events().at(-1).outcome]).toEqual([0, 'made']);
    const broken = await call(withYaml('schedule: 7\n'), 'schedule --once');
    expect([broken.code, broken.out]).toEqual([1, '']);
    expect(broken.err).toContain('zone.yaml:9:11 error yaml/wrong-type: "schedule" is a number, 7');
  });
});

describe('the health endpoint', () => {
  it('reads its address', () => {
    expect(healthAddress('8080')).toEqual({ host: '127.0.0.1', port: 8080 });
    expect(healthAddress('0.0.0.0:80')).toEqual({ host: '0.0.0.0', port: 80 });
    expect(healthAddress('[::1]:0')).toEqual({ host: '::1', port: 0 });
  });

  it('answers GET /health with 200 or 503, and nothing else', async () => {
    const well: Health = { status: 'ok', zones: 1, held: 0, failed: 0, unreadable: 0, overdue: 0 };
    let health = well;
    const server = await serveHealth({ host: '127.0.0.1', port: 0 }, () => health);
    const ask = async (path: string, method = 'GET') => {
      const response = await fetch(`http://${server.at}${path}`, { method });
      return [response.status, await response.text()];
    };
    try {
      expect(await ask('/health')).toEqual([200, `${JSON.stringify(well)}\n`]);
      expect(await ask('/health?verbose=1', 'HEAD')).toEqual([200, '']);
      health = { ...well, status: 'failing', failed: 1 };
      expect(await ask('/health')).toEqual([503, `${JSON.stringify(health)}\n`]);
      expect(await ask('/')).toEqual([404, '']);
      expect(await ask('/health/../data')).toEqual([404, '']);
      expect(await ask('/health', 'POST')).toEqual([405, '']);
      const port = Number(server.at.split(':')[1]);
      await expect(serveHealth({ host: '127.0.0.1', port }, () => well)).rejects.toThrow(
        `cannot listen on 127.0.0.1:${port}: EADDRINUSE`,
      );
      const taken = await call(withYaml(weekdays), `schedule --health ${port}`);
      expect([taken.code, taken.out]).toEqual([2, '']);
      expect(taken.err).toContain('name another port with --health');
    } finally {
      await server.close();
    }
  });
});

describe('build --notify', () => {
  it('tells of the edition that it makes; a notice that does not arrive is a finding, and the edition stands', async () => {
    const world = withYaml('notify:\n  - { kind: command, run: [tell] }\n');
    const told: string[] = [];
    let code = 7;
    const tell: RunProgram = async (_, __, { input = '' }) => {
      told.push(JSON.parse(input).outcome);
      return { code, output: '', timedOut: false };
    };
    const first = await call(world, 'build --notify', tell);
    expect(first.code).toBe(1);
    expect(first.out).toContain('example-zone, edition 2025-06-30.1');
    expect(first.err).toContain('error notify/undelivered: command tell could not be told (made)');
    expect(first.err).not.toContain('held back');
    code = 0;
    const second = await call(world, 'build --notify --json', tell);
    expect(JSON.parse(second.out)).toMatchObject({ ok: true, zones: [{ outcome: 'unchanged' }] });
    expect(second.err).toContain('told command tell');
    expect(told).toEqual(['made', 'made']);
    const third = await call(world, 'build', tell);
    expect([third.code, told.length]).toEqual([0, 2]);
  });

  it('says so where zone.yaml names nobody', async () => {
    const { code, err } = await call(withYaml(''), 'build --notify');
    expect(code).toBe(0);
    expect(err).toContain('example-zone: nobody to tell: zone.yaml has no notify:\n');
  });

  it('tells of a build that could not be made, and fails as it would without', async () => {
    const world = withYaml('notify:\n  - { kind: command, run: [tell] }\n');
    const told: { outcome: string; findings: { message: string }[] }[] = [];
    const tell: RunProgram = async (_, __, { input = '' }) => {
      told.push(JSON.parse(input));
      return { code: 0, output: '', timedOut: false };
    };
    const { code, err } = await call(world, 'build --notify --languages fr', tell);
    expect(code).toBe(2);
    expect(told.map(({ outcome }) => outcome)).toEqual(['failed']);
    expect(err).toContain(told[0]?.findings[0]?.message as string);
  });
});
