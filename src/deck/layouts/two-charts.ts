/** Layer 3. Two pictures side by side. Text that follows each stands below it, other text below both or above. */
import type { Block } from '../../document/document.js';
import { betweenColumns } from '../grid.js';
import { joinArranged, type Layout } from '../layout.js';
import { stack, stackScale } from '../piece.js';
import { isPicture, pictures } from '../pieces/pictures.js';
import { arrangeStacked } from './stacked.js';

/** A picture with the text below it. */
interface Half {
  readonly picture: Block & { readonly kind: 'chart' | 'image' };
  readonly text: readonly Block[];
}

/** Two pictures with text of their own; undefined where the blocks are others. */
function halvesOf(blocks: readonly Block[]): [Half, Half] | undefined {
  const [first, second, ...more] = blocks.flatMap((block, index) => (isPicture(block) ? [index] : []));
  if (first !== 0 || second === undefined || more.length > 0) return undefined;
  const half = (from: number, to: number): Half => ({
    picture: blocks[from] as Half['picture'],
    text: blocks.slice(from + 1, to),
  });
  const halves: [Half, Half] = [half(0, second), half(second, blocks.length)];
  return halves.every(({ text }) => text.length > 0) ? halves : undefined;
}

export const twoCharts: Layout = {
  title: 'Two charts',
  master: 'content',
  cites: true,
  full: 'alike',
  arrange(section, context) {
    const halves = halvesOf(section.blocks);
    if (!halves) return arrangeStacked(section.blocks, context);
    const { content } = context.bands;
    const boxes = [betweenColumns(content, 1, 6), betweenColumns(content, 7, 12)] as const;
    const pieces = halves.map(({ picture, text }) => [
      pictures([picture]),
      ...context.pieces(text, { style: 'takeaway' }),
    ]);
    const scale =
      context.scale ?? Math.min(...pieces.map((half, index) => stackScale(half, boxes[index as 0 | 1])));
    return joinArranged(...pieces.map((half, index) => stack(half, boxes[index as 0 | 1], scale)));
  },
};
