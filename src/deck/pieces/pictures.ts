/** Layer 3. Charts and images: neighbours stand side by side, each as large as its proportions allow. */

import { sizeOf as formatSize } from '../../document/chart.js';
import type { Block } from '../../document/document.js';
import type { Box, PictureShape } from '../model.js';
import type { Piece } from '../piece.js';
import { contain, sideBySide } from '../sharing.js';

export type PictureBlock = Extract<Block, { kind: 'chart' | 'image' }>;

export const isPicture = (block: Block): block is PictureBlock =>
  block.kind === 'chart' || block.kind === 'image';

const gap = 0.4;
/** A chart lower than this cannot be read. */
const leastHeight = 1.9;

const sizeOf = (block: PictureBlock): { width: number; height: number } =>
  block.kind === 'chart' ? formatSize('slide') : block.image;

function shapeOf(block: PictureBlock, box: Box): PictureShape {
  return block.kind === 'chart'
    ? {
        kind: 'picture',
        name: `Chart ${block.chart.id}`,
        box,
        picture: { chart: block.chart.id },
        alt: block.chart.alt,
        altFigures: block.chart.altFigures,
      }
    : {
        kind: 'picture',
        name: 'Picture',
        box,
        picture: { image: block.image },
        alt: block.alt,
        altFigures: block.altFigures,
      };
}

export function pictures(blocks: readonly PictureBlock[], at: 'left' | 'middle' = 'left'): Piece {
  return {
    name: 'Chart',
    space: 0.3,
    need(width) {
      const boxes = sideBySide({ x: 0, y: 0, w: width, h: 1000 }, blocks.length, gap);
      const most = Math.max(
        ...blocks.map((block, index) => contain(boxes[index] as Box, sizeOf(block), at).h),
      );
      return { height: Math.min(leastHeight, most), most, tooWide: 0 };
    },
    place(box): PictureShape[] {
      const boxes = sideBySide(box, blocks.length, gap);
      return blocks.map((block, index) => shapeOf(block, contain(boxes[index] as Box, sizeOf(block), at)));
    },
  };
}
