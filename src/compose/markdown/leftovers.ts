/**
 * Layer 3. Markup that Markdown did not take for markup and would print as it is. Looked for in the Markdown of text
 * alone, so whatever is found there means itself; escaped characters do not count.
 */
import { type Reading, report } from './reading.js';

interface Leftover {
  readonly pattern: RegExp;
  readonly code: string;
  readonly message: (found: string) => string;
  readonly expected?: string;
  readonly hint: string;
}

const leftovers: readonly Leftover[] = [
  {
    pattern: /(?<!\\)\*\*/,
    code: 'stray-emphasis',
    message: () => 'this ** is no emphasis to Markdown and would be printed',
    hint: 'move punctuation next to it outside (**…**。), delete blanks inside, or write \\*\\* for asterisks',
  },
  {
    pattern: /(?<!\\)\]\(/,
    code: 'stray-link',
    message: () => 'this is no link to Markdown and would be printed',
    expected: '[text](https://…) or ![text](picture.png), no blank between ] and (, none in the address',
    hint: 'put a path with blanks in angle brackets: ![text](<a b.png>)',
  },
  {
    // A delimiter row whose number of cells is not that of the header.
    pattern: /(?<=^|\n)[ \t]*\|?[ \t]*:?-{3,}:?[ \t]*\|/,
    code: 'stray-table',
    message: () => 'this is no table to Markdown and would be printed',
    expected: 'a line of |---|---| with as many cells as the header',
    hint: 'put an empty line before the table',
  },
  {
    pattern: /(?<=^|\n)[ \t]*#{1,6}(?=[^\s#])/,
    code: 'stray-heading',
    message: () => 'this is no heading to Markdown and would be printed',
    expected: 'a blank after #',
    hint: 'write \\# for a number sign at the start of a line',
  },
  {
    pattern: /(?<=^|\n)[ \t]*:{3,}[ \t]*(?=\n|$)/,
    code: 'directive-in-text',
    message: () => 'this ::: closes nothing',
    hint: 'delete it, or look for the block it should close',
  },
  {
    pattern: /(?<=^|\n)[ \t]*:{2,}[A-Za-z][\w-]*/,
    code: 'directive-in-text',
    message: (found) => `"${found}" stands here as text`,
    expected: 'alone on its line, attributes as in {#id layout=chart}',
    hint: 'look for a brace or bracket that is missing; write \\:: for colons that are text',
  },
];

/** @param source the Markdown that a text was read from, beginning at `offset` */
export function checkLeftovers(reading: Reading, source: string, offset: number): void {
  for (const { pattern, code, message, expected, hint } of leftovers) {
    const found = pattern.exec(source);
    if (!found) continue;
    const blanks = /^[ \t]*/.exec(found[0])![0].length;
    report(reading, offset + found.index + blanks, code, message(found[0].trim()), {
      ...(expected !== undefined && { expected }),
      hint,
    });
  }
}
