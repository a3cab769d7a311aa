/** Layer 6. Which zones a schedule is about. */
import { type Diagnostic, FindingsError, UsageError } from '../../diagnostic.js';
import { readSettings, type Settings, standingSettings } from '../../regenerate/settings.js';
import type { World } from '../../world.js';

/**
 * Zones with a schedule.
 * @throws {FindingsError} where a zone.yaml cannot be read
 * @throws {UsageError} where there is none, or one that was named has none
 */
export async function scheduledZones(
  world: World,
  root: string,
  zones: readonly string[],
  named: boolean,
): Promise<Settings[]> {
  const diagnostics: Diagnostic[] = [];
  const found: Settings[] = [];
  for (const zone of zones) {
    const { settings, diagnostics: faults } = await readSettings(world, root, zone);
    diagnostics.push(...faults);
    if (settings?.plan) found.push(settings);
    else if (settings && named) throw noSchedule(`${zone} has no schedule`);
  }
  if (diagnostics.length > 0) throw new FindingsError(diagnostics);
  if (found.length === 0) throw noSchedule(`no zone under ${root} has a schedule`);
  return found;
}

const noSchedule = (message: string): UsageError =>
  new UsageError(
    message,
    'write it into zone.yaml, such as: schedule: { cron: "0 6 * * 1-5", timeZone: Asia/Shanghai }',
  );

/**
 * Those that have a schedule, or had one while zone.yaml could be read, and those of which nothing is known: the run says
 * why.
 * @throws {FindingsError} where none can be read that has one
 * @throws {UsageError} where no zone has one
 */
export async function withSchedule(
  world: World,
  place: { readonly root: string; readonly out: string },
  zones: readonly string[],
): Promise<string[]> {
  const kept: string[] = [];
  const diagnostics: Diagnostic[] = [];
  let planned = 0;
  for (const zone of zones) {
    const { settings, diagnostics: found } = await standingSettings(world, place, zone);
    diagnostics.push(...found);
    if (settings?.plan) planned += 1;
    if (!settings || settings.plan) kept.push(zone);
  }
  if (planned > 0) return kept;
  if (diagnostics.length > 0) throw new FindingsError(diagnostics);
  throw noSchedule(`no zone under ${place.root} has a schedule`);
}
