/** Packages as small as a template can be, for tests of the import. */
import { writePackage } from '../../src/ooxml/package.js';

const encoder = new TextEncoder();
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spaces =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const emu = (inches: number): number => Math.round(inches * 914400);

export const xfrm = (x: number, y: number, w: number, h: number): string =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`;
export const holder = (type: string, place: string, text = ''): string =>
  `<p:sp><p:nvSpPr><p:nvPr><p:ph type="${type}"/></p:nvPr></p:nvSpPr><p:spPr>${place}</p:spPr><p:txBody>${text}</p:txBody></p:sp>`;
export const filled = (place: string, colour: string, outline = 'rect'): string =>
  `<p:sp><p:nvSpPr><p:nvPr/></p:nvSpPr><p:spPr>${place}<a:prstGeom prst="${outline}"><a:avLst/></a:prstGeom><a:solidFill>${colour}</a:solidFill></p:spPr></p:sp>`;
export const picture = (place: string): string =>
  `<p:pic><p:blipFill><a:blip r:embed="rId9"/></p:blipFill><p:spPr>${place}</p:spPr></p:pic>`;
export const rgb = (value: string): string => `<a:srgbClr val="${value}"/>`;

export interface BrandParts {
  readonly slots?: Readonly<Record<string, string>>;
  readonly fonts?: string;
  readonly map?: string;
  readonly background?: string;
  readonly shapes?: string;
  readonly styles?: string;
  readonly logo?: Uint8Array;
}

const slots = {
  dk1: '<a:sysClr val="windowText" lastClr="101820"/>',
  lt1: '<a:sysClr val="window" lastClr="FFFFFF"/>',
  dk2: rgb('003B49'),
  lt2: rgb('EEF3F4'),
  accent1: rgb('00677F'),
  accent2: rgb('E87722'),
  accent3: rgb('6BA539'),
  accent4: rgb('A2AAAD'),
  accent5: rgb('5B3B8C'),
  accent6: rgb('FFC72C'),
};
const fonts =
  '<a:majorFont><a:latin typeface="Georgia"/><a:ea typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:font script="Hans" typeface="微软雅黑"/></a:minorFont>';
const usualMap = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"';
const usualShapes =
  holder('title', xfrm(0.5, 0.4, 9, 1)) +
  holder('body', xfrm(0.5, 1.8, 9, 4.5)) +
  holder('ftr', xfrm(3, 7, 4, 0.3));

/** Parts of a .pptx with one master, by name. */
export function brandParts(brand: BrandParts = {}): Map<string, string | Uint8Array> {
  const scheme = Object.entries({ ...slots, ...brand.slots })
    .map(([name, colour]) => `<a:${name}>${colour}</a:${name}>`)
    .join('');
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
  const relations = (...all: string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  return new Map<string, string | Uint8Array>([
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'ppt/presentation.xml'))],
    [
      'ppt/presentation.xml',
      `<p:presentation ${spaces}><p:sldMasterIdLst><p:sldMasterId id="1" r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="${emu(10)}" cy="${emu(7.5)}"/></p:presentation>`,
    ],
    [
      'ppt/_rels/presentation.xml.rels',
      relations(relation('rId1', 'slideMaster', 'slideMasters/slideMaster1.xml')),
    ],
    [
      'ppt/slideMasters/slideMaster1.xml',
      `<p:sldMaster ${spaces}><p:cSld>${brand.background ?? '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'}<p:spTree>${brand.shapes ?? usualShapes}</p:spTree></p:cSld><p:clrMap ${brand.map ?? usualMap}/>${brand.styles ?? ''}</p:sldMaster>`,
    ],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relations(
        relation('rId1', 'theme', '../theme/theme1.xml'),
        relation('rId9', 'image', '../media/image1.png'),
      ),
    ],
    [
      'ppt/theme/theme1.xml',
      `<a:theme ${spaces} name="Harbour"><a:themeElements><a:clrScheme name="Harbour">${scheme}</a:clrScheme><a:fontScheme name="Harbour">${brand.fonts ?? fonts}</a:fontScheme></a:themeElements></a:theme>`,
    ],
    ...(brand.logo ? [['ppt/media/image1.png', brand.logo] as const] : []),
  ]);
}

export function packed(parts: ReadonlyMap<string, string | Uint8Array>): Uint8Array {
  const bytes = new Map(
    [...parts].map(([name, content]) => [
      name,
      typeof content === 'string' ? encoder.encode(content) : content,
    ]),
  );
  return writePackage({ parts: bytes }, { date: '2026-01-01' });
}

export const brandFile = (brand: BrandParts = {}): Uint8Array => packed(brandParts(brand));
