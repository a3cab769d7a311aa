/** Layer 3. `:::columns`: each ### begins a column. */
import type { RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Block, Column } from '../../document/document.js';
import { isUnderlined } from './heading.js';
import { readInlines } from './inlines.js';
import { type Container, placeOfNode, type ReadBlocks, type Reading, report } from './reading.js';

export function readColumns(
  reading: Reading,
  node: ContainerDirective,
  _container: Container,
  readBlocks: ReadBlocks,
): Block | undefined {
  const columns: { title: Column['title']; nodes: RootContent[] }[] = [];
  for (const child of node.children) {
    if (child.type === 'heading' && child.depth === 3) {
      if (isUnderlined(reading, child)) continue;
      columns.push({ title: readInlines(reading, child.children), nodes: [] });
      continue;
    }
    const column = columns.at(-1);
    if (column) column.nodes.push(child);
    else {
      report(reading, child, 'block-content', 'this stands before the first column', {
        expected: '### Title, which begins each column',
      });
      return undefined;
    }
  }
  if (columns.length === 0) {
    report(reading, node, 'block-content', ':::columns is empty', {
      expected: '### Title, which begins each column',
    });
    return undefined;
  }
  return {
    kind: 'columns',
    columns: columns.map(({ title, nodes }) => ({ title, blocks: readBlocks(reading, nodes, 'column') })),
    at: placeOfNode(reading, node),
  };
}
