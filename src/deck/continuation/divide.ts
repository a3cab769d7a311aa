/** Layer 3. Blocks in the smallest parts that may stand on different slides: items, rows, sources, sentences. */
import type { Block, Column } from '../../document/document.js';
import { type TextWidths, widthsIn } from '../table-columns.js';
import { fragmentsOf } from './text.js';

/** Whether a slide may end after a part: `good` where something ends, `poor` within it, `never` below a heading. */
export type Cut = 'good' | 'poor' | 'never';

/** A list of which the slides before show a beginning. */
export interface ListPart {
  /** Number of the first item of an ordered list; left out: 1. */
  readonly first?: number;
  /** The first item goes on from the slide before: it gets no mark. */
  readonly goesOn?: boolean;
}

/** Rows of a table that goes on over several slides: its columns are as wide on all of them. */
export interface TablePart {
  /** What the rows of the whole table ask for; left out where these are all. */
  readonly columns?: readonly TextWidths[];
}

interface Divided<T> {
  /** What follows each of the parts; as long as there are parts. */
  readonly cuts: readonly Cut[];
  /** The parts from one to before another, put together. */
  part(from: number, to: number): T;
}

/** Blocks one after the other. */
export function divideBlocks(blocks: readonly Block[]): Divided<Block[]> {
  return joined(blocks.map(divideBlock), (parts) => parts.map(({ part }) => part));
}

interface Part<T> {
  readonly index: number;
  readonly part: T;
  /** Begins after the first of its own parts. */
  readonly late: boolean;
}

/** Things that can be divided, one after the other. */
function joined<T, R>(all: readonly Divided<T>[], build: (parts: readonly Part<T>[]) => R): Divided<R> {
  const starts: number[] = [];
  let total = 0;
  for (const { cuts } of all) {
    starts.push(total);
    total += cuts.length;
  }
  return {
    cuts: all.flatMap(({ cuts }) => cuts),
    part(from, to) {
      const parts: Part<T>[] = [];
      for (const [index, each] of all.entries()) {
        const start = starts[index] as number;
        const [first, end] = [Math.max(0, from - start), Math.min(each.cuts.length, to - start)];
        if (first < end) parts.push({ index, part: each.part(first, end), late: first > 0 });
      }
      return build(parts);
    },
  };
}

/** Things that cannot be divided, one after the other. */
const sliced = <T>(items: readonly T[], build: (items: readonly T[]) => Block): Divided<Block> =>
  items.length === 0
    ? single(build(items))
    : { cuts: items.map(() => 'good'), part: (from, to) => build(items.slice(from, to)) };

const single = <T>(whole: T, cut: Cut = 'good'): Divided<T> => ({ cuts: [cut], part: () => whole });

/** The end of a thing is a good place, the places within it are poorer ones. */
function asOne<T>(divided: Divided<T>): Divided<T> {
  const last = divided.cuts.length - 1;
  return {
    ...divided,
    cuts: divided.cuts.map((cut, index) => (index === last ? 'good' : cut === 'good' ? 'poor' : cut)),
  };
}

function divideBlock(block: Block): Divided<Block> {
  switch (block.kind) {
    case 'heading':
      return single(block, 'never');
    case 'paragraph': {
      const fragments = fragmentsOf(block.content);
      return {
        cuts: fragments.map(({ whole }) => (whole ? 'good' : 'poor')),
        part: (from, to) => ({
          ...block,
          content: fragments.slice(from, to).flatMap(({ content }) => content),
        }),
      };
    }
    case 'list': {
      if (block.items.length === 0) return single(block);
      const items = block.items.map((item) => (item.length > 0 ? asOne(divideBlocks(item)) : single([])));
      return joined(items, (parts): Block & ListPart => ({
        ...block,
        items: parts.map(({ part }) => part),
        ...(parts[0] && { first: parts[0].index + 1, goesOn: parts[0].late }),
      }));
    }
    case 'quote': {
      const inside = divideBlocks(block.blocks);
      if (inside.cuts.length === 0) return single(block);
      return { cuts: inside.cuts, part: (from, to) => ({ ...block, blocks: inside.part(from, to) }) };
    }
    case 'columns': {
      if (block.columns.length === 0) return single(block);
      const columns = block.columns.map((column): Divided<Column> => {
        const inside = divideBlocks(column.blocks);
        if (inside.cuts.length === 0) return single(column);
        return asOne({
          cuts: inside.cuts,
          part: (from, to) => ({ ...column, blocks: inside.part(from, to) }),
        });
      });
      return joined(columns, (parts) => ({ ...block, columns: parts.map(({ part }) => part) }));
    }
    case 'table':
      return sliced(block.rows, (rows): Block & TablePart => ({
        ...block,
        rows,
        ...(rows.length < block.rows.length && { columns: widthsIn(block.rows, 'cell') }),
      }));
    case 'tiles':
      return sliced(block.tiles, (tiles) => ({ ...block, tiles }));
    case 'process':
    case 'timeline':
      return sliced(block.steps, (steps) => ({ ...block, steps }));
    case 'sources':
      return sliced(block.sources, (sources) => ({ ...block, sources }));
    default:
      return single(block);
  }
}
