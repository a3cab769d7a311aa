/**
 * An office under watch, in memory: files that are written and replaced, events that come late, twice or not at all, a
 * clock that the test moves, and builds that take their time and put what they read on the disk.
 */
import { notingWorld } from '../../../src/regenerate/watch/answers.js';
import type { Timers } from '../../../src/regenerate/watch/burst.js';
import type { Built, Watch } from '../../../src/regenerate/watch/watch.js';
import { type MemoryWorld, memoryWorld } from '../../../src/world.js';

export interface Clock extends Timers {
  /** Lets time go by, with all that falls due in it. */
  pass(milliseconds: number): Promise<void>;
}

/** Turns enough for whatever was begun to come to its next timer. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setImmediate(done));
}

export function clock(): Clock {
  let now = 0;
  const timers = new Set<{ due: number; work: () => void }>();
  return {
    now: () => now,
    after(milliseconds, work) {
      const timer = { due: now + milliseconds, work };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async pass(milliseconds) {
      const until = now + milliseconds;
      await settle();
      for (;;) {
        const next = [...timers].sort((a, b) => a.due - b.due)[0];
        if (!next || next.due > until) break;
        timers.delete(next);
        now = Math.max(now, next.due);
        next.work();
        await settle();
      }
      now = until;
      await settle();
    },
  };
}

export interface Office {
  readonly world: MemoryWorld;
  readonly clock: Clock;
  /** What stands on the disk: all that the last build read, by file. */
  readonly disk: Map<string, string>;
  readonly watch: Watch;
  readonly builds: { zone: string; began: number }[];
  /** The most builds that were under way at once. */
  atOnce: number;
  /** The folders that are watched. */
  followed: readonly string[];
  /** Tells the watcher of a folder, where it is watched; how a file system would. */
  event(folder: string): void;
  look(): void;
  build(zone: string): Promise<Built<string>>;
}

export interface Conditions {
  /** Milliseconds between two files that a build reads. */
  readonly pace?: number;
  /** Builds that end half-way, counted from 1. */
  readonly failing?: ReadonlySet<number>;
}

/** The build reads every file of the zone's folder and of templates/, as it comes to them, and a file that is not there. */
export function office(
  files: Record<string, string>,
  { pace = 10, failing = new Set() }: Conditions = {},
): Office {
  const world = memoryWorld(files);
  const time = clock();
  let hint: (thorough: boolean) => void = () => undefined;
  let running = 0;
  const made: Office = {
    world,
    clock: time,
    disk: new Map(),
    builds: [],
    atOnce: 0,
    followed: [],
    watch: (given) => {
      hint = given;
      return {
        async follow(folders) {
          made.followed = folders;
        },
        close: () => undefined,
      };
    },
    event(folder) {
      if (made.followed.includes(folder)) hint(true);
    },
    look: () => hint(false),
    async build(zone) {
      running += 1;
      made.atOnce = Math.max(made.atOnce, running);
      made.builds.push({ zone, began: time.now() });
      const number = made.builds.length;
      const noting = notingWorld(world, [`/out/${zone}`]);
      const pause = () => new Promise<void>((done) => time.after(pace, done));
      const read = new Map<string, string>();
      for (const folder of [`/data/${zone}`, '/templates'])
        for (const name of await noting.world.list(folder)) {
          await pause();
          const path = `${folder}/${name}`;
          if ((await noting.world.kindOf(path)) === 'file')
            read.set(path, await noting.world.readText(path).catch(() => 'gone'));
        }
      await noting.world.kindOf('/data/shared.yaml');
      await pause();
      running -= 1;
      if (failing.has(number)) return { result: 'failed', failed: true };
      for (const path of [...made.disk.keys()]) if (path.startsWith(`/data/${zone}/`)) made.disk.delete(path);
      for (const [path, text] of read) made.disk.set(path, text);
      // Its own output, beside which nothing is to be watched.
      await world.write(`/out/${zone}/briefing.md`, [...read.values()].join('\n'));
      made.event('/out');
      return { answers: noting.answers(), result: 'made', failed: false };
    },
  };
  return made;
}
