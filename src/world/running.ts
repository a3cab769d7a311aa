/** Layer 0. The running program: which process it is, its time that only goes forward, how it ends. */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync, unlinkSync } from 'node:fs';
import { hostname } from 'node:os';

export interface Running {
  /**
   * `host` is the machine's name for people. `machine` is the same for processes only where they see each other's process
   * ids: two containers with one name, or two machines with one name, differ.
   */
  self(): { readonly pid: number; readonly host: string; readonly machine: string };
  /** Whether a process of this machine runs. */
  isAlive(pid: number): boolean;
  /** 16 hexadecimal digits that no other call gives. */
  token(): string;
  /** Milliseconds that only go forward, whatever is done to the clock. */
  elapsed(): number;
  wait(milliseconds: number): Promise<void>;
  /** Calls again and again until the function it returns is called; does not keep the process from ending. */
  every(milliseconds: number, work: () => void): () => void;
  /** Has a file removed when a signal ends the process; the function it returns takes that back. */
  removeWhenEnded(path: string): () => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const toRemove = new Set<string>();

/** Ends as if there were no handler, so that who waits sees the signal; where somebody else listens, it is for them to end. */
function end(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return;
  for (const path of toRemove) {
    try {
      unlinkSync(path);
    } catch {
      // Gone already, or not to be removed: the next run finds that the process is gone.
    }
  }
  for (const name of signals) process.off(name, end);
  process.kill(process.pid, signal);
}

function machineOf(host: string): string {
  const read = (what: () => string): string => {
    try {
      return what().trim();
    } catch {
      return '';
    }
  };
  // Linux; elsewhere the name has to do.
  const boot = read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'));
  const processes = read(() => readlinkSync('/proc/self/ns/pid'));
  return createHash('sha256').update(`${host}\n${boot}\n${processes}`).digest('hex').slice(0, 12);
}

export function nodeRunning(): Running {
  let self: ReturnType<Running['self']> | undefined;
  return {
    self() {
      self ??= { pid: process.pid, host: hostname(), machine: machineOf(hostname()) };
      return self;
    },
    isAlive(pid) {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        // EPERM: there is one, of somebody else.
        return (error as NodeJS.ErrnoException).code !== 'ESRCH';
      }
    },
    token: () => randomBytes(8).toString('hex'),
    elapsed: () => performance.now(),
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    every(milliseconds, work) {
      const timer = setInterval(work, milliseconds);
      timer.unref();
      return () => clearInterval(timer);
    },
    removeWhenEnded(path) {
      if (toRemove.size === 0) for (const name of signals) process.on(name, end);
      toRemove.add(path);
      return () => {
        toRemove.delete(path);
        if (toRemove.size === 0) for (const name of signals) process.off(name, end);
      };
    },
  };
}

/** One process alone in the world. Its time goes forward when it is waited for, and what runs at intervals runs then. */
export function memoryRunning(): Running {
  let now = 0;
  let tokens = 0;
  const timers = new Set<{ readonly every: number; readonly work: () => void; due: number }>();
  return {
    self: () => ({ pid: 1, host: 'memory', machine: 'memory' }),
    isAlive: (pid) => pid === 1,
    token() {
      tokens += 1;
      return tokens.toString(16).padStart(16, '0');
    },
    elapsed: () => now,
    async wait(milliseconds) {
      const until = now + milliseconds;
      for (;;) {
        const next = [...timers].sort((a, b) => a.due - b.due)[0];
        if (!next || next.due > until) break;
        now = next.due;
        next.due += next.every;
        next.work();
        // What it began gets its turn before time goes on.
        await new Promise((done) => setImmediate(done));
      }
      now = until;
    },
    every(milliseconds, work) {
      const timer = { every: milliseconds, work, due: now + milliseconds };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    removeWhenEnded: () => () => undefined,
  };
}
