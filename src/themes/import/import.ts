/** Layer 2. From the bytes of a brand's template to a theme.yaml and its logo. */

import { luminance } from '../../contrast.js';
import { type Light, type LightIn, readLight, shareOf } from '../backdrop.js';
import { readableOn } from '../contrast.js';
import { type FontScript, familyOf } from '../families.js';
import { type Brand, readBrand } from './brand.js';
import { type ImportedLayout, layoutOf, readableOnBackdrop } from './layout.js';
import { type Roles, rolesOf } from './roles.js';
import { writeTheme } from './write.js';

export interface ImportedTheme {
  /** theme.yaml, with comments. */
  readonly text: string;
  /** Logo and backdrop, beside the theme, by the names that the theme gives them. */
  readonly pictures: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  /** For the person who imports: what was repaired, guessed or left out. */
  readonly notes: readonly string[];
}

/**
 * @param bytes of a .pptx, .potx or .thmx
 * @param names of the file that was read, as comments say it, and of the theme to be written, for its logo
 * @throws {FindingsError} where the file is no such package or holds no theme
 */
export async function importTheme(
  bytes: Uint8Array,
  names: { readonly from: string; readonly theme: string },
): Promise<ImportedTheme> {
  const brand = readBrand(bytes);
  const onPicture = await overBackdrop(brand);
  const { colors, notes } = onPicture ?? rolesOf(brand);
  const layout = onPicture ?? layoutOf(brand, colors);
  const fonts = {
    latin: fontFor('latin', [brand.fonts.body, brand.fonts.heading], 'Arial'),
    eastAsian: fontFor('eastAsian', [brand.fonts.eastAsian, brand.fonts.hans], 'Microsoft YaHei'),
  };
  const said = [...notes, ...fontNotes(brand, fonts), ...(onPicture ? [] : layout.notes)];
  const logo = brand.logo && {
    name: `${names.theme}-logo.${brand.logo.type === 'png' ? 'png' : 'jpg'}`,
    bytes: brand.logo.bytes,
  };
  if (brand.refusedLogo)
    said.push(`logo: ${brand.refusedLogo}; export it as PNG or JPEG and name it under logo:`);
  const backdrop = onPicture &&
    brand.backdrop && {
      name: `${names.theme}-backdrop.${brand.backdrop.type === 'png' ? 'png' : 'jpg'}`,
      bytes: brand.backdrop.bytes,
    };
  const text = writeTheme({
    colors,
    fonts,
    logo: logo?.name,
    backdrop: backdrop?.name,
    layout: layout.layout,
    head: [
      `Taken from ${names.from}${brand.name ? `, theme "${brand.name}"` : ''}.`,
      ...said.map((note) => `- ${note}`),
    ],
  });
  return { text, pictures: [logo, backdrop].filter((picture) => picture !== undefined), notes: said };
}

/** Colours and layout for the brand's picture behind its slides; undefined where it has none that text can be read on. */
async function overBackdrop(brand: Brand): Promise<(Roles & ImportedLayout) | undefined> {
  const lightIn = brand.backdrop && (await readLight(brand.backdrop));
  const light = lightIn && lightBehind(brand, lightIn);
  if (!light) return undefined;
  const roles = rolesOf(brand, light);
  const layout = readableOnBackdrop(layoutOf(brand, roles.colors), roles.colors, lightIn);
  return layout && { ...roles, ...layout, notes: [...roles.notes, ...layout.notes] };
}

/** Of the picture behind title and content, where one text colour can be read on all of it. */
function lightBehind({ drawn, slide }: Brand, lightIn: LightIn): Light | undefined {
  const boxes = [drawn?.body.box, drawn?.title.box].filter((box) => box !== undefined);
  const lights = boxes.map((box) => lightIn(shareOf(box, slide)));
  const [body] = lights;
  if (!body) return undefined;
  const byLight = lights
    .flatMap(({ lightest, darkest }) => [lightest, darkest])
    .sort((a, b) => luminance(a) - luminance(b));
  const light = { mean: body.mean, darkest: byLight[0] as string, lightest: byLight.at(-1) as string };
  const text = drawn?.body.colour ?? '#000000';
  return readableOn(text, Object.values(light)) ? light : undefined;
}

/** What a theme may name; the rest would be refused when it is read. */
const isName = (name: string): boolean => /^[\p{L}\p{N} ._-]{1,60}$/u.test(name) && name.trim() !== '';

/** A weight is a face of its family: Office finds it by the family's name, too. */
const weight = / (Thin|Light|Book|Medium|Semi-?bold|Demi-?bold|Bold|Extra-?bold|Heavy|Black)$/i;

/** As the font itself is named, without a weight where the family is known. */
const canonical = (name: string): string =>
  (familyOf(name) ?? familyOf(name.replace(weight, '')))?.name ?? name;

/** The first that is a name and no font of the other script: LibreOffice writes one font for all of them. */
function fontFor(script: FontScript, wanted: readonly string[], otherwise: string): string {
  const found = wanted.filter(isName).map(canonical);
  return found.find((name) => (familyOf(name)?.script ?? script) === script) ?? otherwise;
}

function fontNotes({ fonts }: Brand, { latin, eastAsian }: { latin: string; eastAsian: string }): string[] {
  return [
    ...(fonts.heading && canonical(fonts.heading) !== latin
      ? [`fonts: titles of the brand are set in ${fonts.heading}; a theme has one Latin font, ${latin}`]
      : []),
    ...(familyOf(latin)
      ? []
      : [`fonts: no platform is known to have ${latin}; readers without it see another`]),
    ...(fonts.eastAsian || fonts.hans
      ? []
      : [`fonts: the brand names no Chinese font; ${eastAsian} is taken`]),
  ];
}
