/** Layer 3. Paragraphs, and what stands alone in one: a chart, the list of sources, an image. */
import type { Image, Paragraph } from 'mdast';
import type { Block } from '../../document/document.js';
import { splitTokens } from '../token.js';
import { altOf } from './image.js';
import { readInlines } from './inlines.js';
import { type Container, placeOfNode, type Reading, report } from './reading.js';

export function readParagraph(reading: Reading, node: Paragraph, container: Container): Block | undefined {
  const at = placeOfNode(reading, node);
  const [only] = node.children;
  if (node.children.length === 1 && only?.type === 'image') return readImage(reading, only);
  if (node.children.length === 1 && only?.type === 'text') {
    const [token, ...rest] = splitTokens(only.value, reading.rendered.tokens);
    if (token !== undefined && typeof token !== 'string' && rest.length === 0) {
      if (token.kind === 'sources') return { kind: 'sources', sources: reading.sources, at };
      if (token.kind === 'evidence') return readEvidence(reading, node);
      if (token.kind === 'changes') return readChanges(reading, node, container);
      if (token.kind === 'chart') {
        const chart = reading.chart(token);
        return chart && { kind: 'chart', chart, at };
      }
    }
  }
  const content = readInlines(reading, node.children);
  // Empty where a helper had a fault or a condition left nothing.
  return content.length > 0 ? { kind: 'paragraph', content, at } : undefined;
}

/** A place that the table is put into later, or that its slide or section is left out for. */
function readChanges(reading: Reading, node: Paragraph, container: Container): Block | undefined {
  const at = placeOfNode(reading, node);
  if (container === 'section') {
    const place: Block = { kind: 'table', align: [], header: [], rows: [], at };
    reading.changes.add(place);
    return place;
  }
  report(reading, node, 'wrong-place', '{{changes}} cannot stand inside another block', {
    expected:
      '{{changes}} directly in a slide or section of its own, which is left out where nothing changed',
  });
  return undefined;
}

/** A slide has no room for a table of everything: its notes say what stands behind its figures. */
function readEvidence(reading: Reading, node: Paragraph): Block | undefined {
  const at = placeOfNode(reading, node);
  if (reading.kind === 'summary') return { kind: 'evidence', at };
  report(reading, node, 'wrong-place', '{{evidence}} cannot stand on a slide', {
    expected: '{{evidence}} in a summary',
    hint: 'delete it: the speaker notes of each slide give the evidence of its figures',
  });
  return undefined;
}

function readImage(reading: Reading, node: Image): Block | undefined {
  const alternative = altOf(reading, node);
  const image = reading.image(node.url);
  return image && alternative && { kind: 'image', image, ...alternative, at: placeOfNode(reading, node) };
}
