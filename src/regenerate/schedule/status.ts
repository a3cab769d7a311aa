/** Layer 5. out/.zonebrief/schedule.json: what was run last and what comes next, for whoever looks and for the next start. */
import { join } from 'node:path';
import * as z from 'zod';
import type { World } from '../../world.js';
import { writeInOneStep } from '../write.js';

const moment = z.iso.datetime();

const zoneStatus = z.object({
  /** Up to here no run is outstanding any more: what fell due later is made up for at the next start. */
  considered: moment,
  /** Absent where the schedule names no further time. */
  next: moment.optional(),
  running: z.boolean(),
  last: z
    .object({
      /** When it should have begun; absent of a run that somebody asked for. */
      due: moment.optional(),
      started: moment,
      finished: moment,
      outcome: z.enum(['made', 'rebuilt', 'unchanged', 'held', 'failed']),
      /** The edition that stands since. */
      edition: z.string().optional(),
      errors: z.number(),
      warnings: z.number(),
      /** Notices that did not arrive. */
      undelivered: z.number(),
    })
    .optional(),
});

const statusFile = z.object({ version: z.literal(1), zones: z.record(z.string(), zoneStatus) });

export type ZoneStatus = z.infer<typeof zoneStatus>;
export type LastRun = NonNullable<ZoneStatus['last']>;
export type ZoneStatuses = Readonly<Record<string, ZoneStatus>>;

export const statusPath = (out: string): string => join(out, '.zonebrief', 'schedule.json');

/** Nothing where there is no file, or one that cannot be understood: it holds nothing that the next run does not write. */
export async function readStatus(world: World, out: string): Promise<ZoneStatuses> {
  try {
    return statusFile.parse(JSON.parse(await world.readText(statusPath(out)))).zones;
  } catch {
    return {};
  }
}

/**
 * Puts these zones into the file and leaves the others as they are, in one step: a reader sees the old or the new one.
 * @param gone zones that have no schedule any more: they are taken out
 * @throws where the folder cannot be written
 */
export async function writeStatus(
  world: World,
  out: string,
  zones: ZoneStatuses,
  gone: ReadonlySet<string> = new Set(),
): Promise<void> {
  const all = { ...(await readStatus(world, out)), ...zones };
  const sorted = Object.fromEntries(
    Object.entries(all)
      .filter(([zone]) => zone in zones || !gone.has(zone))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  await writeInOneStep(world, statusPath(out), `${JSON.stringify({ version: 1, zones: sorted }, null, 2)}\n`);
}
