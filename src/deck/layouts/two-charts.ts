/** Layer 3. Two pictures side by side. Text that follows each stands below it, other text below both or above. */
import type { Block } from '../../document/document.js';
import { joinArranged, type Layout } from '../layout.js';
import { type Arrangement, stack, stackHeight, stackScale } from '../piece.js';
import { isPicture, pictures } from '../pieces/pictures.js';
import { arrangeStacked } from './stacked.js';

/** Between a picture and its text. */
const gap = 0.25;
/** Pictures are at least this high; the text gets smaller before they do. */
const leastPicture = 2.4;

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
    const { betweenColumns, bands } = context.grid;
    const { content } = bands;
    const boxes = [betweenColumns(content, 1, 6), betweenColumns(content, 7, 12)] as const;
    const texts = halves.map(({ text }) => context.pieces(text, { style: 'takeaway' }));
    const heightAt = (scale: number): number =>
      Math.max(...texts.map((text) => stackHeight(text, boxes[0].w, scale)));
    // All text in one size, beginning at one height.
    const most = content.h - leastPicture - gap;
    const scale =
      context.scale ?? Math.min(...texts.map((text) => stackScale(text, { ...boxes[0], h: most })));
    const above = Math.max(leastPicture, content.h - gap - heightAt(scale));
    const drawn = halves.map(({ picture }, index) =>
      stack([pictures([picture])], { ...boxes[index as 0 | 1], h: above }, scale),
    );
    const bottoms = drawn.flatMap(({ shapes }) => shapes.map(({ box }) => box.y + box.h));
    const top = Math.max(content.y, ...bottoms) + gap;
    const written = texts.map((text, index) =>
      stack(text, { ...boxes[index as 0 | 1], y: top, h: content.y + content.h - top }, scale),
    );
    return joinArranged(
      drawn[0] as Arrangement,
      written[0] as Arrangement,
      ...drawn.slice(1),
      ...written.slice(1),
    );
  },
};
