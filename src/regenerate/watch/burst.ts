/** Layer 5. When to look after hints that something changed: once it is quiet, and not for ever later. */

/** Waiting, as `cli/` hands it in; tests have a clock of their own. */
export interface Timers {
  /** Milliseconds that only go forward. */
  now(): number;
  /** Calls once; the function it returns takes that back. */
  after(milliseconds: number, work: () => void): () => void;
}

/** After the last hint: an editor that saves, or git, has written all of it by then. */
export const quietMs = 100;
/** After the first hint, whatever still comes. */
export const mostMs = 500;

export class Burst {
  private readonly timers: Timers;
  private first: number | undefined;
  private last = 0;
  private thorough = false;
  private wake: (() => void) | undefined;

  constructor(timers: Timers) {
    this.timers = timers;
  }

  /** @param thorough that it is an event; a look at intervals is taken at once, and puts off none */
  hint(thorough: boolean): void {
    if (!thorough && this.first !== undefined) return;
    this.last = this.timers.now();
    if (this.first === undefined || !this.thorough) this.first = this.last;
    this.thorough ||= thorough;
    this.wake?.();
  }

  get pending(): boolean {
    return this.first !== undefined;
  }

  /**
   * Waits for a hint, and then until it is time to look. Hints from then on are for the next time.
   * @returns whether to look thoroughly; also ends when the signal is given
   */
  async settled(stop: AbortSignal): Promise<boolean> {
    while (!stop.aborted) {
      if (this.first === undefined) {
        await this.sleep(undefined, stop);
        continue;
      }
      const due = this.thorough ? Math.min(this.last + quietMs, this.first + mostMs) : this.first;
      const left = due - this.timers.now();
      if (left <= 0) break;
      await this.sleep(left, stop);
    }
    const { thorough } = this;
    this.first = undefined;
    this.thorough = false;
    return thorough;
  }

  private sleep(milliseconds: number | undefined, stop: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      let cancel = (): void => undefined;
      const done = (): void => {
        cancel();
        this.wake = undefined;
        stop.removeEventListener('abort', done);
        resolve();
      };
      stop.addEventListener('abort', done);
      if (milliseconds === undefined) this.wake = done;
      else cancel = this.timers.after(milliseconds, done);
    });
  }
}
