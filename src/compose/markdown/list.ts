/** Layer 3. Lists. */
import type { List } from 'mdast';
import type { Block } from '../../document/document.js';
import { type Container, placeOfNode, type ReadBlocks, type Reading, report } from './reading.js';

export function readList(
  reading: Reading,
  node: List,
  _container: Container,
  readBlocks: ReadBlocks,
): Block | undefined {
  checkList(reading, node);
  const items = node.children
    .map((item) => readBlocks(reading, item.children, 'item'))
    .filter((blocks) => blocks.length > 0);
  if (items.length === 0) return undefined;
  return { kind: 'list', ordered: node.ordered === true, items, at: placeOfNode(reading, node) };
}

export function checkList(reading: Reading, node: List): void {
  if (node.ordered && node.start !== 1) {
    report(reading, node, 'list-start', `the list begins with ${node.start}; numbers are counted from 1`, {
      expected: '1. 2. 3. …',
      hint: 'if the number is text, write a backslash before its full stop',
    });
  }
  const task = node.children.find((item) => typeof item.checked === 'boolean');
  if (task)
    report(reading, task, 'unsupported-markdown', 'check boxes are not supported', { hint: 'delete [ ]' });
  for (const item of node.children) {
    if (item.children.length === 0) report(reading, item, 'empty-item', 'the item of the list is empty');
  }
}
