/** Layer 1. Colours of DrawingML as a page's theme gives them, as `#RRGGBB`. */
import { child, elements, type XmlElement } from '../xml.js';
import type { OfficeFile } from './file.js';

/** What the names of a scheme (tx1, accent1) stand for on a page. */
export type Scheme = (name: string) => string | undefined;

/** @param parts the page itself first, then its layout, its master */
export function schemeOf(file: OfficeFile, parts: readonly string[]): Scheme {
  const trees = parts.map((part) => file.tree(part));
  const map =
    trees.map((tree) => child(tree, 'p:clrMapOvr', 'a:overrideClrMapping')).find(Boolean) ??
    child(trees.at(-1), 'p:clrMap');
  const theme = file.tree(file.related(parts.at(-1) ?? '', 'theme')[0] ?? '');
  const colours = child(theme, 'a:themeElements', 'a:clrScheme');
  /** Every run asks. */
  const known = new Map<string, string | undefined>();
  const find = (name: string): string | undefined => {
    const entry = child(colours, `a:${map?.attributes.get(name) ?? name}`);
    const [colour] = entry ? elements(entry) : [];
    return colour && colourOf(colour, () => undefined);
  };
  return (name) => {
    if (!known.has(name)) known.set(name, find(name));
    return known.get(name);
  };
}

/** Undefined for what is transparent or depends on more than the theme. */
export function colourOf(colour: XmlElement, scheme: Scheme): string | undefined {
  const value = colour.attributes.get('val') ?? '';
  let found: string | undefined;
  if (colour.name === 'a:srgbClr') found = `#${value}`;
  else if (colour.name === 'a:sysClr') found = `#${colour.attributes.get('lastClr')}`;
  else if (colour.name === 'a:schemeClr') found = scheme(value);
  for (const change of elements(colour)) {
    const share = Number(change.attributes.get('val')) / 100_000;
    if (found === undefined) return undefined;
    if (change.name === 'a:lumMod') found = withLightness(found, (lightness) => lightness * share);
    else if (change.name === 'a:lumOff') found = withLightness(found, (lightness) => lightness + share);
    else return undefined;
  }
  return found !== undefined && /^#[0-9A-Fa-f]{6}$/.test(found) ? found.toUpperCase() : undefined;
}

/** Hue and saturation kept, as ECMA-376 (20.1.2.3.20) has it. */
function withLightness(colour: string, change: (lightness: number) => number): string {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [low, high] = [Math.min(...rgb), Math.max(...rgb)];
  const before = (low + high) / 2;
  const after = Math.min(1, Math.max(0, change(before)));
  // Of a colour of given hue and saturation, the distance of each channel from the lightness grows with the room around it.
  const room = (lightness: number): number => 1 - Math.abs(2 * lightness - 1);
  const stretch = room(before) === 0 ? 0 : room(after) / room(before);
  const digits = rgb
    .map((value) => Math.round(Math.min(1, Math.max(0, after + (value - before) * stretch)) * 255))
    .map((value) => value.toString(16).padStart(2, '0'));
  return `#${digits.join('')}`;
}

/** WCAG 2.2, 1.4.3: 3 for large text (18 pt and up, or bold and 14 pt and up), 4.5 for other. */
export const leastContrast = (sizePt: number, bold: boolean): number =>
  sizePt >= 18 || (bold && sizePt >= 14) ? 3 : 4.5;
