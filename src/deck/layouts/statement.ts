/** Layer 3. One sentence, large, with a bar at its side; what supports it below. */
import { contentColumns, gutter } from '../grid.js';
import { joinArranged, type Layout } from '../layout.js';
import type { Box, Shape } from '../model.js';
import { type Piece, stack } from '../piece.js';
import { prose } from '../pieces/prose.js';
import { arrangeStacked } from './stacked.js';

const bar = 0.07;

export const statement: Layout = {
  title: 'Statement',
  master: 'content',
  cites: true,
  arrange(section, context) {
    const [first, ...rest] = section.blocks;
    if (first?.kind !== 'paragraph' && first?.kind !== 'quote')
      return arrangeStacked(section.blocks, context);
    const large = first.kind === 'quote' ? first.blocks : [first];
    const area = contentColumns(1, 11);
    const box = { ...area, y: area.y + 0.25, h: area.h - 0.25 };
    const supporting = context
      .pieces(rest, { style: 'body' })
      .map((piece, index): Piece => (index === 0 ? { ...piece, space: 0.35 } : piece));
    return joinArranged(
      stack([withBar(prose(large, 'statement', 'Statement')), ...supporting.map(indented)], box),
    );
  },
};

const indent = bar + gutter * 1.5;
const inner = (box: Box): Box => ({ ...box, x: box.x + indent, w: box.w - indent });

function indented(piece: Piece): Piece {
  return {
    ...piece,
    need: (width, scale) => piece.need(width - indent, scale),
    place: (box, scale) => piece.place(inner(box), scale),
  };
}

function withBar(piece: Piece): Piece {
  const narrowed = indented(piece);
  return {
    ...narrowed,
    place: (box, scale): Shape[] => [
      { kind: 'ornament', name: 'Bar', outline: 'rect', fill: 'accent', box: { ...box, w: bar } },
      ...narrowed.place(box, scale),
    ],
  };
}
