/** Layer 3. A quotation, large, in the language's quotation marks; who said it below. */
import type { Block, Inline } from '../../document/document.js';
import type { Language } from '../../language/language.js';
import { plainText } from '../inline.js';
import type { Layout } from '../layout.js';
import { prose } from '../pieces/prose.js';
import { arrangeSetApart } from './set-apart.js';
import { arrangeStacked } from './stacked.js';

export const quote: Layout = {
  title: 'Quote',
  master: 'content',
  cites: true,
  full: 'stacked',
  arrange(section, context) {
    const [first, ...rest] = section.blocks;
    if (first?.kind !== 'quote') return arrangeStacked(section.blocks, context);
    const quoted = prose(withMarks(first.blocks, context.language), 'quotation', 'Quote');
    return arrangeSetApart(quoted, rest, 'attribution', context);
  },
};

const opening = /^["'“„«»「『‘‚‹]/u;

/** A quotation that the template wrote with marks has them already. */
function withMarks(blocks: readonly Block[], language: Language): readonly Block[] {
  const paragraphs = blocks.filter((block) => block.kind === 'paragraph');
  const [first, last] = [paragraphs[0], paragraphs.at(-1)];
  if (!first || !last || opening.test(plainText(first.content).trim())) return blocks;
  const [before = '', after = ''] = language.quote('\n').split('\n');
  const mark = (value: string): Inline => ({ kind: 'text', value });
  return blocks.map((block) => {
    if (block.kind !== 'paragraph') return block;
    const content = [
      ...(block === first ? [mark(before)] : []),
      ...block.content,
      ...(block === last ? [mark(after)] : []),
    ];
    return { ...block, content };
  });
}
