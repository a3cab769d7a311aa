/** Layer 2. One recorded text beside the text that stands in its place now: what became of each of its figures. */
import { align } from './align.js';
import type { Piece, RecordedFigure } from './record.js';
import { isNumber, joins, type Token, tokensOf } from './tokens.js';

export type Fate = 'as-made' | 'changed' | 'missing';

export interface FigureNow {
  readonly figure: RecordedFigure;
  readonly status: Fate;
  /** As printed now; undefined for a missing one. */
  readonly text?: string | undefined;
  /** Of one as made: where in the text it stands. */
  readonly span?: { readonly start: number; readonly end: number } | undefined;
}

export interface Comparison {
  readonly figures: readonly FigureNow[];
  readonly tokens: readonly Token[];
  /** By token: whether the record accounts for it. */
  readonly covered: boolean[];
}

/** Makes a figure another one when it is put right before it: −24, >24, 约24, 五百亿. */
const changesBefore = /^[-−–+~≈<>≤≥±约近逾超余]$/u;
/** And right behind it: 24%, 24k, 24万, 24余. */
const changesAfter = /^[%‰％+千百万亿余多]$|^\p{Script=Latin}+$/u;

const unitSign = /^[%‰％百千万亿]$/u;

export const textOfPieces = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');

interface Span {
  readonly figure: RecordedFigure;
  /** Its tokens in the record: from, and up to but not including. */
  readonly from: number;
  readonly to: number;
}

/** Where a figure stood, in tokens of now; whether words between it and the neighbours found are gone, too. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly rewrittenBefore: boolean;
  readonly rewrittenAfter: boolean;
}

function spansOf(pieces: readonly Piece[], tokens: readonly Token[]): Span[] {
  const spans: Span[] = [];
  let offset = 0;
  for (const piece of pieces) {
    const text = typeof piece === 'string' ? piece : piece.text;
    const end = offset + text.length;
    if (typeof piece !== 'string') {
      // Two figures side by side may share a token: 3 and 4 read as 34.
      let from = Math.max(0, (spans.at(-1)?.to ?? 0) - 1);
      while (from < tokens.length && (tokens[from] as Token).end <= offset) from += 1;
      let to = from;
      while (to < tokens.length && (tokens[to] as Token).start < end) to += 1;
      spans.push({ figure: piece, from, to });
    }
    offset = end;
  }
  return spans;
}

export function compareText(pieces: readonly Piece[], text: string): Comparison {
  return new Comparing(pieces, text).result();
}

class Comparing {
  readonly #text: string;
  readonly #made: readonly Token[];
  readonly #now: readonly Token[];
  readonly #spans: readonly Span[];
  /** For each recorded token the one it is matched with, or -1. */
  readonly #matches: Int32Array;
  /** Tokens of now that the alignment matched. */
  readonly #known: ReadonlySet<number>;
  readonly #covered: boolean[];

  constructor(pieces: readonly Piece[], text: string) {
    this.#text = text;
    this.#made = tokensOf(textOfPieces(pieces));
    this.#now = tokensOf(text);
    this.#spans = spansOf(pieces, this.#made);
    const values = (tokens: readonly Token[]) => tokens.map(({ value }) => value);
    this.#matches = align(values(this.#made), values(this.#now));
    this.#known = new Set(this.#matches);
    this.#covered = this.#now.map(() => false);
  }

  result(): Comparison {
    const figures = this.#spans.map((span) => this.#asItStood(span));
    this.#coverLiterals();
    for (const [index, span] of this.#spans.entries()) figures[index] ??= this.#elsewhere(span);
    this.#edited(figures);
    this.#coverMovedLiterals();
    return { figures: figures as FigureNow[], tokens: this.#now, covered: this.#covered };
  }

  /** All of its tokens are matched, in one piece. */
  #asItStood({ figure, from, to }: Span): FigureNow | undefined {
    const first = this.#matches[from] ?? -1;
    if (from === to || first < 0) return undefined;
    for (let index = from; index < to; index += 1)
      if (this.#matches[index] !== first + index - from) return undefined;
    return this.#taken(figure, first, first + to - from);
  }

  /** Moved within the text, and written as before. */
  #elsewhere({ figure, from, to }: Span): FigureNow | undefined {
    const wanted = this.#made.slice(from, to).map(({ value }) => value);
    if (wanted.length === 0) return undefined;
    for (let start = 0; start + wanted.length <= this.#now.length; start += 1) {
      const end = start + wanted.length;
      const here = wanted.every(
        (value, index) => this.#now[start + index]?.value === value && !this.#covered[start + index],
      );
      if (here && !joins(this.#now[start - 1], this.#now[start])) return this.#taken(figure, start, end);
    }
    return undefined;
  }

  /** Signs and words put right beside a figure belong to it. */
  #taken(figure: RecordedFigure, start: number, end: number): FigureNow {
    let [from, to] = [start, end];
    const before = this.#now[from - 1];
    if (before && this.#isNew(from - 1) && before.end === this.#now[from]?.start)
      if (changesBefore.test(before.value) || joins(before, this.#now[from])) from -= 1;
    const after = this.#now[to];
    if (after && this.#isNew(to) && after.start === this.#now[to - 1]?.end)
      if (changesAfter.test(after.value) || joins(this.#now[to - 1], after)) to += 1;
    const text = this.#cover(from, to);
    if (from !== start || to !== end) return { figure, status: 'changed', text };
    const span = { start: (this.#now[from] as Token).start, end: (this.#now[to - 1] as Token).end };
    return { figure, status: 'as-made', text: figure.text, span };
  }

  #isNew(index: number): boolean {
    return !this.#known.has(index) && !this.#covered[index];
  }

  /** @returns the text of these tokens */
  #cover(from: number, to: number): string {
    this.#covered.fill(true, from, to);
    return this.#text.slice(this.#now[from]?.start, this.#now[to - 1]?.end);
  }

  #coverLiterals(): void {
    for (const [index, match] of this.#matches.entries()) {
      if (match >= 0 && !this.#spans.some(({ from, to }) => from <= index && index < to))
        this.#covered[match] = true;
    }
  }

  /** Figures that are not there as made: what stands between their old neighbours now is what they were changed to. */
  #edited(figures: (FigureNow | undefined)[]): void {
    const places = new Map<string, { place: Place; spans: number[] }>();
    for (const [index, span] of this.#spans.entries()) {
      if (figures[index]) continue;
      const place = this.#placeOf(span);
      const key = `${place.from} ${place.to}`;
      const known = places.get(key) ?? { place, spans: [] };
      known.spans.push(index);
      places.set(key, known);
    }
    for (const { place, spans } of places.values()) {
      const runs = this.#runsIn(
        place,
        spans.map((index) => this.#spans[index] as Span),
      );
      for (const [order, index] of spans.entries()) {
        const { figure } = this.#spans[index] as Span;
        const run = runs[order];
        figures[index] = run
          ? { figure, status: 'changed', text: this.#cover(run.from, run.to) }
          : { figure, status: 'missing' };
      }
    }
  }

  /** Between the nearest tokens before and after that are still there. */
  #placeOf({ from, to }: Span): Place {
    let before = from - 1;
    while (before >= 0 && (this.#matches[before] as number) < 0) before -= 1;
    let after = to;
    while (after < this.#made.length && (this.#matches[after] as number) < 0) after += 1;
    return {
      from: before < 0 ? 0 : (this.#matches[before] as number) + 1,
      to: after < this.#made.length ? (this.#matches[after] as number) : this.#now.length,
      rewrittenBefore: before < from - 1,
      rewrittenAfter: after > to,
    };
  }

  /** Runs of uncovered tokens as the places of figures: of several, each run has one number. */
  #runsIn(place: Place, spans: readonly Span[]): { from: number; to: number }[] {
    const free: number[] = [];
    for (let index = place.from; index < place.to; index += 1) {
      const { value } = this.#now[index] as Token;
      if (!this.#covered[index] && /[\p{L}\p{N}]/u.test(value)) free.push(index);
    }
    const [first, last] = [free[0], free.at(-1)];
    const [only, ...others] = spans;
    if (first === undefined || last === undefined || !only) return [];
    const numbers = free.filter((index) => isNumber(this.#now[index] as Token));
    if (others.length > 0)
      return numbers
        .slice(0, spans.length)
        .map((start) => ({ from: start, to: this.#endOf(start, place.to) }));
    let [from, to] = [first, this.#endOf(last, place.to)];
    const [number, lastNumber] = [numbers[0], numbers.at(-1)];
    if (number === undefined || lastNumber === undefined) return [{ from, to }];
    // Where the words around it were rewritten, too, it has as many words around its number as it had.
    const made = this.#made.slice(only.from, only.to);
    const lead = Math.max(0, made.findIndex(isNumber));
    const tail = made.length - 1 - made.findLastIndex(isNumber);
    if (place.rewrittenBefore) from = Math.max(from, number - lead);
    if (place.rewrittenAfter) to = Math.min(to, this.#endOf(lastNumber + tail, place.to));
    return [{ from, to }];
  }

  /** With the sign behind it: 24%, 24亿. */
  #endOf(index: number, limit: number): number {
    const next = this.#now[index + 1];
    return index + 1 < limit && next && unitSign.test(next.value) ? index + 2 : index + 1;
  }

  /** Other numbers of the record that stand elsewhere in the text now. */
  #coverMovedLiterals(): void {
    const left = new Map<string, number>();
    for (const [index, { value }] of this.#made.entries()) {
      const used = (this.#matches[index] as number) >= 0;
      if (!used && !this.#spans.some(({ from, to }) => from <= index && index < to))
        left.set(value, (left.get(value) ?? 0) + 1);
    }
    for (const [index, found] of this.#now.entries()) {
      const count = left.get(found.value) ?? 0;
      if (this.#covered[index] || !isNumber(found) || count === 0) continue;
      this.#covered[index] = true;
      left.set(found.value, count - 1);
    }
  }
}
