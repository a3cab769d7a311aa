/** A terminal that remembers what was printed to it. */
import type { Terminal } from '../../src/cli/terminal.js';
import { memoryWorld, type World } from '../../src/world.js';

export interface TestTerminal extends Terminal {
  readonly printed: { out: string; err: string };
}

export function testTerminal(
  world: World = memoryWorld(),
  options: { cwd?: string; input?: string[] } = {},
): TestTerminal {
  const printed = { out: '', err: '' };
  return {
    world,
    cwd: options.cwd ?? '/',
    printed,
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
