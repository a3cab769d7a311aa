/** Layer 3. One text, large, with a bar at its side; what supports it below. */
import type { Block } from '../../document/document.js';
import { gutter } from '../grid.js';
import { type Arranged, joinArranged, type LayoutContext } from '../layout.js';
import type { Box, Shape } from '../model.js';
import { opticalCentre, type Piece, stack, stackHeight, stackScale } from '../piece.js';
import type { StyleName } from '../style.js';
import { roomFor } from '../text.js';

const bar = 0.07;

/** @param style of the text below */
export function arrangeSetApart(
  large: Piece,
  below: readonly Block[],
  style: StyleName,
  context: LayoutContext,
): Arranged {
  const supporting = context
    .pieces(below, { style })
    .map((piece, index) => indented(index === 0 ? { ...piece, space: 0.1 } : piece));
  const pieces = [withBar(large), ...supporting];
  const area = context.grid.betweenColumns(context.grid.bands.content, 1, 11);
  const scale = stackScale(pieces, area);
  const height = stackHeight(pieces, area.w, scale);
  // A little above the middle, as a line of text on a page of its own is set.
  const lowered = Math.max(0, (area.h - height) * opticalCentre);
  return joinArranged(stack(pieces, { ...area, y: area.y + lowered, h: Math.min(area.h, height) }, scale));
}

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
    place(box, scale): Shape[] {
      const shapes = narrowed.place(box, scale);
      // As high as the text, not as the room set aside for a spare line.
      const heights = shapes.map((shape) =>
        shape.kind === 'text' ? roomFor(shape.paragraphs, shape.box.w).lines : shape.box.h,
      );
      const h = Math.min(box.h, Math.max(0, ...heights));
      return [
        { kind: 'ornament', name: 'Bar', outline: 'rect', fill: 'accent', box: { ...box, w: bar, h } },
        ...shapes,
      ];
    },
  };
}
