/** Layer 5. Each zone once, one after the other, and then the end: for timers and crontabs that call again. */
import { type Diagnostic, exitCodes } from '../../diagnostic.js';
import { type RunOptions, runZone } from '../run.js';
import { type Settings, standingSettings } from '../settings.js';
import { nextRun, runsBetween } from './plan.js';
import { lastOf } from './scheduled.js';
import { readStatus, writeStatus } from './status.js';

export interface OnceResult {
  /** 0 fine, 1 findings or a notice that did not arrive, 2 a run that could not be made: the gravest of all zones. */
  readonly code: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** @param onlyDue leaves out zones of which nothing fell due since they were last run here */
export async function runOnce(
  options: RunOptions,
  zones: readonly string[],
  onlyDue: boolean,
): Promise<OnceResult> {
  const diagnostics: Diagnostic[] = [];
  let code: number = exitCodes.fine;
  for (const zone of zones) {
    const { settings, diagnostics: found } = await standingSettings(options.world, options, zone);
    // Where there are settings all the same, the build says what is wrong with zone.yaml, and whoever must know is told.
    if (!settings) {
      diagnostics.push(...found);
      code = Math.max(code, exitCodes.findings);
    } else if (!onlyDue || (await isDue(options, settings))) {
      const { run, undelivered } = await runAndNote(options, settings);
      diagnostics.push(...run.diagnostics, ...undelivered);
      if (run.outcome === 'failed') code = exitCodes.usage;
      if (run.outcome === 'held' || undelivered.length > 0) code = Math.max(code, exitCodes.findings);
    }
  }
  return { code, diagnostics };
}

/** The first call of all has nothing to make up for: it notes from when on it will. */
async function isDue({ world, out, log }: RunOptions, { zone, plan }: Settings): Promise<boolean> {
  if (!plan) return false;
  const now = world.now();
  const status = (await readStatus(world, out))[zone];
  const considered = status && new Date(status.considered);
  if (considered && considered <= now) return runsBetween(plan, considered, now).count > 0;
  if (considered) log('warning', 'clock-set-back', { zone, was: considered.toISOString() });
  const next = nextRun(plan, now);
  await writeStatus(world, out, {
    [zone]: {
      ...status,
      considered: now.toISOString(),
      ...(next && { next: next.toISOString() }),
      running: false,
    },
  });
  return false;
}

async function runAndNote(
  options: RunOptions,
  settings: Settings,
): Promise<Awaited<ReturnType<typeof runZone>>> {
  const { world, out, log } = options;
  const result = await runZone(options, settings, undefined);
  const next = settings.plan && nextRun(settings.plan, world.now());
  try {
    await writeStatus(world, out, {
      [settings.zone]: {
        considered: result.started.toISOString(),
        ...(next && { next: next.toISOString() }),
        running: false,
        last: lastOf(result),
      },
    });
  } catch (error) {
    log('error', 'status-not-written', { message: (error as Error).message });
  }
  return result;
}
