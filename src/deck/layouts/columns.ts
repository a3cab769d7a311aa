/** Layer 3. Two to four columns as wide as the slide, with text above or below. */
import type { Layout } from '../layout.js';
import { arrangeStacked } from './stacked.js';

export const columns: Layout = {
  title: 'Columns',
  master: 'content',
  cites: true,
  full: 'alike',
  arrange: (section, context) => arrangeStacked(section.blocks, context),
};
