/**
 * Layer 2. A text in the steps in which people edit it: a number with its separators, a word, a Chinese character, a
 * sign. White space is no token, nor are marks without width, so neither a no-break space nor a soft hyphen that a
 * program puts in makes a difference.
 */

export interface Token {
  readonly value: string;
  /** In the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

const token =
  /\p{Nd}(?:[\p{Nd}\p{Cf}]|[.,:](?=\p{Nd}))*|\p{sc=Han}|(?!\p{sc=Han})[\p{L}\p{M}](?:(?!\p{sc=Han})[\p{L}\p{M}\p{Cf}])*|[^\s\p{Cf}]/gu;
const withoutWidth = /\p{Cf}/gu;

export function tokensOf(text: string): Token[] {
  return [...text.matchAll(token)].map((match) => ({
    value: match[0].replace(withoutWidth, ''),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

export const isNumber = ({ value }: Token): boolean => /^\p{Nd}/u.test(value);
const chineseNumber = /^[〇零一二两三四五六七八九十百千万亿億萬兆]$/u;

/** Whether two tokens that stand side by side would read as one number: 五 and 百亿. */
export function joins(before: Token | undefined, after: Token | undefined): boolean {
  return (
    before !== undefined &&
    after !== undefined &&
    before.end === after.start &&
    chineseNumber.test(before.value) &&
    chineseNumber.test(after.value)
  );
}

/** What all texts of the same tokens have in common. */
export const keyOf = (tokens: readonly Token[]): string => tokens.map(({ value }) => value).join('\u0000');
