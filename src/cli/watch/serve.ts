/** Layer 6. Watching in this process: builds in a thread that stays warm, and the signals that end it. */
import { exitCodes } from '../../diagnostic.js';
import { type Rebuild, type Watch, watchZones } from '../../regenerate/watch/watch.js';
import { errorOf, faultOf } from '../fault.js';
import type { Terminal } from '../terminal.js';
import { threadBeside } from '../threads/beside.js';
import { buildHere, type ZoneAnswer, type ZoneRequest } from '../threads/zone-build.js';
import { zoneThreads } from '../threads/zone-threads.js';
import { timers } from './folder-watcher.js';
import type { Outcome } from './lines.js';

export interface ServeOptions {
  /** Absolute, both. */
  readonly root: string;
  readonly out: string;
  /** Those there are, of those that were asked for. */
  readonly zones: () => Promise<readonly string[]>;
  readonly request: (zone: string) => ZoneRequest;
  readonly watch: Watch;
  /** Tell whom zone.yaml names. */
  readonly notify: boolean;
  readonly told: (rebuild: Rebuild<Outcome>) => void;
  readonly gone: (zone: string) => void;
  readonly onWait: (zone: string, pid: number) => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs until a signal comes, and ends at once then. @returns the exit code */
export async function serve(terminal: Terminal, options: ServeOptions): Promise<number> {
  const { world } = terminal;
  const stop = new AbortController();
  const stopped = new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve()));
  const end = (): void => stop.abort();
  // Before the first build, so that no signal finds a lock whose file nobody removes.
  for (const signal of signals) process.on(signal, end);
  const run: Terminal['run'] = (program, words, how) =>
    terminal.run(program, words, { ...how, outlivesInterrupt: true, stop: stop.signal });
  const threads = await zoneThreads({ world, run, most: 1, sharesFiles: true });
  const beside = threads ? undefined : await threadBeside(world, { warm: true });
  const make = async (zone: string): Promise<ZoneAnswer> => {
    const request = { ...options.request(zone), noted: true };
    return threads
      ? threads.build(request, ({ pid }) => options.onWait(zone, pid))
      : buildHere(request, {
          world,
          run,
          beside,
          onWait: ({ pid }) => options.onWait(zone, pid),
        });
  };
  const known = new Map<string, string>();
  /** Tried again, or on a new day, only another outcome is worth a line. */
  const isNews = ({ zone, changed, first, result }: Rebuild<Outcome>): boolean => {
    const { report, fault } = result;
    const came = fault ? fault.message : report?.outcome === 'held' ? JSON.stringify(report.diagnostics) : '';
    const same = known.get(zone) === came && report?.outcome !== 'made' && report?.outcome !== 'rebuilt';
    known.set(zone, came);
    return first || changed.length > 0 || !same;
  };
  let busy = true;
  const watching = watchZones<Outcome>({
    ...options,
    world,
    timers,
    stop: stop.signal,
    told: (rebuild) => (isNews(rebuild) ? options.told(rebuild) : undefined),
    build: async (zone) => {
      const { answers, ...result } = await tellingOf(zone, make);
      return { answers, result, failed: result.fault !== undefined };
    },
  }).finally(() => {
    busy = false;
  });
  try {
    await Promise.race([watching, stopped]);
    await threads?.end();
    await beside?.end();
    // Whatever still runs, a notice that somebody does not take, would keep the process for as long as it likes.
    await Promise.race([watching, new Promise((done) => setTimeout(done, 50))]);
    if (busy) process.exit(exitCodes.fine);
    return exitCodes.fine;
  } finally {
    for (const signal of signals) process.off(signal, end);
  }

  async function tellingOf(
    zone: string,
    build: (zone: string) => Promise<ZoneAnswer>,
  ): Promise<Outcome & Pick<ZoneAnswer, 'answers'>> {
    if (!options.notify) return { ...(await build(zone)), undelivered: [] };
    const { builtAndTold } = await import('../notifying.js');
    let answers: ZoneAnswer['answers'];
    try {
      const { report, undelivered } = await builtAndTold(
        terminal,
        { root: options.root, out: options.out, zone },
        async () => {
          const answer = await build(zone);
          answers = answer.answers;
          if (answer.report && !stop.signal.aborted) return answer.report;
          throw errorOf(answer.fault ?? { message: 'it was stopped', usage: true });
        },
      );
      return { report, undelivered, answers };
    } catch (error) {
      return { fault: faultOf(error), undelivered: [], answers };
    }
  }
}
