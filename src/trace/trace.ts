/** Layer 2. A finished .pptx or .docx read back: each printed figure with its place, its fact and its evidence. */
import { isFigure } from '../document/figures.js';
import type { FactId } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import { type Comparison, compareText, type FigureNow, textOfPieces } from './compare.js';
import { type Evidence, evidenceOf } from './evidence.js';
import type { FoundText } from './found-text.js';
import { openFile } from './open.js';
import { foundGroup, madeGroup, pairTexts } from './pair.js';
import { readDocxTexts } from './read-docx.js';
import { readPptxTexts } from './read-pptx.js';
import type { FigureReading } from './reading.js';
import type { Piece, RecordedText, TextPart, TraceRecord } from './record.js';
import { keyOf, tokensOf } from './tokens.js';
import { Unrecorded } from './unrecorded.js';
import { TypedWords, withWordsBeside } from './words.js';

/** Where a figure stands now; of a missing one, where it stood when the file was made. */
export interface TracedPlace {
  /** Of a deck, from 1; left out for a missing figure. */
  readonly slide?: number;
  /** Of a summary, from 1; left out before the first heading, outside the body, and for a missing figure. */
  readonly section?: number;
  /** Id of the slide or section in the template; left out where it cannot be told. */
  readonly id?: string;
  /** Of a summary: the section's heading as it stands now. */
  readonly heading?: string;
  /** `alt`: the description of a picture; `chart`: inside a native chart. */
  readonly in: TextPart;
  /** Name of the shape on the slide. */
  readonly shape?: string;
  /** In a table, or of a chart's data in its sheet: row and column, from 1. */
  readonly cell?: readonly [row: number, column: number];
  readonly footnote?: number;
  /** Within shape, notes or footnote, or within the summary's section; empty ones are not counted. */
  readonly paragraph?: number;
}

export type TraceStatus = 'as-made' | 'changed' | 'missing' | 'unrecorded';

export interface TracedFigure {
  readonly status: TraceStatus;
  readonly place: TracedPlace;
  /** As printed now; of a missing one, as it was made. */
  readonly text: string;
  /** Of a changed one: as it was made. */
  readonly made?: string;
  /** Left out for an unrecorded one, as is all that follows. */
  readonly fact?: FactId;
  /** Of what an earlier edition said, or of the difference since: which it is, and which edition. */
  readonly earlier?: NonNullable<Evidence['earlier']>;
  /** `words`: a name, a list or a sentence that a fact gave; no number. */
  readonly kind?: 'figure' | 'words';
  readonly language?: LanguageTag;
  readonly label?: string;
  readonly value?: string;
  readonly time?: string;
  readonly note?: string;
  readonly stated?: Evidence['stated'];
  readonly derivation?: string;
  readonly parts?: readonly Evidence[];
  /** Of a changed or unrecorded one: the words around it now. */
  readonly context?: string;
}

export interface Trace {
  readonly kind: 'deck' | 'summary';
  /** ISO date of the edition the file was made for. */
  readonly edition: string;
  /** Nothing changed, missing or unrecorded. */
  readonly asMade: boolean;
  /** In the order of the file; what is missing comes last. */
  readonly figures: readonly TracedFigure[];
}

/**
 * @param bytes a .pptx or .docx that zonebrief made, whatever program saved it since
 * @param reading reads figures in the languages of the file; without it, words are no figures and change none
 * @throws {UsageError} for a file that is none, or whose record is damaged
 */
export function traceFigures(bytes: Uint8Array, reading?: FigureReading): Trace {
  const { record, texts } = read(bytes);
  return new Tracing(record, texts, reading).trace();
}

function read(bytes: Uint8Array): { record: TraceRecord; texts: FoundText[] } {
  return openFile(bytes, (file, record) => ({
    record,
    texts: record.kind === 'deck' ? readPptxTexts(file) : readDocxTexts(file),
  }));
}

class Tracing {
  readonly #record: TraceRecord;
  readonly #texts: readonly FoundText[];
  readonly #reading: FigureReading | undefined;

  constructor(record: TraceRecord, texts: readonly FoundText[], reading: FigureReading | undefined) {
    this.#record = record;
    this.#reading = reading;
    this.#texts = texts.map((each) => ({ ...each, text: undivided(each.text, record.divided ?? []) }));
  }

  trace(): Trace {
    const { kind, edition, texts: made } = this.#record;
    const { pairs, homes } = pairTexts(made, this.#texts, kind);
    const comparisons = new Map<number, Comparison>();
    const madeOf = new Map<number, number>();
    for (const pair of pairs) {
      const { pieces } = made[pair.made] as RecordedText;
      const { text } = this.#texts[pair.found] as FoundText;
      comparisons.set(pair.found, this.#withWords(compareText(pieces, text), pieces, text));
      madeOf.set(pair.found, pair.made);
    }
    const ids = this.#sectionIds(madeOf);
    const unrecorded = new Unrecorded(this.#texts, comparisons, (text) => foundGroup(text, kind));
    const present = new Set(pairs.map((pair) => pair.made));
    const inCharts = this.#shownInCharts(comparisons, madeOf);

    // Figures whose own text is gone may stand in another one of the same slide: paragraphs get split and joined.
    const missing: { made: number; figure: TracedFigure }[] = [];
    const moved = new Map<number, TracedFigure[]>();
    const seek = (index: number, figure: FigureNow['figure']): void => {
      const text = made[index] as RecordedText;
      if (text.in === 'alt' && inCharts.has(chartKey(text, figure))) return;
      const home = homes.get(madeGroup(text, kind));
      const place = home === undefined ? undefined : unrecorded.claim(home, figure.text);
      if (place === undefined)
        missing.push({ made: index, figure: this.#figure({ figure, status: 'missing' }, placeMade(text)) });
      else {
        const traced = this.#figure(
          { figure, status: 'as-made', text: figure.text },
          this.#placeOf(place, ids),
        );
        moved.set(place, [...(moved.get(place) ?? []), traced]);
      }
    };
    for (const [index, text] of made.entries()) {
      if (present.has(index)) continue;
      for (const piece of text.pieces) if (typeof piece !== 'string') seek(index, piece);
      const home = homes.get(madeGroup(text, kind));
      if (home !== undefined)
        unrecorded.forgive(
          home,
          text.pieces.filter((piece) => typeof piece === 'string'),
        );
    }
    for (const [found, { figures }] of comparisons) {
      for (const now of figures) if (now.status === 'missing') seek(madeOf.get(found) as number, now.figure);
    }

    const typedWords = this.#typedWords(made, madeOf, present);
    const figures = this.#texts.flatMap((text, index): TracedFigure[] => {
      const place = this.#placeOf(index, ids);
      const known = (comparisons.get(index)?.figures ?? []).filter(({ status }) => status !== 'missing');
      return [
        ...known.map((now) => this.#figure(now, place, text.text)),
        ...(moved.get(index) ?? []),
        ...[...unrecorded.in(index), ...typedWords(index, unrecorded)].map(
          (found): TracedFigure => ({
            status: 'unrecorded',
            place,
            text: found,
            context: contextOf(text.text, found),
          }),
        ),
      ];
    });
    const all = [...figures, ...missing.sort((a, b) => a.made - b.made).map(({ figure }) => figure)];
    return { kind, edition, asMade: all.every(({ status }) => status === 'as-made'), figures: all };
  }

  /** A text that is as it was made says of its figures what it said. */
  #withWords(comparison: Comparison, pieces: readonly Piece[], text: string): Comparison {
    if (!this.#reading || isAsMade(pieces, text)) return comparison;
    const phraseOf = (fact: FactId, language: LanguageTag): string | undefined =>
      this.#record.languages[language]?.citations[fact]?.text;
    return {
      ...comparison,
      figures: withWordsBeside(comparison, pieces, text, this.#reading, phraseOf),
    };
  }

  /** @returns for a text's index the numbers in words that were typed into it */
  #typedWords(
    made: readonly RecordedText[],
    madeOf: ReadonlyMap<number, number>,
    present: ReadonlySet<number>,
  ): (index: number, unrecorded: Unrecorded) => string[] {
    if (!this.#reading) return () => [];
    const words = new TypedWords(this.#reading, this.#record);
    for (const [index, { pieces }] of made.entries()) if (!present.has(index)) words.gone(pieces, '');
    const changed = new Set<number>();
    for (const [index, { text }] of this.#texts.entries()) {
      const pieces = made[madeOf.get(index) ?? -1]?.pieces;
      if (pieces && isAsMade(pieces, text)) continue;
      changed.add(index);
      if (pieces) words.gone(pieces, text);
    }
    return (index, unrecorded) => {
      if (!changed.has(index)) return [];
      const { tokens, covered } = unrecorded.openIn(index);
      const pieces = made[madeOf.get(index) ?? -1]?.pieces;
      return words.in((this.#texts[index] as FoundText).text, pieces, tokens, covered);
    };
  }

  /** Figures that native charts still show: some programs drop the descriptions of these when they save. */
  #shownInCharts(
    comparisons: ReadonlyMap<number, Comparison>,
    madeOf: ReadonlyMap<number, number>,
  ): ReadonlySet<string> {
    const shown = new Set<string>();
    for (const [found, { figures }] of comparisons) {
      const text = this.#record.texts[madeOf.get(found) as number] as RecordedText;
      if (text.in !== 'chart') continue;
      for (const { figure, status } of figures) if (status !== 'missing') shown.add(chartKey(text, figure));
    }
    return shown;
  }

  #figure(
    { figure, status, text = figure.text }: FigureNow,
    place: TracedPlace,
    around?: string,
  ): TracedFigure {
    const { fact, language } = figure;
    const known: Evidence | undefined = evidenceOf(this.#record, fact, language);
    const { fact: id, earlier, ...evidence } = known ?? { fact, stated: [] };
    const citation = this.#record.languages[language]?.citations[fact];
    return {
      status,
      place,
      text,
      ...(status === 'changed' && { made: figure.text }),
      fact: id,
      ...(earlier && { earlier }),
      kind: !citation || isFigure(figure.text, citation) ? 'figure' : 'words',
      language,
      ...evidence,
      ...(status === 'changed' && around !== undefined && { context: contextOf(around, text) }),
    };
  }

  /** For each slide or section as counted now, the id that most of its texts were made with. */
  #sectionIds(madeOf: ReadonlyMap<number, number>): Map<number, string> {
    const votes = new Map<number, Map<string, number>>();
    for (const [found, made] of madeOf) {
      const id = (this.#record.texts[made] as RecordedText).section;
      const { section } = this.#texts[found] as FoundText;
      if (id === '' || section === 0) continue;
      const counts = votes.get(section) ?? new Map<string, number>();
      votes.set(section, counts.set(id, (counts.get(id) ?? 0) + 1));
    }
    return new Map(
      [...votes].map(([section, counts]) => {
        const [best] = [...counts].sort(([, a], [, b]) => b - a);
        return [section, best?.[0] ?? ''];
      }),
    );
  }

  #placeOf(index: number, ids: ReadonlyMap<number, string>): TracedPlace {
    const text = this.#texts[index] as FoundText;
    const id = ids.get(text.section);
    return {
      ...(text.section > 0 && { [this.#record.kind === 'deck' ? 'slide' : 'section']: text.section }),
      ...(id !== undefined && { id }),
      ...(text.heading !== undefined && { heading: text.heading }),
      in: text.in,
      ...(text.shape !== undefined && { shape: text.shape }),
      ...(text.cell && { cell: text.cell }),
      ...(text.footnote !== undefined && { footnote: text.footnote }),
      paragraph: text.paragraph,
    };
  }
}

const isAsMade = (pieces: readonly Piece[], text: string): boolean =>
  keyOf(tokensOf(textOfPieces(pieces))) === keyOf(tokensOf(text));

const chartKey = ({ section }: RecordedText, { fact, language }: FigureNow['figure']): string =>
  JSON.stringify([section, fact, language]);

function placeMade({ section, in: part, shape, cell }: RecordedText): TracedPlace {
  return {
    ...(section !== '' && { id: section }),
    in: part,
    ...(shape !== undefined && { shape }),
    ...(cell && { cell }),
  };
}

/** Characters on each side of a figure that help to find it. */
const around = 30;

/** A text without the hyphens that divide its words: whole words are what the record has, and what a reader is told. */
const undivided = (text: string, divided: readonly (readonly [string, string])[]): string =>
  divided.reduce((whole, [written, said]) => whole.replaceAll(written, said), text);

function contextOf(text: string, figure: string): string {
  const start = Math.max(0, text.indexOf(figure));
  const [from, to] = [Math.max(0, start - around), start + figure.length + around];
  const cut = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${cut}${to < text.length ? '…' : ''}`;
}
