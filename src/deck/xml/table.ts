/** Layer 3. Tables as DrawingML. */
import { el, type XmlElement } from '../../ooxml/xml.js';
import type { Cell, Insets, TableShape } from '../model.js';
import type { Relationships } from './relationships.js';
import { paragraphsOf } from './text.js';
import { inchesToEmu, placeOf, pointsToEmu, type Writing } from './writing.js';

const tableUri = 'http://schemas.openxmlformats.org/drawingml/2006/table';
const lineEnd = { type: 'none', w: 'med', len: 'med' };

/** @param identity its `p:cNvPr` */
export function tableFrame(
  shape: TableShape,
  identity: XmlElement,
  writing: Writing,
  relationships: Relationships,
): XmlElement {
  const rows = shape.rows.map(({ height, cells }) =>
    el(
      'a:tr',
      { h: String(inchesToEmu(height)) },
      cells.map((cell) => cellOf(cell, shape.insets, writing, relationships)),
    ),
  );
  const grid = shape.columns.map((width) => el('a:gridCol', { w: String(inchesToEmu(width)) }));
  return el('p:graphicFrame', {}, [
    el('p:nvGraphicFramePr', {}, [
      identity,
      el('p:cNvGraphicFramePr', {}, [el('a:graphicFrameLocks', { noGrp: '1' })]),
      el('p:nvPr', {}, [
        el('p:extLst', {}, [
          el('p:ext', { uri: '{D42A27DB-BD31-4B8C-83A1-F6EECF244321}' }, [
            el('p14:modId', {
              'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main',
              val: '1579011935',
            }),
          ]),
        ]),
      ]),
    ]),
    placeOf('p:xfrm', shape.box),
    el('a:graphic', {}, [
      el('a:graphicData', { uri: tableUri }, [
        el('a:tbl', {}, [el('a:tblPr', { firstRow: '1' }), el('a:tblGrid', {}, grid), ...rows]),
      ]),
    ]),
  ]);
}

function cellOf(
  { paragraph, fill, ruleBelow }: Cell,
  insets: Insets,
  writing: Writing,
  relationships: Relationships,
): XmlElement {
  const [text = el('a:p', {}, [el('a:endParaRPr', { lang: writing.language })])] = paragraphsOf(
    [paragraph],
    writing,
    relationships,
  );
  return el('a:tc', {}, [
    el('a:txBody', {}, [el('a:bodyPr'), el('a:lstStyle'), text]),
    cellProperties(fill, ruleBelow, insets, writing),
  ]);
}

/** Its margins, its rules, its ground. */
function cellProperties(
  fill: Cell['fill'],
  ruleBelow: Cell['ruleBelow'],
  { left, right, top, bottom }: Insets,
  writing: Writing,
): XmlElement {
  const look = `${fill} ${ruleBelow?.colour} ${ruleBelow?.width} ${left} ${right} ${top} ${bottom}`;
  return writing.once(`cell ${look}`, () =>
    el(
      'a:tcPr',
      {
        marL: String(inchesToEmu(left)),
        marR: String(inchesToEmu(right)),
        marT: String(inchesToEmu(top)),
        marB: String(inchesToEmu(bottom)),
        anchor: 'ctr',
      },
      [
        ...['a:lnL', 'a:lnR', 'a:lnT'].map((name) => rule(name, 0, [el('a:noFill')])),
        ruleBelow
          ? rule('a:lnB', pointsToEmu(ruleBelow.width), [
              writing.fill(ruleBelow.colour),
              el('a:prstDash', { val: 'solid' }),
              el('a:round'),
              el('a:headEnd', lineEnd),
              el('a:tailEnd', lineEnd),
            ])
          : rule('a:lnB', 0, [el('a:noFill')]),
        ...(fill ? [writing.fill(fill)] : []),
      ],
    ),
  );
}

const rule = (name: string, width: number, looks: readonly XmlElement[]): XmlElement =>
  el(name, { w: String(width), cap: 'flat', cmpd: 'sng', algn: 'ctr' }, looks);
