/**
 * Layer 3. The deck between layout and file: every shape with its place in inches, every paragraph with its size in
 * points. Pure data; `presentation.ts` makes it, `output.ts` writes it as pptx.
 */
import type { ChartFormat, ChartSpec } from '../document/chart.js';
import type { EmbeddedImage } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { FactId } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import type { TraceRecord } from '../trace/record.js';

/** Inches from the slide's top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Inches between a shape's edge and its text. */
export interface Insets {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
export const noInsets: Insets = { left: 0, right: 0, top: 0, bottom: 0 };

/** Named in the theme; `second` is the second chart colour, a companion of the primary. */
export type Colour =
  | 'paper'
  | 'surface'
  | 'ink'
  | 'muted'
  | 'line'
  | 'primary'
  | 'onPrimary'
  | 'accent'
  | 'second';

/** Text of one look. A figure is always a run of its own, with its fact. */
export interface Run {
  readonly text: string;
  /** As composed, where `text` has hyphens or no-break spaces that are the deck's; `` where the run before says it. */
  readonly said?: string | undefined;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly colour: Colour;
  readonly fact?: FactId | undefined;
  /** https or mailto. */
  readonly url?: string | undefined;
  /** A line break stands before this run. */
  readonly breakBefore?: boolean | undefined;
}

export interface Bullet {
  /** Left out: a dot. */
  readonly number?: number | undefined;
  /** 0 for the outermost list. */
  readonly level: number;
  /** Hanging indent of one level, in points. */
  readonly indent: number;
}

export interface Paragraph {
  readonly runs: readonly Run[];
  /** Points. */
  readonly size: number;
  /** Distance of the lines in points: exact, so that every program breaks pages alike. */
  readonly leading: number;
  /** Points. */
  readonly spaceBefore: number;
  readonly align: 'left' | 'right' | 'center';
  readonly bullet?: Bullet | undefined;
  /** Words divided by hyphens, as they stand here and as they were composed. */
  readonly divided?: readonly (readonly [written: string, said: string])[] | undefined;
}

interface Named {
  /** Shown in PowerPoint's selection pane; unique on its slide. */
  readonly name: string;
  readonly box: Box;
}

/** Outlines with a point have `point`, its depth in inches. */
export type Outline = 'rect' | 'homePlate' | 'chevron';

export interface TextShape extends Named {
  readonly kind: 'text';
  readonly paragraphs: readonly Paragraph[];
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly insets: Insets;
  readonly outline: Outline;
  readonly point?: number | undefined;
  readonly fill?: Colour | undefined;
}

/** Says nothing by itself: bars, arrows. Screen readers pass over it. */
export interface OrnamentShape extends Named {
  readonly kind: 'ornament';
  readonly outline: 'rect' | 'ellipse';
  readonly fill: Colour;
}

/** A hairline, horizontal or vertical: one side of its box is 0. An ornament, too. */
export interface LineShape extends Named {
  readonly kind: 'line';
  readonly colour: Colour;
  /** Points. */
  readonly width: number;
}

/** A chart is drawn elsewhere, and handed to the output. */
export interface ChartPicture {
  readonly chart: ChartSpec;
  readonly format: ChartFormat;
  /** Pixels of it that are cut off below: its source line, where the slide's foot says the same. Left out: none. */
  readonly cut?: number | undefined;
}

export interface PictureShape extends Named {
  readonly kind: 'picture';
  readonly picture: ChartPicture | { readonly image: EmbeddedImage };
  readonly alt: string;
  /** The figures in `alt`, in its order. */
  readonly altFigures?: ChartSpec['altFigures'];
}

export interface Cell {
  readonly paragraph: Paragraph;
  readonly fill?: Colour | undefined;
  readonly ruleBelow?: { readonly colour: Colour; readonly width: number } | undefined;
}
export interface TableShape extends Named {
  readonly kind: 'table';
  /** Widths in inches; they add up to the box's. */
  readonly columns: readonly number[];
  /** The first row is the header. As many cells as columns. */
  readonly rows: readonly { readonly height: number; readonly cells: readonly Cell[] }[];
  /** In every cell. */
  readonly insets: Insets;
  readonly alt: string;
}

export type Shape = TextShape | OrnamentShape | LineShape | PictureShape | TableShape;

/** What all slides of a layout share: it becomes a layout of the slide master, with a title placeholder. */
export interface Master {
  readonly name: string;
  readonly background: Colour;
  readonly shapes: readonly Shape[];
  readonly title: {
    readonly box: Box;
    readonly size: number;
    readonly leading: number;
    readonly colour: Colour;
    readonly anchor: TextShape['anchor'];
    readonly align: Paragraph['align'];
  };
  readonly number?:
    | {
        readonly box: Box;
        readonly size: number;
        readonly colour: Colour;
        readonly align: Paragraph['align'];
      }
    | undefined;
}

export interface Slide {
  /** The section's id. */
  readonly id: string;
  readonly layout: string;
  /** Name of its master. */
  readonly master: string;
  /** Goes into the master's title placeholder. */
  readonly title: Paragraph;
  /** The master's, or a part of it in which the title's lines are balanced. */
  readonly titleBox: Box;
  /** In reading order. */
  readonly shapes: readonly Shape[];
  /** Speaker notes, a paragraph each. */
  readonly notes: readonly NoteLine[];
}

/** Notes have no look, but their figures have facts. */
export interface NoteRun {
  readonly text: string;
  readonly fact?: FactId | undefined;
}
export type NoteLine = readonly NoteRun[];

/** All of a presentation but its slides. */
export interface Surroundings {
  readonly language: LanguageTag;
  readonly title: string;
  readonly subject: string;
  /** Author and company in the file's properties. */
  readonly issuer: string;
  /** ISO; the file's dates are taken from it. */
  readonly editionDate: string;
  readonly theme: Theme;
  /** Inches. */
  readonly slide: { readonly w: number; readonly h: number };
  readonly masters: readonly Master[];
}

/** What has to be known of a deck's slides before the first is written. */
export interface Extent {
  readonly slides: number;
  /** Whether one of them has notes. */
  readonly notes: boolean;
}

export interface Presentation extends Surroundings {
  readonly slides: readonly Slide[];
  /** Travels in the file, so that its figures can be traced. */
  readonly record: TraceRecord;
}
