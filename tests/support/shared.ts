/** What several test files need and none changes, made once in a run, whichever worker asks for it first. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runFolderVariable } from './run-folder.js';

const sleep = (milliseconds: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

/**
 * @param name of a folder that `make` fills
 * @returns that folder
 * @throws what `make` throws; in the other workers, that it failed
 */
export function shared(name: string, make: (folder: string) => void): string {
  const run = process.env[runFolderVariable];
  if (run === undefined) throw new Error(`${runFolderVariable} is not set: see tests/support/run-folder.ts`);
  const folder = join(run, 'shared', name);
  const [made, failed] = [join(folder, '.made'), join(folder, '.failed')];
  mkdirSync(join(run, 'shared'), { recursive: true });
  try {
    mkdirSync(folder);
  } catch {
    while (!existsSync(made)) {
      if (existsSync(failed)) throw new Error(`${name} could not be made: another test file says why`);
      sleep(20);
    }
    return folder;
  }
  try {
    make(folder);
    writeFileSync(made, '');
  } catch (error) {
    writeFileSync(failed, '');
    throw error;
  }
  return folder;
}
