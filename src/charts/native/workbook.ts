/**
 * Layer 2. The workbook behind a native chart: names in column A, a column of numbers per series, and last the figures
 * as they are written, from which the labels are taken. Office opens it at "Edit data".
 */
import { writePackage } from '../../ooxml/package.js';
import { el, type XmlElement } from '../../ooxml/xml.js';
import { serializeXml } from '../../ooxml/xml-writer.js';
import { letter, sheetName } from './cells.js';
import type { DataCell, NativeChart } from './model.js';

type Content = string | DataCell | undefined;

/** @param date ISO 8601, of the zip's entries */
export function workbookOf(chart: NativeChart, date: string): Uint8Array {
  const rows: Content[][] = [
    [undefined, ...chart.series.map(({ name }) => name)],
    ...chart.categories.map((name, row) => [
      name,
      ...chart.series.map(({ cells }) => cells[row]),
      chart.figures[row] || undefined,
    ]),
  ];
  if (chart.aside.length > 0)
    rows.push([], ...chart.aside.map(({ label, value, text }) => [label, { value }, text]));
  const parts = new Map<string, XmlElement>([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relationships('officeDocument', 'xl/workbook.xml')],
    ['xl/workbook.xml', workbook()],
    ['xl/_rels/workbook.xml.rels', relationships('worksheet', 'worksheets/sheet1.xml')],
    ['xl/worksheets/sheet1.xml', sheet(rows)],
  ]);
  const encoder = new TextEncoder();
  const encoded = [...parts].map(([name, root]) => [name, encoder.encode(serializeXml(root))] as const);
  return writePackage({ parts: new Map(encoded) }, { date });
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';

function sheet(rows: readonly (readonly Content[])[]): XmlElement {
  const columns = Math.max(...rows.map((row) => row.length));
  return el('worksheet', { xmlns: main }, [
    el('dimension', { ref: `A1:${letter(columns - 1)}${rows.length}` }),
    el('cols', {}, [
      el('col', { min: '1', max: '1', width: '40', customWidth: '1' }),
      el('col', { min: '2', max: String(Math.max(2, columns)), width: '22', customWidth: '1' }),
    ]),
    el(
      'sheetData',
      {},
      rows.map((row, y) =>
        el(
          'row',
          { r: String(y + 1) },
          row.flatMap((content, x) => cellOf(content, `${letter(x)}${y + 1}`)),
        ),
      ),
    ),
  ]);
}

function cellOf(content: Content, r: string): XmlElement[] {
  if (content === undefined) return [];
  if (typeof content === 'string')
    return [
      el('c', { r, t: 'inlineStr' }, [el('is', {}, [el('t', { 'xml:space': 'preserve' }, [content])])]),
    ];
  const { value, formula } = content;
  return [el('c', { r }, [...(formula === undefined ? [] : [el('f', {}, [formula])]), el('v', {}, [value])])];
}

const workbook = (): XmlElement =>
  el('workbook', { xmlns: main, 'xmlns:r': office }, [
    el('sheets', {}, [el('sheet', { name: sheetName, sheetId: '1', 'r:id': 'rId1' })]),
  ]);

const relationships = (kind: string, target: string): XmlElement =>
  el('Relationships', { xmlns: `${packages}/relationships` }, [
    el('Relationship', { Id: 'rId1', Type: `${office}/${kind}`, Target: target }),
  ]);

function contentTypes(): XmlElement {
  const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return el('Types', { xmlns: `${packages}/content-types` }, [
    el('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    el('Override', { PartName: '/xl/workbook.xml', ContentType: `${spreadsheet}.sheet.main+xml` }),
    el('Override', { PartName: '/xl/worksheets/sheet1.xml', ContentType: `${spreadsheet}.worksheet+xml` }),
  ]);
}
