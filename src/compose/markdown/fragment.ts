/** Layer 3. One line of Markdown that stands apart from the rest: a title in front matter, the text of an image. */
import type { Paragraph } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Inline } from '../../document/document.js';
import { recall } from '../../memory.js';
import { type Position, placeOf } from '../source-file.js';
import { readInlines } from './inlines.js';
import { readPlain } from './plain.js';
import type { Reading } from './reading.js';

const processor = unified().use(remarkParse).use(remarkDirective).freeze();

/**
 * @param positionAt the place in the template of a character of `text`
 * @returns undefined where the text is more than a line of text: a heading, a list
 */
export function readFragment(
  reading: Reading,
  text: string,
  positionAt: (offset: number) => Position,
): Inline[] | undefined {
  const { tokens } = reading.rendered;
  const rendered = { text, tokens, positionAt, placeAt: (offset: number) => placeOf(positionAt(offset)) };
  const { children: nodes } = recall(
    reading.memory,
    'markdown line',
    () => text,
    // No tables here, for which it takes two lines.
    () => (text.includes('\n') ? undefined : readPlain(text)) ?? processor.parse(text),
  );
  if (nodes.length === 0) return [];
  if (nodes.length > 1 || nodes[0]?.type !== 'paragraph') return undefined;
  return readInlines({ ...reading, rendered }, (nodes[0] as Paragraph).children);
}
