/** Layer 3. A picture at the left, on three fifths of the width; what it tells at the right. */
import { bands, contentColumns } from '../grid.js';
import { joinArranged, type Layout } from '../layout.js';
import { stack } from '../piece.js';
import { isPicture, pictures } from '../pieces/pictures.js';
import { arrangeStacked } from './stacked.js';

export const chart: Layout = {
  title: 'Chart',
  master: 'content',
  cites: true,
  arrange(section, context) {
    const images = section.blocks.filter(isPicture);
    const rest = section.blocks.filter((block) => !isPicture(block));
    if (images.length !== 1) return arrangeStacked(section.blocks, context);
    if (rest.length === 0) return joinArranged(stack([pictures(images, 'middle')], bands.content));
    return joinArranged(
      stack([pictures(images)], contentColumns(1, 7)),
      stack(context.pieces(rest, { style: 'takeaway' }), { ...contentColumns(8, 12), ...inset }),
    );
  },
};

/** The text keeps a little more distance from the picture than a gutter. */
const right = contentColumns(8, 12);
const inset = { x: right.x + 0.2, w: right.w - 0.2 };
