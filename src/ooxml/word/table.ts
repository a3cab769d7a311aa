/** Layer 1. Tables of a Word file as trees (ECMA-376 part 1, 17.4). Lengths in twips. */
import { el, type XmlElement } from '../xml.js';
import { finish } from '../xml-writer.js';
import { element, twips } from './text.js';

export interface Border {
  readonly style: 'none' | 'single';
  /** Eighths of a point. */
  readonly size: number;
  /** RRGGBB or auto. */
  readonly color: string;
}

export interface Sides<T> {
  readonly top: T;
  readonly left: T;
  readonly bottom: T;
  readonly right: T;
}

export interface TableLook {
  readonly width: number;
  readonly borders: Sides<Border> & { readonly insideH: Border; readonly insideV: Border };
  readonly margins: Sides<number>;
  /** Whether the first row is a header; if not, the table is a mere layout. */
  readonly firstRow: boolean;
  /** For screen readers: title and description. */
  readonly caption?: string | undefined;
  readonly description?: string | undefined;
}

export interface CellLook {
  readonly width: number;
  /** RRGGBB behind the text. */
  readonly fill?: string | undefined;
  readonly margins?: Sides<number> | undefined;
  readonly align?: 'top' | 'center' | 'bottom' | undefined;
}

const length = (name: string, value: number): XmlElement =>
  el(name, { 'w:type': 'dxa', 'w:w': twips(value) });
const lengths = (name: string, { top, left, bottom, right }: Sides<number>): XmlElement =>
  el(name, {}, [
    length('w:top', top),
    length('w:left', left),
    length('w:bottom', bottom),
    length('w:right', right),
  ]);

/**
 * A table of fixed layout.
 * @param columns their widths
 * @param rows from `row`
 */
export function table(look: TableLook, columns: readonly number[], rows: readonly XmlElement[]): XmlElement {
  const { width, borders, margins, firstRow, caption, description } = look;
  const border = (name: keyof TableLook['borders']): XmlElement => {
    const { style, size, color } = borders[name];
    return el(`w:${name}`, { 'w:val': style, 'w:color': color, 'w:sz': String(size) });
  };
  // CT_TblPr, in the order of 17.4.59.
  const properties = el('w:tblPr', {}, [
    length('w:tblW', width),
    el('w:tblBorders', {}, (['top', 'left', 'bottom', 'right', 'insideH', 'insideV'] as const).map(border)),
    el('w:tblLayout', { 'w:type': 'fixed' }),
    lengths('w:tblCellMar', margins),
    el('w:tblLook', {
      'w:firstRow': String(firstRow),
      'w:firstColumn': 'false',
      'w:noHBand': 'true',
      'w:noVBand': 'true',
    }),
    ...(caption === undefined ? [] : [el('w:tblCaption', { 'w:val': caption })]),
    ...(description === undefined ? [] : [el('w:tblDescription', { 'w:val': description })]),
  ]);
  const grid = element(
    'w:tblGrid',
    columns.map((column) => el('w:gridCol', { 'w:w': twips(column) })),
  );
  return element('w:tbl', [properties, grid, ...rows]);
}

export interface RowLook {
  /** May be parted by a page break. */
  readonly splits?: boolean | undefined;
  /** Printed again on each page. */
  readonly header?: boolean | undefined;
  /** At the least; left out: as high as its cells. */
  readonly height?: number | undefined;
}

/** CT_TrPr (17.4.82), whose properties stand in any order. To be shared by all rows that look so. */
export function rowProperties({ splits, header, height }: RowLook): XmlElement {
  return finish(
    el('w:trPr', {}, [
      ...(splits ? [] : [el('w:cantSplit')]),
      ...(header ? [el('w:tblHeader')] : []),
      ...(height === undefined ? [] : [el('w:trHeight', { 'w:val': twips(height), 'w:hRule': 'atLeast' })]),
    ]),
  );
}

/** @param properties from `rowProperties` */
export const row = (properties: XmlElement, cells: readonly XmlElement[]): XmlElement =>
  element('w:tr', properties.children.length > 0 ? [properties, ...cells] : [...cells]);

/** CT_TcPr, in the order of 17.4.66. To be shared by all cells that look so. */
export function cellProperties({ width, fill, margins, align }: CellLook): XmlElement {
  return finish(
    el('w:tcPr', {}, [
      length('w:tcW', width),
      ...(fill === undefined ? [] : [el('w:shd', { 'w:fill': fill, 'w:val': 'clear' })]),
      ...(margins === undefined ? [] : [lengths('w:tcMar', margins)]),
      ...(align === undefined ? [] : [el('w:vAlign', { 'w:val': align })]),
    ]),
  );
}

/** @param properties from `cellProperties` @param content ends with a paragraph */
export const cell = (properties: XmlElement, content: readonly XmlElement[]): XmlElement =>
  element('w:tc', [properties, ...content]);
