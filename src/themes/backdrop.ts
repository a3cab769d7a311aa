/**
 * Layer 2. How light a picture is behind text: its mean colour, and its lightest and darkest places. Text is held to all
 * three, since a theme's paper is one colour and a picture is many.
 */
import { contrastOf, luminance } from '../contrast.js';
import type { EmbeddedImage } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import { leastContrast } from './contrast.js';
import { type Places, placesOf } from './layout/places.js';
import type { Box, Size } from './layout/sheet.js';

/** Colours as `#RRGGBB`. */
export interface Light {
  readonly mean: string;
  /** Of the places that are lighter, or darker, than nearly all others: a few specks do no harm. */
  readonly lightest: string;
  readonly darkest: string;
}

/** A part of the picture, in shares of its width and height. */
export type LightIn = (box: Box) => Light;

/** Small enough to be quick, with several points behind every word. */
const sampled = 160;
const specks = 0.01;

/** @returns undefined of a picture that cannot be decoded */
export async function readLight(image: EmbeddedImage): Promise<LightIn | undefined> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const height = Math.max(1, Math.round((sampled * image.height) / image.width));
  const context = createCanvas(sampled, height).getContext('2d');
  try {
    context.drawImage(await loadImage(Buffer.from(image.bytes)), 0, 0, sampled, height);
  } catch {
    return undefined;
  }
  return (box) => {
    const x = Math.floor(Math.max(0, box.x) * sampled);
    const y = Math.floor(Math.max(0, box.y) * height);
    const w = Math.max(1, Math.min(sampled - x, Math.ceil(box.w * sampled)));
    const h = Math.max(1, Math.min(height - y, Math.ceil(box.h * height)));
    return lightOf(context.getImageData(x, y, w, h).data);
  };
}

/** @param data four bytes a point: red, green, blue, opacity; what lies under it is white */
function lightOf(data: Uint8ClampedArray): Light {
  const colours: string[] = [];
  const sums = [0, 0, 0];
  for (let at = 0; at < data.length; at += 4) {
    const opacity = (data[at + 3] as number) / 255;
    const channels = [0, 1, 2].map((offset) =>
      Math.round((data[at + offset] as number) * opacity + 255 * (1 - opacity)),
    );
    for (const [index, value] of channels.entries()) sums[index] = (sums[index] as number) + value;
    colours.push(hex(channels));
  }
  const sorted = colours.sort((a, b) => luminance(a) - luminance(b));
  const at = (share: number): string => sorted[Math.round((sorted.length - 1) * share)] as string;
  return {
    mean: hex(sums.map((sum) => Math.round(sum / colours.length))),
    darkest: at(specks),
    lightest: at(1 - specks),
  };
}

const hex = (channels: readonly number[]): string =>
  `#${channels
    .map((value) => value.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase()}`;

/** In shares of a slide. */
export const shareOf = ({ x, y, w, h }: Box, slide: Size): Box => ({
  x: x / slide.w,
  y: y / slide.h,
  w: w / slide.w,
  h: h / slide.h,
});

/** What is printed on the backdrop itself, with where it is; texts on areas of colour are elsewhere. */
function textsOnBackdrop(layout: Theme['layout']): readonly [name: keyof Places, box: Box][] {
  const { places } = placesOf(layout, 2);
  const names = ['title', 'content', 'sources', 'footer', 'date', 'number'] as const;
  return names.flatMap((name): [keyof Places, Box][] => {
    const box = places[name];
    const covered =
      box &&
      places.grounds.some(
        (ground) =>
          ground.x <= box.x &&
          ground.y <= box.y &&
          ground.x + ground.w >= box.x + box.w &&
          ground.y + ground.h >= box.y + box.h,
      );
    return box && !covered ? [[name, shareOf(box, places.sheet)]] : [];
  });
}

/** Texts of a theme that cannot be read on the backdrop: where, which, on what, and how well. */
export function faintOnBackdrop(
  { colors, layout }: Pick<Theme, 'colors' | 'layout'>,
  lightIn: LightIn,
): { name: keyof Places; text: 'ink' | 'muted' | 'primary'; ground: string; contrast: number }[] {
  return textsOnBackdrop(layout).flatMap(([name, box]) => {
    const { lightest, darkest } = lightIn(box);
    return textsIn(name).flatMap((text) =>
      [lightest, darkest]
        .map((ground) => ({ name, text, ground, contrast: contrastOf(colors[text], ground) }))
        .sort((a, b) => a.contrast - b.contrast)
        .slice(0, 1)
        .filter(({ contrast }) => contrast < leastContrast),
    );
  });
}

/** The colours of text that stand in each of those places. */
const textsIn = (name: keyof Places): readonly ('ink' | 'muted' | 'primary')[] =>
  name === 'title' ? ['primary'] : name === 'content' ? ['ink', 'muted', 'primary'] : ['muted'];
