/** Layer 3. Paragraphs, headings, lists and quotes: neighbours share one text box. */
import type { Block } from '../../document/document.js';
import type { ListPart } from '../continuation/divide.js';
import { paragraph, toRuns } from '../inline.js';
import type { Paragraph, TextShape } from '../model.js';
import { noInsets } from '../model.js';
import type { Piece } from '../piece.js';
import { type StyleName, sizeAt, styles } from '../style.js';
import { pointsPerInch, roomFor, settledWidth } from '../text.js';

export type ProseBlock = Extract<Block, { kind: 'paragraph' | 'heading' | 'list' | 'quote' }>;

export const isProse = (block: Block): block is ProseBlock =>
  block.kind === 'paragraph' || block.kind === 'heading' || block.kind === 'list' || block.kind === 'quote';

/** Hanging indent of a list, as a multiple of the size. */
const listIndent = { dot: 1.1, number: 1.6, longNumber: 2.2 } as const;

/** The blocks inside lists and quotes that are no prose: they follow the text instead of being lost. */
export function strayBlocks(block: ProseBlock): Block[] {
  const inside = block.kind === 'list' ? block.items.flat() : block.kind === 'quote' ? block.blocks : [];
  return inside.flatMap((inner) => (isProse(inner) ? strayBlocks(inner) : [inner]));
}

/** Whether a block is prose throughout, so that one text box can hold it. */
export const isWhollyProse = (block: Block): boolean => isProse(block) && strayBlocks(block).length === 0;

/** Prose as paragraphs at a scale. Space above each, also above the first: who sets them decides. */
export function proseParagraphs(blocks: readonly Block[], style: StyleName, scale: number): Paragraph[] {
  return blocks.filter(isProse).flatMap((block) => paragraphsOf(block, style, scale, -1));
}

function paragraphsOf(block: ProseBlock, style: StyleName, scale: number, level: number): Paragraph[] {
  const set = (inlines: Extract<Block, { kind: 'paragraph' }>['content'], name: StyleName): Paragraph => {
    const plain = paragraph(toRuns(inlines, name), name, scale);
    return { ...plain, spaceBefore: Math.round(plain.leading * styles[name].space * 2) / 2 };
  };
  switch (block.kind) {
    case 'paragraph':
      return [set(block.content, style)];
    case 'heading':
      return [set(block.content, style === 'body' ? 'heading' : 'columnTitle')];
    case 'quote':
      return block.blocks.filter(isProse).flatMap((inner) => paragraphsOf(inner, 'quote', scale, level));
    case 'list': {
      const inner = level + 1;
      const size = sizeAt(style, scale);
      const { first = 1, goesOn = false } = block as ListPart;
      const number = first + block.items.length > 10 ? 'longNumber' : 'number';
      const indent = Math.round(size * listIndent[block.ordered ? number : 'dot']);
      return block.items.flatMap((item, index) => {
        let marked = goesOn && index === 0;
        return item.filter(isProse).flatMap((child) => {
          if (child.kind === 'list') return paragraphsOf(child, style, scale, inner);
          return paragraphsOf(child, style, scale, inner).map((each): Paragraph => {
            if (marked || each.bullet) return each;
            marked = true;
            return {
              ...each,
              bullet: { level: inner, indent, ...(block.ordered && { number: first + index }) },
            };
          });
        });
      });
    }
  }
}

/** Inches by which the distance between two paragraphs may grow where there is room. */
const mostExtraSpace = 0.24;

/** One text box for neighbouring prose. Room to spare goes between its paragraphs. */
export function prose(blocks: readonly Block[], style: StyleName, name: string, maxWidth = Infinity): Piece {
  const at = (scale: number): Paragraph[] =>
    proseParagraphs(blocks, style, scale).map((each, index) =>
      index === 0 ? { ...each, spaceBefore: 0 } : each,
    );
  return {
    name,
    space: 0.3,
    need(width, scale) {
      const paragraphs = at(scale);
      const { height, tooWide, torn } = roomFor(paragraphs, Math.min(width, maxWidth));
      return { height, most: height + Math.max(0, paragraphs.length - 1) * mostExtraSpace, tooWide, torn };
    },
    place(box, scale): TextShape[] {
      const paragraphs = at(scale);
      if (paragraphs.length === 0) return [];
      const w = Math.min(box.w, maxWidth);
      const surplus = Math.max(0, box.h - roomFor(paragraphs, w).height);
      const gaps = paragraphs.length - 1;
      const extra =
        gaps > 0 ? Math.floor(Math.min(mostExtraSpace, surplus / gaps) * pointsPerInch * 2) / 2 : 0;
      return [
        {
          kind: 'text',
          name,
          box: { ...box, w: settledWidth(paragraphs, w, { most: box.w }) },
          paragraphs: paragraphs.map((each, index) =>
            index === 0 ? each : { ...each, spaceBefore: each.spaceBefore + extra },
          ),
          anchor: 'top',
          insets: noInsets,
          outline: 'rect',
        },
      ];
    },
  };
}
