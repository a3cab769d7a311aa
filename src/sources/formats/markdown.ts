/** Layer 2. Markdown (GFM): list items, rows and code blocks are paragraphs of their own. */
import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Block } from '../document.js';

export function markdownBlocks(text: string): Block[] {
  const body = text.replace(/^---\r?\n[\s\S]*?\n---[^\S\n]*(?:\r?\n|$)/, '');
  // Deeper nesting than anybody writes costs the parser its cube.
  const shallow = body.replace(/^([ \t>]{100})[ \t>]+/gm, '$1');
  const root = unified().use(remarkParse).use(remarkGfm).parse(shallow) as Root;
  const blocks: Block[] = [];
  // A stack of our own: quotations may be nested deeper than calls can be.
  const open: Nodes[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'heading') blocks.push({ text: textOf(node), level: node.depth });
    else if (node.type === 'paragraph' || node.type === 'tableRow' || node.type === 'code')
      blocks.push({ text: textOf(node) });
    else if ('children' in node) open.push(...[...node.children].reverse());
  }
  return blocks;
}

function textOf(node: Nodes): string {
  if (node.type === 'tableRow') return node.children.map((cell) => textOf(cell)).join('\t');
  if (node.type === 'break') return '\n';
  if (node.type === 'html') return '';
  if ('children' in node) return node.children.map((one) => textOf(one)).join('');
  return 'value' in node ? node.value : '';
}
