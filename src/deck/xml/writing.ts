/** Layer 3. What slides and notes of one file have in common when they are written. */
import type { Theme } from '../../document/theme.js';
import { schemeNames } from '../../ooxml/mend/theme.js';
import {
  eastAsianLanguage,
  hasEastAsian,
  latinLanguage,
  officeLanguage,
} from '../../ooxml/office-language.js';
import { el, type XmlElement } from '../../ooxml/xml.js';
import { withoutIllegalCharacters } from '../../ooxml/xml-reader.js';
import { finish } from '../../ooxml/xml-writer.js';
import type { Box, Colour } from '../model.js';

const emuPerInch = 914_400;
const emuPerPoint = 12_700;
export const pointsToEmu = (points: number): number => Math.round(points * emuPerPoint);
export const inchesToEmu = (inches: number): number => Math.round(inches * emuPerInch);

/** Where an object stands. */
export function placeOf(name: 'a:xfrm' | 'p:xfrm', { x, y, w, h }: Box): XmlElement {
  return el(name, {}, [
    el('a:off', { x: String(inchesToEmu(x)), y: String(inchesToEmu(y)) }),
    el('a:ext', { cx: String(inchesToEmu(w)), cy: String(inchesToEmu(h)) }),
  ]);
}

/** Text as XML can carry it. */
export const legal = withoutIllegalCharacters;
/** On one line, as attributes are read. */
export const oneLine = (text: string): string => legal(text).replace(/\r\n|[\t\n\r]/g, ' ');

const wholeSlide = finish(
  el('p:grpSpPr', {}, [
    el('a:xfrm', {}, [
      el('a:off', { x: '0', y: '0' }),
      el('a:ext', { cx: '0', cy: '0' }),
      el('a:chOff', { x: '0', y: '0' }),
      el('a:chExt', { cx: '0', cy: '0' }),
    ]),
  ]),
);

const wholeName = finish(
  el('p:nvGrpSpPr', {}, [el('p:cNvPr', { id: '1', name: '' }), el('p:cNvGrpSpPr'), el('p:nvPr')]),
);
const mastersColours = finish(el('p:clrMapOvr', {}, [el('a:masterClrMapping')]));

/** What says nothing, again and again. */
export const noFill = finish(el('a:noFill'));
export const noListStyle = finish(el('a:lstStyle'));
export const noBodyProperties = finish(el('a:bodyPr'));
export const noProperties = finish(el('p:nvPr'));
export const noShapeProperties = finish(el('p:spPr'));

/** How text looks, in the attributes of its runs. */
export interface RunLook {
  /** Hundredths of a point. */
  readonly sz?: string | undefined;
  readonly b?: boolean;
  readonly i?: boolean;
}

/** The look of a file's texts and shapes, by its theme and its language. */
export class Writing {
  /** With region: de-DE. */
  readonly language: string;
  readonly #theme: Theme;
  readonly #scheme: ReadonlyMap<string, string>;
  readonly #made = new Map<string, XmlElement>();

  /** @param language BCP 47 */
  constructor(theme: Theme, language: string) {
    this.language = officeLanguage(language);
    this.#theme = theme;
    this.#scheme = schemeNames(theme.colors);
  }

  /** What comes up again and again in a file is made once, and written once. @param key all that decides it */
  once(key: string, make: () => XmlElement): XmlElement {
    let made = this.#made.get(key);
    if (!made) {
      made = finish(make());
      this.#made.set(key, made);
    }
    return made;
  }

  /** By the theme's colour scheme where it has the colour, so that a deck follows when its colours are changed. */
  fill(colour: Colour): XmlElement {
    return this.once(`fill ${colour}`, () => {
      const { colors } = this.#theme;
      const value = (colour === 'second' ? (colors.series[1] as string) : colors[colour])
        .slice(1)
        .toUpperCase();
      const slot = this.#scheme.get(value);
      return el('a:solidFill', {}, [
        slot ? el('a:schemeClr', { val: slot }) : el('a:srgbClr', { val: value }),
      ]);
    });
  }

  /**
   * Properties of a run. Text with Chinese characters is in Chinese, in a Chinese font, with the language of the Latin
   * letters beside them.
   */
  runProperties(text: string, look: RunLook, colour?: Colour, link?: XmlElement): XmlElement {
    const chinese = hasEastAsian(text);
    const make = (): XmlElement =>
      el(
        'a:rPr',
        {
          lang: chinese ? eastAsianLanguage : this.language,
          sz: look.sz,
          b: look.b ? '1' : undefined,
          i: look.i ? '1' : undefined,
          u: link && 'sng',
          dirty: '0',
          altLang: chinese ? latinLanguage(this.language) : undefined,
        },
        [
          ...(colour ? [this.fill(colour)] : []),
          ...(chinese ? [el('a:ea', { typeface: this.#theme.fonts.eastAsian })] : []),
          ...(link ? [link] : []),
        ],
      );
    return link
      ? make()
      : this.once(`run ${chinese} ${look.sz} ${look.b === true} ${look.i === true} ${colour}`, make);
  }
}

const namespaces = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
};

/** A slide, or a page of notes. @param after what stands behind its shapes */
export function pageOf(
  root: 'p:sld' | 'p:notes',
  name: string | undefined,
  shapes: readonly XmlElement[],
  after: readonly XmlElement[] = [],
): XmlElement {
  const tree = el('p:spTree', {}, [wholeName, wholeSlide, ...shapes]);
  return el(root, namespaces, [el('p:cSld', { name }, [tree, ...after]), mastersColours]);
}

/** The number of the slide, which programs keep right. */
export const numberField = (number: number, properties: XmlElement): XmlElement =>
  el('a:fld', { id: '{F7021451-1387-4CA6-816F-3879F97B5CBC}', type: 'slidenum' }, [
    properties,
    el('a:t', {}, [String(number)]),
  ]);
