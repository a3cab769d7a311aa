/**
 * Layer 2. A brand's colours in the roles of a theme. The scheme is asked, and the master, since many a template leaves
 * the scheme as the program wrote it and colours its shapes by hand. Where text could not be read, its colour moves to
 * the nearest that can, and that is said.
 */
import { mix } from '../../charts/colours.js';
import type { Theme } from '../../document/theme.js';
import type { Light } from '../backdrop.js';
import { chromaOf, contrastOf, distanceOf, fromOkLab, okLabOf } from '../colour.js';
import { leastContrast, readableOn } from '../contrast.js';
import { toldApart } from '../series.js';
import type { Brand } from './brand.js';
import { areaOf, groundOf } from './master.js';
import { isStock } from './scheme.js';

export interface Roles {
  readonly colors: Theme['colors'];
  /** For the person who imports: what was repaired, guessed or left out. */
  readonly notes: readonly string[];
}

type Repair = (role: string, colour: string, grounds: readonly string[]) => string;

/** Below it a colour is a grey to the eye. */
const leastChroma = 0.03;
/** Two colours of a brand that are nearer than this are one. */
const same = 0.08;

/** @param light of the picture behind the slides, where it is taken over */
export function rolesOf(brand: Brand, light?: Light): Roles {
  const notes: string[] = [];
  const repair: Repair = (role, colour, grounds) => {
    const readable = readableOn(colour, grounds);
    if (readable === undefined || readable === colour) return colour;
    const least = Math.min(...grounds.map((ground) => contrastOf(colour, ground)));
    notes.push(
      `${role}: ${colour} has a contrast of ${least.toFixed(1)} to 1 where it stands as text, too little to be read; it is ${readable} now`,
    );
    return readable;
  };
  const { paper, text } = light
    ? { paper: light.mean, text: textColour(brand) }
    : groundAndText(brand, notes);
  const places = light ? [light.lightest, light.darkest] : [];
  const surface = surfaceFor(brand, paper, text);
  const ink = repair('ink', text, [paper, surface, ...places]);
  const drawnPalette = paletteOf(brand, paper, ink);
  const palette = drawnPalette.length > 0 || !light ? drawnPalette : hueOf(light);
  const band = ownTitleGround(brand, paper);
  const strong = [band, ...palette, ink].filter((colour) => colour !== undefined);
  const grounds = [paper, surface, ...places];
  const primary = repair('primary', strong.find(staysItself(grounds)) ?? ink, grounds);
  const series = seriesFrom(primary, palette, paper, notes);
  const accent = palette.find((colour) => distanceOf(colour, primary) > 2 * same);
  const colors = {
    paper,
    surface,
    ink,
    muted: readableOn(mix(ink, paper, 0.7).toUpperCase(), grounds) ?? ink,
    line: mix(ink, paper, 0.18).toUpperCase(),
    primary,
    onPrimary: onPrimaryFor(brand, primary, paper),
    accent: accent ?? (series[1] as string),
    series,
  };
  return { colors, notes };
}

const textColour = ({ drawn, scheme, map }: Pick<Brand, 'drawn' | 'scheme' | 'map'>): string =>
  drawn?.body.colour ?? (scheme.get(map.get('tx1') ?? 'tx1') as string);

/** The paper behind running text, and that text's colour. */
function groundAndText(
  { drawn, scheme, map, slide }: Brand,
  notes: string[],
): { paper: string; text: string } {
  const slot = (name: string): string | undefined => scheme.get(map.get(name) ?? name);
  const text = textColour({ drawn, scheme, map });
  const plain = drawn?.background ?? (slot('bg1') as string);
  if (!drawn) return { paper: plain, text };
  const ground = groundOf(drawn, drawn.body.box);
  if (ground) return { paper: ground, text };
  const pictured = drawn.pictured || drawn.pictures.some(({ box }) => areaOf(box) >= slide.w * slide.h * 0.6);
  if (pictured && contrastOf(text, plain) >= 3)
    notes.push(
      'paper: a picture lies behind the slides, on parts of which text could not be read; not taken over',
    );
  if (!pictured || contrastOf(text, plain) >= 3) return { paper: plain, text };
  const grounds = ['bg1', 'tx1', 'bg2', 'tx2'].map(slot).filter((colour) => colour !== undefined);
  const paper = grounds.reduce((best, each) =>
    contrastOf(each, text) > contrastOf(best, text) ? each : best,
  );
  notes.push(
    `paper: a picture lies behind the slides, on parts of which text could not be read; ${paper} of the colour scheme is taken, on which the text (${text}) can be read`,
  );
  return { paper, text };
}

/** Whether a colour is still itself once it can be read as text: yellow on white is not. */
const staysItself =
  (grounds: readonly string[]) =>
  (colour: string): boolean => {
    const readable = readableOn(colour, grounds);
    return readable !== undefined && distanceOf(readable, colour) <= 0.2;
  };

function surfaceFor({ scheme, map }: Brand, paper: string, text: string): string {
  const second = scheme.get(map.get('bg2') ?? 'lt2');
  const isTint =
    second && !isStock(scheme) && distanceOf(second, paper) > 0.01 && distanceOf(second, paper) < 0.12;
  if (second && isTint && contrastOf(text, second) >= leastContrast && readableOn(text, [paper, second]))
    return second;
  const tint = mix(text, paper, 0.05).toUpperCase();
  if (readableOn(text, [paper, tint])) return tint;
  // On a paper of middling lightness the tint must lead away from the one side that text can be on.
  const away = contrastOf('#FFFFFF', paper) > contrastOf('#000000', paper) ? '#000000' : '#FFFFFF';
  return mix(away, paper, 0.08).toUpperCase();
}

/** Where titles stand on a band of their own, that is the brand's strongest colour. */
function ownTitleGround({ drawn }: Brand, paper: string): string | undefined {
  const ground = drawn && groundOf(drawn, drawn.title.box);
  return ground && distanceOf(ground, paper) > same ? ground : undefined;
}

/** A brand that draws with a picture alone: its hue, as dark and as strong as text and charts have it. */
function hueOf({ mean, darkest, lightest }: Light): string[] {
  if (chromaOf(mean) < leastChroma) return [];
  const [, a, b] = okLabOf(mean);
  const strength = Math.max(1, 0.09 / chromaOf(mean));
  const dark = contrastOf('#000000', mean) >= contrastOf('#FFFFFF', mean);
  const shade = fromOkLab([dark ? 0.38 : 0.88, a * strength, b * strength]);
  return [readableOn(shade, [mean, darkest, lightest]) ?? shade];
}

/** The colours of the brand, the most important first, none twice. */
function paletteOf({ drawn, scheme }: Brand, paper: string, ink: string): string[] {
  const accents = [1, 2, 3, 4, 5, 6].map((number) => scheme.get(`accent${number}`));
  const byArea = new Map<string, number>();
  for (const { box, colour } of drawn?.fills ?? [])
    byArea.set(colour, (byArea.get(colour) ?? 0) + areaOf(box));
  const fills = [...byArea].sort(([, a], [, b]) => b - a).map(([colour]) => colour);
  const title = drawn?.title.colour;
  const used = [title, drawn?.body.colour, ...fills].filter(
    (colour) => colour !== undefined && chromaOf(colour) >= leastChroma,
  );
  // Of a scheme that a program wrote by itself nothing is the brand's, unless the master draws nothing either.
  const draws = fills.length > 0 || drawn?.pictured || (drawn?.pictures.length ?? 0) > 0;
  const all = isStock(scheme) ? (used.length > 0 || draws ? used : accents) : [...accents, ...used];
  const found: string[] = [];
  for (const colour of all) {
    if (colour === undefined || distanceOf(colour, paper) < same) continue;
    if (chromaOf(colour) < leastChroma && distanceOf(colour, ink) < same) continue;
    if (found.every((other) => distanceOf(other, colour) >= same)) found.push(colour);
  }
  return found;
}

function onPrimaryFor({ drawn }: Brand, primary: string, paper: string): string {
  const wanted = [drawn?.title.colour, paper, '#FFFFFF', '#000000'].filter((colour) => colour !== undefined);
  return (
    wanted.find((colour) => contrastOf(colour, primary) >= leastContrast) ??
    (readableOn('#FFFFFF', [primary]) as string)
  );
}

const seriesLength = 5;

/** The primary, then what the brand has, then shades of it; each told apart from each by everyone, in grey print too. */
function seriesFrom(primary: string, palette: readonly string[], paper: string, notes: string[]): string[] {
  const series = [primary];
  const take = (colour: string): boolean => {
    const apart = series.every((other) => toldApart(other, colour)) && contrastOf(colour, paper) >= 1.3;
    if (apart) series.push(colour);
    return apart;
  };
  const left = palette.filter(
    (colour) => distanceOf(colour, primary) >= same && series.length < seriesLength && !take(colour),
  );
  if (left.length > 0)
    notes.push(
      `series: ${left.join(', ')} left out: in grey print or to the colour-blind as another colour of the charts`,
    );
  const shades = [primary, ...palette].flatMap((colour) => {
    const [, a, b] = okLabOf(colour);
    return [0.35, 0.5, 0.62, 0.74, 0.84].map((light) => fromOkLab([light, a * 0.6, b * 0.6]));
  });
  const greys = Array.from({ length: 30 }, (_, step) => fromOkLab([0.1 + step * 0.03, 0, 0]));
  for (const shade of [...shades, ...greys]) if (series.length < seriesLength) take(shade);
  return series;
}
