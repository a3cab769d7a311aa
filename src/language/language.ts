/** Layer 2. What a language must be able to say. One folder per language implements it; `registry.ts` lists them. */
import type { Counted, LanguageTag, Locator, Qualifier, Quantity } from '../facts/schema.js';
import type { ChangeWords } from './change-words.js';
import type { Grammar } from './grammar.js';
import type { Hyphenation } from './hyphenation.js';
import type { NoticeWords } from './notice-words.js';
import type { Punctuation } from './punctuation.js';

/** prose: in a sentence, words spelt out. tile: large on a slide, short. axis: in a chart, shortest. */
export type FigureStyle = 'prose' | 'tile' | 'axis';

export interface WriteOptions {
  readonly style: FigureStyle;
  /** What is counted, for units count and people. Left out: the bare number; people get the language's own word. */
  readonly counted?: Counted | undefined;
  /** Grammatical case, where the language has cases: German dative, genitive. */
  readonly case?: string | undefined;
  /**
   * Whether the noun is printed. Left out: in prose only, since a tile has its label and an axis its unit beside it;
   * a Chinese tile keeps the measure word (24只, 近17万人), without which the figure would read as cut off.
   */
  readonly noun?: boolean | undefined;
  /** Whether an amount above 0 has its sign, as that of a difference does. */
  readonly sign?: boolean | undefined;
  /** An amount beside which this one stands: its scale is taken where that reads well (+0.54 billion beside 29.2 billion). */
  readonly beside?: string | undefined;
}

export interface Language {
  readonly tag: LanguageTag;
  /** Its own name: English, 中文, Deutsch. */
  readonly name: string;
  /** Decides fonts, line breaking and the lang attribute of a run. */
  readonly script: 'latin' | 'han';
  /** The idiomatic phrase, hedge included: never more significant digits than the amount has, never fewer. */
  writeQuantity(quantity: Quantity, qualifier: Qualifier, options: WriteOptions): string;
  /** ISO date of any precision (2024, 2025-11, 2025-11-16) in words. */
  writeDate(iso: string): string;
  /**
   * "first", "第一", for a rank among others, as in "Chongqing's first".
   * @param form the ending that German needs before a noun without article: masculine, feminine, neuter, or dative;
   * measured: before a measure word, where Chinese has 首 for the first of its kind (首个)
   */
  writeRank(rank: number, form?: string): string;
  /** A, B and C */
  joinList(items: readonly string[]): string;
  writeLocator(locator: Locator): string;
  /** "«286.6亿元»" with the language's own quotation marks. */
  quote(text: string): string;
  /** Undefined where words are never divided. */
  readonly hyphenation: Hyphenation | undefined;
  readonly punctuation: Punctuation;
  readonly words: Words;
  /** What `read.ts` needs to read this language's figures. */
  readonly grammar: Grammar;
}

/** What the writers themselves say. Every language must have every key: held by the type. */
export interface Words {
  readonly source: string; // "Source"
  readonly sources: string; // "Sources"
  /** After the last name, where a line does not name all: "PEdaily and others". */
  readonly andOthers: string;
  /** As it stands within a line: "as of 19 January 2026". */
  readonly asOf: (date: string) => string;
  readonly statedAs: string; // "stated as"
  readonly derivedAs: string; // "computed as"
  readonly evidence: string; // "Evidence": heading in speaker notes
  readonly note: string; // "Note"
  /** Follows the title of each slide that goes on over several: " (2/3)". */
  readonly continued: (part: string, parts: string) => string;
  readonly page: (page: string, pages: string) => string; // "Page 1 of 5"; both may be field codes
  readonly figure: string; // "Figure" in captions
  readonly contents: string; // "Contents": heading of the list
  readonly table: string; // "Table"
  readonly issued: string; // "issued"
  readonly classNote: string; // "Class, not measured output"
  /** Heads of the columns of the evidence annex. */
  readonly annex: {
    readonly label: string; // "Indicator"
    readonly figure: string; // "Figure"
    readonly stated: string; // "As stated"
    readonly source: string; // "Source"
    readonly place: string; // "Place"
  };
  readonly chartKinds: {
    readonly classes: string;
    readonly share: string;
    readonly parts: string;
    readonly bars: string;
  };
  readonly changes: ChangeWords;
  readonly notices: NoticeWords;
}
