/**
 * Layer 6. Charts drawn in a thread of their own, beside composing and layout: a third of a build's time, and it needs
 * nothing but the chart. Where there is one processor only, or no bundle, charts are drawn where all else is done.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Draw } from '../build/pictures.js';
import { type Diagnostic, FindingsError } from '../diagnostic.js';
import type { World } from '../world.js';

export interface DrawRequest {
  readonly id: number;
  readonly chart: Parameters<Draw>[0];
  readonly theme: Parameters<Draw>[1];
  readonly format: Parameters<Draw>[2];
}

/** `png`, or what went wrong. */
export interface DrawAnswer {
  readonly id: number;
  readonly png?: Uint8Array;
  readonly message?: string;
  readonly diagnostics?: readonly Diagnostic[];
}

export interface DrawingThread {
  readonly draw: Draw;
  /** Stops the thread; what it has not drawn is not drawn. */
  end(): Promise<void>;
}

/** Starts the thread, which loads its libraries at once; undefined where drawing here is better. */
export async function drawingThread(world: World): Promise<DrawingThread | undefined> {
  // Beside this file in the bundle; the source has no such file.
  const entry = new URL('./draw-worker.js', import.meta.url);
  if (availableParallelism() < 2 || (await world.kindOf(fileURLToPath(entry))) !== 'file') return undefined;
  const { Worker } = await import('node:worker_threads');
  const worker = new Worker(entry);
  const waiting = new Map<number, { resolve: (png: Uint8Array) => void; reject: (error: Error) => void }>();
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', ({ id, png, message, diagnostics }: DrawAnswer) => {
    const asked = waiting.get(id);
    waiting.delete(id);
    if (png) asked?.resolve(png);
    else asked?.reject(diagnostics ? new FindingsError(diagnostics) : new Error(message));
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread that draws the charts has ended')));
  let last = 0;
  return {
    draw: (chart, theme, format) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, chart, theme, format } satisfies DrawRequest);
      }),
    async end() {
      await worker.terminate();
    },
  };
}
