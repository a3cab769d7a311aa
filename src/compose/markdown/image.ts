/** Layer 3. The alternative text of an image. mdast gives it as a bare string; here it may hold figures and `:lit[…]`. */
import type { Image } from 'mdast';
import type { Block, Inline } from '../../document/document.js';
import type { FactId } from '../../facts/fact.js';
import { readFragment } from './fragment.js';
import { type Reading, report, sourceOf, startOf } from './reading.js';
import { textOf } from './tidy.js';

export type Alternative = Pick<Extract<Block, { kind: 'image' }>, 'alt' | 'altFigures'>;

/** @returns undefined where there is none, which is reported */
export function altOf(reading: Reading, node: Image): Alternative | undefined {
  const label = labelOf(sourceOf(reading, node)) ?? node.alt ?? '';
  const start = startOf(node) + 2;
  const inlines = readFragment(reading, label, (offset) => reading.rendered.positionAt(start + offset));
  const alt = textOf(inlines ?? []).trim();
  if (alt !== '') return { alt, altFigures: figuresIn(inlines ?? []) };
  report(reading, node, 'image-without-alt', 'the image has no alternative text', {
    expected: '![what it shows, for those who do not see it](picture.png)',
  });
  return undefined;
}

function figuresIn(inlines: readonly Inline[]): { fact: FactId; text: string }[] {
  return inlines.flatMap((inline) => {
    if ('children' in inline) return figuresIn(inline.children);
    return inline.kind === 'figure' ? [{ fact: inline.fact, text: inline.value }] : [];
  });
}

/** What stands between `![` and its `]`. */
function labelOf(source: string): string | undefined {
  let depth = 0;
  for (let index = 1; index < source.length; index += 1) {
    const character = source[index];
    if (character === '\\') index += 1;
    else if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return source.slice(2, index);
    }
  }
  return undefined;
}
