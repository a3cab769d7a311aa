/** Layer 3. Markdown → mdast: CommonMark with GFM and directives. */
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Findings } from '../../diagnostic.js';
import type { Rendered } from '../rendered.js';

// A single tilde stands for "about" in Chinese and between the ends of a range.
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze();

/** Parsing takes the square or cube of the depth of nesting, so what no person writes is not parsed at all. */
const limits = { characters: 500_000, markers: 10, directives: 6, brackets: 40 } as const;

/** @returns undefined where the text is refused; the finding says why */
export function parseMarkdown(rendered: Rendered, findings: Findings): Root | undefined {
  const tooDeep = findTooDeep(rendered.text);
  if (tooDeep === undefined) return processor.parse(rendered.text);
  findings.error('template/too-deep', `${tooDeep.what} are nested too deeply`, {
    at: rendered.placeAt(tooDeep.offset),
    expected: `at most ${tooDeep.most} levels`,
    hint: tooDeep.hint,
  });
  return undefined;
}

function findTooDeep(text: string): { what: string; most: number; offset: number; hint: string } | undefined {
  let offset = 0;
  let directives = 0;
  let paragraph = 0;
  for (const line of text.split('\n')) {
    // Quotes and lists on one line: "> - 1. a"
    const markers = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/.exec(line)?.[0] ?? '';
    if ((markers.match(/>|[-*+]|\d+/g)?.length ?? 0) > limits.markers && !/^[-*+_ \t]+$/.test(line)) {
      return {
        what: 'lists and quotes',
        most: limits.markers,
        offset,
        hint: 'write them as plain paragraphs',
      };
    }
    if (/^[ \t]*:{3,}[^\s:]/.test(line)) directives += 1;
    else if (/^[ \t]*:{3,}[ \t]*$/.test(line)) directives = Math.max(0, directives - 1);
    if (directives > limits.directives) {
      return {
        what: ':::blocks',
        most: limits.directives,
        offset,
        hint: 'close each block with a line of :::',
      };
    }
    paragraph = line.trim() === '' ? 0 : paragraph;
    for (const character of line) {
      if (character === '[') paragraph += 1;
      else if (character === ']') paragraph = Math.max(0, paragraph - 1);
    }
    if (paragraph > limits.brackets) {
      return {
        what: 'brackets',
        most: limits.brackets,
        offset,
        hint: 'close each [ with ]; write \\[ for a bracket that is text',
      };
    }
    offset += line.length + 1;
  }
  return undefined;
}
