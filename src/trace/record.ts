/**
 * Layer 2. The record that a finished file carries of itself: every text in it as made, with the fact behind each
 * figure, and what stands behind each fact. README.md says why it is made this way.
 */
import * as z from 'zod';
import type { Citation, Document } from '../document/document.js';
import type { FactId } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';

/** Which kind of text: `alt` is the description of a picture; `chart`, what stands in a native chart. */
export const parts = ['text', 'notes', 'alt', 'chart', 'footnote', 'header', 'footer'] as const;
export type TextPart = (typeof parts)[number];

const statement = z.object({
  stated: z.string(),
  language: z.string(),
  source: z.string(),
  locator: z.string(),
});
const citation = z.object({
  fact: z.string(),
  kind: z.string(),
  label: z.string(),
  text: z.string(),
  statements: z.array(statement),
  time: z.string().optional(),
  note: z.string().optional(),
  derivation: z.string().optional(),
  parts: z.array(z.string()).optional(),
  /** Id of the edition that stated it, or since which it is a difference. */
  earlier: z.string().optional(),
  name: z.string().optional(),
});
const source = z.object({ publisher: z.string(), title: z.string(), issued: z.string() });

/** A text between figures, or a figure. */
const piece = z.union([z.string(), z.object({ fact: z.string(), text: z.string(), language: z.string() })]);
const recordedText = z.object({
  /** Id of the slide or section; `` for what belongs to none. */
  section: z.string(),
  in: z.enum(parts),
  /** Of a slide: the name of the shape. */
  shape: z.string().optional(),
  /** Of a table's cell: row and column, from 1. */
  cell: z.tuple([z.number(), z.number()]).optional(),
  pieces: z.array(piece),
});
export const traceRecord = z.object({
  kind: z.enum(['deck', 'summary']),
  /** ISO. */
  edition: z.string(),
  languages: z.record(
    z.string(),
    z.object({ citations: z.record(z.string(), citation), sources: z.record(z.string(), source) }),
  ),
  texts: z.array(recordedText),
  /** Words as the file has them, divided by hyphens, and whole; `texts` have them whole. */
  divided: z.array(z.tuple([z.string(), z.string()])).optional(),
});

export type RecordedCitation = z.infer<typeof citation>;
export type RecordedSource = z.infer<typeof source>;
export type Piece = z.infer<typeof piece>;
export type RecordedFigure = Exclude<Piece, string>;
export type RecordedText = z.infer<typeof recordedText>;
export type TraceRecord = z.infer<typeof traceRecord>;

/** A text as the writers have it. */
export interface WrittenText {
  readonly text: string;
  readonly fact?: FactId | undefined;
  readonly language: LanguageTag;
}

/** Gathers the texts of a file while its model is walked in the order of the file. */
export class Recorder {
  readonly #texts: RecordedText[] = [];
  readonly #divided = new Map<string, string>();

  /** Texts without a figure are recorded, too: they tell which slide is which, and that a number in them is new. */
  add(at: Omit<RecordedText, 'pieces'>, written: readonly WrittenText[]): void {
    const pieces: Piece[] = [];
    for (const { text, fact, language } of written) {
      const last = pieces.at(-1);
      if (fact !== undefined) pieces.push({ fact, text, language });
      else if (typeof last === 'string') pieces[pieces.length - 1] = last + text;
      else pieces.push(text);
    }
    if (pieces.some((each) => typeof each !== 'string' || /\S/.test(each)))
      this.#texts.push({ ...at, pieces });
  }

  get texts(): readonly RecordedText[] {
    return this.#texts;
  }

  /** Remembers words that the file has with hyphens, as written there and as composed. */
  divided(words: readonly (readonly [written: string, said: string])[]): void {
    for (const [written, said] of words) this.#divided.set(written, said);
  }

  /** @param documents whose texts were added; a summary has one or two */
  record(documents: readonly Document[], edition: string): TraceRecord {
    const languages = documents.map(({ language, citations, sources }) => [
      language,
      {
        citations: Object.fromEntries([...citations].map(([id, each]) => [id, recorded(each)])),
        sources: Object.fromEntries(
          sources.map(({ id, publisher, title, issued }) => [id, { publisher, title, issued }]),
        ),
      },
    ]);
    return {
      kind: documents[0]?.kind ?? 'deck',
      edition,
      languages: Object.fromEntries(languages),
      texts: this.#texts,
      ...(this.#divided.size > 0 && { divided: [...this.#divided] }),
    };
  }
}

/** What a chart says that Office draws. */
export interface RecordedChart {
  readonly section: string;
  /** Of a deck: the name of the shape. */
  readonly shape?: string;
  readonly language: LanguageTag;
  readonly texts: readonly {
    readonly pieces: readonly { readonly text: string; readonly fact?: FactId }[];
    readonly cell?: readonly [number, number];
  }[];
}

/** The record with the texts of the charts that were written as native ones, of which a document's layout knows nothing. */
export function withCharts(record: TraceRecord, charts: readonly RecordedChart[]): TraceRecord {
  const recorder = new Recorder();
  for (const { section, shape, language, texts } of charts) {
    for (const { pieces, cell } of texts)
      recorder.add(
        { section, in: 'chart', ...(shape !== undefined && { shape }), ...(cell && { cell: [...cell] }) },
        pieces.map((each) => ({ ...each, language })),
      );
  }
  return { ...record, texts: [...record.texts, ...recorder.texts] };
}

/** As JSON has it: what is undefined is not there. */
function recorded({ statements, parts: ofWhich, ...rest }: Citation): RecordedCitation {
  return {
    ...rest,
    statements: statements.map((each) => ({ ...each })),
    ...(ofWhich && { parts: [...ofWhich] }),
  };
}

/**
 * Cuts a text at the figures that it is known to say.
 * @param figures in the order in which the text says them
 */
export function cutAtFigures(
  text: string,
  figures: readonly { readonly fact: FactId; readonly text: string }[],
  language: LanguageTag,
): WrittenText[] {
  const cut: WrittenText[] = [];
  let end = 0;
  for (const figure of figures) {
    const start = figure.text === '' ? -1 : text.indexOf(figure.text, end);
    if (start < 0) continue;
    cut.push({ text: text.slice(end, start), language }, { ...figure, language });
    end = start + figure.text.length;
  }
  cut.push({ text: text.slice(end), language });
  return cut.filter((each) => each.text !== '');
}
