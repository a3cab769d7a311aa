/** Layer 3. One piece below the other: what any sequence of blocks falls back to. */

import type { Block } from '../../document/document.js';
import { type Arranged, joinArranged, type LayoutContext } from '../layout.js';
import { stack } from '../piece.js';

export function arrangeStacked(blocks: readonly Block[], context: LayoutContext): Arranged {
  const pieces = context.pieces(blocks, { style: 'body', proseWidth: context.grid.span(10) });
  return joinArranged(stack(pieces, context.grid.bands.content, context.scale));
}
