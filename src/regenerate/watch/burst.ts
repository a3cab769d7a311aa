/** Layer 5. When to look after hints that something changed: once it is quiet, and not for ever later. */

/** Waiting, as `cli/` hands it in; tests have a clock of their own. */
export interface Timers {
  /** Milliseconds that only go forward. */
  now(): number;
  /** Calls once; the function it returns takes that back. */
  after(milliseconds: number, work: () => void): () => void;
}

/** After the last hint, before the first look: an editor that saves one file has written it at one go. */
export const settleMs = 15;
/** After the last hint, until one file is built that was found the same at two looks. */
export const briefMs = 30;
/** The same for several files, or one that is empty or gone: git, or an editor that renames, has written all by then. */
export const quietMs = 100;
/** After the first hint, whatever still comes. */
export const mostMs = 500;

export class Burst {
  private readonly timers: Timers;
  private first: number | undefined;
  private last = 0;
  private thorough = false;
  /** Since it was last settled. */
  private heard = false;
  private wake: (() => void) | undefined;

  constructor(timers: Timers) {
    this.timers = timers;
  }

  /** @param thorough that it is an event; a look at intervals is taken at once, and puts off none */
  hint(thorough: boolean): void {
    if (!thorough && this.first !== undefined) return;
    this.heard = true;
    this.last = this.timers.now();
    if (this.first === undefined || !this.thorough) this.first = this.last;
    this.thorough ||= thorough;
    this.wake?.();
  }

  /** Whether there was a hint that nobody waited for yet. */
  get pending(): boolean {
    return this.heard;
  }

  /** Whether it is time to do something, though hints may still come. */
  get isLong(): boolean {
    return this.first !== undefined && this.timers.now() >= this.first + mostMs;
  }

  /**
   * Waits for a hint, and then until it is time to look. Hints from then on are pending.
   * @param quiet milliseconds after the last hint
   * @returns whether to look thoroughly; also ends when the signal is given
   */
  async settled(stop: AbortSignal, quiet = settleMs): Promise<boolean> {
    while (!stop.aborted) {
      if (this.first === undefined) {
        await this.sleep(undefined, stop);
        continue;
      }
      const due = this.thorough ? Math.min(this.last + quiet, this.first + mostMs) : this.first;
      const left = due - this.timers.now();
      if (left <= 0) break;
      await this.sleep(left, stop);
    }
    this.heard = false;
    return this.thorough;
  }

  /** Waits as after a hint that comes now. */
  async quietAfter(quiet: number, stop: AbortSignal): Promise<void> {
    this.hint(true);
    await this.settled(stop, quiet);
  }

  /** What comes from now on is another one, and so is what is pending. */
  end(): void {
    this.first = this.heard ? this.last : undefined;
    this.thorough &&= this.heard;
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
