/** A root on the disk with zones of its own, and the bundled command called in it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exampleZone } from '../support/example.js';
import { environmentOf, type Run, repository, run, temporaryFolder } from '../support/sample.js';

export const program = join(repository, 'dist', 'cli.js');

/** A root with copies of the example zone. */
export function office(zones: readonly string[] = [exampleZone]): string {
  const root = temporaryFolder();
  for (const zone of zones)
    cpSync(join(repository, 'data', exampleZone), join(root, 'data', zone), { recursive: true });
  for (const folder of ['starter-briefing', 'themes'])
    cpSync(join(repository, 'templates', folder), join(root, 'templates', folder), { recursive: true });
  mkdirSync(join(root, 'out'));
  return root;
}

export const zonebrief = (root: string, ...words: string[]): Run =>
  run(process.execPath, [program, ...words], root);

export const factsOf = (root: string, zone: string = exampleZone): string =>
  join(root, 'data', zone, 'facts', 'park.yaml');

export const copyOf = (root: string, zone: string = exampleZone): string =>
  join(root, 'data', zone, 'sources', 'annual-report.md');

/** The text of the facts, or of the copy of their source, with another number of jobs. */
export function withJobs(text: string, jobs: number): string {
  return text
    .replace(/amount: "\d+", unit: people/, `amount: "${jobs}", unit: people`)
    .replace(/mehr als [\d.]+ Besch/, `mehr als ${jobs.toLocaleString('de-DE')} Besch`);
}

/** Both as an editor saves them: the copy of the source and the fact. */
export function setJobs(root: string, jobs: number, zone: string = exampleZone): void {
  for (const path of [copyOf(root, zone), factsOf(root, zone)])
    writeFileSync(path, withJobs(readFileSync(path, 'utf8'), jobs));
}

export const manifestOf = (root: string, zone: string = exampleZone) =>
  JSON.parse(readFileSync(join(root, 'out', zone, 'manifest.json'), 'utf8'));

export const locksIn = (root: string, zone: string = exampleZone): string[] =>
  readdirSync(join(root, 'out/.zonebrief', zone), { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^lock./.test(path),
  );

/** Every file below a folder, by name. */
export function filesBelow(folder: string): Map<string, string> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(folder.length + 1), readFileSync(path).toString('base64')];
      })
      .sort(),
  );
}

export const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

export interface Started {
  readonly child: ChildProcess;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<unknown>;
  out(): string;
  err(): string;
  /** Waits until something holds. @throws with all that was printed, where the process ends before */
  until<Found>(what: () => Found | undefined | false): Promise<Found>;
}

const started: ChildProcess[] = [];

/** Ends what a test started, and nothing else. */
export function endAll(): void {
  for (const child of started.splice(0)) child.kill('SIGKILL');
}

export function start(root: string, ...words: string[]): Started {
  const child = spawn(process.execPath, [program, ...words], {
    cwd: root,
    env: environmentOf(process.execPath),
  });
  started.push(child);
  const text = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    text.out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    text.err += chunk;
  });
  return {
    child,
    ended: once(child, 'close').then(([code, signal]) => code ?? signal),
    out: () => text.out,
    err: () => text.err,
    async until(what) {
      for (;;) {
        const found = what();
        if (found) return found;
        if (child.exitCode !== null || child.signalCode !== null)
          throw new Error(`it ended: ${text.out}${text.err}`);
        await pause(10);
      }
    },
  };
}
