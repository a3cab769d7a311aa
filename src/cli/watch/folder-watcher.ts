/**
 * Layer 6. Changes in folders, by node:fs.watch: one watch for each folder, none for files. A watched file is lost as soon
 * as an editor puts another one in its place; a folder tells of that. What an event says is not asked: all that matters is
 * that there was one. So chokidar, which looks after files one by one and tells what became of each, would be 100 kB for
 * what the watcher does not want to know.
 *
 * Besides, it has a look taken at intervals: events get lost where too many come at once, and network drives have none.
 */
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Timers } from '../../regenerate/watch/burst.js';
import type { Watch } from '../../regenerate/watch/watch.js';

/** Milliseconds between looks, where events come and where they do not. */
const besideEvents = 10_000;
export const withoutEvents = 500;

export interface WatchingOptions {
  /** Milliseconds between looks, in place of events. */
  readonly poll?: number | undefined;
  /** Told once, where the system has no more watches to give. */
  readonly onTrouble: (code: string) => void;
}

export const timers: Timers = {
  now: () => performance.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

interface Watched {
  readonly watcher: FSWatcher;
  /** Which folder of that name it is. */
  readonly identity: string;
  /** It was moved or removed: what is there now is another one. */
  stale: boolean;
}

export function folderWatching({ poll, onTrouble }: WatchingOptions): Watch {
  return (hint) => {
    const watched = new Map<string, Watched>();
    let events = poll === undefined;
    const lookEvery = (milliseconds: number) => setInterval(() => hint(false), milliseconds);
    let interval = lookEvery(poll ?? besideEvents);

    const close = (folder: string): void => {
      watched.get(folder)?.watcher.close();
      watched.delete(folder);
    };
    const giveUp = (code: string): void => {
      events = false;
      for (const folder of [...watched.keys()]) close(folder);
      clearInterval(interval);
      interval = lookEvery(withoutEvents);
      onTrouble(code);
    };
    const open = (folder: string, identity: string): void => {
      try {
        const watcher = watch(folder);
        const entry: Watched = { watcher, identity, stale: false };
        watcher.on('change', (_, name) => {
          // How a folder says that it was itself moved or removed.
          if (name === basename(folder)) entry.stale = true;
          hint(true);
        });
        watcher.on('error', () => {
          entry.stale = true;
          hint(true);
        });
        watched.get(folder)?.watcher.close();
        watched.set(folder, entry);
      } catch (error) {
        const { code = '' } = error as NodeJS.ErrnoException;
        if (/^(ENOSPC|EMFILE|ENFILE|ENOSYS)$/.test(code)) giveUp(code);
        // Else it has gone since, or is not to be read: the folder above tells when that changes.
        else close(folder);
      }
    };
    return {
      async follow(folders) {
        const wanted = new Set(folders);
        for (const folder of [...watched.keys()]) if (!wanted.has(folder)) close(folder);
        // In the order of their names: what comes into a folder while its own folders are looked for is told of.
        for (const folder of events ? folders : []) {
          const identity = await identityOf(folder);
          const known = watched.get(folder);
          if (identity === undefined) close(folder);
          else if (events && (known?.identity !== identity || known.stale)) open(folder, identity);
        }
      },
      close() {
        clearInterval(interval);
        for (const folder of [...watched.keys()]) close(folder);
      },
    };
  };
}

/** With the time it was made, since the number of one that is gone is soon given to another. */
async function identityOf(folder: string): Promise<string | undefined> {
  const found = await stat(folder, { bigint: true }).catch(() => undefined);
  return found?.isDirectory() ? `${found.dev} ${found.ino} ${found.birthtimeNs}` : undefined;
}
