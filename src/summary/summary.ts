/**
 * Layer 3. The Summary: what a Word summary will say and in which order, before any of it is docx. One or two
 * languages ("sides"); with two, the first stands left and the second right, or the first above and the second below, or
 * one follows the other.
 */

import type { ChartSpec } from '../document/chart.js';
import type { EmbeddedImage } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { FactId } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import type { TraceRecord } from '../trace/record.js';

/** A text with one look in one language. A figure is always a run of its own. */
export interface TextRun {
  readonly kind: 'text';
  readonly text: string;
  /** Of this text: a source's own words keep their language inside another's sentence. */
  readonly language: LanguageTag;
  /** Of a figure: the fact behind it. */
  readonly fact?: FactId | undefined;
  readonly strong?: boolean | undefined;
  readonly emphasis?: boolean | undefined;
  /** https or mailto. */
  readonly url?: string | undefined;
}

export type Run =
  | TextRun
  | { readonly kind: 'break' }
  | { readonly kind: 'tab' }
  /** Reference to a footnote, numbered from 1 in the order of the document. */
  | { readonly kind: 'note'; readonly number: number; readonly language: LanguageTag }
  /** Number of a caption: a field, so that Word keeps counting when somebody inserts a figure. */
  | {
      readonly kind: 'sequence';
      readonly name: string;
      readonly number: number;
      readonly language: LanguageTag;
      /** Where text refers to the figure: of at most 40 characters. */
      readonly bookmark?: string | undefined;
    }
  /** The number of a caption, where text refers to it: a field with its result. */
  | {
      readonly kind: 'figureOf';
      readonly bookmark: string;
      readonly number: number;
      readonly language: LanguageTag;
    }
  | { readonly kind: 'page' | 'pages'; readonly language: LanguageTag }
  /** Number of the page on which a bookmark stands: a field with its result. */
  | {
      readonly kind: 'pageOf';
      readonly bookmark: string;
      readonly page: number;
      readonly language: LanguageTag;
    };

/** What a paragraph is; `output.ts` has a Word style for each. */
export type ParagraphRole =
  | 'subtitle'
  | 'imprint'
  | 'contentsHead'
  | 'contents'
  | 'text'
  | 'item'
  | 'quote'
  | 'lead'
  | 'caption'
  | 'source'
  | 'footnote'
  | 'columnHead'
  | 'cell'
  | 'annexHead'
  | 'annexCell'
  | 'tileValue'
  | 'tileLabel'
  | 'stepTitle'
  | 'stepBody';

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly role: ParagraphRole;
  /** 0: the first language, 1: the second, which is set lighter where both share a place. */
  readonly side: 0 | 1;
  readonly language: LanguageTag;
  readonly runs: readonly Run[];
  readonly list?: ListPlace | undefined;
  /** Nested in a list or a quote: steps of indentation. */
  readonly indent?: number | undefined;
  /** Points, where the text had to be fitted; else the role's size. */
  readonly size?: number | undefined;
  /** The bookmark to which all of it leads. */
  readonly target?: string | undefined;
  /** An entry of a contents list; the whole list is a field, which begins with its first entry and ends with its last. */
  readonly entryOf?:
    | { readonly list: ContentsList | undefined; readonly first: boolean; readonly last: boolean }
    | undefined;
  /** Twips from the left; dots lead to what ends at the last of them. */
  readonly tabs?: readonly number[] | undefined;
}

/** Says what stands behind the facts of one figure, sentence or chart. */
export interface Footnote extends Paragraph {
  readonly facts: readonly FactId[];
}

export interface ListPlace {
  readonly ordered: boolean;
  /** 0 to 8. */
  readonly level: number;
  /** Paragraphs with the same instance are one list and count on. */
  readonly instance: number;
}

export interface Picture {
  readonly kind: 'picture';
  /** A chart, drawn elsewhere and handed over as `<chartId>.<language>`, or the bytes of an image. */
  readonly content: { readonly chart: string } | { readonly image: EmbeddedImage };
  readonly alt: string;
  /** The figures in `alt`, in its order. */
  readonly altFigures?: ChartSpec['altFigures'];
  readonly language: LanguageTag;
  /** Points, fitted to the place. */
  readonly width: number;
  readonly height: number;
  /** Points, so that what follows stands on the grid again. */
  readonly spaceBelow: number;
}

export type Content = Paragraph | Picture;

/** One row of the facing columns: as many cells as languages; in one language a row with one cell is plain text. */
export interface FacingRow {
  readonly cells: readonly (readonly Content[])[];
  /** Stays on the page of the row after it: a lead with its text. */
  readonly keepNext: boolean;
  /** May go on on the next page: long text, which would leave a hole if it moved there as a whole. */
  readonly splits?: boolean | undefined;
  /** A chart, or the same in both languages, with its caption: it may trail text of its section. */
  readonly figure?: boolean | undefined;
}

/** Which of the file's contents lists, where languages that follow each other have one each. */
export type ContentsList = 'a' | 'b';

export interface HeadingSide {
  readonly language: LanguageTag;
  readonly runs: readonly Run[];
}

export type Part =
  | {
      readonly kind: 'heading';
      readonly level: 1 | 2 | 3;
      /** Of a section's heading: the section's id. */
      readonly section?: string | undefined;
      /** Where a contents list names the heading: its bookmark, of at most 40 characters, and which list. */
      readonly bookmark?: string | undefined;
      readonly list?: ContentsList | undefined;
      /** Begins a page. */
      readonly breakBefore?: boolean | undefined;
      readonly sides: readonly HeadingSide[];
      /** Facing at a tab, as the columns do, or below each other where the first is too long for its column; all alike. */
      readonly facing: boolean;
    }
  | { readonly kind: 'facing'; readonly rows: readonly FacingRow[] }
  | {
      /** Data, full width; every cell holds a paragraph per language. */
      readonly kind: 'table';
      /** Little air: many rows, looked up rather than read. */
      readonly dense?: boolean | undefined;
      readonly align: readonly ('left' | 'right' | 'center')[];
      readonly header: readonly (readonly Paragraph[])[];
      readonly rows: readonly (readonly (readonly Paragraph[])[])[];
      /** Twips, adding up to the text's width. */
      readonly widths: readonly number[];
      /** Points of each row, the head's first, rules included: whole half lines of the grid. */
      readonly heights?: readonly number[] | undefined;
      /** For screen readers: title and description of the table. */
      readonly name: string;
      readonly description: string;
    }
  /** Key figures or steps side by side, full width. Every row has the same number of cells; the last may be empty. */
  | {
      readonly kind: 'strip';
      readonly look: 'tiles' | 'process';
      readonly rows: readonly (readonly (readonly Paragraph[])[])[];
      /** As of a table. */
      readonly heights?: readonly number[] | undefined;
    }
  | { readonly kind: 'full'; readonly content: readonly Content[] }
  /** The second of two languages that follow each other begins, on a new page, with running heads of its own. */
  | ({ readonly kind: 'front' } & Front);

/** Left and right of a line in the margin, one line per language. */
export interface MarginLine {
  readonly left: readonly Run[];
  readonly right: readonly Run[];
}

/** What a language, or two that face each other, begin with, and what stands above and below their pages. */
export interface Front {
  /** One line per language over the full width, as in headings. */
  readonly title: readonly HeadingSide[];
  /** Subtitles, issuers and dates, facing. */
  readonly imprint: FacingRow;
  /** Above the title. */
  readonly logo?: Picture | undefined;
  readonly header: readonly MarginLine[];
  readonly footer: readonly MarginLine[];
}

export interface Summary extends Front {
  readonly languages: readonly LanguageTag[];
  /** 2: the languages face each other. */
  readonly columns: 1 | 2;
  readonly theme: Theme;
  readonly properties: { readonly title: string; readonly creator: string; readonly date: string };
  readonly parts: readonly Part[];
  /** The footnote numbered n stands at n - 1. */
  readonly footnotes: readonly Footnote[];
  /** Travels in the file, so that its figures can be traced. */
  readonly record: TraceRecord;
}

/** What stands in a part of running text; tables and strips hold paragraphs alone. */
export function contentsOf(part: Part): readonly Content[] {
  if (part.kind === 'full') return part.content;
  return part.kind === 'facing' ? part.rows.flatMap(({ cells }) => cells.flat()) : [];
}
