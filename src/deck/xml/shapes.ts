/** Layer 3. Text boxes, pictures, ornaments and charts as PresentationML. */
import { chartUri } from '../../ooxml/mend/chart-package.js';
import { decorativeMark } from '../../ooxml/mend/shapes.js';
import { officeRelationship } from '../../ooxml/relationships.js';
import { el, type XmlElement } from '../../ooxml/xml.js';
import { finish } from '../../ooxml/xml-writer.js';
import {
  type Insets,
  type LineShape,
  type Master,
  noInsets,
  type OrnamentShape,
  type PictureShape,
  type Slide,
  type TextShape,
} from '../model.js';
import { pointsPerInch } from '../text.js';
import type { Relationships } from './relationships.js';
import { alignment, paragraphsOf } from './text.js';
import {
  inchesToEmu,
  noFill,
  noListStyle,
  noProperties,
  numberField,
  oneLine,
  placeOf,
  pointsToEmu,
  type Writing,
} from './writing.js';

/** How a shape is called. @param alt what it shows; left out where its text says it */
export const identity = (id: number, name: string, alt?: string): XmlElement =>
  el('p:cNvPr', { id: String(id), name: oneLine(name), descr: alt === undefined ? undefined : oneLine(alt) });

/** Screen readers skip it. */
const decorative = (id: number, name: string): XmlElement =>
  el('p:cNvPr', { id: String(id), name: oneLine(name), descr: '' }, [decorativeMark()]);

const geometry = (outline: string, adjustments: readonly XmlElement[] = []): XmlElement =>
  el('a:prstGeom', { prst: outline }, [el('a:avLst', {}, adjustments)]);
const rectangle = finish(geometry('rect'));

const anchors = { top: 't', middle: 'ctr', bottom: 'b' } as const;

function bodyProperties(insets: Insets, anchor: TextShape['anchor'], writing: Writing): XmlElement {
  const { left, right, top, bottom } = insets;
  return writing.once(`body ${left} ${right} ${top} ${bottom} ${anchor}`, () => {
    const [lIns, tIns, rIns, bIns] = [left, top, right, bottom].map((inches) =>
      String(pointsToEmu(inches * pointsPerInch)),
    );
    return el('a:bodyPr', { wrap: 'square', lIns, tIns, rIns, bIns, rtlCol: '0', anchor: anchors[anchor] });
  });
}

const ofText = finish(el('p:cNvSpPr', { txBox: '1' }));
const ofShape = finish(el('p:cNvSpPr'));

const shape = (
  name: XmlElement,
  options: { readonly box?: boolean; readonly placeholder?: XmlElement | undefined },
  properties: readonly XmlElement[],
  body?: XmlElement,
): XmlElement =>
  el('p:sp', {}, [
    el('p:nvSpPr', {}, [
      name,
      options.box ? ofText : ofShape,
      options.placeholder ? el('p:nvPr', {}, [options.placeholder]) : noProperties,
    ]),
    el('p:spPr', {}, properties),
    ...(body ? [body] : []),
  ]);

export function titleShape(
  { title, titleBox }: Slide,
  master: Master,
  writing: Writing,
  relationships: Relationships,
): XmlElement {
  const { anchor, size } = master.title;
  // On its layout the placeholder comes behind the other shapes, numbered from 100.
  const placeholder = el('p:ph', { idx: String(100 + master.shapes.length), type: 'title' });
  // A title is bold throughout, as its placeholder is.
  const bold = { ...title, runs: title.runs.map((run) => (run.bold ? run : { ...run, bold: true })) };
  return shape(
    identity(2, 'Title'),
    { placeholder },
    [placeOf('a:xfrm', titleBox), rectangle, noFill],
    el('p:txBody', {}, [
      bodyProperties(noInsets, anchor, writing),
      noListStyle,
      ...paragraphsOf([bold], writing, relationships, size),
    ]),
  );
}

export function textShape(
  each: TextShape,
  id: number,
  writing: Writing,
  relationships: Relationships,
): XmlElement {
  const { box, outline, point, fill, insets, anchor } = each;
  const paragraphs = paragraphsOf(each.paragraphs, writing, relationships);
  const depth = (point ?? 0) * 914_400 * 100_000;
  const adjustments = point
    ? [
        el('a:gd', {
          name: 'adj',
          fmla: `val ${Math.round(depth / Math.min(inchesToEmu(box.w), inchesToEmu(box.h)))}`,
        }),
      ]
    : [];
  return shape(
    identity(id, each.name),
    { box: outline === 'rect' && !fill },
    [placeOf('a:xfrm', box), geometry(outline, adjustments), fill ? writing.fill(fill) : noFill],
    el('p:txBody', {}, [
      bodyProperties(insets, anchor, writing),
      noListStyle,
      ...(paragraphs.length > 0 ? paragraphs : [emptyParagraph(writing)]),
    ]),
  );
}

/** A text body has at least one. */
const emptyParagraph = ({ language }: Writing): XmlElement =>
  el('a:p', {}, [
    el('a:pPr', { algn: 'l', indent: '0', marL: '0' }, [el('a:buNone')]),
    el('a:endParaRPr', { lang: language, dirty: '0' }),
  ]);

export const ornamentShape = ({ name, box, outline, fill }: OrnamentShape, id: number, writing: Writing) =>
  shape(decorative(id, name), {}, [placeOf('a:xfrm', box), geometry(outline), writing.fill(fill)]);

export const lineShape = ({ name, box, colour, width }: LineShape, id: number, writing: Writing) =>
  shape(decorative(id, name), {}, [
    placeOf('a:xfrm', box),
    geometry('line'),
    noFill,
    el('a:ln', { w: String(pointsToEmu(width)) }, [writing.fill(colour), el('a:prstDash', { val: 'solid' })]),
  ]);

/**
 * @param reference id of the relationship to its part
 * @param cut part of the picture's height that is not shown, below
 */
export function pictureShape(
  { name, alt, box }: PictureShape,
  id: number,
  reference: string,
  cut: number,
): XmlElement {
  const cropped = [
    el('a:srcRect', { l: '0', r: '0', t: '0', b: String(Math.round(cut * 100_000)) }),
    el('a:stretch'),
  ];
  return el('p:pic', {}, [
    el('p:nvPicPr', {}, [
      identity(id, name, alt),
      el('p:cNvPicPr', {}, [el('a:picLocks', { noChangeAspect: '1' })]),
      el('p:nvPr'),
    ]),
    el('p:blipFill', {}, [
      el('a:blip', { 'r:embed': reference }),
      ...(cut > 0 ? cropped : [el('a:stretch', {}, [el('a:fillRect')])]),
    ]),
    el('p:spPr', {}, [placeOf('a:xfrm', box), rectangle]),
  ]);
}

/** A chart that PowerPoint draws. @param reference id of the relationship to its part */
export const chartFrame = ({ name, alt, box }: PictureShape, id: number, reference: string): XmlElement =>
  el('p:graphicFrame', {}, [
    el('p:nvGraphicFramePr', {}, [
      identity(id, name, alt),
      el('p:cNvGraphicFramePr', {}, [el('a:graphicFrameLocks', { noGrp: '1' })]),
      el('p:nvPr'),
    ]),
    placeOf('p:xfrm', box),
    el('a:graphic', {}, [
      el('a:graphicData', { uri: chartUri }, [
        el('c:chart', {
          'xmlns:c': chartUri,
          'xmlns:r': officeRelationship.slice(0, -1),
          'r:id': reference,
        }),
      ]),
    ]),
  ]);

const macNamespace = 'http://schemas.microsoft.com/office/mac/drawingml/2011/main';

const locked = finish(el('p:cNvSpPr', {}, [el('a:spLocks', { noGrp: '1' })]));
const ofNumber = finish(el('p:nvPr', {}, [el('p:ph', { type: 'sldNum', sz: 'quarter', idx: '4294967295' })]));
const numberBody = finish(el('a:bodyPr', { lIns: '0', tIns: '0', rIns: '0', bIns: '0', anchor: 'ctr' }));

/** The slide's number at its foot. @param index of the slide, from 0 */
export function numberShape(
  { box, size, colour, align }: NonNullable<Master['number']>,
  id: number,
  index: number,
  writing: Writing,
): XmlElement {
  const { language } = writing;
  const { x, y, w, h } = box;
  return el('p:sp', {}, [
    el('p:nvSpPr', {}, [identity(id, 'Slide Number Placeholder 0'), locked, ofNumber]),
    writing.once(`number at ${x} ${y} ${w} ${h}`, () =>
      el('p:spPr', {}, [
        placeOf('a:xfrm', box),
        rectangle,
        el('a:extLst', {}, [
          el('a:ext', { uri: '{C572A759-6A51-4108-AA02-DFA0A04FC94B}' }, [
            el('ma14:wrappingTextBoxFlag', { val: '0', 'xmlns:ma14': macNamespace }),
          ]),
        ]),
      ]),
    ),
    el('p:txBody', {}, [
      numberBody,
      writing.once(`number ${size} ${colour}`, () =>
        el('a:lstStyle', {}, [
          el('a:lvl1pPr', {}, [
            el('a:defRPr', { sz: String(Math.round(size * 100)) }, [writing.fill(colour)]),
          ]),
        ]),
      ),
      el('a:p', {}, [
        el('a:pPr', { algn: alignment(align) }),
        numberField(index + 1, el('a:rPr', { b: '0', lang: language })),
        el('a:endParaRPr', { lang: language }),
      ]),
    ]),
  ]);
}
