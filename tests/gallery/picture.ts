/** Two pictures held against each other, with tolerance for what differs from machine to machine. */
import { createCanvas, loadImage } from '@napi-rs/canvas';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha, row by row. */
  readonly data: Uint8ClampedArray;
}

export async function readPng(bytes: Uint8Array): Promise<Picture> {
  const image = await loadImage(Buffer.from(bytes));
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { width, height, data: context.getImageData(0, 0, width, height).data };
}

export interface Tolerance {
  /** Side of the squares whose mean colours are compared, in pixels. */
  readonly block: number;
  /** How far a channel may be off, of 255. */
  readonly channel: number;
  /** Which share of the squares may be off by more. */
  readonly share: number;
}

export const tolerances = {
  /**
   * The same LibreOffice: pixel by pixel. Another version of poppler smooths letters a little differently; a line of the
   * smallest print that is gone is more than this.
   */
  sameOffice: { block: 1, channel: 64, share: 0.001 },
  /** Another LibreOffice breaks some lines elsewhere: panels, pictures and blocks of text stand where they stood. */
  otherOffice: { block: 16, channel: 48, share: 0.06 },
} as const satisfies Record<string, Tolerance>;

/** What share of the squares differs, and whether that is too much. Pictures of another size differ in all of them. */
export function compare(
  one: Picture,
  other: Picture,
  tolerance: Tolerance,
): { share: number; same: boolean } {
  if (one.width !== other.width || one.height !== other.height) return { share: 1, same: false };
  const { block, channel } = tolerance;
  let all = 0;
  let off = 0;
  for (let top = 0; top < one.height; top += block) {
    for (let left = 0; left < one.width; left += block) {
      all += 1;
      if (distance(one, other, left, top, block) > channel) off += 1;
    }
  }
  const share = all === 0 ? 0 : off / all;
  return { share, same: share <= tolerance.share };
}

/** How far apart the mean colours of a square are, in the channel where that is most. */
function distance(one: Picture, other: Picture, left: number, top: number, block: number): number {
  const { width, height, data } = one;
  const [right, bottom] = [Math.min(left + block, width), Math.min(top + block, height)];
  let [red, green, blue] = [0, 0, 0];
  for (let y = top; y < bottom; y += 1) {
    for (let at = (y * width + left) * 4; at < (y * width + right) * 4; at += 4) {
      red += (data[at] as number) - (other.data[at] as number);
      green += (data[at + 1] as number) - (other.data[at + 1] as number);
      blue += (data[at + 2] as number) - (other.data[at + 2] as number);
    }
  }
  return Math.max(Math.abs(red), Math.abs(green), Math.abs(blue)) / ((right - left) * (bottom - top));
}
