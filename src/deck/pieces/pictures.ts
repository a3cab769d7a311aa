/** Layer 3. Charts and images: neighbours stand side by side. Charts fill their places, images keep their proportions. */
import type { Block } from '../../document/document.js';
import { chartBox, chartProportions, formatIn } from '../chart-format.js';
import type { Box, PictureShape } from '../model.js';
import type { Piece } from '../piece.js';
import { contain, sideBySide } from '../sharing.js';

export type PictureBlock = Extract<Block, { kind: 'chart' | 'image' }>;

export const isPicture = (block: Block): block is PictureBlock =>
  block.kind === 'chart' || block.kind === 'image';

const gap = 0.4;
/** A chart lower than this cannot be read. */
const leastHeight = 2;
function shapeOf(block: PictureBlock, place: Box, at: 'left' | 'middle'): PictureShape {
  if (block.kind === 'image')
    return {
      kind: 'picture',
      name: 'Picture',
      box: contain(place, block.image, at),
      picture: { image: block.image },
      alt: block.alt,
      altFigures: block.altFigures,
    };
  const { chart } = block;
  const box = chartBox(place, at);
  return {
    kind: 'picture',
    name: `Chart ${chart.id}`,
    box,
    picture: { chart, format: formatIn(box) },
    alt: chart.alt,
    altFigures: chart.altFigures,
  };
}

const mostHeight = (block: PictureBlock, width: number): number =>
  block.kind === 'chart' ? width / chartProportions.least : (block.image.height / block.image.width) * width;

export function pictures(blocks: readonly PictureBlock[], at: 'left' | 'middle' = 'left'): Piece {
  return {
    name: 'Chart',
    space: 0.3,
    need(width) {
      const [box] = sideBySide({ x: 0, y: 0, w: width, h: 0 }, blocks.length, gap);
      const most = Math.max(...blocks.map((block) => mostHeight(block, (box as Box).w)));
      return { height: Math.min(leastHeight, most), most, tooWide: 0 };
    },
    place(box): PictureShape[] {
      const boxes = sideBySide(box, blocks.length, gap);
      return blocks.map((block, index) => shapeOf(block, boxes[index] as Box, at));
    },
  };
}
