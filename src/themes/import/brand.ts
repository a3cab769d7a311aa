/** Layer 2. A brand as its template has it: colours, fonts, logo, slide size and the places of its master's text. */
import { FindingsError } from '../../diagnostic.js';
import type { EmbeddedImage } from '../../document/document.js';
import { readPackage } from '../../ooxml/package.js';
import { Parts } from '../../ooxml/parts.js';
import { child, elements, type XmlElement } from '../../ooxml/xml.js';
import type { ZipLimits } from '../../ooxml/zip.js';
import { isWhole, measure } from '../../pictures/load.js';
import type { Box } from '../layout/sheet.js';
import { areaOf, type Drawn, type DrawnPicture, readDrawn } from './master.js';
import { type ColourMap, type Scheme, schemeOf } from './scheme.js';

export interface Brand {
  /** Of the theme part. */
  readonly name: string;
  readonly scheme: Scheme;
  readonly map: ColourMap;
  /** Undefined where the file has a theme and no master. */
  readonly drawn?: Drawn | undefined;
  /** As the theme part and the master write them; empty where they do not. */
  readonly fonts: {
    readonly heading: string;
    readonly body: string;
    readonly eastAsian: string;
    readonly hans: string;
  };
  readonly slide: { readonly w: number; readonly h: number };
  readonly logo?: EmbeddedImage | undefined;
  /** Where the master has it. */
  readonly logoBox?: Box | undefined;
  /** A picture over the whole slide, behind the text. */
  readonly backdrop?: EmbeddedImage | undefined;
  /** What looks like a logo and cannot be taken, with the reason. */
  readonly refusedLogo?: string | undefined;
}

/** Templates with many pictures are large; a bomb is larger. */
const limits: ZipLimits = { entries: 5_000, entryBytes: 64 * 2 ** 20, totalBytes: 256 * 2 ** 20 };

const emuPerInch = 914_400;
/** Of a .thmx without a presentation part: PowerPoint's own. */
const usualSlide = { w: 40 / 3, h: 7.5 };
const mostLogoBytes = 10_000_000;

/**
 * Reads a .pptx, .potx or .thmx. Where it has several masters, the one with most room for running text below a title
 * counts: LibreOffice makes a master of a title slide, too.
 * @throws {FindingsError} `ooxml/*` of a damaged or oversized package, `theme/no-theme` where it holds no theme
 */
export function readBrand(bytes: Uint8Array): Brand {
  const parts = new Parts(readPackage(bytes, limits));
  const masters = parts
    .names(/(^|\/)slideMasters\/[^/]+\.xml$/)
    .map((part) => readMaster(parts, part))
    .filter((master) => master !== undefined);
  const presentation = parts.names(/(^|\/)presentation\.xml$/)[0];
  const slide = slideSize(presentation === undefined ? undefined : parts.xml(presentation));
  const room = ({ drawn }: Master): number => roomFor(drawn, slide);
  const master = masters.sort((a, b) => room(b) - room(a))[0];
  const themePart = parts.names(/(^|\/)theme\/theme\d*\.xml$/)[0];
  const theme = master?.theme ?? (themePart === undefined ? undefined : parts.xml(themePart));
  const scheme = master?.scheme ?? (theme ? schemeOf(theme) : undefined);
  if (!theme || !scheme?.has('dk1') || !scheme.has('lt1')) throw new FindingsError([noTheme(parts)]);
  return {
    name: theme.attributes.get('name') ?? '',
    scheme,
    map: master?.map ?? colourMap(undefined),
    drawn: master?.drawn,
    fonts: fontsOf(theme, master?.drawn),
    slide,
    ...(master && findLogo(parts, master, slide)),
    backdrop: master && findBackdrop(parts, master, slide),
  };
}

/** Square inches for text on the slide; little where the title stands in the middle of it. */
function roomFor({ body, title }: Drawn, slide: { w: number; h: number }): number {
  if (!body.box) return 0;
  const { x, y, w, h } = body.box;
  const seen =
    Math.max(0, Math.min(slide.w, x + w) - Math.max(0, x)) *
    Math.max(0, Math.min(slide.h, y + h) - Math.max(0, y));
  const low = title.box && title.box.y + title.box.h / 2 > slide.h * 0.36;
  return low ? seen / 10 : seen;
}

interface Master {
  readonly part: string;
  readonly theme: XmlElement;
  readonly scheme: Scheme;
  readonly map: ColourMap;
  readonly drawn: Drawn;
}

/** @returns undefined of a master whose theme is missing */
function readMaster(parts: Parts, part: string): Master | undefined {
  const themePart = parts.related(part, 'theme').find((each) => parts.has(each));
  if (themePart === undefined) return undefined;
  const theme = parts.xml(themePart);
  const scheme = schemeOf(theme);
  const map = colourMap(parts.xml(part));
  return { part, theme, scheme, map, drawn: readDrawn(parts, part, scheme, map) };
}

const noTheme = (parts: Parts) =>
  ({
    code: 'theme/no-theme',
    severity: 'error',
    message: `the file holds no theme with a colour scheme, only ${parts.names().slice(0, 4).join(', ') || 'nothing'}`,
    expected: 'a .pptx, .potx or .thmx with a slide master',
    hint: 'save the template in PowerPoint or LibreOffice Impress, and give that file',
  }) as const;

function colourMap(master: XmlElement | undefined): ColourMap {
  const usual: [string, string][] = [
    ['bg1', 'lt1'],
    ['tx1', 'dk1'],
    ['bg2', 'lt2'],
    ['tx2', 'dk2'],
  ];
  return new Map([...usual, ...(child(master, 'p:clrMap')?.attributes ?? [])]);
}

function slideSize(presentation: XmlElement | undefined): { w: number; h: number } {
  const size = child(presentation, 'p:sldSz');
  const inches = (name: string): number => Number(size?.attributes.get(name)) / emuPerInch;
  const [w, h] = [inches('cx'), inches('cy')];
  // ST_SlideSizeCoordinate: from 1 to 56 inches.
  return w >= 1 && w <= 56 && h >= 1 && h <= 56 ? { w, h } : usualSlide;
}

function fontsOf(theme: XmlElement, drawn: Drawn | undefined): Brand['fonts'] {
  const scheme = child(theme, 'a:themeElements', 'a:fontScheme');
  const [major, minor] = [child(scheme, 'a:majorFont'), child(scheme, 'a:minorFont')];
  const face = (font: XmlElement | undefined, name: string): string =>
    child(font, name)?.attributes.get('typeface') ?? '';
  const written = (latin: string | undefined, otherwise: string): string => {
    if (latin === '+mj-lt') return face(major, 'a:latin');
    if (latin === '+mn-lt') return face(minor, 'a:latin');
    return latin || otherwise;
  };
  const hans = minor && elements(minor, 'a:font').find((font) => font.attributes.get('script') === 'Hans');
  return {
    heading: written(drawn?.title.latin, face(major, 'a:latin')),
    body: written(drawn?.body.latin, face(minor, 'a:latin')),
    eastAsian: face(minor, 'a:ea'),
    hans: hans?.attributes.get('typeface') ?? '',
  };
}

/** A picture that is no background: on the master, or else on the first layout that has one. */
function findLogo(
  parts: Parts,
  { part: master, drawn, scheme, map }: Master,
  slide: { readonly w: number; readonly h: number },
): Pick<Brand, 'logo' | 'logoBox' | 'refusedLogo'> {
  const layouts = parts.related(master, 'slideLayout').filter((layout) => parts.has(layout));
  let refusedLogo: string | undefined;
  for (const sheet of [undefined, ...layouts]) {
    const { pictures } = sheet === undefined ? drawn : readDrawn(parts, sheet, scheme, map);
    for (const { part, box } of pictures.filter(
      (picture) => isSmall(picture, slide) && parts.has(picture.part),
    )) {
      const bytes = parts.bytes(part);
      const image = measure(bytes);
      const whole = image && isWhole(bytes, image.type);
      if (image && whole && bytes.length <= mostLogoBytes)
        return { logo: { bytes, ...image }, ...(sheet === undefined && { logoBox: box }) };
      refusedLogo ??= !image
        ? `${part} is neither PNG nor JPEG`
        : whole
          ? `${part} has ${bytes.length} bytes`
          : `${part} ends before the picture does`;
    }
  }
  return { refusedLogo };
}

/** The picture of the background, or one that covers the slide. */
function findBackdrop(
  parts: Parts,
  { drawn }: Master,
  slide: { readonly w: number; readonly h: number },
): EmbeddedImage | undefined {
  const covers = ({ box: { x, y, w, h } }: DrawnPicture): boolean =>
    x < slide.w * 0.03 && y < slide.h * 0.03 && x + w > slide.w * 0.97 && y + h > slide.h * 0.97;
  const part = drawn.pictures.find(covers)?.part ?? drawn.behind;
  if (part === undefined || !parts.has(part)) return undefined;
  const bytes = parts.bytes(part);
  const image = measure(bytes);
  return image && bytes.length <= mostLogoBytes && isWhole(bytes, image.type)
    ? { bytes, ...image }
    : undefined;
}

/** At most a sixth of the slide and half as wide, and on it. */
function isSmall({ box }: DrawnPicture, slide: { w: number; h: number }): boolean {
  const within = (b: Box): boolean =>
    b.x > -0.1 && b.y > -0.1 && b.x + b.w < slide.w + 0.1 && b.y + b.h < slide.h + 0.1;
  return areaOf(box) > 0 && areaOf(box) <= (slide.w * slide.h) / 6 && box.w <= slide.w / 2 && within(box);
}
