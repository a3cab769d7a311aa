/** Layer 6. Entry of the command where there is something to do. */
import { setFlagsFromString } from 'node:v8';
import { main } from './main.js';
import { optimiseLater } from './optimise-later.js';
import { terminal } from './terminal.js';

export async function command(words: readonly string[]): Promise<void> {
  const flag = optimiseLater(process.versions.node);
  if (flag !== undefined) setFlagsFromString(flag);
  process.exitCode = await main(words, terminal());
}
