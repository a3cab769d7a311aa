/** Layer 3. A divider: the headline of what follows, large, on a slide of its own. */
import { joinArranged, type Layout } from '../layout.js';
import { stack } from '../piece.js';

export const section: Layout = {
  title: 'Section',
  master: 'section',
  cites: false,
  full: 'stacked',
  arrange: ({ blocks }, context) =>
    joinArranged(stack(context.pieces(blocks, { style: 'sectionText' }), context.grid.section.text)),
};
