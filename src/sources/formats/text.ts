/** Layer 2. Plain text: paragraphs parted by blank lines, or one a line where there is no blank line at all. */
import type { Block } from '../document.js';

export function textBlocks(text: string): Block[] {
  const lines = text.replace(/\r\n?|[\u2028\u2029\f\v]/g, '\n').trim();
  const parted = /\n[^\S\n]*\n/.test(lines);
  return lines.split(parted ? /\n(?:[^\S\n]*\n)+/ : /\n/).flatMap((block) => {
    // "## 2 Funds" in a file that calls itself text.
    const marked = /^(#{1,6})\s+(.+)(?:\n([\s\S]*))?$/.exec(block);
    if (!marked) return [{ text: block }];
    const [, marks = '', heading = '', rest] = marked;
    return [{ text: heading, level: marks.length }, ...(rest ? [{ text: rest }] : [])];
  });
}
