/** Layer 3. Events on an axis as wide as the slide, with text above or below. */
import type { Layout } from '../layout.js';
import { arrangeStacked } from './stacked.js';

export const timeline: Layout = {
  title: 'Timeline',
  master: 'content',
  cites: true,
  full: 'alike',
  arrange: (section, context) => arrangeStacked(section.blocks, context),
};
