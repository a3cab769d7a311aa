/** A terminal that remembers what was printed to it. */
import type { RunProgram } from '../../src/cli/programs.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { memoryWorld, type World } from '../../src/world.js';

export interface TestTerminal extends Terminal {
  readonly printed: { out: string; err: string };
}

export function testTerminal(
  world: World = memoryWorld(),
  options: { cwd?: string; input?: string[]; run?: RunProgram } = {},
): TestTerminal {
  const printed = { out: '', err: '' };
  return {
    world,
    cwd: options.cwd ?? '/',
    printed,
    run: options.run ?? (async () => ({ code: undefined, output: 'no such program', timedOut: false })),
    program: ['/usr/bin/node', '/opt/zonebrief/dist/cli.js'],
    out: (text) => {
      printed.out += text;
    },
    err: (text) => {
      printed.err += text;
    },
    paint: (_, text) => text,
    async *lines() {
      yield* options.input ?? [];
    },
  };
}
