/**
 * Layer 5. Whoever must know is told of a run: of an edition when it is made, of a hold once and again only when its
 * reasons change, of a run that could not be made likewise. A zone in which nothing changed says nothing.
 *
 * The channels are told side by side and none waits for another. What one does not take is a finding, waits in the outbox
 * and is sent at the zone's next run; the edition itself is what it is, told or not.
 */
import { join } from 'node:path';
import { withLock } from '../../build/store/lock.js';
import { storeOf } from '../../build/store/store.js';
import type { Diagnostic } from '../../diagnostic.js';
import type { NoticeChannel } from '../../facts/regeneration-schema.js';
import type { World } from '../../world.js';
import type { Log } from '../log.js';
import type { Outside } from '../outside.js';
import type { PlacedChannel, Settings } from '../settings.js';
import { type Around, type Delivered, type Notice, Undelivered } from './delivery.js';
import { enqueue, keysOf, readOutbox, type Slot, writeOutbox } from './outbox.js';
import { markOf, type Run, reportOf } from './report.js';

export interface TellOptions {
  readonly world: World;
  readonly outside: Outside;
  readonly log: Log;
  /** Absolute. */
  readonly root: string;
  /** Absolute: the folder that holds a folder for each zone. */
  readonly out: string;
}

interface SlottedChannel extends PlacedChannel {
  readonly slot: Slot;
}

/** @returns what was not delivered, as findings; never throws */
export async function tell(
  options: TellOptions & { readonly settings: Settings },
  run: Run,
): Promise<readonly Diagnostic[]> {
  const { world, out, settings, log } = options;
  if (settings.channels.length === 0) return [];
  const { backstage, ...store } = await storeOf(world, out, settings.zone);
  const work = (): Promise<readonly Diagnostic[]> => tellAll(options, run, backstage);
  // Two processes at one outbox would send the same notices twice. The zone's own lock is free by now for the next build.
  return withLock(world, { ...store, backstage: join(backstage, 'telling') }, {}, work).catch((error) => {
    // Better twice, under one id, than not at all.
    log('warning', 'status-not-written', { zone: settings.zone, message: (error as Error).message });
    return work();
  });
}

async function tellAll(
  { settings, ...options }: TellOptions & { readonly settings: Settings },
  run: Run,
  backstage: string,
): Promise<readonly Diagnostic[]> {
  const { channels, zone } = settings;
  const { world, log } = options;
  const keys = keysOf(channels.map(({ channel }) => channel));
  const outbox = await readOutbox(world, backstage, keys);
  const slots = channels.map((placed, index): SlottedChannel => {
    return { ...placed, slot: outbox.channels.get(keys[index] as string) as Slot };
  });
  const write = async (): Promise<void> => {
    try {
      await writeOutbox(world, backstage, outbox);
    } catch (error) {
      log('error', 'status-not-written', { zone, message: (error as Error).message });
    }
  };
  await take(world, run, slots);
  await write();
  const around: Around = { ...options, zone: settings.file };
  const faults = await Promise.all(slots.map((slotted) => deliver(around, log, zone, slotted)));
  await write();
  return faults.flat();
}

/** Puts what the run has to tell into the slot of each channel that is to hear of it. */
async function take(world: World, run: Run, channels: readonly SlottedChannel[]): Promise<void> {
  const { outcome } = run;
  const mark = markOf(run);
  const concerned = channels.flatMap(({ channel, slot }) => {
    const isNew = noteState(slot, outcome, mark);
    const { when = ['made', 'held', 'failed'] } = channel;
    return isNew && outcome !== 'unchanged' && when.includes(outcome) ? [slot] : [];
  });
  if (concerned.length === 0 || outcome === 'unchanged') return;
  // Another one for the same hold some other time, and for an edition of the same name in another office.
  const id = `zb_${world.token()}`;
  const notice: Notice = { id, report: await reportOf(world, run, outcome) };
  for (const slot of concerned) enqueue(slot, notice);
}

/**
 * Notes what a run came to, and drops notices of what is over by it: a hold ends with a sound build, a failure with any.
 * @returns whether that is anything new
 */
function noteState(slot: Slot, outcome: Run['outcome'], mark: string): boolean {
  const drop = (...over: Run['outcome'][]): void => {
    slot.pending = slot.pending.filter(({ report }) => !over.includes(report.outcome));
  };
  if (outcome !== 'held' && outcome !== 'failed') {
    delete slot.held;
    delete slot.failed;
    drop('held', 'failed');
    return outcome !== 'unchanged';
  }
  if (outcome === 'held') {
    delete slot.failed;
    drop('failed');
  }
  if (slot[outcome] === mark) return false;
  slot[outcome] = mark;
  drop(outcome);
  return true;
}

/** Everything that the channel has not taken yet, in order; at the first that it does not take the others wait, too. */
async function deliver(
  around: Around,
  log: Log,
  zone: string,
  { channel, at, slot }: SlottedChannel,
): Promise<Diagnostic[]> {
  const findings: Diagnostic[] = [];
  for (let notice = slot.pending[0]; notice; notice = slot.pending[0]) {
    const { outcome } = notice.report;
    const about = { zone, channel: nameOf(channel), notice: notice.id, outcome };
    try {
      log('info', 'notified', { ...about, ...(await send(around, channel, notice)) });
    } catch (error) {
      const { message } = error as Error;
      log('error', 'not-notified', { ...about, message });
      const { hint, again = true } = error instanceof Undelivered ? error : {};
      findings.push({
        code: 'notify/undelivered',
        severity: 'error',
        message: `${nameOf(channel)} could not be told (${outcome}): ${message}`,
        at,
        ...(hint !== undefined && { hint }),
      });
      if (again) break;
    }
    slot.pending = slot.pending.slice(1);
  }
  return findings;
}

/** What a channel needs is loaded only where there is something to say. */
async function send(around: Around, channel: NoticeChannel, notice: Notice): Promise<Delivered> {
  switch (channel.kind) {
    case 'command':
      return (await import('./command.js')).tellCommand(around, channel, notice);
    case 'webhook':
      return (await import('./webhook.js')).tellWebhook(around, channel, notice);
    case 'mail':
      return (await import('./mail.js')).tellByMail(around, channel, notice);
  }
}

/** Without what is nobody's business in a log: paths of webhooks are often secrets. */
function nameOf(channel: NoticeChannel): string {
  if (channel.kind === 'command') return `command ${channel.run[0]}`;
  return channel.kind === 'webhook' ? `webhook ${new URL(channel.url).host}` : `mail by ${channel.server}`;
}
