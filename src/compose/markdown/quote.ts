/** Layer 3. Quotations. */
import type { Blockquote } from 'mdast';
import type { Block } from '../../document/document.js';
import { type Container, placeOfNode, type ReadBlocks, type Reading } from './reading.js';

export function readQuote(
  reading: Reading,
  node: Blockquote,
  _container: Container,
  readBlocks: ReadBlocks,
): Block | undefined {
  const blocks = readBlocks(reading, node.children, 'quote');
  return blocks.length > 0 ? { kind: 'quote', blocks, at: placeOfNode(reading, node) } : undefined;
}
