/** Layer 3. The list of sources, with text above or below. It cites nothing, being what is cited. */
import type { Layout } from '../layout.js';
import { arrangeStacked } from './stacked.js';

export const sources: Layout = {
  title: 'Sources',
  master: 'content',
  cites: false,
  full: 'alike',
  arrange: (section, context) => arrangeStacked(section.blocks, context),
};
