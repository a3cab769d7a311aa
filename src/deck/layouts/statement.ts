/** Layer 3. One sentence, large, with a bar at its side; what supports it below. */
import type { Layout } from '../layout.js';
import { prose } from '../pieces/prose.js';
import { arrangeSetApart } from './set-apart.js';
import { arrangeStacked } from './stacked.js';

export const statement: Layout = {
  title: 'Statement',
  master: 'content',
  cites: true,
  full: 'stacked',
  arrange(section, context) {
    const [first, ...rest] = section.blocks;
    if (first?.kind !== 'paragraph' && first?.kind !== 'quote')
      return arrangeStacked(section.blocks, context);
    const large = prose(first.kind === 'quote' ? first.blocks : [first], 'statement', 'Statement');
    return arrangeSetApart(large, rest, 'support', context);
  },
};
