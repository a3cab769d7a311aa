/** Layer 6. The outside of the command: where it is called, what it prints to, what it is fed. Tests give their own. */
import { realpathSync } from 'node:fs';
import { styleText } from 'node:util';
import { nodeWorld, type World } from '../world.js';
import { type RunProgram, runProgram } from './programs.js';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';

export interface Terminal {
  readonly world: World;
  /** The folder the command is called in. */
  readonly cwd: string;
  /** Starts other programs. */
  readonly run: RunProgram;
  /** Program and words that start zonebrief, with absolute paths. */
  readonly program: readonly string[];
  /** Results. */
  out(text: string): void;
  /** Progress, findings and faults. */
  err(text: string): void;
  /** As the terminal shows it; unchanged where no colour is wanted. */
  paint(style: Style, text: string): string;
  /** Lines of standard input, as they come. */
  lines(): AsyncIterable<string>;
}

/** NO_COLOR and FORCE_COLOR as https://no-color.org and Node have them: set and not empty. */
export function wantsColour(world: World, isTerminal: boolean): boolean {
  if (world.environment('NO_COLOR')) return false;
  const forced = world.environment('FORCE_COLOR');
  if (forced) return forced !== '0';
  return isTerminal && world.environment('TERM') !== 'dumb';
}

/** The process's own terminal. */
export function terminal(): Terminal {
  const world = nodeWorld();
  // Findings are painted, and they go to stderr.
  const colour = wantsColour(world, process.stderr.isTTY === true);
  // A reader that has seen enough (`| head`) is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return {
    world,
    cwd: process.cwd(),
    run: runProgram,
    program: [process.execPath, ...(process.argv[1] === undefined ? [] : [realpathSync(process.argv[1])])],
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    // Whether to paint was decided above; left to itself, styleText asks stdout.
    paint: (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text),
    async *lines() {
      const { createInterface } = await import('node:readline');
      yield* createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
    },
  };
}
