/** Layer 3. `:::tiles`, `:::process` and `:::timeline`: lists whose items begin with strong text. */
import type { ContainerDirective } from 'mdast-util-directive';
import type { Block, Inline } from '../../document/document.js';
import { readInlines } from './inlines.js';
import { checkList } from './list.js';
import { placeOfNode, type Reading, report } from './reading.js';
import { trimmedStart } from './tidy.js';

export function readTiles(reading: Reading, node: ContainerDirective): Block | undefined {
  const pairs = readPairs(reading, node, '- **value** label');
  const tiles = pairs?.map(({ strong, rest }) => ({ value: strong, label: rest }));
  return tiles && { kind: 'tiles', tiles, at: placeOfNode(reading, node) };
}

export function readProcess(reading: Reading, node: ContainerDirective): Block | undefined {
  const pairs = readPairs(reading, node, '1. **title** body');
  const steps = pairs?.map(({ strong, rest }) => ({ title: strong, body: rest }));
  return steps && { kind: 'process', steps, at: placeOfNode(reading, node) };
}

export function readTimeline(reading: Reading, node: ContainerDirective): Block | undefined {
  const pairs = readPairs(reading, node, '- **when** what');
  const steps = pairs?.map(({ strong, rest }) => ({ title: strong, body: rest }));
  return steps && { kind: 'timeline', steps, at: placeOfNode(reading, node) };
}

interface Pair {
  readonly strong: readonly Inline[];
  readonly rest: readonly Inline[];
}

function readPairs(reading: Reading, node: ContainerDirective, expected: string): Pair[] | undefined {
  const [list, ...others] = node.children;
  if (list?.type !== 'list' || others.length > 0) {
    const wrong = list?.type === 'list' ? others[0]! : (list ?? node);
    report(reading, wrong, 'block-content', `:::${node.name} holds one list and nothing else`, { expected });
    return undefined;
  }
  checkList(reading, list);
  const pairs: Pair[] = [];
  for (const item of list.children) {
    const [paragraph, ...more] = item.children;
    if (paragraph?.type !== 'paragraph' || more.length > 0) {
      if (paragraph)
        report(reading, more[0] ?? item, 'block-content', `an item of :::${node.name} is one paragraph`, {
          expected,
        });
      continue;
    }
    const inlines = readInlines(reading, paragraph.children);
    const [first, ...rest] = inlines;
    if (paragraph.children[0]?.type !== 'strong') {
      report(reading, item, 'block-content', `an item of :::${node.name} begins with strong text`, {
        expected,
        hint: 'blanks inside ** **, or punctuation before the closing **, keep Markdown from seeing it',
      });
      continue;
    }
    // A helper with a fault left the strong text empty; that is reported already.
    if (first?.kind !== 'strong') continue;
    pairs.push({ strong: first.children, rest: trimmedStart(rest) });
  }
  return pairs.length > 0 ? pairs : undefined;
}
