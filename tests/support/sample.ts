/** The sample zone, built by the command as a user would, into a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

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

export function run(
  command: string,
  words: readonly string[],
  cwd: string,
  environment: Record<string, string> = {},
): Run {
  const env = { ...process.env, ...environment };
  // vitest's own switches are none of the child's business.
  delete env.NODE_OPTIONS;
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  });
  return { code: status, stdout, stderr: error ? `${stderr}${error.message}` : stderr };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'zonebrief-test-'));
}

/** @returns the folder with the sample's files */
export const buildSample = (...options: readonly string[]): string =>
  buildFiles(repository, sampleZone, ...options);

/** @returns the folder with the files of a zone */
export function buildFiles(root: string, zone: string, ...options: readonly string[]): string {
  const bundled = run(process.execPath, ['scripts/ensure.mjs', 'bundle'], repository);
  if (bundled.code !== 0) throw new Error(`the bundle could not be made:\n${bundled.stderr}`);
  const out = temporaryFolder();
  const words = ['dist/cli.js', 'build', zone, '--root', root, '--out', out, ...options];
  const built = run(process.execPath, words, repository);
  if (built.code !== 0) throw new Error(`${zone} could not be built:\n${built.stderr}`);
  return join(out, zone);
}
