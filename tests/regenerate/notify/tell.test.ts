import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic.js';
import { loadLedger } from '../../../src/facts/load.js';
import type { Run } from '../../../src/regenerate/notify/report.js';
import { markOf } from '../../../src/regenerate/notify/report.js';
import { tell } from '../../../src/regenerate/notify/tell.js';
import type { Outside } from '../../../src/regenerate/outside.js';
import { readSettings } from '../../../src/regenerate/settings.js';
import { memoryWorld, nodeWorld } from '../../../src/world.js';
import { exampleWorld } from '../../support/example.js';
import { temporaryFolder } from '../../support/sample.js';
import { type Machine, machine, zoneYaml } from '../machine.js';

const hook = '  - { kind: webhook, url: "https://hooks.example.org/secret-path", secret: KEY, retries: 0 }';
const program = '  - { kind: command, run: [tell] }';
const environment = { KEY: 'a secret' };

const finding = (message: string, line = 1): Diagnostic => ({
  code: 'facts/evidence',
  severity: 'error',
  message,
  at: { file: '/data/park/facts/park.yaml', line, column: 3 },
});
const edition = { id: '2026-01-19.1', date: '2026-01-19', number: 1 };
const made: Partial<Run> = { outcome: 'made', edition };
const held = (...messages: string[]): Partial<Run> => ({
  outcome: 'held',
  edition,
  diagnostics: messages.map((message) => finding(message)),
});

/** What a zone with these channels tells of run after run. */
function office(channels: string, answers: Partial<Outside> = {}) {
  const on: Machine = machine(
    '2026-01-20T06:00:00Z',
    { '/data/park/zone.yaml': zoneYaml(`notify:\n${channels}`), '/out/park/briefing.en.pptx': 'a deck' },
    { environment, ...answers },
  );
  const events: { level: string; event: string; [field: string]: unknown }[] = [];
  const log = (level: string, event: string, fields: object = {}) =>
    void events.push({ level, event, ...fields });
  const afterRun = async (run: Partial<Run>): Promise<readonly Diagnostic[]> => {
    const { settings } = await readSettings(on.world, '/', 'park');
    if (!settings) throw new Error('zone.yaml of the test cannot be read');
    const whole: Run = {
      zone: 'park',
      outcome: 'unchanged',
      changes: [],
      diagnostics: [],
      folder: '/out/park',
      files: ['briefing.en.pptx', 'gone.docx'],
      ...run,
    };
    return tell({ world: on.world, outside: on.outside, log, root: '/', out: '/out', settings }, whole);
  };
  const told = (): string[] => on.commands.map(({ input }) => JSON.parse(input).outcome);
  return { on, events, afterRun, told };
}

describe('who is told', () => {
  it('hears of an edition that is made, and never of one that is not', async () => {
    const { afterRun, told } = office(program);
    await afterRun({ outcome: 'unchanged' });
    await afterRun(made);
    await afterRun({ outcome: 'unchanged' });
    await afterRun({ outcome: 'rebuilt' });
    expect(told()).toEqual(['made']);
  });

  it('hears of a hold once, and again when its reasons change or when it comes again', async () => {
    const { afterRun, told } = office(program);
    await afterRun(held('a'));
    await afterRun(held('a'));
    expect(told()).toEqual(['held']);
    await afterRun(held('b', 'a'));
    await afterRun(held('a', 'b'));
    expect(told()).toEqual(['held', 'held']);
    await afterRun({ outcome: 'unchanged' });
    await afterRun(held('a', 'b'));
    expect(told()).toEqual(['held', 'held', 'held']);
  });

  it('is not told of the same hold again because of a night in which nothing could run', async () => {
    const { afterRun, told } = office(program);
    const failed = { outcome: 'failed' as const, diagnostics: [finding('the disk is full')] };
    await afterRun(held('a'));
    await afterRun(failed);
    await afterRun(failed);
    await afterRun(held('a'));
    expect(told()).toEqual(['held', 'failed']);
    await afterRun(failed);
    expect(told()).toEqual(['held', 'failed', 'failed']);
  });

  it('is not told again because lines moved, or a day went by', async () => {
    const run = (diagnostics: Diagnostic[]) => ({ outcome: 'held' as const, diagnostics });
    expect(markOf(run([finding('a', 3)]))).toBe(markOf(run([finding('a', 14)])));
    expect(markOf(run([finding('a')]))).not.toBe(markOf(run([finding('b')])));
    const expired = async (now: string) => {
      const path = '/data/example-zone/facts/park.yaml';
      const world = exampleWorld({
        [path]: (text) => text.replace('asOf: 2025-06-30', 'asOf: 2025-06-30\n    expires: 2025-12-31'),
      });
      const { diagnostics } = await loadLedger({ ...world, now: () => new Date(now) }, '/data/example-zone');
      expect(diagnostics.map(({ code }) => code)).toEqual(['facts/expired']);
      return markOf(run(diagnostics));
    };
    expect(await expired('2026-02-01T00:00:00Z')).toBe(await expired('2026-02-02T00:00:00Z'));
  });

  it('can ask for some of it only', async () => {
    const { afterRun, told } = office('  - { kind: command, run: [tell], when: [held, rebuilt] }');
    await afterRun(made);
    await afterRun({ outcome: 'rebuilt' });
    await afterRun({ outcome: 'failed' });
    await afterRun(held('a'));
    expect(told()).toEqual(['rebuilt', 'held']);
  });

  it('gets the report, with the files that stand and their hashes', async () => {
    const { on, afterRun } = office(program);
    await afterRun({ ...made, since: { id: '2026-01-12.1', date: '2026-01-12', number: 1 } });
    expect(JSON.parse(on.commands[0]?.input as string)).toEqual({
      id: expect.stringMatching(/^zb_[0-9a-f]{16}$/),
      version: 1,
      zone: 'park',
      outcome: 'made',
      edition,
      since: { id: '2026-01-12.1', date: '2026-01-12', number: 1 },
      changes: [],
      findings: [],
      files: [
        {
          name: 'briefing.en.pptx',
          path: '/out/park/briefing.en.pptx',
          bytes: 6,
          sha256: '81bb07ef759f1f09f3d1d2e78d0cd00b7f680d0b1c07566322260a2d15dd11e7',
        },
      ],
    });
  });
});

describe('a report', () => {
  it('quotes no line of zone.yaml, where addresses of webhooks stand', async () => {
    const { on, afterRun } = office(program);
    const excerpt = '  - { kind: webhook, url: "https://hooks.example.org/secret-path" }';
    const inZone = { file: '/data/park/zone.yaml', line: 9, column: 3, excerpt };
    const inFacts = { file: '/data/park/facts/park.yaml', line: 9, column: 3, excerpt: '  - id: park.x' };
    const diagnostics = [inZone, inFacts].map((at) => ({ ...finding('a'), at }));
    await afterRun({ outcome: 'held', diagnostics });
    const { findings } = JSON.parse(on.commands[0]?.input as string);
    expect(findings.map(({ at }: Diagnostic) => at)).toEqual([
      { file: '/data/park/zone.yaml', line: 9, column: 3 },
      inFacts,
    ]);
  });
});

describe('a channel that takes nothing', () => {
  it('is a finding at its place in zone.yaml, and stops no other', async () => {
    const { afterRun, told, events } = office(`${hook}\n${program}`, {
      post: async () => ({ status: 503, headers: {}, text: 'down for the night' }),
    });
    const findings = await afterRun(made);
    expect(findings).toMatchObject([
      {
        code: 'notify/undelivered',
        severity: 'error',
        message:
          'webhook hooks.example.org could not be told (made): hooks.example.org answered 503: down for the night',
        at: { file: '/data/park/zone.yaml', line: 7, column: 5 },
      },
    ]);
    expect(told()).toEqual(['made']);
    expect(events.map(({ event, channel }) => [event, channel])).toEqual([
      ['notified', 'command tell'],
      ['not-notified', 'webhook hooks.example.org'],
    ]);
    expect(JSON.stringify([findings, events])).not.toContain('secret-path');
  });

  it('is told at a later run, in order and under the same id, and then no more', async () => {
    let up = false;
    const got: { id: string; edition: { id: string } }[] = [];
    const { afterRun } = office(hook, {
      async post(_, { body }) {
        if (up) got.push(JSON.parse(body));
        return { status: up ? 204 : 500, headers: {}, text: '' };
      },
    });
    await afterRun(made);
    await afterRun({ ...made, edition: { ...edition, id: '2026-01-19.2', number: 2 } });
    up = true;
    expect(await afterRun({ outcome: 'unchanged' })).toEqual([]);
    await afterRun({ outcome: 'unchanged' });
    expect(got.map((report) => report.edition.id)).toEqual(['2026-01-19.1', '2026-01-19.2']);
    expect(new Set(got.map(({ id }) => id)).size).toBe(2);
  });

  it('is not told of a hold that is over by then', async () => {
    let up = false;
    const got: string[] = [];
    const { afterRun } = office(hook, {
      async post(_, { body }) {
        if (up) got.push(JSON.parse(body).outcome);
        return { status: up ? 200 : 500, headers: {}, text: '' };
      },
    });
    await afterRun(held('a'));
    up = true;
    await afterRun(made);
    expect(got).toEqual(['made']);
  });

  it('is told of the hold as it is by then, and of nothing that it was before', async () => {
    let up = false;
    const got: string[] = [];
    const { afterRun } = office(hook, {
      async post(_, { body }) {
        const { outcome, findings } = JSON.parse(body);
        if (up) got.push(`${outcome} ${findings[0]?.message}`);
        return { status: up ? 200 : 500, headers: {}, text: '' };
      },
    });
    await afterRun(held('a'));
    await afterRun({ outcome: 'failed', diagnostics: [finding('full')] });
    await afterRun(held('b'));
    up = true;
    await afterRun(held('b'));
    await afterRun(held('b'));
    expect(got).toEqual(['held b']);
  });

  it('does not make the others hear twice', async () => {
    const { afterRun, told } = office(`${hook}\n${program}`, {
      post: async () => ({ status: 500, headers: {}, text: '' }),
    });
    for (let run = 0; run < 3; run += 1) await afterRun(held('a'));
    expect(told()).toEqual(['held']);
  });

  it('loses no notice where the outbox cannot be written, and none to one that was cut short', async () => {
    const { on, afterRun, told, events } = office(program);
    await on.world.write('/out/.zonebrief/park/notices.json', '{"version":1,"chan');
    await afterRun(held('a'));
    on.world.move = async () => {
      throw new Error('ENOSPC');
    };
    await afterRun(made);
    expect(told()).toEqual(['held', 'made']);
    expect(events.map(({ event }) => event)).toContain('status-not-written');
    expect([...on.world.files.keys()].filter((path) => /notices\.json\./.test(path))).toEqual([]);
  });
});

describe('two channels that lead to the same place', () => {
  it('are two all the same', async () => {
    const { afterRun, told } = office(
      '  - { kind: command, run: [tell], when: [made] }\n  - { kind: command, run: [tell], when: [made, held] }',
    );
    await afterRun(made);
    await afterRun(held('a'));
    expect(told()).toEqual(['made', 'made', 'held']);
  });
});

describe('two processes that have the same to tell', () => {
  it('tell it once', async () => {
    const root = temporaryFolder();
    const world = nodeWorld();
    await world.write(join(root, 'data/park/zone.yaml'), zoneYaml(`notify:\n${program}`));
    const { settings } = await readSettings(world, root, 'park');
    if (!settings) throw new Error('zone.yaml of the test cannot be read');
    let told = 0;
    const outside: Outside = {
      ...machine('2026-01-20T06:00:00Z').outside,
      async run() {
        told += 1;
        await world.wait(300);
        return { code: 0, output: '', timedOut: false };
      },
    };
    const of = (outcome: Run['outcome']): Promise<readonly Diagnostic[]> => {
      const run: Run = {
        zone: 'park',
        outcome,
        edition,
        changes: [],
        diagnostics: [],
        folder: '',
        files: [],
      };
      return tell({ world, outside, log: () => undefined, root, out: join(root, 'out'), settings }, run);
    };
    const first = of('made');
    await world.wait(100);
    await Promise.all([first, of('unchanged'), of('unchanged')]);
    expect(told).toBe(1);
  });
});

describe('a zone that tells nobody', () => {
  it('keeps no outbox', async () => {
    const world = memoryWorld({ '/data/park/zone.yaml': zoneYaml('') });
    const { settings } = await readSettings(world, '/', 'park');
    const { outside } = machine('2026-01-20T06:00:00Z');
    const run: Run = { zone: 'park', outcome: 'made', changes: [], diagnostics: [], folder: '', files: [] };
    if (settings) await tell({ world, outside, log: () => undefined, root: '/', out: '/out', settings }, run);
    expect([...world.files.keys()]).toEqual(['/data/park/zone.yaml']);
  });
});
