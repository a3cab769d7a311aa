/** Patterns for words of decline, put together the same way for languages that part words by blanks. */
import type { Decline } from './grammar.js';

/** Words between verb and figure: no figures but years, no end of the clause. */
const between = "(?:(?:\\p{L}[\\p{L}'-]*|(?:19|20)\\d\\d) ){0,5}";

/**
 * @param words of decline: fell, decline
 * @param link between them and the figure, with its blank: "by ", "of "
 * @param barred words that make a level or a rise of what follows: to, rose
 * @param behind words of decline behind the figure: lower, decline
 * @param split words before and behind that are one: ging … zurück
 * @param level how a level begins: below
 */
export function declineOf(rules: {
  readonly words: string;
  readonly link: string;
  readonly barred: string;
  readonly behind: string;
  readonly split?: readonly (readonly [before: string, behind: string])[];
  /** Verbs of a rise, which leave nothing to the words behind. */
  readonly rising: string;
  readonly level: string;
}): Decline {
  const { words, link, barred, behind, split = [], rising, level } = rules;
  const free = `(?!(?:${barred})[ '])`;
  const before = new RegExp(
    `(?<!\\p{L})(?:${words}),? ${between.replace('(?:(?:', `(?:${free}(?:`)}(?:${link})$`,
    'u',
  );
  // Up to the end of the sentence, figures among it: "ist um 6,5 % auf 300 Mio. Euro gesunken".
  const further = `(?:(?!(?:und|aber|doch|während|obwohl|nachdem|bevor) )(?:[^ ]*[^ ,;:.!?] |(?:mio|mrd|tsd)\\. )){0,5}`;
  const plain = new RegExp(`^[ -](?:${behind})(?!\\p{L})`, 'u');
  const toLevel = new RegExp(`(?:${barred}) $`, 'u');
  const rises = new RegExp(`(?<!\\p{L})(?:${rising})(?!\\p{L})[^.;,]*$`, 'u');
  const never = /(?!)/;
  const pairs = split.map(([first, second]) => ({
    first: new RegExp(`(?<!\\p{L})(?:${first})(?!\\p{L})[^.;]*$`, 'u'),
    second: new RegExp(`^ ${further}(?:${second})(?!\\p{L})`, 'u'),
  }));
  return {
    before,
    after(text) {
      if (toLevel.test(text) || rises.test(text)) return never;
      return pairs.find(({ first }) => first.test(text))?.second ?? plain;
    },
    level: new RegExp(`(?:${level})(?!\\p{L})`, 'uy'),
  };
}
