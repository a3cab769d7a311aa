/** Layer 3. Markdown → mdast: CommonMark with GFM and directives. */
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Findings } from '../../diagnostic.js';
import { type Memory, recall } from '../../memory.js';
import type { Rendered } from '../rendered.js';
import { readPlain } from './plain.js';

/** For what `plain.ts` does not read. A single tilde stands for "about" in Chinese and between the ends of a range. */
const processor = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze();

/**
 * Parsing takes the square of the length of a paragraph and the cube of the depth of nesting, so what no person writes
 * is not parsed at all. With these limits the worst text takes a few seconds. `squares`: of the lengths of all paragraphs,
 * together; it leaves room for a table of 20,000 rows in tables of a page, and for ten of the longest paragraphs.
 */
const limits = {
  characters: 2_000_000,
  squares: 4_000_000_000,
  paragraph: 20_000,
  markers: 8,
  indentation: 32,
  blocks: 4,
  brackets: 32,
};

/**
 * What facts give stands in the text as tokens, so the same template gives the same text, whatever its facts are.
 * @returns undefined where the text is refused; the finding says why
 */
export function parseMarkdown(rendered: Rendered, findings: Findings, memory?: Memory): Root | undefined {
  const { text } = rendered;
  const excess = findExcess(text);
  if (!excess)
    return recall(
      memory,
      'markdown',
      () => text,
      () => readPlain(text) ?? processor.parse(text),
      // Nodes with their places.
      20,
    );
  findings.error('template/too-much', excess.message, {
    at: rendered.placeAt(excess.offset),
    expected: `at most ${excess.most}`,
    hint: excess.hint,
  });
  return undefined;
}

interface Excess {
  readonly message: string;
  readonly most: number;
  readonly offset: number;
  readonly hint: string;
}

function findExcess(text: string): Excess | undefined {
  if (text.length > limits.characters) {
    const message = `${text.length} characters of Markdown are too many for one document`;
    return {
      message,
      most: limits.characters,
      offset: 0,
      hint: 'split the template, or look for nested {{#each}}',
    };
  }
  let offset = 0;
  let blocks = 0;
  let brackets = 0;
  let paragraph = 0;
  let squares = 0;
  for (const line of text.split('\n')) {
    const tooMuch = (message: string, most: number, hint: string): Excess => ({
      message,
      most,
      offset,
      hint,
    });
    if (line.trim() === '') {
      brackets = 0;
      squares += paragraph ** 2;
      paragraph = 0;
    }
    if (squares > limits.squares) {
      return tooMuch(
        'too much text in long paragraphs and tables',
        limits.squares,
        'divide them, or split the template',
      );
    }
    // Quotes and lists on one line: "> - 1. a". A line of nothing else separates slides.
    const markers = /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))+/.exec(line)?.[0] ?? '';
    if ((markers.match(/>|[-*+]|\d+/g)?.length ?? 0) > limits.markers && !/^[-*_ \t]+$/.test(line)) {
      return tooMuch('lists and quotations are nested too deeply', limits.markers, 'write plain paragraphs');
    }
    if (/^[ \t]*/.exec(line)![0].length > limits.indentation && line.trim() !== '') {
      return tooMuch(
        'the line is indented too far',
        limits.indentation,
        'lists and blocks begin at the margin',
      );
    }
    if (/^[ \t]*:{3,}[^\s:]/.test(line)) blocks += 1;
    else if (/^[ \t]*:{3,}[ \t]*$/.test(line)) blocks = Math.max(0, blocks - 1);
    if (blocks > limits.blocks) {
      return tooMuch('too many ::: blocks are open', limits.blocks, 'close each block with a line of :::');
    }
    for (const [bracket] of line.matchAll(/[[\]]/g))
      brackets = bracket === '[' ? brackets + 1 : Math.max(0, brackets - 1);
    if (brackets > limits.brackets) {
      return tooMuch('too many brackets are open', limits.brackets, 'write \\[ for a bracket that is text');
    }
    paragraph += line.length + 1;
    if (paragraph > limits.paragraph) {
      return tooMuch(
        'too much text without an empty line',
        limits.paragraph,
        'put empty lines between paragraphs',
      );
    }
    offset += line.length + 1;
  }
  return undefined;
}
