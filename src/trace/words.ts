/**
 * Layer 2. What words do: hedges, scales, signs and units put beside a figure that stands as it was made, and numbers typed
 * in words. Only texts that are not as they were made are read.
 */
import type { LanguageTag } from '../facts/schema.js';
import type { Comparison, FigureNow } from './compare.js';
import type { FigureReading, Span, SpannedFigure } from './reading.js';
import type { Piece, TraceRecord } from './record.js';
import type { Token } from './tokens.js';

const withoutWidth = /\p{Cf}/gu;
/** Programs put soft hyphens into words, which no reader of figures expects. */
const plain = (text: string): string => text.replace(withoutWidth, '');
const plainSpan = (text: string, { start, end }: Span): Span => ({
  start: plain(text.slice(0, start)).length,
  end: plain(text.slice(0, end)).length,
});

type PhraseOf = (fact: string, language: LanguageTag) => string | undefined;

/** @returns the figures of a comparison, with those changed that the words beside them change now and did not when made */
export function withWordsBeside(
  { figures }: Comparison,
  pieces: readonly Piece[],
  text: string,
  reading: FigureReading,
  phraseOf: PhraseOf,
): readonly FigureNow[] {
  const asMade = figures.filter(({ status, span }) => status === 'as-made' && span);
  const changed = new Map<FigureNow, string>();
  for (const language of new Set(asMade.map(({ figure }) => figure.language))) {
    const here = asMade
      .filter(({ figure }) => figure.language === language)
      .sort((a, b) => (a.span as Span).start - (b.span as Span).start);
    const spanned = here.map(({ figure, span }): SpannedFigure => {
      return { ...plainSpan(text, span as Span), phrase: phraseOf(figure.fact, language) };
    });
    const now = reading.changed(plain(text), spanned, language);
    if (now.length === 0) continue;
    const before = changedWhenMade(pieces, language, reading, phraseOf);
    for (const { index, text: said } of now) {
      const figure = here[index] as FigureNow;
      if (!before.has(`${figure.figure.fact} ${said}`)) changed.set(figure, said);
    }
  }
  return figures.map((each) => {
    const said = changed.get(each);
    return said === undefined ? each : { ...each, status: 'changed', text: said };
  });
}

/** What the composed words say beside a figure was checked when they were composed. */
function changedWhenMade(
  pieces: readonly Piece[],
  language: LanguageTag,
  reading: FigureReading,
  phraseOf: PhraseOf,
): ReadonlySet<string> {
  const spanned: (SpannedFigure & { fact: string })[] = [];
  let text = '';
  for (const piece of pieces) {
    const start = text.length;
    text += typeof piece === 'string' ? piece : piece.text;
    if (typeof piece !== 'string' && piece.language === language)
      spanned.push({ start, end: text.length, fact: piece.fact, phrase: phraseOf(piece.fact, language) });
  }
  return new Set(
    reading
      .changed(text, spanned, language)
      .map(({ index, text: said }) => `${spanned[index]?.fact} ${said}`),
  );
}

/** Numbers in words that the record does not account for. */
export class TypedWords {
  readonly #reading: FigureReading;
  readonly #languages: readonly LanguageTag[];
  /** Of recorded texts that are changed or gone: they may stand elsewhere now. */
  readonly #left = new Map<string, number>();

  constructor(reading: FigureReading, record: TraceRecord) {
    this.#reading = reading;
    this.#languages = Object.keys(record.languages);
  }

  /** Of a recorded text that is not there as made: what it said and the text in its place does not. */
  gone(pieces: readonly Piece[], now: string): void {
    const languages = this.#languagesOf(pieces);
    const made = pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
    const there = this.#wordsIn(now, languages).map(({ text }) => text);
    for (const { text } of this.#wordsIn(made, languages)) {
      const at = there.indexOf(text);
      if (at >= 0) there.splice(at, 1);
      else this.#left.set(text, (this.#left.get(text) ?? 0) + 1);
    }
  }

  /**
   * @param pieces what was recorded of the text; undefined for a new one
   * @param covered by token: whether the record accounts for it
   */
  in(
    text: string,
    pieces: readonly Piece[] | undefined,
    tokens: readonly Token[],
    covered: readonly boolean[],
  ): string[] {
    const open = tokens.filter((_, index) => !covered[index]).map((token) => plainSpan(text, token));
    if (open.length === 0) return [];
    return this.#wordsIn(plain(text), this.#languagesOf(pieces ?? [])).flatMap(({ text: words, index }) => {
      const end = index + words.length;
      if (!open.some((token) => token.start < end && index < token.end)) return [];
      const left = this.#left.get(words) ?? 0;
      if (left > 0) this.#left.set(words, left - 1);
      return left > 0 ? [] : [words];
    });
  }

  /** Those of its figures; of a text without figures any that the file is in. */
  #languagesOf(pieces: readonly Piece[]): readonly LanguageTag[] {
    const own = new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.language])));
    return own.size > 0 ? [...own] : this.#languages;
  }

  #wordsIn(text: string, languages: readonly LanguageTag[]): { text: string; index: number }[] {
    const found = new Map<number, { text: string; index: number }>();
    for (const language of languages) {
      for (const each of this.#reading.typed(text, language))
        if (!/\p{Nd}/u.test(each.text) && !found.has(each.index)) found.set(each.index, each);
    }
    return [...found.values()].sort((a, b) => a.index - b.index);
  }
}
