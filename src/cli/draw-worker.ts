/** Layer 6. Entry of the drawing thread: charts in, PNGs out, in the order asked for. */
import { parentPort } from 'node:worker_threads';
import { drawChart } from '../charts/draw.js';
import { FindingsError } from '../diagnostic.js';
import { nodeWorld } from '../world.js';
import type { DrawAnswer, DrawRequest } from './drawing.js';

const world = nodeWorld();
// Loaded while the other thread still reads and composes.
void import('../charts/renderer.js');

/** One after the other: begun all at once, the first would be done no sooner than the last. */
let queue = Promise.resolve();
parentPort?.on('message', (request: DrawRequest) => {
  queue = queue.then(() => answer(request));
});

async function answer({ id, chart, theme, format }: DrawRequest): Promise<void> {
  const send = (content: DrawAnswer): void => parentPort?.postMessage(content);
  try {
    send({ id, png: await drawChart(world, chart, theme, format) });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    send({ id, message, ...(error instanceof FindingsError && { diagnostics: error.diagnostics }) });
  }
}
