/** Layer 2. What a slide master draws: grounds, pictures, the places of its text and how that looks. */
import type { Parts } from '../../ooxml/parts.js';
import { child, descendants, elements, type XmlElement } from '../../ooxml/xml.js';
import type { Align, Box } from '../layout/sheet.js';
import { type ColourMap, colourIn, type Scheme } from './scheme.js';

export interface DrawnText {
  readonly box?: Box | undefined;
  readonly colour?: string | undefined;
  /** As written: a name, or `+mj-lt`, `+mn-lt` for those of the theme. */
  readonly latin?: string | undefined;
  readonly align?: Align | undefined;
  readonly anchor?: 'top' | 'middle' | 'bottom' | undefined;
}

/** An area of one colour. */
export interface DrawnFill {
  readonly box: Box;
  readonly colour: string;
  /** Undefined of all other outlines. */
  readonly outline?: 'rect' | 'ellipse' | undefined;
}

export interface DrawnPicture {
  readonly box: Box;
  /** Name of the part. */
  readonly part: string;
}

export interface Drawn {
  /** Of the background; undefined where it is a picture, a gradient, or left to the theme. */
  readonly background?: string | undefined;
  /** A picture lies behind all. */
  readonly pictured: boolean;
  /** Its part, where the background names it. */
  readonly behind?: string | undefined;
  /** In the order of drawing. */
  readonly fills: readonly DrawnFill[];
  readonly pictures: readonly DrawnPicture[];
  readonly title: DrawnText;
  readonly body: DrawnText;
  readonly footer: DrawnText;
  readonly date: DrawnText;
  readonly number: DrawnText;
}

const emuPerInch = 914_400;

/** @param part of a master or of a layout */
export function readDrawn(parts: Parts, part: string, scheme: Scheme, map: ColourMap): Drawn {
  const root = parts.xml(part);
  const sheet = child(root, 'p:cSld');
  const images = new Map(
    parts
      .relationships(part)
      .filter(({ kind, external }) => kind === 'image' && !external)
      .map(({ id, target }) => [id, target]),
  );
  const background = child(sheet, 'p:bg', 'p:bgPr') ?? child(sheet, 'p:bg', 'p:bgRef');
  const fills: DrawnFill[] = [];
  const pictures: DrawnPicture[] = [];
  const texts = new Map<string, DrawnText>();
  const styles = child(root, 'p:txStyles');
  const walk = (tree: XmlElement, place: (box: Box) => Box): void => {
    for (const shape of elements(tree)) {
      const box = boxOf(child(shape, 'p:spPr', 'a:xfrm'), place);
      if (shape.name === 'p:grpSp') walk(shape, insideGroup(shape, place));
      else if (shape.name === 'p:pic' && box) {
        const blip = child(shape, 'p:blipFill', 'a:blip');
        const target = images.get(blip?.attributes.get('r:embed') ?? '');
        if (target !== undefined) pictures.push({ box, part: target });
      } else if (shape.name === 'p:sp') {
        const holder = child(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph');
        const type = holder && (holder.attributes.get('type') ?? 'body');
        const colour = fillOf(child(shape, 'p:spPr'), scheme, map);
        if (box && colour) fills.push({ box, colour, outline: outlineOf(shape) });
        // LibreOffice writes the number of slides as a field in a shape of its own.
        const field = descendants(shape, 'a:fld').some((each) => each.attributes.get('type') === 'slidenum');
        const kind = type ?? (field ? 'sldNum' : undefined);
        if (kind && !texts.has(kind)) texts.set(kind, textOf(shape, box, styleFor(styles, kind)));
      }
    }
  };
  const textOf = (shape: XmlElement, box: Box | undefined, style: XmlElement | undefined): DrawnText => {
    const looks = looksOf(shape, style);
    const first = <T>(read: (look: XmlElement) => T | undefined): T | undefined =>
      looks.map(read).find((found) => found !== undefined);
    return {
      box,
      colour: first((look) => colourIn(child(look, 'a:solidFill'), scheme, map)),
      latin: first((look) => child(look, 'a:latin')?.attributes.get('typeface')),
      align: alignments.get(
        paragraphsOf(shape, style)
          .map((look) => look.attributes.get('algn'))
          .find((found) => found !== undefined) ?? '',
      ),
      anchor: anchors.get(child(shape, 'p:txBody', 'a:bodyPr')?.attributes.get('anchor') ?? ''),
    };
  };
  const tree = child(sheet, 'p:spTree');
  if (tree) walk(tree, (box) => box);
  return {
    background:
      background?.name === 'p:bgRef'
        ? colourIn(background, scheme, map)
        : colourIn(child(background, 'a:solidFill'), scheme, map),
    pictured: child(background, 'a:blipFill') !== undefined,
    behind: images.get(child(background, 'a:blipFill', 'a:blip')?.attributes.get('r:embed') ?? ''),
    fills,
    pictures,
    title: texts.get('title') ?? texts.get('ctrTitle') ?? {},
    body: texts.get('body') ?? {},
    footer: texts.get('ftr') ?? {},
    date: texts.get('dt') ?? {},
    number: texts.get('sldNum') ?? {},
  };
}

/** What says how a placeholder's first level looks, the nearest first. */
function looksOf(shape: XmlElement, style: XmlElement | undefined): XmlElement[] {
  const body = child(shape, 'p:txBody');
  return [
    ...(body ? descendants(body, 'a:rPr').slice(0, 1) : []),
    child(body, 'a:lstStyle', 'a:lvl1pPr', 'a:defRPr'),
    child(style, 'a:lvl1pPr', 'a:defRPr'),
  ].filter((look) => look !== undefined);
}

const alignments: ReadonlyMap<string, Align> = new Map([
  ['l', 'left'],
  ['ctr', 'center'],
  ['r', 'right'],
]);
const anchors: ReadonlyMap<string, 'top' | 'middle' | 'bottom'> = new Map([
  ['t', 'top'],
  ['ctr', 'middle'],
  ['b', 'bottom'],
]);

/** What says how a placeholder's first paragraph is set, the nearest first. */
const paragraphsOf = (shape: XmlElement, style: XmlElement | undefined): XmlElement[] => {
  const body = child(shape, 'p:txBody');
  return [
    child(body, 'a:p', 'a:pPr'),
    child(body, 'a:lstStyle', 'a:lvl1pPr'),
    child(style, 'a:lvl1pPr'),
  ].filter((look) => look !== undefined);
};

/** The colour of an area; of a gradient that in its middle. */
function fillOf(properties: XmlElement | undefined, scheme: Scheme, map: ColourMap): string | undefined {
  const stops = child(properties, 'a:gradFill', 'a:gsLst');
  if (!stops) return colourIn(child(properties, 'a:solidFill'), scheme, map);
  const at = (stop: XmlElement): number => Math.abs(Number(stop.attributes.get('pos')) - 50_000);
  const [middle] = elements(stops, 'a:gs').sort((a, b) => at(a) - at(b));
  return colourIn(middle, scheme, map);
}

function outlineOf(shape: XmlElement): DrawnFill['outline'] {
  const preset = child(shape, 'p:spPr', 'a:prstGeom')?.attributes.get('prst') ?? '';
  const turned = Number(child(shape, 'p:spPr', 'a:xfrm')?.attributes.get('rot') ?? 0) % 10_800_000 !== 0;
  if (turned) return undefined;
  return preset === 'ellipse'
    ? 'ellipse'
    : /^(rect|roundRect|flowChartProcess)$/.test(preset)
      ? 'rect'
      : undefined;
}

const styleFor = (styles: XmlElement | undefined, type: string): XmlElement | undefined =>
  child(styles, /itle/.test(type) ? 'p:titleStyle' : type === 'body' ? 'p:bodyStyle' : 'p:otherStyle');

function boxOf(transform: XmlElement | undefined, place: (box: Box) => Box): Box | undefined {
  const inches = (name: string, attribute: string): number =>
    Number(child(transform, name)?.attributes.get(attribute)) / emuPerInch;
  const box = {
    x: inches('a:off', 'x'),
    y: inches('a:off', 'y'),
    w: inches('a:ext', 'cx'),
    h: inches('a:ext', 'cy'),
  };
  return Object.values(box).every(Number.isFinite) ? place(box) : undefined;
}

/** Shapes of a group have coordinates of their own (20.1.7.5). */
function insideGroup(group: XmlElement, place: (box: Box) => Box): (box: Box) => Box {
  const transform = child(group, 'p:grpSpPr', 'a:xfrm');
  const number = (name: string, attribute: string): number =>
    Number(child(transform, name)?.attributes.get(attribute)) / emuPerInch;
  const [scaleX, scaleY] = [
    number('a:ext', 'cx') / number('a:chExt', 'cx'),
    number('a:ext', 'cy') / number('a:chExt', 'cy'),
  ];
  if (!Number.isFinite(scaleX) || !Number.isFinite(scaleY)) return place;
  return ({ x, y, w, h }) =>
    place({
      x: number('a:off', 'x') + (x - number('a:chOff', 'x')) * scaleX,
      y: number('a:off', 'y') + (y - number('a:chOff', 'y')) * scaleY,
      w: w * scaleX,
      h: h * scaleY,
    });
}

export const areaOf = ({ w, h }: Box): number => w * h;

/** The colour of the topmost fill behind the middle of a box. */
export function groundOf({ fills }: Drawn, box: Box | undefined): string | undefined {
  if (!box) return undefined;
  const [x, y] = [box.x + box.w / 2, box.y + box.h / 2];
  return fills.findLast(
    (fill) =>
      fill.box !== box &&
      fill.box.x <= x &&
      x <= fill.box.x + fill.box.w &&
      fill.box.y <= y &&
      y <= fill.box.y + fill.box.h,
  )?.colour;
}
