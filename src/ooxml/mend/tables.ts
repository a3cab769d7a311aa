/** Layer 1. Tables on slides: complete rows, a header row that says it is one. */
import { child, descendants, el, elements, type XmlElement } from '../xml.js';
import type { Mending } from './options.js';

const emptyText = (mending: Mending): XmlElement =>
  el('a:txBody', {}, [
    el('a:bodyPr'),
    el('a:lstStyle'),
    el('a:p', {}, [el('a:endParaRPr', { lang: mending.officeLanguage })]),
  ]);

export function mendTables(root: XmlElement, mending: Mending): void {
  for (const table of descendants(root, 'a:tbl')) {
    child(table, 'a:tblPr')?.attributes.set('firstRow', '1');
    const grid = child(table, 'a:tblGrid');
    const columns = grid ? elements(grid, 'a:gridCol').length : 0;
    for (const row of elements(table, 'a:tr')) {
      completeRow(row, columns, mending);
      for (const cell of elements(row, 'a:tc')) {
        if (!child(cell, 'a:txBody')) cell.children.unshift(emptyText(mending));
      }
    }
  }
}

/** Every row has a cell per column of the grid; those that a wide cell covers are there too, marked `hMerge`. */
function completeRow(row: XmlElement, columns: number, mending: Mending): void {
  const cells = elements(row, 'a:tc');
  const complete: XmlElement[] = [];
  for (const [index, cell] of cells.entries()) {
    complete.push(cell);
    const span = Number(cell.attributes.get('gridSpan') ?? 1);
    let covered = 0;
    while (cells[index + 1 + covered]?.attributes.get('hMerge') === '1') covered += 1;
    for (let missing = covered + 1; missing < span; missing += 1)
      complete.push(el('a:tc', { hMerge: '1' }, [emptyText(mending), el('a:tcPr')]));
  }
  while (complete.length < columns) complete.push(el('a:tc', {}, [emptyText(mending), el('a:tcPr')]));
  const rest = elements(row).filter((node) => node.name !== 'a:tc');
  row.children.splice(0, row.children.length, ...complete, ...rest);
}
