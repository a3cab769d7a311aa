/**
 * Layer 4. Which of the files that two threads are to make is taken already: each takes the next one when it is free, so
 * that both end at the same time.
 */

/** Memory that both threads see: first whether to stop, then for each file whether it is taken. */
export type Turns = Int32Array<SharedArrayBuffer>;

export const turnsFor = (files: number): Turns =>
  new Int32Array(new SharedArrayBuffer((1 + files) * Int32Array.BYTES_PER_ELEMENT));

/** @returns whether the file is the caller's: of two threads that ask, exactly one is told so */
export const takeTurn = ({ turns, turn }: { readonly turns: Turns; readonly turn: number }): boolean =>
  Atomics.compareExchange(turns, 1 + turn, 0, 1) === 0;

/** No file will be used: what is laid out already need not be written. */
export const stopTurns = (turns: Turns): void => void Atomics.store(turns, 0, 1);

export const turnsStopped = (turns: Turns): boolean => Atomics.load(turns, 0) === 1;
