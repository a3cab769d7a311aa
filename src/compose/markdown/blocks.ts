/** Layer 3. Flow content of Markdown → Block, by a table keyed with the kind of node. */
import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Block } from '../../document/document.js';
import { didYouMean } from '../suggest.js';
import { plainText } from '../token.js';
import { readColumns } from './columns.js';
import { readHeading } from './heading.js';
import { readList } from './list.js';
import { readProcess, readTiles, readTimeline } from './pairs.js';
import { readParagraph } from './paragraph.js';
import { readQuote } from './quote.js';
import { type BlockHandler, type Container, type Reading, report, sourceOf } from './reading.js';
import { refuse } from './refused.js';
import { readTable } from './table.js';

const handlers: { readonly [Kind in RootContent['type']]?: BlockHandler<Kind> } = {
  paragraph: readParagraph,
  heading: readHeading,
  list: readList,
  blockquote: readQuote,
  table: readTable,
  containerDirective: readContainer,
  leafDirective: (reading, node) => refuseLeaf(reading, node),
  thematicBreak(reading, node) {
    report(reading, node, 'stray-separator', '--- stands between slides only', {
      hint: 'begin the next slide right after it, or delete it',
    });
    return undefined;
  },
};

const containers: Readonly<Record<string, BlockHandler<'containerDirective'>>> = {
  tiles: readTiles,
  process: readProcess,
  timeline: readTimeline,
  columns: readColumns,
};

/** Names of what `:::` may open. Notes are taken out of a section before its blocks are read. */
export const containerNames = [...Object.keys(containers), 'notes'];

/** What may stand where; in a section everything may. */
const allowed: Readonly<Record<Exclude<Container, 'section'>, readonly Block['kind'][]>> = {
  column: ['paragraph', 'heading', 'list', 'quote', 'table', 'chart', 'image'],
  notes: ['paragraph', 'list'],
  item: ['paragraph', 'list'],
  quote: ['paragraph', 'list'],
};
const containerWords: Readonly<Record<Container, string>> = {
  section: 'a slide or section',
  column: 'a column',
  notes: ':::notes',
  item: 'an item of a list',
  quote: 'a quotation',
};

export function readBlocks(reading: Reading, nodes: readonly RootContent[], container: Container): Block[] {
  const blocks: Block[] = [];
  for (const node of nodes) {
    const handler = handlers[node.type] as BlockHandler<typeof node.type> | undefined;
    if (!handler) {
      refuse(reading, node);
      continue;
    }
    const block = handler(reading, node as never, container, readBlocks);
    if (!block) continue;
    if (container === 'section' || allowed[container].includes(block.kind)) blocks.push(block);
    else {
      report(reading, node, 'wrong-place', `a ${block.kind} cannot stand in ${containerWords[container]}`, {
        expected: `one of ${allowed[container].join(', ')}`,
      });
    }
  }
  return blocks;
}

function readContainer(reading: Reading, node: ContainerDirective, container: Container): Block | undefined {
  const handler = Object.hasOwn(containers, node.name) ? containers[node.name] : undefined;
  if (!handler) {
    const name = plainText(node.name, reading.rendered.tokens);
    const misplaced = name === 'notes';
    report(
      reading,
      node,
      'unknown-directive',
      misplaced ? ':::notes cannot stand inside another block' : `there is no block ":::${name}"`,
      {
        expected: misplaced
          ? ':::notes directly in a slide'
          : `one of ${containerNames.map((each) => `:::${each}`).join(', ')}`,
        hint: didYouMean(name, containerNames),
      },
    );
    return undefined;
  }
  if (!checkContainer(reading, node)) return undefined;
  return handler(reading, node, container, readBlocks);
}

/** Closed, without label and attributes. */
export function checkContainer(reading: Reading, node: ContainerDirective): boolean {
  if (!/:::[ \t]*$/.test(sourceOf(reading, node)) || node.children.some(isSectionStart)) {
    report(reading, node, 'unclosed-block', `:::${node.name} is never closed`, {
      expected: 'a line of ::: where the block ends',
    });
    return false;
  }
  const label = node.children.find((child) => child.type === 'paragraph' && child.data?.directiveLabel);
  if (label || Object.keys(node.attributes ?? {}).length > 0) {
    report(reading, node, 'unknown-attribute', `:::${node.name} takes neither label nor attributes`, {
      expected: `:::${node.name} alone on its line`,
    });
    return false;
  }
  return true;
}

function isSectionStart(node: RootContent): boolean {
  return node.type === 'leafDirective' && ['slide', 'section'].includes(node.name);
}

function refuseLeaf(reading: Reading, node: LeafDirective): undefined {
  const known = [reading.kind === 'deck' ? 'slide' : 'section'];
  const name = plainText(node.name, reading.rendered.tokens);
  const container = containerNames.includes(name);
  report(reading, node, 'unknown-directive', `there is no directive "::${name}" here`, {
    expected: container
      ? `:::${name}, with three colons, closed by a line of :::`
      : `::${known[0]}{#id}, not inside another block`,
    hint: container ? undefined : didYouMean(name, known),
  });
  return undefined;
}
