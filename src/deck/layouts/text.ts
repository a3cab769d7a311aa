/** Layer 3. Text: an opening paragraph stands large at the left, what follows it at the right. */
import { contentColumns } from '../grid.js';
import { joinArranged, type Layout } from '../layout.js';
import { stack } from '../piece.js';
import { isProse, prose } from '../pieces/prose.js';
import { arrangeStacked } from './stacked.js';

export const text: Layout = {
  title: 'Text',
  master: 'content',
  cites: true,
  arrange(section, context) {
    const [lead, ...rest] = section.blocks;
    const split = lead?.kind === 'paragraph' && rest.length > 0 && rest.every(isProse);
    if (!split) return arrangeStacked(section.blocks, context);
    return joinArranged(
      stack([prose([lead], 'lead', 'Lead')], contentColumns(1, 4)),
      stack(context.pieces(rest, { style: 'body' }), contentColumns(6, 12)),
    );
  },
};
