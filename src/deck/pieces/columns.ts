/** Layer 3. Columns side by side, each with a rule, a title and its blocks. */
import type { Column } from '../../document/document.js';
import { paragraph, toRuns } from '../inline.js';
import { type Box, noInsets, type Shape } from '../model.js';
import { type Piece, type PieceMaker, stack } from '../piece.js';
import { sideBySide } from '../sharing.js';
import { roomFor } from '../text.js';

const gap = 0.4;
/** From the rule to the title, and from the title to the blocks. */
const below = 0.16;

export function columns(all: readonly Column[], makePieces: PieceMaker): Piece {
  const name = 'Column';
  const made = all.map((column) => ({ column, pieces: makePieces(column.blocks) }));
  const measure = (width: number, scale: number) => {
    const [first] = sideBySide({ x: 0, y: 0, w: width, h: 1 }, all.length, gap) as [Box];
    const heads = all.map((column) =>
      roomFor([paragraph(toRuns(column.title, 'columnTitle'), 'columnTitle', scale)], first.w),
    );
    const head = Math.max(...heads.map((room) => room.lines));
    const bodies = made.map(({ pieces }) => {
      const needs = pieces.map((piece) => piece.need(first.w, scale));
      const spaces = pieces.slice(1).reduce((sum, piece) => sum + piece.space * Math.min(1, scale), 0);
      return {
        height: needs.reduce((sum, need) => sum + need.height, 0) + spaces,
        most: needs.reduce((sum, need) => sum + need.most, 0) + spaces,
        tooWide: Math.max(0, ...needs.map((need) => need.tooWide)),
        torn: Math.max(0, ...needs.map((need) => need.torn ?? 0)),
      };
    });
    const above = below + head + below;
    return {
      head,
      height: above + Math.max(...bodies.map((body) => body.height)),
      most: above + Math.max(...bodies.map((body) => body.most)),
      tooWide: Math.max(...[...heads, ...bodies].map((room) => room.tooWide)),
      torn: Math.max(...[...heads, ...bodies].map((room) => room.torn)),
    };
  };
  return {
    name,
    space: 0.4,
    floats: true,
    need: measure,
    place(box, scale): Shape[] {
      const { head } = measure(box.w, scale);
      const boxes = sideBySide(box, all.length, gap);
      return made.flatMap(({ column, pieces }, index): Shape[] => {
        const place = boxes[index] as Box;
        const title = paragraph(toRuns(column.title, 'columnTitle'), 'columnTitle', scale);
        const top = place.y + below + head + below;
        const inside = stack(pieces, { ...place, y: top, h: place.y + place.h - top }, scale).shapes;
        return [
          {
            kind: 'line',
            name: `${name} ${index + 1} rule`,
            box: { ...place, h: 0 },
            colour: 'primary',
            width: 1.5,
          },
          {
            kind: 'text',
            name: `${name} ${index + 1} title`,
            box: { ...place, y: place.y + below, h: head },
            paragraphs: [title],
            anchor: 'top',
            insets: noInsets,
            outline: 'rect',
          },
          ...inside.map((shape) => ({ ...shape, name: `${name} ${index + 1} ${shape.name.toLowerCase()}` })),
        ];
      });
    },
  };
}
