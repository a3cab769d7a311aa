/** Layer 5. One run of one zone: built, said in the log, told to whom it concerns. */
import { type Diagnostic, UsageError } from '../diagnostic.js';
import type { World } from '../world.js';
import type { Log } from './log.js';
import { type Run, reasonsOf } from './notify/report.js';
import { type TellOptions, tell } from './notify/tell.js';
import { keepSettings, type Settings } from './settings.js';

/** Builds a zone. Findings are in the run. @throws where the machine or its files do not allow it */
export type Build = (zone: string) => Promise<Run>;

export interface RunOptions extends Omit<TellOptions, 'log'> {
  readonly world: World;
  readonly log: Log;
  readonly build: Build;
}

export interface RunResult {
  readonly run: Run;
  /** Notices that did not arrive, as findings. */
  readonly undelivered: readonly Diagnostic[];
  readonly started: Date;
  readonly finished: Date;
}

/** Of findings beyond that the log says how many they are. */
const mostFindings = 20;

/**
 * @param built is called when the building is over and the telling begins, which may wait long for others
 */
export async function runZone(
  options: RunOptions,
  settings: Settings,
  due: Date | undefined,
  built: () => void = () => undefined,
): Promise<RunResult> {
  const { world, log } = options;
  const { zone } = settings;
  const started = world.now();
  await keepSettings(world, options.out, settings);
  log('info', 'run-started', { zone, ...(due && { due: due.toISOString() }) });
  const run = await options.build(zone).catch((error: unknown) => failedRun(zone, error));
  built();
  const finished = world.now();
  logRun(log, run, (finished.getTime() - started.getTime()) / 1000);
  const undelivered = await tell({ ...options, settings }, run);
  return { run, undelivered, started, finished };
}

/** A fault of the machine, or of the program itself: told like findings, so that somebody hears of it. */
export function failedRun(zone: string, error: unknown): Run {
  const replaced = (error as NodeJS.ErrnoException | undefined)?.code === 'MODULE_NOT_FOUND';
  const hint =
    error instanceof UsageError
      ? error.hint
      : replaced
        ? 'The program was replaced while it ran: start zonebrief schedule again.'
        : undefined;
  const diagnostic: Diagnostic = {
    code: 'build/failed',
    severity: 'error',
    message: error instanceof Error ? error.message : String(error),
    ...(hint !== undefined && { hint }),
  };
  return { zone, outcome: 'failed', changes: [], diagnostics: [diagnostic], folder: '', files: [] };
}

function logRun(
  log: Log,
  { zone, outcome, edition, changes, diagnostics, held }: Run,
  seconds: number,
): void {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const bad = outcome === 'held' || outcome === 'failed';
  log(bad ? (outcome === 'held' ? 'warning' : 'error') : 'info', 'run-finished', {
    zone,
    outcome,
    ...(edition && { edition: edition.id }),
    changes: changes.length,
    errors,
    warnings: diagnostics.length - errors,
    // A clock that was set back meanwhile gives no time below nothing.
    seconds: Math.max(0, seconds),
    ...(held !== undefined && { held }),
  });
  if (!bad) return;
  const shown = reasonsOf(diagnostics);
  for (const { code, severity, message, at, expected, hint } of shown.slice(0, mostFindings)) {
    const place = at && { file: at.file, line: at.line, column: at.column };
    log(severity, 'finding', { zone, code, message, ...place, expected, hint });
  }
  const more = shown.length - mostFindings;
  if (more > 0) log('error', 'finding', { zone, code: 'more-findings', message: `${more} more` });
}
