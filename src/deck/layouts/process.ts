/** Layer 3. A chain of arrows as wide as the slide, with text above or below. */
import type { Layout } from '../layout.js';
import { arrangeStacked } from './stacked.js';

export const process: Layout = {
  title: 'Process',
  master: 'content',
  cites: true,
  full: 'alike',
  arrange: (section, context) => arrangeStacked(section.blocks, context),
};
