/**
 * Layer 5. Zones built again whenever what they were made from changes, one build at a time, until it is stopped.
 *
 * No change is lost, whatever becomes of the events that tell of it: after each build, and after each burst of hints, what
 * the last build asked is asked again, and what is answered otherwise is built. Folders are watched before that, so that a
 * change is either seen by the look or comes with a hint after it. What a look finds may be half of a save: it is built
 * once a second look finds the same. A build that could not be made at all (a full disk, a lock that is held) is tried
 * again after a while.
 */
import { join } from 'node:path';
import { today } from '../../facts/dates.js';
import type { World } from '../../world.js';
import { type Answer, ask } from './answers.js';
import { Burst, briefMs, quietMs, settleMs, type Timers } from './burst.js';
import { foldersToWatch } from './folders.js';
import { Look, standing } from './look.js';

/** How changes become known; handed in by `cli/`. */
export interface Watcher {
  /** Watches these from now on, as far as they are there, and no others. Never throws. */
  follow(folders: readonly string[]): Promise<void>;
  close(): void;
}

/** @param hint to be called with true for an event, with false for a look at intervals */
export type Watch = (hint: (thorough: boolean) => void) => Watcher;

/** What one build came to; `result` is whatever its caller makes of it. */
export interface Built<Result> {
  /** What it asked of the world; undefined where that is not known, since it ended half-way. */
  readonly answers?: readonly Answer[] | undefined;
  readonly result: Result;
  /** Not for its input: it may go well another time. */
  readonly failed: boolean;
}

export interface Rebuild<Result> {
  readonly zone: string;
  /** Paths of what changed, sorted; empty for the first build, one that is tried again, and on a new day. */
  readonly changed: readonly string[];
  /** Milliseconds that the build took. */
  readonly took: number;
  readonly first: boolean;
  readonly result: Result;
}

export interface WatchOptions<Result> {
  readonly world: World;
  /** Absolute. */
  readonly root: string;
  /** Asked at each look: zones may come and go. */
  readonly zones: () => Promise<readonly string[]>;
  readonly build: (zone: string) => Promise<Built<Result>>;
  readonly watch: Watch;
  readonly timers: Timers;
  readonly stop: AbortSignal;
  readonly told: (rebuild: Rebuild<Result>) => void | Promise<void>;
  /** A zone that was built has gone: what stands stays, and it is built again when it is back. */
  readonly gone?: ((zone: string) => void) | undefined;
}

/** Milliseconds until a build that failed is tried again. */
export const retryMs = 5000;

interface Zone {
  answers: readonly Answer[];
  gone: boolean;
  /** To be tried again, whatever changed. */
  retry: boolean;
  /** Of the build: on another, other facts may have expired. */
  readonly day: string;
}

/** Zones that are to be built, with what changed of each. */
type Due = ReadonlyMap<string, readonly string[]>;

/** Ends when `stop` is given; what is being built then is not told any more. */
export async function watchZones<Result>(options: WatchOptions<Result>): Promise<void> {
  const { timers, stop } = options;
  const burst = new Burst(timers);
  const watcher = options.watch((thorough) => burst.hint(thorough));
  const zones = new Map<string, Zone>();
  const look = lookAround(options, watcher, zones);
  const retries = new Map<string, () => void>();
  try {
    let due = await look(true);
    while (!stop.aborted) {
      for (const [zone, changed] of due) {
        if (stop.aborted) return;
        await rebuild(zone, changed);
      }
      due = await next(due.size > 0);
    }
  } finally {
    for (const cancel of retries.values()) cancel();
    watcher.close();
  }

  /** @param built what changed meanwhile is found by looking again at once */
  async function next(built: boolean): Promise<Due> {
    const thorough = (built && !burst.pending) || (await burst.settled(stop));
    let due = await look(thorough);
    while (due.size > 0 && !stop.aborted && !burst.isLong) {
      const before = await standing(options.world, due);
      await burst.quietAfter((before.isOneFile ? briefMs : quietMs) - settleMs, stop);
      due = await look(true);
      if (!burst.pending && (await standing(options.world, due)).text === before.text) break;
    }
    burst.end();
    return due;
  }

  async function rebuild(name: string, changed: readonly string[]): Promise<void> {
    const before = zones.get(name);
    const began = timers.now();
    const day = dayOf(options.world);
    const { answers, result, failed } = await options.build(name);
    const took = timers.now() - began;
    const known = answers ?? (await askedAgain(options.world, before?.answers ?? []));
    zones.set(name, { answers: known, gone: false, retry: false, day });
    retries.get(name)?.();
    retries.delete(name);
    if (failed && !stop.aborted)
      retries.set(
        name,
        timers.after(retryMs, () => {
          const zone = zones.get(name);
          if (zone) zone.retry = true;
          burst.hint(false);
        }),
      );
    if (stop.aborted) return;
    // What was saved after the look that found the first of it, the build has read, too.
    const read = before ? otherContents(before.answers, known) : [];
    const all = [...new Set([...changed, ...read])].sort();
    await options.told({ zone: name, changed: all, took, first: !before, result });
  }
}

/** @returns a look at all zones: which are to be built, and what changed of each */
function lookAround<Result>(
  options: WatchOptions<Result>,
  watcher: Watcher,
  zones: ReadonlyMap<string, Zone>,
): (thorough: boolean) => Promise<Due> {
  const { world, root } = options;
  const data = join(root, 'data');
  const look = new Look(world);
  const follow = async (): Promise<void> => {
    const answers = [...zones.values()].flatMap((zone) => zone.answers);
    look.keepOnly(new Set(answers.map(({ path }) => path)));
    // Of folders that are no zones yet, too: one becomes a zone by what is put into it.
    for (let names = await world.list(data); ; ) {
      const listed = ['', ...names].map((name) => nothingIn(join(data, name)));
      await watcher.follow(foldersToWatch([...answers, ...listed], root));
      const now = await world.list(data);
      if (now.join('/') === names.join('/')) return;
      names = now;
    }
  };
  return async (thorough) => {
    await follow();
    const names = await options.zones();
    // A zone that came in between.
    if (names.some((name) => !zones.has(name))) await follow();
    for (const [name, zone] of zones) {
      const gone = !names.includes(name);
      if (gone && !zone.gone) options.gone?.(name);
      zone.gone = gone;
    }
    const due = new Map<string, readonly string[]>();
    const day = dayOf(world);
    for (const name of names) {
      const zone = zones.get(name);
      const changed = zone ? await look.changedSince(zone.answers, thorough) : [];
      if (!zone || zone.retry || zone.day !== day || changed.length > 0) due.set(name, changed);
    }
    return due;
  };
}

/** Files that held something else at one build than at another. */
function otherContents(before: readonly Answer[], after: readonly Answer[]): string[] {
  const contents = (answers: readonly Answer[]) =>
    new Map(
      answers.flatMap(({ question, path, answer }) => (question === 'content' ? [[path, answer]] : [])),
    );
  const held = contents(before);
  return [...contents(after)].flatMap(([path, answer]) => {
    const was = held.get(path);
    return was !== undefined && was !== answer ? [path] : [];
  });
}

const dayOf = (world: World): string => today(world.environment('SOURCE_DATE_EPOCH'), world.now());

const nothingIn = (folder: string): Answer => ({ question: 'names', path: folder, answer: '' });

/** What a build asks that could not be made, with the answers of today: nothing tells that it is to be made again but time. */
async function askedAgain(world: World, answers: readonly Answer[]): Promise<Answer[]> {
  return Promise.all(
    answers.map(async ({ question, path }) => ({ question, path, answer: await ask(world, question, path) })),
  );
}
