/** Layer 1. Whether a theme's text can be read on its grounds: contrast as WCAG 2.2 measures it. */
import type { Theme } from './theme.js';

type Name = Exclude<keyof Theme['colors'], 'series'>;

/** Which text stands on which ground. */
const pairs: readonly (readonly [text: Name, ground: Name])[] = [
  ['ink', 'paper'],
  ['ink', 'surface'],
  ['muted', 'paper'],
  ['muted', 'surface'],
  ['primary', 'paper'],
  ['primary', 'surface'],
  ['onPrimary', 'primary'],
];

/** WCAG 2.2, 1.4.3 for large text: what is less nobody can read from the back of a room. */
export const leastContrast = 3;

export interface FaintText {
  readonly text: Name;
  readonly ground: Name;
  /** 1 (the same colour) to 21 (black on white). */
  readonly contrast: number;
}

export function faintTexts(colors: Theme['colors']): FaintText[] {
  return pairs
    .map(([text, ground]) => ({ text, ground, contrast: contrastOf(colors[text], colors[ground]) }))
    .filter(({ contrast }) => contrast < leastContrast);
}

/** @param a `#RRGGBB`, as `b` is */
export function contrastOf(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of sRGB. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
