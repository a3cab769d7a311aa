/** Layer 3. Fills pages with blocks of known heights, as Word does; knows nothing of what they say. */

/** Something that stands in the flow. Heights in points. */
export interface Block {
  readonly height: number;
  /** Space that its height has above and below: between two blocks programs leave the larger one only. */
  readonly before?: number | undefined;
  readonly after?: number | undefined;
  /** Not parted by a page break from the block after it. */
  readonly keepNext?: boolean | undefined;
  /** Begins a page; a chapter does, however empty the one before it stays. */
  readonly breakBefore?: boolean | 'chapter' | undefined;
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
}

/** No line of a paragraph stands alone above or below a page break. */
const together = 2;
/** Of a page's height: so much white at its foot nobody minds. */
const unseen = 0.1;
/** Likewise: less on the last page is a few lines alone, which are as bad as so much white elsewhere. */
const thin = 0.15;
const fewLines = 0.15 ** 2;

/** @returns where each block begins, and how many pages there are */
export function paginate(
  blocks: readonly Block[],
  paper: Paper,
): { readonly placed: readonly Placed[]; readonly count: number } {
  const filling = new Filling(paper);
  return { placed: filling.put(blocks), count: filling.page };
}

/**
 * The blocks without what they share of the space between them.
 * @param last the block before them
 */
export function closedUp(blocks: readonly Block[], last: Block | undefined): Block[] {
  return blocks.map((block, index) => {
    const shared = Math.min((blocks[index - 1] ?? last)?.after ?? 0, block.before ?? 0);
    return shared > 0 ? { ...block, height: block.height - shared } : block;
  });
}

/** What has to stand on one page from here on: blocks that keep to the next, and the beginning of the one after them. */
function least(blocks: readonly Block[], from: number): [height: number, notes: number[]] {
  let height = 0;
  const notes: number[] = [];
  // The blocks are not cut out: a table has thousands.
  for (let at = from; at < blocks.length; at += 1) {
    const { height: own, notes: ownNotes, keepNext, lines } = blocks[at] as Block;
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

/** Pages being filled. */
export class Filling {
  page = 1;
  /** How bad the white is that stayed at the feet of the pages before this one, the last of a chapter left out. */
  waste = 0;
  /** Points from the top. */
  #y = 0;
  #notes: ReadonlySet<number> = new Set();
  #noteSpace: number | undefined;

  constructor(readonly paper: Paper) {}

  /** To go on from here in another way. */
  copy(): Filling {
    const copy = new Filling(this.paper);
    copy.page = this.page;
    copy.waste = this.waste;
    copy.#y = this.#y;
    copy.#notes = this.#notes;
    copy.#noteSpace = this.#noteSpace;
    return copy;
  }

  /** Of this page's height, what is taken, footnotes included. */
  get filled(): number {
    return (this.#y + this.#spaceOf([])) / this.paper.height;
  }

  /** Of this page's height, what the least of these blocks would reach that has to stand on one page; more than 1: the next. */
  reach(blocks: readonly Block[]): number {
    const [height, notes] = least(blocks, 0);
    return (this.#y + height + this.#spaceOf(notes)) / this.paper.height;
  }

  /** @param blocks the last of them keeps to no other */
  put(blocks: readonly Block[]): Placed[] {
    return blocks.map((block, index) => {
      if (block.breakBefore) this.#turn(block.breakBefore === 'chapter');
      const follows = blocks[index - 1]?.keepNext === true;
      const rest = least(blocks, index);
      if (!follows && !this.#fits(...rest)) this.#turn();
      return this.#place(block);
    });
  }

  /** A chapter ends here: of its last page, white is no waste, but a few lines alone on it are. */
  close(): void {
    if (this.filled < thin) this.waste += fewLines;
  }

  #turn(chapter = false): void {
    if (this.#y === 0) return;
    if (chapter) this.close();
    else this.waste += Math.max(0, 1 - this.filled - unseen) ** 2;
    this.page += 1;
    this.#y = 0;
    this.#notes = new Set();
    this.#noteSpace = undefined;
  }

  #fits(height: number, notes: readonly number[]): boolean {
    return this.#y === 0 || this.#holds(height, notes);
  }

  #place(block: Block): Placed {
    const { height, notes, lines, header = 0 } = block;
    if (lines) return this.#placeLines(block, lines);
    if (!this.#fits(height, notes)) this.#turn();
    if (this.#y === 0 && this.page > 1) this.#y += header;
    const at = this.#here();
    this.#y += height;
    this.#add(notes);
    return at;
  }

  #placeLines({ height, notes }: Block, { count, pitch, notesAt }: NonNullable<Block['lines']>): Placed {
    let at: Placed | undefined;
    for (let from = 0; from < count; ) {
      const notesUpTo = (end: number) =>
        notes.filter((_, index) => (notesAt[index] ?? 0) >= from && (notesAt[index] ?? 0) < end);
      let end = count;
      while (end > from && !this.#holds((end - from) * pitch, notesUpTo(end))) end -= 1;
      if (end < count) end = Math.min(end, count - together);
      if (end - from < Math.min(together, count - from)) {
        // Not even the least: on to the next page, or, where that is empty, as much as there is.
        if (this.#y > 0) {
          this.#turn();
          continue;
        }
        end = count;
      }
      at ??= this.#here();
      this.#y += (end - from) * pitch;
      this.#add(notesUpTo(end));
      from = end;
      if (from < count) this.#turn();
    }
    // The space after its last line may hang over the page's edge.
    this.#y += Math.max(0, height - count * pitch);
    return at ?? this.#here();
  }

  #holds(height: number, notes: readonly number[]): boolean {
    return this.#y + height + this.#spaceOf(notes) <= this.paper.height + 0.01;
  }

  #here(): Placed {
    return { page: this.page, filled: this.filled };
  }

  #add(notes: readonly number[]): void {
    if (notes.length === 0) return;
    this.#notes = new Set([...this.#notes, ...notes]);
    this.#noteSpace = undefined;
  }

  #spaceOf(more: readonly number[]): number {
    const known = this.#noteSpace ?? this.#heightOf(this.#notes);
    this.#noteSpace = known;
    return more.length === 0 ? known : this.#heightOf(new Set([...this.#notes, ...more]));
  }

  #heightOf(notes: ReadonlySet<number>): number {
    let height = notes.size === 0 ? 0 : this.paper.noteRule;
    for (const note of notes) height += this.paper.noteHeight(note);
    return height;
  }
}
