/** Layer 3. Headings below a section's own. */
import type { Heading } from 'mdast';
import type { Block } from '../../document/document.js';
import { readInlines } from './inlines.js';
import { type Container, placeOfNode, type Reading, report, sourceOf } from './reading.js';

export function readHeading(reading: Reading, node: Heading, container: Container): Block | undefined {
  if (isUnderlined(reading, node)) return undefined;
  const what = reading.kind === 'deck' ? 'slide' : 'section';
  if (node.depth === 1) {
    report(reading, node, 'second-headline', `a ${what} has one headline`, {
      expected: `# once, as the first thing after ::${what}{#…}`,
      hint: `use ### for a subheading, or begin a new ::${what}{#…}`,
    });
    return undefined;
  }
  if ((node.depth !== 3 && node.depth !== 4) || (container === 'column' && node.depth === 3)) {
    report(reading, node, 'heading-level', `a heading of level ${node.depth} cannot stand here`, {
      expected: container === 'column' ? '#### inside a column' : '### or ####; # is the headline',
    });
    return undefined;
  }
  const content = readInlines(reading, node.children);
  if (content.length === 0) {
    if (node.children.length === 0) report(reading, node, 'empty-heading', 'the heading has no text');
    return undefined;
  }
  return { kind: 'heading', level: node.depth, content, at: placeOfNode(reading, node) };
}

/** A line of --- or === under text makes that text a heading, which is hardly ever meant. */
export function isUnderlined(reading: Reading, node: Heading): boolean {
  const source = sourceOf(reading, node);
  if (/^[ \t]*#/.test(source)) return false;
  report(reading, node, 'underlined-heading', 'the line of --- or === below makes a heading of this text', {
    hint: 'put an empty line before --- where a slide ends; write headings with #',
  });
  return true;
}
