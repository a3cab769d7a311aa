/** Layer 6. One build of one zone as it can be asked of a thread: what goes in and comes out can be sent between threads. */
import { join } from 'node:path';
import type { BuildOptions } from '../../build/build.js';
import type { Draw } from '../../build/pictures.js';
import type { BuildReport } from '../../build/report.js';
import type { Holder } from '../../build/store/rivals.js';
import { storeOf } from '../../build/store/store.js';
import { type Diagnostic, FindingsError, UsageError } from '../../diagnostic.js';
import type { Memory } from '../../memory.js';
import { type Answer, notingWorld, withTargets } from '../../regenerate/watch/answers.js';
import type { World } from '../../world.js';
import type { DecidingFlags } from '../build-options.js';
import { plainFault } from '../fault.js';
import { libreOffice } from '../libreoffice.js';
import type { RunProgram } from '../programs.js';

export interface ZoneRequest extends DecidingFlags {
  /** Absolute, both. */
  readonly root: string;
  readonly out: string;
  readonly zone: string;
  readonly pdf?: boolean | undefined;
  readonly force?: boolean | undefined;
  readonly overwrite?: boolean | undefined;
  /** Note what it asks of the world, for whoever watches that. */
  readonly noted?: boolean | undefined;
}

/** Why there is no report. */
export interface Fault {
  readonly message: string;
  readonly hint?: string | undefined;
  /** Wrong use or the machine; else it is the program. */
  readonly usage: boolean;
  readonly diagnostics?: readonly Diagnostic[] | undefined;
  readonly stack?: string | undefined;
}

export interface ZoneAnswer {
  readonly report?: BuildReport | undefined;
  readonly fault?: Fault | undefined;
  /** All that was asked, where it was to be noted. */
  readonly answers?: readonly Answer[] | undefined;
}

export interface ZoneMeans {
  readonly world: World;
  readonly run: RunProgram;
  /** Left out: charts are drawn here. */
  readonly draw?: Draw | undefined;
  /** Of earlier builds of this thread. */
  readonly memory?: Memory | undefined;
  readonly onWait?: ((holder: Holder) => void) | undefined;
}

/** Never throws. */
export async function buildHere(request: ZoneRequest, means: ZoneMeans): Promise<ZoneAnswer> {
  const { noted, pdf, ...asked } = request;
  const { world, run, draw, memory, onWait } = means;
  let noting: ReturnType<typeof notingWorld> | undefined;
  const result = async (): Promise<Pick<ZoneAnswer, 'report' | 'fault'>> => {
    try {
      if (noted) noting = notingWorld(world, await outputsOf(world, request));
      const options: BuildOptions = {
        ...asked,
        ...(pdf && { pdf: await libreOffice(world, run) }),
        ...(draw && { draw }),
        ...(memory && { memory }),
        onWait,
      };
      const { buildZone } = await import('../../build/build.js');
      return { report: await buildZone(noting?.world ?? world, options) };
    } catch (error) {
      return { fault: faultOf(error) };
    }
  };
  const made = await result();
  const answers = noting && (await withTargets(world, noting.answers()));
  return { ...made, ...(answers && { answers }) };
}

/** What a build writes to: no input, though it is read. */
async function outputsOf(world: World, { out, zone }: ZoneRequest): Promise<string[]> {
  const { folder, backstage } = await storeOf(world, out, zone);
  return [join(out, zone), folder, backstage];
}

export function faultOf(thrown: unknown): Fault {
  const error = replacedFault(thrown) ?? plainFault(thrown) ?? thrown;
  if (!(error instanceof Error)) return { message: String(error), usage: false };
  return {
    message: error.message,
    usage: error instanceof UsageError,
    ...(error instanceof UsageError && error.hint !== undefined && { hint: error.hint }),
    ...(error instanceof FindingsError && { diagnostics: error.diagnostics }),
    ...(error.stack !== undefined && { stack: error.stack }),
  };
}

/** Parts are loaded when they are needed: those of a program that was updated meanwhile are not there any more. */
function replacedFault(thrown: unknown): UsageError | undefined {
  if ((thrown as NodeJS.ErrnoException | undefined)?.code !== 'ERR_MODULE_NOT_FOUND') return undefined;
  return new UsageError('the program was replaced while it ran', 'end it, and start it again');
}

/** As it was thrown, for those who handle it where it was not. */
export function errorOf({ message, hint, usage, diagnostics, stack }: Fault): Error {
  if (diagnostics) return new FindingsError(diagnostics);
  if (usage) return new UsageError(message, hint);
  const error = new Error(message);
  if (stack !== undefined) error.stack = stack;
  return error;
}
