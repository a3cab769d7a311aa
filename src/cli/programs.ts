/** Layer 6. Other programs of the machine: finding them, running them until they end or their time is over. */
import { delimiter, join } from 'node:path';
import type { World } from '../world.js';

export interface Finished {
  /** Undefined where it was stopped, or could not be started. */
  readonly code: number | undefined;
  /** What it printed, to either stream; or why it could not be started. */
  readonly output: string;
  readonly timedOut: boolean;
}

export interface RunOptions {
  /** Added to that of this process. */
  readonly environment: Readonly<Record<string, string>>;
  readonly seconds: number;
  /** Its standard input; left out: none. */
  readonly input?: string;
  /** Where it is started; left out: where this process was. */
  readonly folder?: string;
  /** Ctrl-C does not end it and this process: somebody else has what is under way finished first. */
  readonly outlivesInterrupt?: boolean;
  /** Stops it when it is given. */
  readonly stop?: AbortSignal;
}

/** Runs a program; never throws. */
export type RunProgram = (
  program: string,
  words: readonly string[],
  options: RunOptions,
) => Promise<Finished>;

/** Enough for any message; a program that floods its output does not fill the memory. */
const longest = 20_000;

/** On the machine itself. What the program started in its turn is stopped with it. */
export const runProgram: RunProgram = async (program, words, options) => {
  // Loaded here, since few runs start a program, and all load this file.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const { environment, seconds, input, folder, outlivesInterrupt = false } = options;
    const group = process.platform !== 'win32';
    const child = spawn(program, words, {
      env: { ...process.env, ...environment },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
      cwd: folder,
      // A group of its own: LibreOffice's `soffice` is a script, and stopping it alone would leave the office running.
      detached: group,
      windowsHide: true,
    });
    // A program that does not read to the end is no fault: its exit code says what it thinks of it.
    child.stdin?.on('error', () => undefined).end(input);
    let output = '';
    let timedOut = false;
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        if (output.length < longest) output += chunk.toString('utf8');
      });
    const stop = (): void => {
      try {
        if (group && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
        else child.kill();
      } catch {
        // It has ended by itself.
      }
    };
    const interrupted = (): void => {
      stop();
      process.exit(130);
    };
    if (!outlivesInterrupt) process.once('SIGINT', interrupted);
    options.stop?.addEventListener('abort', stop);
    const timer = setTimeout(() => {
      timedOut = true;
      stop();
    }, seconds * 1000);
    const finish = (code: number | undefined): void => {
      clearTimeout(timer);
      process.off('SIGINT', interrupted);
      options.stop?.removeEventListener('abort', stop);
      resolve({ code, output: output.trim(), timedOut });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(undefined);
    });
    child.on('close', (code) => finish(code ?? undefined));
  });
};

/** The first of the names that lies in a folder of PATH, or in one of `others`. */
export async function findProgram(
  world: World,
  names: readonly string[],
  others: readonly string[] = [],
): Promise<string | undefined> {
  const folders = (world.environment('PATH') ?? '').split(delimiter).filter(Boolean);
  for (const folder of [...folders, ...others]) {
    for (const name of names) {
      const path = join(folder, name);
      if ((await world.kindOf(path)) === 'file') return path;
    }
  }
  return undefined;
}
