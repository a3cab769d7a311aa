/** Layer 3. A picture at the left, on three fifths of the width; what it tells at the right. */
import { betweenColumns, gutter } from '../grid.js';
import { joinArranged, type Layout } from '../layout.js';
import { stack } from '../piece.js';
import { isPicture, pictures } from '../pieces/pictures.js';
import { arrangeStacked } from './stacked.js';

export const chart: Layout = {
  title: 'Chart',
  master: 'content',
  cites: true,
  full: 'alike',
  arrange(section, context) {
    const images = section.blocks.filter(isPicture);
    const rest = section.blocks.filter((block) => !isPicture(block));
    if (images.length !== 1) return arrangeStacked(section.blocks, context);
    const { scale } = context;
    const { content } = context.bands;
    if (rest.length === 0) return joinArranged(stack([pictures(images, 'middle')], content, scale));
    const right = betweenColumns(content, 8, 12);
    return joinArranged(
      stack([pictures(images)], betweenColumns(content, 1, 7), scale),
      // The text keeps more distance from the picture than a gutter.
      stack(
        context.pieces(rest, { style: 'takeaway' }),
        { ...right, x: right.x + gutter, w: right.w - gutter },
        scale,
      ),
    );
  },
};
