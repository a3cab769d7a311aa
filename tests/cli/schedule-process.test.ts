/** The service as a process of its own: signals, what it leaves behind, health while it builds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bundle, environmentOf, repository, run, temporaryFolder } from '../support/sample.js';

const zone = 'example-zone';
const program = join(repository, 'dist', 'cli.js');

beforeAll(bundle);

let started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started = [];
});

/** A root of its own, with a run outstanding since an hour ago: the service begins with it at once. */
function office(): string {
  const root = temporaryFolder();
  for (const folder of [`data/${zone}`, 'templates/starter-briefing', 'templates/themes'])
    cpSync(join(repository, folder), join(root, folder), { recursive: true });
  const yaml = 'schedule: { cron: "*/30 * * * *", timeZone: UTC }\n';
  appendFileSync(join(root, `data/${zone}/zone.yaml`), yaml);
  mkdirSync(join(root, 'out/.zonebrief'), { recursive: true });
  const considered = new Date(Date.now() - 3_600_000).toISOString();
  writeFileSync(
    join(root, 'out/.zonebrief/schedule.json'),
    JSON.stringify({ version: 1, zones: { [zone]: { considered, running: false } } }),
  );
  return root;
}

interface Event {
  readonly event: string;
  readonly [field: string]: unknown;
}

function serve(root: string, ...words: string[]) {
  const child = spawn(process.execPath, [program, 'schedule', ...words], {
    cwd: root,
    env: environmentOf(process.execPath),
  });
  started.push(child);
  const ended = once(child, 'exit').then(([code, signal]) => code ?? signal);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk;
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const events = (): Event[] =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  const until = async (name: string): Promise<Event> => {
    for (;;) {
      const found = events().find(({ event }) => event === name);
      if (found) return found;
      if (child.exitCode !== null) throw new Error(`ended without ${name}: ${text}${errors}`);
      await new Promise((done) => setTimeout(done, 5));
    }
  };
  return { child, ended, events, until, errors: () => errors };
}

const locks = (root: string): string[] =>
  readdirSync(join(root, 'out/.zonebrief', zone), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^lock./.test(path),
  );
const manifest = (root: string) => JSON.parse(readFileSync(join(root, 'out', zone, 'manifest.json'), 'utf8'));

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  it('lets the service finish what it builds, release its lock, and end with 0', async () => {
    const root = office();
    const service = serve(root, '--health', '0');
    const { address } = (await service.until('health-listening')) as unknown as { address: string };
    await service.until('run-started');
    service.child.kill(signal);
    expect(await service.ended).toBe(0);
    expect(service.events().map(({ event }) => event)).toEqual(
      expect.arrayContaining(['runs-missed', 'stopping', 'run-finished', 'stopped']),
    );
    expect(service.events().at(-1)).toMatchObject({ event: 'stopped', level: 'info' });
    expect(service.errors()).toBe('');
    expect(manifest(root).edition.id).toBe('2025-06-30.1');
    expect(locks(root)).toEqual([]);
    await expect(fetch(address)).rejects.toThrow();
  });
});

describe('a service that is not to wait', () => {
  it('ends in the midst of its build, and the next build is whole', async () => {
    const root = office();
    const service = serve(root, '--patience', '0');
    await service.until('run-started');
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(service.events().at(-1)).toMatchObject({ event: 'stopped', unfinished: [zone] });
    expect(existsSync(join(root, 'out', zone, 'manifest.json'))).toBe(false);
    const next = run(process.execPath, [program, 'schedule', '--once'], root);
    expect([next.code, next.stderr]).toEqual([0, '']);
    expect(manifest(root).edition.id).toBe('2025-06-30.1');
    expect(locks(root)).toEqual([]);
  });
});

describe('health', () => {
  it('is asked over HTTP while the service runs', async () => {
    const root = office();
    const service = serve(root, '--health', '0');
    const { address } = (await service.until('health-listening')) as unknown as { address: string };
    await service.until('run-finished');
    const response = await fetch(address);
    expect([response.status, await response.json()]).toEqual([
      200,
      { status: 'ok', zones: 1, held: 0, failed: 0, unreadable: 0, overdue: 0 },
    ]);
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
  });
});
