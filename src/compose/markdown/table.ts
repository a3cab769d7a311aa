/** Layer 3. Tables (GFM). */
import type { Table } from 'mdast';
import type { Block } from '../../document/document.js';
import { readInlines } from './inlines.js';
import { placeOfNode, type Reading, report } from './reading.js';

export function readTable(reading: Reading, node: Table): Block | undefined {
  const [head, ...body] = node.children;
  if (!head) return undefined;
  const columns = head.children.length;
  if (body.length === 0) {
    report(reading, node, 'empty-table', 'the table has a header, but no rows', {
      expected: 'at least one line of | cells | below the line of |---|',
      hint: 'write the rows, or delete the table; look into the partial or {{#each}} that should write them',
    });
    return undefined;
  }
  for (const row of body) {
    if (row.children.length === columns) continue;
    report(
      reading,
      row,
      'table-cells',
      `the row has ${row.children.length} cells, the header has ${columns}`,
      {
        expected: `${columns} cells`,
        hint: 'write \\| for a bar that is text',
      },
    );
  }
  return {
    kind: 'table',
    align: Array.from({ length: columns }, (_, index) => node.align?.[index] ?? 'left'),
    header: head.children.map((cell) => readInlines(reading, cell.children)),
    rows: body.map((row) => row.children.map((cell) => readInlines(reading, cell.children))),
    at: placeOfNode(reading, node),
  };
}
