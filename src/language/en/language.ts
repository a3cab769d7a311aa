/** English as investors read it. */
import type { Language } from '../language.js';
import { dateParts, joinWith, quantityWriter } from '../write.js';
import { grammar } from './grammar.js';
import { hyphenation } from './hyphenation.js';
import { punctuation } from './punctuation.js';
import { words } from './words.js';
import { months, ordinalEndings, ordinalRules, ordinals, tag, writing } from './writing.js';

export const en: Language = {
  tag,
  name: 'English',
  script: 'latin',
  grammar,
  hyphenation,
  writeQuantity: quantityWriter(writing),
  writeDate(iso) {
    const { year, month, day } = dateParts(iso);
    return [day, month && months[month - 1], year].filter((part) => part !== undefined).join(' ');
  },
  writeRank: (rank) => ordinals[rank - 1] ?? `${rank}${ordinalEndings[ordinalRules.select(rank)]}`,
  joinList: (items) => joinWith(items, ', ', ' and '),
  writeLocator: ({ section, paragraph }) =>
    [
      section === undefined ? '' : `section ${section}`,
      paragraph === undefined ? 'heading' : `paragraph ${paragraph}`,
    ]
      .filter(Boolean)
      .join(', '),
  quote: (text) => `“${text}”`,
  punctuation,
  words,
};
