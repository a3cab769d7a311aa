/**
 * Layer 6. Several zones, in threads as many as there are cores. Whatever becomes of one of them, the others are built. A
 * zone of which nothing changed is answered for here, before any thread is asked.
 */
import { availableParallelism } from 'node:os';
import type { BuildReport } from '../../build/report.js';
import { optionsKey } from '../../build/state.js';
import type { Diagnostic } from '../../diagnostic.js';
import { type BuildFlags, decidingOptions } from '../build-options.js';
import { errorOf, type Fault, faultOf } from '../fault.js';
import { fromHere } from '../report.js';
import type { Terminal } from '../terminal.js';
import { threadBeside } from '../threads/beside.js';
import { buildHere, type ZoneAnswer, type ZoneRequest } from '../threads/zone-build.js';
import { zoneThreads } from '../threads/zone-threads.js';
import { unchangedReport } from '../unchanged.js';

/** What became of a zone: a report, or why there is none. */
export interface ZoneResult {
  readonly zone: string;
  readonly report?: BuildReport | undefined;
  readonly fault?: Fault | undefined;
  readonly milliseconds: number;
}

export interface ManyOptions {
  /** Absolute, both. */
  readonly root: string;
  readonly out: string;
  readonly flags: BuildFlags;
  /** Told of each zone as it is done, with how many are. */
  readonly onDone: (result: ZoneResult, done: number) => void;
}

/** @returns in the order of the zones, with how many threads built them: 1 where it was this one */
export async function buildMany(
  terminal: Terminal,
  zones: readonly string[],
  { root, out, flags, onDone }: ManyOptions,
): Promise<{ results: ZoneResult[]; jobs: number }> {
  const { world, run } = terminal;
  const { pdf, force, overwrite } = flags;
  const deciding = decidingOptions(flags, terminal.cwd);
  const request = { root, out, pdf, force, overwrite, ...deciding };
  const most = Math.min(flags.jobs ?? availableParallelism(), zones.length);
  const threads = most > 1 ? await zoneThreads({ world, run, most, sharesFiles: false }) : undefined;
  const thread = threads ? undefined : await threadBeside(world);
  // It does not rest before the last zone is built.
  const beside = thread && { ...thread, rest: undefined };
  const tellers = flags.notify ? await import('../notifying.js') : undefined;
  const asked = { root, out, options: optionsKey({ ...deciding, pdf }) };
  // Past the world, so only where threads build past it, too. Who is told is told of what waits from before as well.
  const answered = (zone: string): BuildReport | undefined =>
    !threads || force || tellers ? undefined : answeredAtOnce(zone, asked);
  const build = async (zone: string): Promise<ZoneAnswer> => {
    const asking: ZoneRequest = { ...request, zone };
    const onWait = ({ pid, host, here }: { pid: number; host: string; here: boolean }) =>
      terminal.err(
        `${zone}: waiting for another build of it (process ${pid}${here ? '' : ` on ${host}`}) …\n`,
      );
    return threads ? threads.build(asking, onWait) : buildHere(asking, { world, run, beside, onWait });
  };
  const told = async (zone: string): Promise<Pick<ZoneAnswer, 'report' | 'fault'>> => {
    if (!tellers) return build(zone);
    try {
      const { report, undelivered } = await tellers.builtAndTold(terminal, { root, out, zone }, async () => {
        const { report: made, fault } = await build(zone);
        if (made) return made;
        throw errorOf(fault as Fault);
      });
      return { report: withFindings(report, undelivered) };
    } catch (error) {
      return { fault: faultOf(error) };
    }
  };
  let done = 0;
  const makeOne = async (zone: string): Promise<ZoneResult> => {
    const began = performance.now();
    const unchanged = answered(zone);
    const { report, fault } = unchanged ? { report: unchanged, fault: undefined } : await told(zone);
    const result: ZoneResult = {
      zone,
      ...(report && { report: { ...report, diagnostics: fromHere(terminal, report.diagnostics) } }),
      ...(fault && { fault }),
      milliseconds: performance.now() - began,
    };
    done += 1;
    onDone(result, done);
    return result;
  };
  try {
    return { results: await inLanes(zones, most, makeOne), jobs: threads ? most : 1 };
  } finally {
    await threads?.end();
    await beside?.end();
  }
}

/** The work on all items, as many at a time as there are lanes; results in the order of the items. */
async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < items.length) {
      const index = next;
      next += 1;
      results[index] = await work(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

function answeredAtOnce(zone: string, asked: Parameters<typeof unchangedReport>[1]): BuildReport | undefined {
  try {
    return unchangedReport(zone, asked);
  } catch {
    return undefined;
  }
}

const withFindings = (report: BuildReport, more: readonly Diagnostic[]): BuildReport =>
  more.length === 0 ? report : { ...report, ok: false, diagnostics: [...report.diagnostics, ...more] };
