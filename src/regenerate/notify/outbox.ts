/**
 * Layer 5. out/.zonebrief/<zone>/notices.json: what each channel was told last of a hold, and the notices that it has not
 * taken yet. They are written down before they are sent, so that neither a server that is down nor a kill loses one; a
 * notice that was sent and not crossed out is sent again, under the same id.
 */
import { join } from 'node:path';
import * as z from 'zod';
import type { NoticeChannel } from '../../facts/regeneration-schema.js';
import type { World } from '../../world.js';
import { writeInOneStep } from '../write.js';
import type { Notice } from './delivery.js';
import { type RunReport, sha256 } from './report.js';

const report = z.custom<RunReport>((value) => typeof value === 'object' && value !== null && 'zone' in value);

const outboxFile = z.object({
  version: z.literal(1),
  channels: z.record(
    z.string(),
    z.object({
      /** The hold, and the failure, that it was told of, known by their reasons; absent once they are over. */
      held: z.string().optional(),
      failed: z.string().optional(),
      pending: z.array(z.object({ id: z.string(), report })),
    }),
  ),
});

export interface Slot {
  held?: string | undefined;
  failed?: string | undefined;
  pending: Notice[];
}

export interface Outbox {
  readonly channels: Map<string, Slot>;
}

/** A channel that takes nothing for so long is told of the newest only. */
const mostPending = 10;

const pathOf = (backstage: string): string => join(backstage, 'notices.json');

/** One for each channel, in order. A channel stays the same one while it leads to the same place. */
export function keysOf(channels: readonly NoticeChannel[]): string[] {
  const seen = new Map<string, number>();
  return channels.map((channel) => {
    const place = sha256(JSON.stringify([channel.kind, ...placeOf(channel)])).slice(0, 16);
    const before = seen.get(place) ?? 0;
    seen.set(place, before + 1);
    return before === 0 ? place : `${place}.${before + 1}`;
  });
}

function placeOf(channel: NoticeChannel): readonly string[] {
  if (channel.kind === 'command') return channel.run;
  return channel.kind === 'webhook' ? [channel.url] : [channel.server, channel.from, ...channel.to];
}

/** An empty one where there is none, or one that cannot be understood. Channels that are not asked for are left out. */
export async function readOutbox(world: World, backstage: string, keys: readonly string[]): Promise<Outbox> {
  let file: z.infer<typeof outboxFile> | undefined;
  try {
    file = outboxFile.parse(JSON.parse(await world.readText(pathOf(backstage))));
  } catch {
    // What it held is lost with it: a hold is told once more.
  }
  const slots = keys.map((key): [string, Slot] => {
    const slot = file && Object.hasOwn(file.channels, key) ? file.channels[key] : undefined;
    return [key, { ...slot, pending: slot?.pending ?? [] }];
  });
  return { channels: new Map(slots) };
}

/** @throws where the folder cannot be written */
export async function writeOutbox(world: World, backstage: string, { channels }: Outbox): Promise<void> {
  const file = { version: 1, channels: Object.fromEntries(channels) };
  const text = `${JSON.stringify(file, null, 2)}\n`;
  const path = pathOf(backstage);
  if ((await world.readText(path).catch(() => '')) !== text) await writeInOneStep(world, path, text);
}

export function enqueue(slot: Slot, notice: Notice): void {
  slot.pending = [...slot.pending, notice].slice(-mostPending);
}
