/**
 * Layer 1. The Document: what a template with its facts has become, in one language. It is all that the writers
 * (`deck/`, `summary/`) get; every figure in it carries the id of its fact, and `citations` says what stands behind it.
 */
import type { Place } from '../diagnostic.js';
import type { FactId, FactKind } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import type { ChartSpec } from './chart.js';
import type { Divisions } from './divisions.js';

export type Inline =
  | { readonly kind: 'text'; readonly value: string }
  /** Written by a helper from a fact: a figure, a name, a date. Only these may hold digits. */
  | { readonly kind: 'figure'; readonly value: string; readonly fact: FactId }
  /** Digits that are no figure, marked in the template: "14th Five-Year Plan". */
  | { readonly kind: 'literal'; readonly value: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'emphasis'; readonly children: readonly Inline[] }
  /** https or mailto only; composition refuses the rest. */
  | { readonly kind: 'link'; readonly url: string; readonly children: readonly Inline[] }
  | { readonly kind: 'break' };

export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[]; readonly at: Place }
  /** Below a section's title: level 3 and deeper in Markdown. */
  | {
      readonly kind: 'heading';
      readonly level: 3 | 4;
      readonly content: readonly Inline[];
      readonly at: Place;
    }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly Block[])[];
      readonly at: Place;
    }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[]; readonly at: Place }
  | {
      readonly kind: 'table';
      readonly align: readonly ('left' | 'right' | 'center')[];
      readonly header: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
      readonly at: Place;
    }
  /** Key figures: `value` is the strong text an item of `:::tiles` begins with, `label` the rest. */
  | { readonly kind: 'tiles'; readonly tiles: readonly Tile[]; readonly at: Place }
  /** Steps of a chain, in order: `title` is the strong text an item of `:::process` begins with, `body` the rest. */
  | { readonly kind: 'process'; readonly steps: readonly Step[]; readonly at: Place }
  /** Events in the order of time, from `:::timeline`: `title` says when, `body` what. */
  | { readonly kind: 'timeline'; readonly steps: readonly Step[]; readonly at: Place }
  /** Each `###` heading inside `:::columns` begins a column. */
  | { readonly kind: 'columns'; readonly columns: readonly Column[]; readonly at: Place }
  | { readonly kind: 'chart'; readonly chart: ChartSpec; readonly at: Place }
  | {
      readonly kind: 'image';
      readonly image: EmbeddedImage;
      readonly alt: string;
      /** The figures that `alt` says, as it writes them, in its order. */
      readonly altFigures: readonly { readonly fact: FactId; readonly text: string }[];
      readonly at: Place;
    }
  /** The list of all sources, from the ledger. */
  | { readonly kind: 'sources'; readonly sources: readonly SourceEntry[]; readonly at: Place }
  /** A table of all figures of the document with what stands behind each, from `citations`; in summaries only. */
  | { readonly kind: 'evidence'; readonly at: Place };

export interface Tile {
  readonly value: readonly Inline[];
  readonly label: readonly Inline[];
}
export interface Step {
  readonly title: readonly Inline[];
  readonly body: readonly Inline[];
}
export interface Column {
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
}

/** Bytes were read by composition inside an allowed folder; the writers never open a path. */
export interface EmbeddedImage {
  readonly bytes: Uint8Array;
  readonly type: 'png' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** A slide of the deck, or a section of the summary. */
export interface Section {
  readonly id: string;
  /** Named in the template; undefined: the writer chooses from the content. */
  readonly layout?: string | undefined;
  readonly title: readonly Inline[];
  readonly blocks: readonly Block[];
  /** Speaker notes as the template wrote them; the deck adds the evidence of each figure itself. */
  readonly notes: readonly Block[];
  readonly at: Place;
}

/** One statement of a figure by a source. */
export interface Statement {
  /** Exactly as the source prints it. */
  readonly stated: string;
  /** Language of `stated`. */
  readonly language: LanguageTag;
  readonly source: string;
  /** In the document's language: "section 04, paragraph 3". */
  readonly locator: string;
}

/** What stands behind a fact, in the document's language. */
export interface Citation {
  readonly fact: FactId;
  readonly kind: FactKind;
  readonly label: string;
  /** The figure as prose style writes it. */
  readonly text: string;
  readonly statements: readonly Statement[];
  /** In the document's language: "as of 19 January 2026", "2024". */
  readonly time?: string | undefined;
  readonly note?: string | undefined;
  /** Of a derived fact: "paid-in capital ÷ committed capital", with labels for ids. */
  readonly derivation?: string | undefined;
  readonly parts?: readonly FactId[] | undefined;
  /** Of a figure as an earlier edition had it, and of a difference from then to now: the id of that edition. */
  readonly earlier?: string | undefined;
  /** With `earlier`: the label as the fact has it, without the edition. */
  readonly name?: string | undefined;
}

export interface SourceEntry {
  readonly id: string;
  /** From 1, in the order of sources.yaml: "[1]". */
  readonly number: number;
  readonly publisher: string;
  readonly title: string;
  readonly language: LanguageTag;
  /** In the document's language: "19 January 2026". */
  readonly issued: string;
  readonly url?: string | undefined;
}

export interface Document {
  readonly kind: 'deck' | 'summary';
  readonly language: LanguageTag;
  /** Of the file: front matter `title`. */
  readonly title: readonly Inline[];
  /** Front matter `subtitle`. */
  readonly subtitle: readonly Inline[];
  readonly zoneName: string;
  readonly issuer: string;
  /** ISO. */
  readonly editionDate: string;
  readonly sections: readonly Section[];
  /** Every fact used in the document, and the parts of the derived ones. */
  readonly citations: ReadonlyMap<FactId, Citation>;
  readonly sources: readonly SourceEntry[];
  /** Where its long words may be divided at the end of a line; left out: nowhere. */
  readonly divisions?: Divisions | undefined;
}
