/** vitest's globalSetup: a folder for all that the tests of a run leave on the disk. It goes with the run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

/** Names it for the workers, and for what is called outside of vitest, where it is not set. */
export const runFolderVariable = 'ZONEBRIEF_TEST_RUN';

export default function setup(project: TestProject): () => void {
  const begin = (): void => {
    process.env[runFolderVariable] = mkdtempSync(join(tmpdir(), 'zonebrief-tests-'));
  };
  const end = (): void => {
    const folder = process.env[runFolderVariable];
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  begin();
  // While vitest watches, the program may be another one by the next run.
  project.onTestsRerun(async () => {
    end();
    begin();
  });
  return end;
}
