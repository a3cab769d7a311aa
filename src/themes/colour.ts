/**
 * Layer 2. What eyes make of a colour: contrast as WCAG 2.2 measures it, distance in OKLab, and what readers see who do
 * not see all colours. Colours are `#RRGGBB`.
 */

import { linear, luminance } from '../contrast.js';

export { contrastOf } from '../contrast.js';

type Triple = readonly [number, number, number];

/** The nearest colour that a screen has; what lies outside sRGB is cut off. */
function encoded(light: Triple): string {
  const channels = light.map((value) => {
    const kept = Math.min(1, Math.max(0, value));
    const sent = kept <= 0.0031308 ? kept * 12.92 : 1.055 * kept ** (1 / 2.4) - 0.055;
    return Math.round(sent * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('').toUpperCase()}`;
}

const times = (rows: readonly Triple[], [x, y, z]: Triple): Triple =>
  rows.map(([a, b, c]) => a * x + b * y + c * z) as unknown as Triple;

// Björn Ottosson, "A perceptual color space for image processing" (2020).
const toCones: readonly Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const conesToLab: readonly Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const labToCones: readonly Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const fromCones: readonly Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** Lightness from 0 to 1, then the axes green to red and blue to yellow. */
export type OkLab = Triple;

export const okLabOf = (colour: string): OkLab =>
  times(conesToLab, times(toCones, linear(colour)).map(Math.cbrt) as unknown as Triple);

export const fromOkLab = (lab: OkLab): string =>
  encoded(times(fromCones, times(labToCones, lab).map((cone) => cone ** 3) as unknown as Triple));

/** How colourful it is: 0 for greys, about 0.3 for the purest colours of a screen. */
export function chromaOf(colour: string): number {
  const [, a, b] = okLabOf(colour);
  return Math.hypot(a, b);
}

/** Distance in OKLab: 0.02 is just seen side by side, 1 is black and white. */
export function distanceOf(a: string, b: string): number {
  const [one, other] = [okLabOf(a), okLabOf(b)];
  return Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2]);
}

// Machado, Oliveira, Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009),
// severity 1, on linear light.
const protanopia: readonly Triple[] = [
  [0.152286, 1.052583, -0.204868],
  [0.114503, 0.786281, 0.099216],
  [-0.003882, -0.048116, 1.051998],
];
const deuteranopia: readonly Triple[] = [
  [0.367322, 0.860646, -0.227968],
  [0.280085, 0.672501, 0.047413],
  [-0.01182, 0.04294, 0.968881],
];

/** Ways in which a page is seen, each as a map of colours. */
export const sights = {
  'in full colour': (colour: string) => colour,
  'without green cones (deuteranopia)': (colour: string) => encoded(times(deuteranopia, linear(colour))),
  'without red cones (protanopia)': (colour: string) => encoded(times(protanopia, linear(colour))),
  'in grey print': (colour: string) => {
    const grey = luminance(colour);
    return encoded([grey, grey, grey]);
  },
} as const satisfies Record<string, (colour: string) => string>;
export type Sight = keyof typeof sights;
