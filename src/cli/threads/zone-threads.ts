/**
 * Layer 6. Threads that build zones, each one at a time, used again and again: memory stays what so many builds need,
 * however many zones there are. A thread that crashes takes the zone it was building with it and no other.
 */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Holder } from '../../build/store/rivals.js';
import type { World } from '../../world.js';
import type { RunProgram } from '../programs.js';
import type { FromThread, ThreadData, ToThread } from './messages.js';
import type { ZoneAnswer, ZoneRequest } from './zone-build.js';

export interface ZoneThreads {
  /** Waits for a free thread. Never throws. */
  build(request: ZoneRequest, onWait?: (holder: Holder) => void): Promise<ZoneAnswer>;
  /** Ends all at once, and gives back the locks that they held; what they were building comes to nothing. */
  end(): Promise<void>;
}

export interface ThreadOptions extends ThreadData {
  readonly world: World;
  readonly run: RunProgram;
  /** How many at most; they are started as they are needed. */
  readonly most: number;
  /** Left out: the one beside this file in the bundle. */
  readonly entry?: URL;
}

interface Job {
  readonly request: ZoneRequest;
  readonly onWait: ((holder: Holder) => void) | undefined;
  readonly done: (answer: ZoneAnswer) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  /** Claims on locks, with what keeps a signal from leaving them behind. */
  readonly claims: Map<string, () => void>;
}

/**
 * A build makes many objects that live as long as it does; where there is room for them, they are not moved about again
 * and again: a tenth of a warm build's time.
 */
const youngMb = 96;

const bundled = new URL('./zone-worker.js', import.meta.url);

/** undefined where there is no bundle: zones are built in this thread then. */
export async function zoneThreads(options: ThreadOptions): Promise<ZoneThreads | undefined> {
  const { world, run, most, sharesFiles, entry = bundled } = options;
  if ((await world.kindOf(fileURLToPath(entry))) !== 'file') return undefined;
  const threads = new Set<Thread>();
  const queue: Job[] = [];
  let ended = false;

  const next = (): void => {
    while (queue.length > 0 && !ended) {
      const free = [...threads].find(({ job }) => !job) ?? (threads.size < most ? started() : undefined);
      if (!free) return;
      const job = queue.shift() as Job;
      free.job = job;
      free.worker.postMessage({ kind: 'build', request: job.request } satisfies ToThread);
    }
  };

  function started(): Thread {
    const worker = new Worker(entry, {
      workerData: { sharesFiles } satisfies ThreadData,
      resourceLimits: { maxYoungGenerationSizeMb: youngMb },
    });
    const thread: Thread = { worker, job: undefined, claims: new Map() };
    threads.add(thread);
    worker.on('message', (message: FromThread) => hear(thread, message));
    let why = 'it ended by itself';
    worker.on('error', (error) => {
      why = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => {
      threads.delete(thread);
      // Before anybody is told, who may want the lock at once.
      void giveBack(thread).then(() => {
        const { job } = thread;
        job?.done({
          fault: { message: `the thread that built ${job.request.zone} ended: ${why}`, usage: false },
        });
        next();
      });
    });
    return thread;
  }

  function hear(thread: Thread, message: FromThread): void {
    const { worker, claims, job } = thread;
    if (message.kind === 'built') {
      thread.job = undefined;
      job?.done(message.answer);
      next();
    } else if (message.kind === 'waits') job?.onWait?.(message.holder);
    else if (message.kind === 'claims') claims.set(message.path, world.removeWhenEnded(message.path));
    else if (message.kind === 'released') {
      claims.get(message.path)?.();
      claims.delete(message.path);
    } else {
      const { call, program, words, options: how } = message;
      void run(program, words, how).then((finished) =>
        worker.postMessage({ kind: 'ran', call, finished } satisfies ToThread),
      );
    }
  }

  /** A claim of this process counts for as long as the process is there. */
  async function giveBack({ claims }: Thread): Promise<void> {
    for (const [path, ending] of claims) {
      await world.removeOne(path).catch(() => undefined);
      ending();
    }
    claims.clear();
  }

  return {
    build: (request, onWait) =>
      new Promise((done) => {
        queue.push({ request, onWait, done });
        next();
      }),
    async end() {
      ended = true;
      const all = [...threads];
      await Promise.all(all.map(({ worker }) => worker.terminate()));
      for (const thread of all) await giveBack(thread);
    },
  };
}
