/** Where English words are divided: by their British parts, which is how the rest of the text is spelt. */
import type { Hyphenation } from '../hyphenation.js';

export const hyphenation: Hyphenation = {
  patterns: () => import('hyphen/patterns/en-gb.js'),
  before: 3,
  after: 3,
  // Names, Chinese ones among them, whose syllables no English pattern knows; a heading's first word stays whole, too.
  isBarred: (word) => /^\p{Lu}/u.test(word),
};
