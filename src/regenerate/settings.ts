/** Layer 5. What zone.yaml says of regeneration, with the places for messages, without reading the facts. */
import { join } from 'node:path';
import { storeOf } from '../build/store/store.js';
import { type Diagnostic, Findings, type Place } from '../diagnostic.js';
import { checkChannels, checkSchedule } from '../facts/regeneration-checks.js';
import type { NoticeChannel, Schedule } from '../facts/regeneration-schema.js';
import { type Zone, zoneFile } from '../facts/schema.js';
import { readYaml } from '../facts/yaml.js';
import type { World } from '../world.js';
import { jitterOf, type ZonePlan } from './schedule/plan.js';
import { writeInOneStep } from './write.js';

export interface PlacedChannel {
  readonly channel: NoticeChannel;
  readonly at: Place;
}

export interface Settings {
  readonly zone: string;
  /** zone.yaml as it was read. */
  readonly text: string;
  readonly file: Zone;
  /** Undefined where zone.yaml has no schedule. */
  readonly plan?: ZonePlan | undefined;
  readonly channels: readonly PlacedChannel[];
}

/**
 * Never throws for what the file holds.
 * @param before what it held when it was read last: given back where it still does
 */
export async function readSettings(
  world: World,
  root: string,
  zone: string,
  before?: Settings,
): Promise<{ settings?: Settings; diagnostics: readonly Diagnostic[] }> {
  const path = join(root, 'data', zone, 'zone.yaml');
  try {
    const text = await world.readText(path);
    return before?.text === text ? { settings: before, diagnostics: [] } : settingsFrom(path, zone, text);
  } catch (error) {
    const unreadable: Diagnostic = {
      code: 'facts/unreadable',
      severity: 'error',
      message: `zone.yaml cannot be read: ${(error as Error).message}`,
      at: { file: path },
      hint: 'Check that it is a file, and that you are allowed to open it.',
    };
    return { diagnostics: [unreadable] };
  }
}

function settingsFrom(
  path: string,
  zone: string,
  text: string,
): { settings?: Settings; diagnostics: readonly Diagnostic[] } {
  const findings = new Findings();
  const file = readYaml(path, text, zoneFile);
  const { value } = file;
  if (!value) return { diagnostics: file.diagnostics };
  if (value.schedule) checkSchedule(value.schedule, file, findings);
  if (value.notify) checkChannels(value.notify, value.languages, file, findings);
  if (findings.failed) return { diagnostics: findings.all };
  const channels = (value.notify ?? []).map((channel, index) => ({
    channel,
    // Without the line itself, in which the address of a webhook is a secret.
    at: { ...file.placeOf(['notify', index]), excerpt: undefined },
  }));
  const plan = value.schedule && planOf(zone, value.schedule);
  return { settings: { zone, text, file: value, ...(plan && { plan }), channels }, diagnostics: [] };
}

function planOf(zone: string, { cron, timeZone, jitter = 0 }: Schedule): ZonePlan {
  const timing = { cron: typeof cron === 'string' ? [cron] : cron, timeZone };
  return { zone, timing, jitter: jitterOf(zone, jitter) };
}

/** Backstage, beside what else is kept of a zone. */
const keptPath = async (world: World, out: string, zone: string): Promise<string> =>
  join((await storeOf(world, out, zone)).backstage, 'zone.yaml');

/**
 * Keeps zone.yaml as it could be read: when somebody breaks it, the build is held back, and whoever must know of that
 * stands in the very file that cannot be read any more. One that cannot be kept is a remedy less, and no fault.
 */
export async function keepSettings(
  world: World,
  out: string,
  { zone, text, plan, channels }: Settings,
): Promise<void> {
  const path = await keptPath(world, out, zone);
  // Whoever takes schedule and notices away wants none.
  if (!plan && channels.length === 0) return world.remove(path).catch(() => undefined);
  if ((await world.readText(path).catch(() => '')) !== text)
    await writeInOneStep(world, path, text).catch(() => undefined);
}

/**
 * The settings that hold: those of zone.yaml, or where it cannot be read the ones it had last.
 * @returns what is wrong with zone.yaml as it is, beside those it had
 */
export async function standingSettings(
  world: World,
  { root, out }: { readonly root: string; readonly out: string },
  zone: string,
  before?: Settings,
): Promise<{ settings?: Settings; diagnostics: readonly Diagnostic[] }> {
  const read = await readSettings(world, root, zone, before);
  if (read.settings) return read;
  const kept =
    before?.text ?? (await world.readText(await keptPath(world, out, zone)).catch(() => undefined));
  if (kept === undefined) return read;
  const { settings } = settingsFrom(join(root, 'data', zone, 'zone.yaml'), zone, kept);
  return settings ? { settings, diagnostics: read.diagnostics } : read;
}
