/** Layer 1. Which words of a text may be divided at the end of a line, kept beside the text: the text stays as it is. */

/** Long words, each with marks where it may be divided (see `divisionMark` in fonts/line-breaks.ts). */
export type Divisions = ReadonlyMap<string, string>;

/** Between blanks. */
const token = /\S+/gu;
/** Addresses, and what holds a digit, are never divided. */
const barred = /[\p{Nd}@_\\]|:\/\/|\p{L}\.\p{L}/u;
const latinWord = /(?:(?!\p{sc=Han})\p{L}\p{M}*)+/gu;

/** The words of a text that a language may know to divide. */
export function wordsIn(text: string): string[] {
  return (text.match(token) ?? []).flatMap((each) =>
    barred.test(each) ? [] : (each.match(latinWord) ?? []),
  );
}

/** A text with the marks in its words. */
export function markWords(text: string, divisions: Divisions | undefined): string {
  if (!divisions || divisions.size === 0) return text;
  return text.replace(token, (each) =>
    barred.test(each) ? each : each.replace(latinWord, (word) => divisions.get(word) ?? word),
  );
}
