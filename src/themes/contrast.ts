/** Layer 2. Whether a theme's text can be read on its grounds, and the nearest colour with which it can. */
import type { Theme } from '../document/theme.js';
import { contrastOf, distanceOf, fromOkLab, okLabOf } from './colour.js';

export type ColourName = Exclude<keyof Theme['colors'], 'series'>;

interface Pairing {
  readonly text: ColourName;
  readonly ground: ColourName;
  /** What stands there, in the decks, summaries and charts. */
  readonly where: string;
}

/** WCAG 2.2, 1.4.3: text below 18 points, or 14 in bold. Every pairing here has text as small as that somewhere. */
export const leastContrast = 4.5;

/** Every text with every ground on which a deck, a summary or a chart sets it. */
export const pairings: readonly Pairing[] = [
  { text: 'ink', ground: 'paper', where: 'running text' },
  { text: 'ink', ground: 'surface', where: 'labels of tiles' },
  { text: 'muted', ground: 'paper', where: 'sources, captions, footers' },
  { text: 'muted', ground: 'surface', where: 'second-language heads of tables' },
  { text: 'primary', ground: 'paper', where: 'titles, links and figures in text' },
  { text: 'primary', ground: 'surface', where: 'values of tiles, heads of tables' },
  { text: 'onPrimary', ground: 'primary', where: 'the cover, steps of a process' },
];

/** Colours that areas of a layout may have; `second` is the second of the series. */
export type GroundName = NonNullable<NonNullable<Theme['layout']>['grounds']>[number]['color'];

/** The colour of a ground by its name. */
export const groundColour = (colors: Theme['colors'], name: GroundName): string =>
  name === 'second' ? (colors.series[1] as string) : colors[name];

/**
 * The colour for a text on an area that a brand's layout draws: its own where that can be read there, else the first of
 * the theme's that can; the one with most contrast where none can, which `theme/contrast` says.
 */
export function inkOn(colors: Theme['colors'], ground: GroundName, own: ColourName): ColourName {
  const contrast = (name: ColourName): number => contrastOf(colors[name], groundColour(colors, ground));
  const names = [own, 'onPrimary', 'paper', 'ink', 'primary'] as const;
  const best = names.reduce((most, each) => (contrast(each) > contrast(most) ? each : most));
  return names.find((each) => contrast(each) >= leastContrast) ?? best;
}

export interface FaintText extends Pairing {
  /** 1 (the same colour) to 21 (black on white). */
  readonly contrast: number;
}

export function faintTexts(colors: Theme['colors']): FaintText[] {
  return pairings
    .map((pairing) => ({
      ...pairing,
      contrast: contrastOf(colors[pairing.text], colors[pairing.ground]),
    }))
    .filter(({ contrast }) => contrast < leastContrast);
}

/** The grounds on which a text of that name stands. */
export const groundsOf = (colors: Theme['colors'], text: ColourName): string[] =>
  pairings.filter((pairing) => pairing.text === text).map(({ ground }) => colors[ground]);

/** Steps of lightness that are tried, finer than a channel's 256. */
const steps = 512;

/**
 * The colour nearest to `colour`, of its hue, that can be read on all of the grounds; itself where it can.
 * @returns undefined where no lightness does: the grounds lie too far apart
 */
export function readableOn(
  colour: string,
  grounds: readonly string[],
  least = leastContrast,
): string | undefined {
  const passes = (candidate: string): boolean =>
    grounds.every((ground) => contrastOf(candidate, ground) >= least);
  if (passes(colour)) return colour;
  const [, a, b] = okLabOf(colour);
  let nearest: string | undefined;
  for (let step = 0; step <= steps; step += 1) {
    const light = step / steps;
    // Towards black and white the hue fades, as the gamut does.
    const kept = Math.min(1, 4 * light, 4 * (1 - light));
    const candidate = fromOkLab([light, a * kept, b * kept]);
    if (!passes(candidate)) continue;
    if (nearest === undefined || distanceOf(candidate, colour) < distanceOf(nearest, colour))
      nearest = candidate;
  }
  return nearest;
}
