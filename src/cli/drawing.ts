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
  /** Starts the thread with the first chart. */
  readonly draw: Draw;
  /** Starts it now, so that its libraries are loaded by the time the first chart comes. */
  start(): void;
  /** Stops the thread; what it has not drawn is not drawn. */
  end(): Promise<void>;
}

/** undefined where drawing here is better. */
export async function drawingThread(world: World): Promise<DrawingThread | undefined> {
  // Beside this file in the bundle; the source has no such file.
  const entry = new URL('./draw-worker.mjs', import.meta.url);
  if (availableParallelism() < 2 || (await world.kindOf(fileURLToPath(entry))) !== 'file') return undefined;
  const { Worker } = await import('node:worker_threads');
  let worker: import('node:worker_threads').Worker | undefined;
  const waiting = new Map<number, { resolve: (png: Uint8Array) => void; reject: (error: Error) => void }>();
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const started = () => {
    if (worker) return worker;
    worker = new Worker(entry);
    worker.on('message', ({ id, png, message, diagnostics }: DrawAnswer) => {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (png) asked?.resolve(png);
      else asked?.reject(diagnostics ? new FindingsError(diagnostics) : new Error(message));
    });
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('the thread that draws the charts has ended')));
    return worker;
  };
  let last = 0;
  return {
    start() {
      started();
    },
    draw: (chart, theme, format) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        started().postMessage({ id, chart, theme, format } satisfies DrawRequest);
      }),
    async end() {
      await worker?.terminate();
    },
  };
}
