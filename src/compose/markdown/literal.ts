/** Layer 3. `:lit[14th]`: digits that are no figure. */
import type { TextDirective } from 'mdast-util-directive';
import type { Inline } from '../../document/document.js';
import { didYouMean } from '../suggest.js';
import { hasToken, plainText } from '../token.js';
import { type Reading, report, sourceOf } from './reading.js';

export function literalOf(reading: Reading, node: TextDirective): Inline[] {
  if (node.name !== 'lit') {
    const name = plainText(node.name, reading.rendered.tokens);
    report(reading, node, 'unknown-directive', `there is no directive ":${name}"`, {
      expected: ':lit[…], for digits that are no figure',
      hint: didYouMean(name, ['lit'], 'if the colon is punctuation, put a blank after it or write \\:'),
    });
    return [];
  }
  const text = node.children.map((child) => (child.type === 'text' ? child.value : undefined));
  if (text.length === 0 || text.includes(undefined) || hasToken(text.join(''))) {
    report(
      reading,
      node,
      'wrong-directive',
      `"${plainText(sourceOf(reading, node), reading.rendered.tokens)}" cannot be read`,
      {
        expected: 'plain text in brackets: :lit[14th]',
        hint: 'put emphasis around it: **:lit[14th] Plan**',
      },
    );
    return [];
  }
  if (Object.keys(node.attributes ?? {}).length > 0) {
    report(reading, node, 'unknown-attribute', ':lit takes no attributes', { expected: ':lit[…]' });
  }
  return [{ kind: 'literal', value: text.join('').replace(/\s+/g, ' ') }];
}
