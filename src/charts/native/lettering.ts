/** Layer 2. Text and patches of colour in a native chart, as DrawingML (ECMA-376 part 1, 21.1 and 21.3). */
import { el, type XmlElement } from '../../ooxml/xml.js';
import type { Font, PlacedText, Rect } from '../placed-text.js';
import { lineHeight } from '../placed-text.js';
import type { NativeChart } from './model.js';

/** How large a chart's pixel is in print, and the theme's Latin font; the Chinese one is added by mending. */
export interface Setting {
  readonly pointsPerPixel: number;
  readonly latin: string;
}

export const drawingMain = 'http://schemas.openxmlformats.org/drawingml/2006/main';
export const chartMain = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const chartDrawing = 'http://schemas.openxmlformats.org/drawingml/2006/chartDrawing';

export const solid = (colour: string): XmlElement =>
  el('a:solidFill', {}, [el('a:srgbClr', { val: colour.slice(1).toUpperCase() })]);

export function runProperties(
  name: 'a:rPr' | 'a:defRPr',
  { size, bold }: Pick<Font, 'size' | 'bold'>,
  colour: string,
  { pointsPerPixel, latin }: Setting,
): XmlElement {
  const sz = String(Math.round(size * pointsPerPixel * 10) * 10);
  return el(name, { sz, b: bold ? '1' : '0' }, [solid(colour), el('a:latin', { typeface: latin })]);
}

/** Lines as they were broken: all in one paragraph, so that an editor finds one text. */
function paragraph(text: PlacedText, setting: Setting): XmlElement {
  const pitch = String(Math.round(lineHeight(text.font) * setting.pointsPerPixel * 100));
  const properties = () => runProperties('a:rPr', text.font, text.colour, setting);
  return el('a:p', {}, [
    el('a:pPr', { algn: text.align === 'center' ? 'ctr' : 'l' }, [
      el('a:lnSpc', {}, [el('a:spcPts', { val: pitch })]),
    ]),
    ...text.lines.flatMap((line, index) => [
      ...(index > 0 ? [el('a:br', {}, [properties()])] : []),
      el('a:r', {}, [properties(), el('a:t', {}, [line])]),
    ]),
  ]);
}

/** The drawing that lies over a chart; undefined where it has neither texts nor patches. */
export function drawingOf(chart: NativeChart, setting: Setting): XmlElement | undefined {
  const shapes = [
    ...chart.keys.map((key) => (id: string) => shape(chart, key, setting, id, key.colour)),
    ...chart.texts.map((text) => (id: string) => shape(chart, text, setting, id)),
  ];
  if (shapes.length === 0) return undefined;
  return el(
    'c:userShapes',
    { 'xmlns:c': chartMain, 'xmlns:a': drawingMain },
    shapes.map((make, index) => make(String(index + 2))),
  );
}

const emuPerPoint = 12700;
const share = (part: number, whole: number): string => String(Math.round((part / whole) * 1e5) / 1e5);

function shape(
  { width, height }: NativeChart,
  box: PlacedText | Rect,
  setting: Setting,
  id: string,
  fill?: string,
): XmlElement {
  const text = 'lines' in box ? box : undefined;
  const emu = (pixels: number): string => String(Math.round(pixels * setting.pointsPerPixel * emuPerPoint));
  const corner = (name: string, x: number, y: number): XmlElement =>
    el(name, {}, [el('cdr:x', {}, [share(x, width)]), el('cdr:y', {}, [share(y, height)])]);
  return el('cdr:relSizeAnchor', { 'xmlns:cdr': chartDrawing }, [
    corner('cdr:from', box.x, box.y),
    corner('cdr:to', box.x + box.width, box.y + box.height),
    el('cdr:sp', { macro: '', textlink: '' }, [
      el('cdr:nvSpPr', {}, [
        el('cdr:cNvPr', { id, name: text ? `Text ${id}` : `Key ${id}` }),
        el('cdr:cNvSpPr', text ? { txBox: '1' } : {}),
      ]),
      el('cdr:spPr', {}, [
        el('a:xfrm', {}, [
          el('a:off', { x: emu(box.x), y: emu(box.y) }),
          el('a:ext', { cx: emu(box.width), cy: emu(box.height) }),
        ]),
        el('a:prstGeom', { prst: 'rect' }, [el('a:avLst')]),
        fill === undefined ? el('a:noFill') : solid(fill),
        el('a:ln', {}, [el('a:noFill')]),
      ]),
      ...(text
        ? [
            el('cdr:txBody', {}, [
              el('a:bodyPr', {
                wrap: 'none',
                lIns: '0',
                tIns: '0',
                rIns: '0',
                bIns: '0',
                anchor: 'ctr',
              }),
              el('a:lstStyle'),
              paragraph(text, setting),
            ]),
          ]
        : []),
    ]),
  ]);
}
