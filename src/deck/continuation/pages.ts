/** Layer 3. Content that is too much for a slide goes on over further ones, as evenly as it can. */
import type { Block } from '../../document/document.js';
import { type Cut, divideBlocks } from './divide.js';

/** Whether blocks fit on one slide at the smallest sizes. */
export type Fits = (blocks: readonly Block[]) => boolean;

/**
 * Shares blocks out over as few slides as hold them, in their order, each with about as many parts. A part that does not
 * fit by itself gets a slide of its own: what is too large about it is for the caller to report.
 *
 * @returns the blocks of each slide; one slide where nothing can be divided
 */
export function paginate(blocks: readonly Block[], fits: Fits): Block[][] {
  const { cuts, part } = divideBlocks(blocks);
  const total = cuts.length;
  if (total < 2) return [[...blocks]];
  const holds = (from: number, to: number): boolean => fits(part(from, to));
  const full = share(total, (from, hint) => endOf(cuts, from, longest(from, total, hint, holds), holds));
  const even = evened(cuts, full.length, holds);
  const starts = even ?? full;
  return starts.map((from, index) => part(from, starts[index + 1] ?? total));
}

/** The first part of every slide. @param next end of the slide that begins at a part; the slide before had so many */
function share(total: number, next: (from: number, hint: number) => number): number[] {
  const starts: number[] = [];
  let hint = 8;
  for (let from = 0; from < total; ) {
    starts.push(from);
    const end = next(from, hint);
    hint = end - from;
    from = end;
  }
  return starts;
}

/** End of the longest slide that fits: doubled from a guess while it does, then halved. At least one part. */
function longest(
  from: number,
  total: number,
  hint: number,
  holds: (from: number, to: number) => boolean,
): number {
  let low = from + 1;
  let high = total + 1;
  let step = Math.max(2, hint);
  for (let to = Math.min(total, from + step); to > low; to = Math.min(total, to + step)) {
    if (!holds(from, to)) {
      high = to;
      break;
    }
    low = to;
    if (to === total) return total;
    step *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(from, middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A slide may be this much emptier for ending where something ends. */
const leastPart = 0.5;

/** The best place to end a slide that may reach as far as `most`: where something ends, if that is not too early. */
function endOf(
  cuts: readonly Cut[],
  from: number,
  most: number,
  holds: (from: number, to: number) => boolean,
): number {
  if (most >= cuts.length) return cuts.length;
  const find = (least: number, cut: Cut): number | undefined => {
    for (let end = most; end > from && end - from >= least; end -= 1)
      if (cuts[end - 1] === cut && (end === most || holds(from, end))) return end;
    return undefined;
  };
  return find((most - from) * leastPart, 'good') ?? find(1, 'poor') ?? find(1, 'good') ?? most;
}

/** The same number of slides, but none much emptier than the others; undefined where that is not to be had. */
function evened(
  cuts: readonly Cut[],
  slides: number,
  holds: (from: number, to: number) => boolean,
): number[] | undefined {
  const total = cuts.length;
  const starts: number[] = [];
  let from = 0;
  for (let left = slides; left > 0; left -= 1) {
    starts.push(from);
    const wanted = left === 1 ? total : Math.min(total, from + Math.ceil((total - from) / left));
    const end = left === 1 ? total : endOf(cuts, from, wanted, holds);
    if (!holds(from, end)) return undefined;
    from = end;
    if (from >= total) break;
  }
  return from >= total ? starts : undefined;
}
