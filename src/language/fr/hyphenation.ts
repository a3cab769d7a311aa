/** Where French words are divided: between syllables, never before a mute last one. */
import type { Hyphenation } from '../hyphenation.js';

export const hyphenation: Hyphenation = {
  patterns: () => import('hyphen/patterns/fr.js'),
  before: 3,
  after: 3,
  // Names, Chinese ones among them, whose syllables no French pattern knows.
  isBarred: (word) => /^\p{Lu}/u.test(word),
};
