/** Layer 3. Fills pages with blocks of known heights, as Word does; knows nothing of what they say. */

/** Something that stands in the flow. Heights in points. */
export interface Block {
  readonly height: number;
  /** Not parted by a page break from the block after it. */
  readonly keepNext?: boolean | undefined;
  readonly breakBefore?: boolean | undefined;
  /** Footnotes that it refers to. */
  readonly notes: readonly number[];
  /** May go on on the next page: its lines, and on which of them each of the notes stands. */
  readonly lines?: { readonly count: number; readonly pitch: number; readonly notesAt: readonly number[] };
  /** Of a table's row: what is printed above it where it is the first of a page. */
  readonly header?: number | undefined;
}

export interface Paper {
  /** Between the margins. */
  readonly height: number;
  /** Of the footnote with this number. */
  readonly noteHeight: (note: number) => number;
  /** Above the footnotes of a page: their rule, and the space around it. */
  readonly noteRule: number;
}

export interface Placed {
  /** From 1. */
  readonly page: number;
  /** Of the page's height, what was taken above the block, footnotes included. */
  readonly filled: number;
  /** The same, with what has to stand on its page: the blocks it keeps to, and the beginning of what follows them. */
  readonly needed: number;
}

/** No line of a paragraph stands alone above or below a page break. */
const together = 2;

/** @returns where each block begins, and how many pages there are */
export function paginate(
  blocks: readonly Block[],
  paper: Paper,
): { readonly placed: readonly Placed[]; readonly count: number } {
  const filling = new Filling(paper);
  const placed = blocks.map((block, index) => {
    if (block.breakBefore) filling.turn();
    const follows = blocks[index - 1]?.keepNext === true;
    const rest = least(blocks, index);
    if (!follows && !filling.fits(...rest)) filling.turn();
    const needed = filling.with(...rest);
    return { ...filling.place(block), needed };
  });
  return { placed, count: filling.page };
}

/** What has to stand on one page from here on: blocks that keep to the next, and the beginning of the one after them. */
function least(blocks: readonly Block[], from: number): [height: number, notes: number[]] {
  let height = 0;
  const notes: number[] = [];
  for (const { height: own, notes: ownNotes, keepNext, lines } of blocks.slice(from)) {
    if (!keepNext && lines && lines.count > together) {
      const first = lines.notesAt.flatMap((line, note) => (line < together ? (ownNotes[note] ?? []) : []));
      return [height + together * lines.pitch, [...notes, ...first]];
    }
    height += own;
    notes.push(...ownNotes);
    if (!keepNext) break;
  }
  return [height, notes];
}

class Filling {
  page = 1;
  /** Points from the top. */
  #y = 0;
  #notes = new Set<number>();

  constructor(readonly paper: Paper) {}

  turn(): void {
    if (this.#y === 0) return;
    this.page += 1;
    this.#y = 0;
    this.#notes = new Set();
  }

  fits(height: number, notes: readonly number[]): boolean {
    return this.#y === 0 || this.#y + height + this.#noteSpace(notes) <= this.paper.height + 0.01;
  }

  /** Of the page's height, with this on it. */
  with(height: number, notes: readonly number[]): number {
    return (this.#y + height + this.#noteSpace(notes)) / this.paper.height;
  }

  place(block: Block): Omit<Placed, 'needed'> {
    const { height, notes, lines, header = 0 } = block;
    if (lines) return this.#placeLines(block, lines);
    if (!this.fits(height, notes)) this.turn();
    if (this.#y === 0 && this.page > 1) this.#y += header;
    const at = this.#here();
    this.#y += height;
    this.#add(notes);
    return at;
  }

  #placeLines(
    { height, notes }: Block,
    { count, pitch, notesAt }: NonNullable<Block['lines']>,
  ): Omit<Placed, 'needed'> {
    let at: Omit<Placed, 'needed'> | undefined;
    for (let from = 0; from < count; ) {
      const notesUpTo = (end: number) =>
        notes.filter((_, index) => (notesAt[index] ?? 0) >= from && (notesAt[index] ?? 0) < end);
      let end = count;
      while (end > from && !this.#holds((end - from) * pitch, notesUpTo(end))) end -= 1;
      if (end < count) end = Math.min(end, count - together);
      if (end - from < Math.min(together, count - from)) {
        // Not even the least: on to the next page, or, where that is empty, as much as there is.
        if (this.#y > 0) {
          this.turn();
          continue;
        }
        end = count;
      }
      at ??= this.#here();
      this.#y += (end - from) * pitch;
      this.#add(notesUpTo(end));
      from = end;
      if (from < count) this.turn();
    }
    // The space after its last line may hang over the page's edge.
    this.#y += Math.max(0, height - count * pitch);
    return at ?? this.#here();
  }

  #holds(height: number, notes: readonly number[]): boolean {
    return this.#y + height + this.#noteSpace(notes) <= this.paper.height + 0.01;
  }

  #here(): Omit<Placed, 'needed'> {
    return { page: this.page, filled: (this.#y + this.#noteSpace([])) / this.paper.height };
  }

  #add(notes: readonly number[]): void {
    for (const note of notes) this.#notes.add(note);
  }

  #noteSpace(more: readonly number[]): number {
    const all = new Set([...this.#notes, ...more]);
    if (all.size === 0) return 0;
    return [...all].reduce((sum, note) => sum + this.paper.noteHeight(note), this.paper.noteRule);
  }
}
