/** Layer 1. What the YAML parser complains about, in plain words with a remedy. */
import type { CST, ErrorCode, YAMLError } from 'yaml';

const words: Partial<Record<ErrorCode, readonly [message: string, hint: string]>> = {
  BAD_DQ_ESCAPE: [
    'an unknown escape after a backslash in a text in double quotes',
    'Use single quotes, or write \\\\ for a backslash.',
  ],
  BAD_INDENT: [
    'the indentation is not that of the lines it belongs to',
    'Indent all keys of one mapping, and all "-" of one list, alike; close every [ and {.',
  ],
  BAD_SCALAR_START: ['a text cannot begin with this character without quotes', 'Put the text in quotes.'],
  BAD_DIRECTIVE: [
    'a line that begins with % is a directive, and none are read',
    'Remove the line, or put the text in quotes.',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'a second "key: value" on the line of another, or a line indented too deep',
    'Put a text that contains ": " in quotes; else check the indentation.',
  ],
  BLOCK_IN_FLOW: [
    'a block of indented lines cannot stand inside [ ] or { }',
    'Close the bracket, or write the whole in indented lines.',
  ],
  MISSING_CHAR: [
    'a character is missing here: a colon, a comma, or a closing quote or bracket',
    'Check the line, and the one before: "key: value" needs a colon with a blank after it.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'a key goes over more than one line',
    'Check the quotes and the indentation of the line before.',
  ],
  TAB_AS_INDENT: ['a tab is used as indentation', 'Indent with blanks.'],
  UNEXPECTED_TOKEN: [
    'this cannot stand here',
    'Check the indentation, the "-" of lists and the quotes around here.',
  ],
};

export function syntaxWords(error: YAMLError): { message: string; hint: string } {
  const known = words[error.code];
  const detail = error.message.split('\n', 1)[0]!.slice(0, 160);
  return {
    message: known ? `broken YAML: ${known[0]} (${detail})` : `broken YAML: ${detail}`,
    hint: known?.[1] ?? 'Check the indentation and the quotes around here.',
  };
}

/**
 * The offset of the first collection nested deeper than `limit`. The tree is walked with a list instead of recursion,
 * because the composer, which recurses, exhausts the stack on hostile nesting and can take the process with it.
 */
export function tooDeep(tokens: readonly CST.Token[], limit: number): number | undefined {
  const open: { token: CST.Token; depth: number }[] = [];
  const push = (token: CST.Token | null | undefined, depth: number): void => {
    if (token && 'items' in token) open.push({ token, depth });
  };
  for (const token of tokens) if (token.type === 'document') push(token.value, 1);
  for (let next = open.pop(); next; next = open.pop()) {
    const { token, depth } = next;
    if (depth > limit) return token.offset;
    for (const item of 'items' in token ? token.items : []) {
      push(item.key, depth + 1);
      push(item.value, depth + 1);
    }
  }
  return undefined;
}
