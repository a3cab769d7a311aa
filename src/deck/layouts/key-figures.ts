/** Layer 3. Tiles share the height of the slide; what else there is stands above or below them. */
import type { Layout } from '../layout.js';
import { arrangeStacked } from './stacked.js';

export const keyFigures: Layout = {
  title: 'Key figures',
  master: 'content',
  cites: true,
  full: 'alike',
  arrange: (section, context) => arrangeStacked(section.blocks, context),
};
