/** Layer 5. What zone.yaml says of regeneration, with the places for messages, without reading the facts. */
import { join } from 'node:path';
import { type Diagnostic, Findings, type Place } from '../diagnostic.js';
import { checkChannels, checkSchedule } from '../facts/regeneration-checks.js';
import type { NoticeChannel } from '../facts/regeneration-schema.js';
import { type Zone, zoneFile } from '../facts/schema.js';
import { readYaml } from '../facts/yaml.js';
import type { World } from '../world.js';
import { jitterOf, type ZonePlan } from './schedule/plan.js';

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
  const findings = new Findings();
  let text: string;
  try {
    text = await world.readText(path);
  } catch (error) {
    findings.error('facts/unreadable', `zone.yaml cannot be read: ${(error as Error).message}`, {
      at: { file: path },
      hint: 'Check that it is a file, and that you are allowed to open it.',
    });
    return { diagnostics: findings.all };
  }
  if (before?.text === text) return { settings: before, diagnostics: [] };
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
  const { schedule } = value;
  if (!schedule) return { settings: { zone, text, file: value, channels }, diagnostics: [] };
  const plan: ZonePlan = {
    zone,
    timing: {
      cron: typeof schedule.cron === 'string' ? [schedule.cron] : schedule.cron,
      timeZone: schedule.timeZone,
    },
    jitter: jitterOf(zone, schedule.jitter ?? 0),
  };
  return { settings: { zone, text, file: value, plan, channels }, diagnostics: [] };
}
