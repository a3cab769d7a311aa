/** The example zone, built, changed and built again, in memory. */
import { main } from '../../src/cli/main.js';
import type { MemoryWorld } from '../../src/world.js';
import { exampleWorld, exampleZone } from './example.js';
import { testTerminal } from './terminal.js';

export const out = `/out/${exampleZone}`;
export const firstEdition = '2025-06-30.1';
export const secondEdition = '2025-06-30.2';

export async function call(world: MemoryWorld, ...words: string[]) {
  const terminal = testTerminal(world);
  const code = await main(words, terminal);
  return { code, ...terminal.printed };
}

/** More capital, another hedge, a figure of another year; what is computed follows. */
const changes: readonly (readonly [text: string, replacement: string])[] = [
  ['amount: "250000000"', 'amount: "280000000"'],
  ['250 Mio. Euro', '280 Mio. Euro'],
  ['rund 120 Unternehmen', 'rund 140 Unternehmen'],
  ['amount: "120"', 'amount: "140"'],
  ['6,5', '7,0'],
  ['limit: "20"', 'limit: "30"'],
  ['amount: "6.5"', 'amount: "7.0"'],
  ['period: "2024"', 'period: "2025"'],
];

/** Changes texts in the zone's files, wherever they stand there. @throws where one stands nowhere */
export function change(world: MemoryWorld, edits: typeof changes): void {
  const folder = `/data/${exampleZone}`;
  const paths = [...world.files.keys()].filter((path) => path.startsWith(folder));
  const textOf = (path: string): string => Buffer.from(world.files.get(path) as Uint8Array).toString('utf8');
  for (const [text, replacement] of edits) {
    const found = paths.filter((path) => textOf(path).includes(text));
    if (found.length === 0) throw new Error(`${text} stands in no file of the zone`);
    for (const path of found)
      world.files.set(path, new TextEncoder().encode(textOf(path).replaceAll(text, replacement)));
  }
}

/** A world in which two editions stand, the first in the archive. */
export async function twoEditions(): Promise<MemoryWorld> {
  const world = exampleWorld();
  for (const edits of [[], changes]) {
    change(world, edits);
    const { code, err } = await call(world, 'build', '--quiet');
    if (code !== 0) throw new Error(err);
  }
  return world;
}
