/** The sample zone, built by the command as a user would, into a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runFolderVariable } from './run-folder.js';
import { shared } from './shared.js';

export const repository = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const sampleZone = 'chongqing-hitech-zone';
/** What zone.yaml of the sample asks for. */
export const sampleDecks = ['briefing.de.pptx', 'briefing.en.pptx', 'briefing.zh-CN.pptx'];
export const sampleSummaries = ['summary.zh-CN-de.docx', 'summary.zh-CN-en.docx'];

export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * What a child finds around it. Of what is meant for Node, a Node gets nothing: vitest's switches are not for it, and
 * reading the machine's certificates takes as long as its whole start.
 */
export function environmentOf(command: string, own: Record<string, string> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, ...own };
  delete env.NODE_OPTIONS;
  if (command === process.execPath && own.NODE_EXTRA_CA_CERTS === undefined) delete env.NODE_EXTRA_CA_CERTS;
  return env;
}

export function run(
  command: string,
  words: readonly string[],
  cwd: string,
  environment: Record<string, string> = {},
): Run {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd,
    env: environmentOf(command, environment),
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return { code: status, stdout, stderr: error ? `${stderr}${error.message}` : stderr };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(process.env[runFolderVariable] ?? tmpdir(), 'zonebrief-test-'));
}

/** Brings dist in step with src, once in a run. @throws where the bundle cannot be made */
export function bundle(): void {
  const make = (): void => {
    const { code, stderr } = run(process.execPath, ['scripts/ensure.mjs', 'bundle'], repository);
    if (code !== 0) throw new Error(`the bundle could not be made:\n${stderr}`);
  };
  if (process.env[runFolderVariable] === undefined) make();
  else shared('bundle', make);
}

/** The sample as a build without options makes it, once in a run, to be read only. @returns the folder with its files */
export const builtSample = (): string =>
  join(
    shared('sample', (folder) => buildInto(folder, repository, sampleZone)),
    sampleZone,
  );

/** Another build of the sample. @returns the folder with its files */
export const buildSample = (...options: readonly string[]): string =>
  buildFiles(repository, sampleZone, ...options);

/** @returns the folder with the files of a zone */
export function buildFiles(root: string, zone: string, ...options: readonly string[]): string {
  const out = temporaryFolder();
  buildInto(out, root, zone, ...options);
  return join(out, zone);
}

function buildInto(out: string, root: string, zone: string, ...options: readonly string[]): void {
  bundle();
  const words = ['dist/cli.js', 'build', zone, '--root', root, '--out', out, ...options];
  const built = run(process.execPath, words, repository);
  if (built.code !== 0) throw new Error(`${zone} could not be built:\n${built.stderr}`);
}
