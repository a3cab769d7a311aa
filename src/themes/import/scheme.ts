/** Layer 2. The colour scheme of a theme part, and colours as shapes and text give them (ECMA-376 part 1, 20.1.2.3). */
import { child, elements, type XmlElement } from '../../ooxml/xml.js';

/** From a slot (`dk1`, `accent3`) to `#RRGGBB`. */
export type Scheme = ReadonlyMap<string, string>;
/** From the names that slides use (`bg1`, `tx1`) to slots. */
export type ColourMap = ReadonlyMap<string, string>;

export function schemeOf(theme: XmlElement): Scheme {
  const slots = child(theme, 'a:themeElements', 'a:clrScheme');
  const found = new Map<string, string>();
  for (const slot of slots ? elements(slots) : []) {
    const colour = colourIn(slot, new Map(), new Map());
    if (colour) found.set(slot.name.replace(/^.*:/, ''), colour);
  }
  return found;
}

const systemColours: Readonly<Record<string, string>> = { windowText: '000000', window: 'FFFFFF' };
const presets: Readonly<Record<string, string>> = { black: '000000', white: 'FFFFFF' };

/**
 * The colour that an element (a fill, a slot of the scheme) holds, with its changes of lightness; how far it lets
 * through is left out.
 * @returns undefined of none, or of kinds that masters hardly use (scRGB, HSL)
 */
export function colourIn(
  element: XmlElement | undefined,
  scheme: Scheme,
  map: ColourMap,
): string | undefined {
  const colour = element && elements(element)[0];
  if (!colour) return undefined;
  const value = colour.attributes.get('val') ?? '';
  let base: string | undefined;
  if (colour.name === 'a:srgbClr') base = value;
  else if (colour.name === 'a:sysClr') base = colour.attributes.get('lastClr') ?? systemColours[value];
  else if (colour.name === 'a:prstClr') base = presets[value];
  else if (colour.name === 'a:schemeClr') base = scheme.get(map.get(value) ?? value)?.slice(1);
  if (base === undefined || !/^[0-9A-Fa-f]{6}$/.test(base)) return undefined;
  return elements(colour).reduce(
    (done, { name, attributes }) => changed(done, name, Number(attributes.get('val')) / 100_000),
    `#${base.toUpperCase()}`,
  );
}

/** One change (20.1.2.3.20 and following), by a share from 0 to 1; others than those of lightness change nothing. */
function changed(colour: string, change: string, share: number): string {
  if (!Number.isFinite(share)) return colour;
  const { hue, saturation, light } = hslOf(colour);
  switch (change) {
    case 'a:lumMod':
      return fromHsl({ hue, saturation, light: light * share });
    case 'a:lumOff':
      return fromHsl({ hue, saturation, light: light + share });
    case 'a:shade':
      return fromHsl({ hue, saturation, light: light * share });
    case 'a:tint':
      return fromHsl({ hue, saturation, light: 1 - (1 - light) * share });
    default:
      return colour;
  }
}

interface Hsl {
  /** Turns, from 0 to 1. */
  readonly hue: number;
  readonly saturation: number;
  readonly light: number;
}

function hslOf(colour: string): Hsl {
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255) as [
    number,
    number,
    number,
  ];
  const [most, least] = [Math.max(r, g, b), Math.min(r, g, b)];
  const [light, range] = [(most + least) / 2, most - least];
  if (range === 0) return { hue: 0, saturation: 0, light };
  const sixth =
    most === r ? ((g - b) / range + 6) % 6 : most === g ? (b - r) / range + 2 : (r - g) / range + 4;
  return { hue: sixth / 6, saturation: range / (1 - Math.abs(2 * light - 1)), light };
}

function fromHsl({ hue, saturation, light }: Hsl): string {
  const kept = Math.min(1, Math.max(0, light));
  const reach = saturation * Math.min(kept, 1 - kept);
  const channel = (offset: number): string => {
    const at = (offset + hue * 12) % 12;
    const value = kept - reach * Math.max(-1, Math.min(at - 3, 9 - at, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${[0, 8, 4].map(channel).join('').toUpperCase()}`;
}

/** First accents of the schemes that Office and LibreOffice write where nobody chose one: 2007, 2013, 2016, 2023. */
const stockAccents: ReadonlySet<string> = new Set(['#4F81BD', '#5B9BD5', '#4472C4', '#156082', '#18A303']);

/** Whether the scheme is the one that a program writes by itself, so that it says nothing of a brand. */
export const isStock = (scheme: Scheme): boolean => stockAccents.has(scheme.get('accent1') ?? '');
