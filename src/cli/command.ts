/** Layer 6. Entry of the command where there is something to do. */
import { setFlagsFromString } from 'node:v8';
import { main } from './main.js';
import { terminal } from './terminal.js';

/**
 * How long a function runs, in bytes of its code, before V8 optimises it: 15 times the usual. Most of a build runs a few
 * times only, and what V8 spends on optimising that is a quarter of the build; what runs for long is optimised all the same.
 */
const patience = 1_000_000;

export async function command(words: readonly string[]): Promise<void> {
  setFlagsFromString(`--interrupt-budget=${patience}`);
  process.exitCode = await main(words, terminal());
}
