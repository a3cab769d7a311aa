/**
 * Layer 6. A thread beside the one that builds: it draws the charts while that composes, and then makes files until none is
 * left. Where there is one processor only, or no bundle, all is done in one thread.
 */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import type { Beside } from '../../build/beside.js';
import { type Cache, type Draw, drawOnce, mostPictures, type Picture } from '../../build/draw.js';
import type { FileRequest, MadeFile } from '../../build/file.js';
import type { World } from '../../world.js';
import { errorOf, type Fault } from '../fault.js';

export type BesideRequest =
  | ({ readonly id: number } & (
      | { readonly picture: Picture }
      | { readonly file: FileRequest; readonly cache: Cache | undefined }
    ))
  /** It is to end once all is done that was asked before. */
  | { readonly rest: true };

/** What was made, nothing of a file that was taken elsewhere, or what went wrong. */
export interface BesideAnswer {
  readonly id: number;
  readonly png?: Uint8Array | undefined;
  readonly made?: MadeFile | undefined;
  readonly fault?: Fault | undefined;
}

/** Given to the thread when it is started. */
export interface BesideData {
  /** It serves many builds: what they worked out is remembered. */
  readonly warm: boolean;
  /** It is asked for no files. */
  readonly drawsOnly: boolean;
}

export interface BesideThread extends Beside {
  /** Stops the thread; what it has not made is not made. */
  end(): Promise<void>;
}

/**
 * Pixels may take as much room as new objects before V8 collects them: with what it gives a thread by itself, at every fourth
 * chart. The room is not used, since charts make few objects.
 */
const drawingYoungMb = 192;

/** undefined where doing all here is better. @param how both false where left out */
export async function threadBeside(
  world: World,
  { warm = false, drawsOnly = false }: Partial<BesideData> = {},
): Promise<BesideThread | undefined> {
  // Beside this file in the bundle; the source has no such file.
  const entry = new URL('./beside-worker.js', import.meta.url);
  if (availableParallelism() < 2 || (await world.kindOf(fileURLToPath(entry))) !== 'file') return undefined;
  const { Worker } = await import('node:worker_threads');
  const threads: Thread[] = [];
  let thread: Thread | undefined;
  let broken: Error | undefined;
  const started = (): Thread => {
    if (thread) return thread;
    const begun = begin(
      new Worker(entry, {
        workerData: { warm, drawsOnly } satisfies BesideData,
        ...(drawsOnly && { resourceLimits: { maxYoungGenerationSizeMb: drawingYoungMb } }),
      }),
      (error) => {
        if (thread === begun) broken ??= error;
      },
    );
    thread = begun;
    threads.push(begun);
    return begun;
  };
  let last = 0;
  type Asked = { picture: Picture } | { file: FileRequest; cache: Cache | undefined };
  const ask = (asked: Asked): Promise<BesideAnswer> =>
    new Promise((resolve, reject) => {
      if (broken) return reject(broken);
      last += 1;
      const { worker, waiting } = started();
      waiting.set(last, { resolve, reject });
      worker.postMessage({ id: last, ...asked } satisfies BesideRequest);
    });
  const draw: Draw = async (picture) => (await ask({ picture })).png as Uint8Array;
  const end = async (): Promise<void> => {
    await Promise.all(threads.map(({ worker }) => worker.terminate()));
  };
  if (drawsOnly) return { draw, end };
  return {
    start() {
      started();
    },
    // Begun anew where there is something to do after all; one that stays warm waits for it.
    ...(!warm && {
      rest() {
        thread?.worker.postMessage({ rest: true } satisfies BesideRequest);
        thread = undefined;
      },
    }),
    // Here, too: else each chart of a further build is sent there with its theme, and its picture back.
    draw: drawOnce(draw, mostPictures),
    make: async (file, cache) => (await ask({ file, cache })).made,
    end,
  };
}

interface Thread {
  readonly worker: import('node:worker_threads').Worker;
  /** For its answers, by the number of what was asked. */
  readonly waiting: Map<
    number,
    { readonly resolve: (answer: BesideAnswer) => void; readonly reject: (error: Error) => void }
  >;
}

/** @param onFault told why nothing can be asked of it any more */
function begin(worker: Thread['worker'], onFault: (error: Error) => void): Thread {
  const waiting: Thread['waiting'] = new Map();
  const fail = (error: Error): void => {
    onFault(error);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('message', (answer: BesideAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.fault) asked?.reject(errorOf(answer.fault));
    else asked?.resolve(answer);
  });
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('the thread beside this one has ended')));
  return { worker, waiting };
}
