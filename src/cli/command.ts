/** Layer 6. Entry of the command where there is something to do. */
import { main } from './main.js';
import { terminal } from './terminal.js';

export async function command(words: readonly string[]): Promise<void> {
  process.exitCode = await main(words, terminal());
}
