/** Layer 3. From blocks to the pieces that set them: neighbouring prose shares a text box, neighbouring pictures a row. */
import type { Block } from '../document/document.js';
import type { Language } from '../language/language.js';
import type { Piece, PieceMaker } from './piece.js';
import { cards } from './pieces/cards.js';
import { columns } from './pieces/columns.js';
import { isPicture, type PictureBlock, pictures } from './pieces/pictures.js';
import { process } from './pieces/process.js';
import { isProse, isWhollyProse, prose, strayBlocks } from './pieces/prose.js';
import { sources } from './pieces/sources.js';
import { table } from './pieces/table.js';
import { tiles } from './pieces/tiles.js';
import { timeline } from './pieces/timeline.js';
import type { StyleName } from './style.js';

export interface PieceOptions {
  readonly style: StyleName;
  /** Inches: lines of text are easier to read when they are not as wide as the slide. */
  readonly proseWidth?: number | undefined;
}

function pieceOf(block: Block, language: Language): Piece | undefined {
  switch (block.kind) {
    case 'tiles':
      return block.tiles.length > 0 ? tiles(block.tiles) : undefined;
    case 'process':
      return block.steps.length > 0 ? process(block.steps) : undefined;
    case 'timeline':
      return block.steps.length > 0 ? timeline(block.steps) : undefined;
    case 'table':
      return table(block);
    case 'columns': {
      if (block.columns.length === 0) return undefined;
      const inside: PieceMaker = (blocks) => makePieces(blocks, language, { style: 'columnBody' });
      const plain = block.columns.every((column) => column.blocks.every(isWhollyProse));
      return plain ? cards(block.columns) : columns(block.columns, inside);
    }
    case 'sources':
      return sources(block.sources, language.words, language.punctuation);
    default:
      return undefined;
  }
}

/** The pieces of a sequence of blocks, in their order. Every block lands in one of them. */
export function makePieces(blocks: readonly Block[], language: Language, options: PieceOptions): Piece[] {
  const pieces: Piece[] = [];
  let text: Block[] = [];
  let images: PictureBlock[] = [];
  const flush = (): void => {
    if (text.length > 0) pieces.push(prose(text, options.style, 'Text', options.proseWidth));
    if (images.length > 0) pieces.push(pictures(images));
    text = [];
    images = [];
  };
  const add = (block: Block): void => {
    if (isProse(block)) {
      if (images.length > 0) flush();
      text.push(block);
      const stray = strayBlocks(block);
      if (stray.length > 0) flush();
      for (const inner of stray) add(inner);
    } else if (isPicture(block)) {
      if (text.length > 0) flush();
      images.push(block);
    } else {
      flush();
      const piece = pieceOf(block, language);
      if (piece) pieces.push(piece);
    }
  };
  for (const block of blocks) add(block);
  flush();
  return pieces;
}
