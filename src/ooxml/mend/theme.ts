/** Layer 1. The theme part: the brand's colour scheme and fonts in place of the library's "Office". */
import { child, descendants, el, elements, type XmlElement } from '../xml.js';
import type { BrandColours, Mending } from './options.js';

/** The slots of a colour scheme in the order the schema gives, with `#RRGGBB` from the brand. */
function schemeOf(colors: BrandColours): [slot: string, colour: string][] {
  const others = colors.series.filter(
    (colour) => !same(colour, colors.primary) && !same(colour, colors.accent),
  );
  const accents = [colors.primary, colors.accent, ...others];
  return [
    ['dk1', colors.ink],
    ['lt1', colors.paper],
    ['dk2', colors.muted],
    ['lt2', colors.surface],
    // Six accents: a short series begins anew.
    ...Array.from({ length: 6 }, (_, index): [string, string] => [
      `accent${index + 1}`,
      accents[index % accents.length] as string,
    ]),
    ['hlink', colors.primary],
    ['folHlink', colors.muted],
  ];
}

const same = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();
const hex = (colour: string): string => colour.replace('#', '').toUpperCase();

export function mendTheme(theme: XmlElement, mending: Mending, name: string): void {
  theme.attributes.set('name', name);
  const parts = child(theme, 'a:themeElements');
  const scheme = child(parts, 'a:clrScheme');
  if (scheme && mending.colors) {
    scheme.attributes.set('name', name);
    const slots = schemeOf(mending.colors).map(([slot, colour]) =>
      el(`a:${slot}`, {}, [el('a:srgbClr', { val: hex(colour) })]),
    );
    scheme.children.splice(0, scheme.children.length, ...slots);
  }
  const fonts = child(parts, 'a:fontScheme');
  if (fonts) {
    fonts.attributes.set('name', name);
    for (const family of elements(fonts)) setFonts(family, mending);
  }
  for (const style of parts ? elements(parts, 'a:fmtScheme') : []) style.attributes.set('name', name);
  // The id of Microsoft's own "Office Theme" family: not this one.
  theme.children.splice(
    0,
    theme.children.length,
    ...elements(theme).filter((node) => node.name !== 'a:extLst'),
  );
}

/** Latin and East Asian in the theme itself; `Hans` is what Office takes where the theme names no East Asian font. */
function setFonts(family: XmlElement, mending: Mending): void {
  child(family, 'a:latin')?.attributes.set('typeface', mending.fonts.latin);
  child(family, 'a:ea')?.attributes.set('typeface', mending.fonts.eastAsian);
  child(family, 'a:cs')?.attributes.set('typeface', mending.fonts.latin);
  for (const font of elements(family, 'a:font')) {
    if (font.attributes.get('script') === 'Hans') font.attributes.set('typeface', mending.fonts.eastAsian);
  }
}

/** What a colour map calls the slots of a scheme. */
const mapped: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' };

/**
 * Which colour of the brand is which of the scheme's: so a deck follows when its colours are changed in PowerPoint.
 * @returns from RRGGBB to the name in the colour map; where two slots are equal the first
 */
export function schemeNames(colors: BrandColours): Map<string, string> {
  const names = new Map<string, string>();
  for (const [slot, colour] of schemeOf(colors)) {
    if (slot === 'hlink' || slot === 'folHlink' || names.has(hex(colour))) continue;
    names.set(hex(colour), mapped[slot] ?? slot);
  }
  return names;
}

/** Turns fixed colours into references to the scheme, where they are equal to one of it. */
export function refer(root: XmlElement, names: ReadonlyMap<string, string>): void {
  if (names.size === 0) return;
  for (const colour of descendants(root, 'a:srgbClr')) {
    const slot = names.get((colour.attributes.get('val') ?? '').toUpperCase());
    if (!slot) continue;
    colour.name = 'a:schemeClr';
    colour.attributes.set('val', slot);
  }
}
