/** Layer 3. What a layout is: it shares out a slide's room among the pieces of a section. One file each in `layouts/`. */
import type { Block, Document, Section } from '../document/document.js';
import type { Language } from '../language/language.js';
import type { Grid } from './grid.js';
import type { Shape } from './model.js';
import type { Overflow, Piece } from './piece.js';
import { makePieces, type PieceOptions } from './pieces.js';

/** What layouts know of the deck, besides the section: pages laid out are remembered by it (`presentation.ts`). */
export type DeckHead = Pick<Document, 'title' | 'subtitle' | 'issuer' | 'editionDate'>;

export interface LayoutContext {
  readonly document: DeckHead;
  readonly language: Language;
  readonly grid: Grid;
  /** Of all text, on slides that go on over several; left out: the largest at which a slide's content fits. */
  readonly scale?: number | undefined;
  pieces(blocks: readonly Block[], options: PieceOptions): Piece[];
}

export interface Arranged {
  readonly shapes: readonly Shape[];
  readonly overflows: readonly Overflow[];
}

export interface Layout {
  /** Shown among PowerPoint's layouts. */
  readonly title: string;
  readonly master: 'content' | 'section' | 'cover';
  /** Whether a source line belongs on the slide. */
  readonly cites: boolean;
  /**
   * What becomes of content that does not fit at the smallest sizes: it goes on over further slides, arranged alike, or
   * one block below the other where the layout sets a slide's beginning apart; or it is a finding.
   */
  readonly full: 'alike' | 'stacked' | 'finding';
  arrange(section: Section, context: LayoutContext): Arranged;
}

export function layoutContext(document: Document, language: Language, grid: Grid): LayoutContext {
  const { title, subtitle, issuer, editionDate } = document;
  return {
    document: { title, subtitle, issuer, editionDate },
    language,
    grid,
    pieces: (blocks, options) => makePieces(blocks, language, options),
  };
}

/** Puts together what several stacks gave. */
export function joinArranged(
  ...parts: readonly { shapes: readonly Shape[]; overflow?: Overflow | undefined }[]
): Arranged {
  return {
    shapes: parts.flatMap((part) => part.shapes),
    overflows: parts.flatMap((part) => (part.overflow ? [part.overflow] : [])),
  };
}
