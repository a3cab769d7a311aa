/** Layer 3. A picture at the left, on about three fifths of the width; what it tells at the right. */
import { chartColumns } from '../chart-format.js';
import { gutter } from '../grid.js';
import { joinArranged, type Layout } from '../layout.js';
import type { Box } from '../model.js';
import { type Arrangement, opticalCentre, type Piece, stack, stackHeight, stackScale } from '../piece.js';
import { isPicture, pictures } from '../pieces/pictures.js';
import { arrangeStacked } from './stacked.js';

/** Text stands against the middle of its picture; on slides that go on, and where it is longer, against its head. */
function besidePicture(
  pieces: readonly Piece[],
  box: Box,
  picture: number,
  given: number | undefined,
): Arrangement {
  const scale = given ?? stackScale(pieces, box);
  const free = picture - stackHeight(pieces, box.w, scale);
  const lowered = given === undefined ? Math.max(0, free) * opticalCentre : 0;
  return stack(pieces, { ...box, y: box.y + lowered, h: box.h - lowered }, scale);
}

export const chart: Layout = {
  title: 'Chart',
  master: 'content',
  cites: true,
  full: 'alike',
  arrange(section, context) {
    const images = section.blocks.filter(isPicture);
    const rest = section.blocks.filter((block) => !isPicture(block));
    if (images.length !== 1) return arrangeStacked(section.blocks, context);
    const { grid, scale } = context;
    const { content } = grid.bands;
    if (rest.length === 0) return joinArranged(stack([pictures(images, 'middle')], content, scale));
    const columns = chartColumns(grid);
    const right = grid.betweenColumns(content, columns + 1, 12);
    const drawn = stack([pictures(images)], grid.betweenColumns(content, 1, columns), scale);
    const picture = Math.max(0, ...drawn.shapes.map(({ box }) => box.h));
    // The text keeps more distance from the picture than a gutter.
    const beside = { ...right, x: right.x + gutter, w: right.w - gutter };
    return joinArranged(
      drawn,
      besidePicture(context.pieces(rest, { style: 'takeaway' }), beside, picture, scale),
    );
  },
};
