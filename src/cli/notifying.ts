/** Layer 6. build --notify: whoever must know is told of what a build came to, as after a scheduled one. */
import { outputFolder } from '../build/paths.js';
import type { BuildReport } from '../build/report.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Log } from '../regenerate/log.js';
import type { Run } from '../regenerate/notify/report.js';
import { tell } from '../regenerate/notify/tell.js';
import { failedRun } from '../regenerate/run.js';
import { keepSettings, standingSettings } from '../regenerate/settings.js';
import { nodeOutside } from './outside.js';
import { runOf } from './rebuilding.js';
import type { Terminal } from './terminal.js';

interface Place {
  /** Absolute, both. */
  readonly root: string;
  readonly out: string;
  readonly zone: string;
}

/**
 * @returns the report as the build gave it, and what was not delivered
 * @throws what the build throws, once that is told
 */
export async function builtAndTold(
  terminal: Terminal,
  place: Place,
  build: () => Promise<BuildReport>,
): Promise<{ report: BuildReport; undelivered: readonly Diagnostic[] }> {
  let report: BuildReport;
  try {
    report = await build();
  } catch (error) {
    await tellOf(terminal, place, failedRun(place.zone, error));
    throw error;
  }
  const run = await runOf(terminal.world, report, outputFolder(place.root, place));
  return { report, undelivered: await tellOf(terminal, place, run) };
}

/** Where zone.yaml cannot be read, those are told whom it named before. */
async function tellOf(
  terminal: Terminal,
  { root, out, zone }: Place,
  run: Run,
): Promise<readonly Diagnostic[]> {
  const { world } = terminal;
  const { settings } = await standingSettings(world, { root, out }, zone);
  if (!settings) return [];
  if (settings.channels.length === 0)
    terminal.err(`${terminal.paint('dim', `${zone}: nobody to tell: zone.yaml has no notify:`)}\n`);
  await keepSettings(world, out, settings);
  // What arrived is progress; what did not is among the findings.
  const log: Log = (_, event, { channel } = {}) => {
    if (event === 'notified') terminal.err(`${terminal.paint('dim', `${zone}: told ${channel}`)}\n`);
  };
  return tell({ world, outside: nodeOutside(terminal.run), log, root, out, settings }, run);
}
