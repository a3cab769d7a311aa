/** Layer 3. Text: an opening paragraph stands large at the left, what follows it at the right. */
import { gutter } from '../grid.js';
import { joinArranged, type Layout } from '../layout.js';
import type { Shape } from '../model.js';
import { stack } from '../piece.js';
import { isProse, prose } from '../pieces/prose.js';
import { arrangeStacked } from './stacked.js';

export const text: Layout = {
  title: 'Text',
  master: 'content',
  cites: true,
  full: 'stacked',
  arrange(section, context) {
    const [lead, ...rest] = section.blocks;
    const split = lead?.kind === 'paragraph' && rest.length > 0 && rest.every(isProse);
    if (!split) return arrangeStacked(section.blocks, context);
    const { betweenColumns, columnLeft, bands } = context.grid;
    const { content } = bands;
    const opening = stack([prose([lead], 'lead', 'Lead')], betweenColumns(content, 1, 4));
    const body = stack(context.pieces(rest, { style: 'body' }), betweenColumns(content, 6, 12));
    const bottom = Math.max(
      ...[...opening.shapes, ...body.shapes].map(({ box }) => box.y + box.h),
      content.y,
    );
    const rule: Shape = {
      kind: 'line',
      name: 'Divider',
      box: {
        x: columnLeft(5) + gutter,
        y: content.y,
        w: 0,
        h: Math.min(bottom, content.y + content.h) - content.y,
      },
      colour: 'line',
      width: 1,
    };
    return joinArranged(opening, { shapes: [rule] }, body);
  },
};
