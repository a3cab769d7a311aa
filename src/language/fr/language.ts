/** French as the business press prints it. */
import type { Language } from '../language.js';
import { dateParts, joinWith, quantityWriter } from '../write.js';
import { grammar } from './grammar.js';
import { hyphenation } from './hyphenation.js';
import { punctuation } from './punctuation.js';
import { words } from './words.js';
import { months, nbsp, ordinals, tag, writing } from './writing.js';

export const fr: Language = {
  tag,
  name: 'Français',
  script: 'latin',
  grammar,
  hyphenation,
  writeQuantity: quantityWriter(writing),
  writeDate(iso) {
    const { year, month: index, day } = dateParts(iso);
    return [day === 1 ? '1er' : day, index && months[index - 1], year]
      .filter((part) => part !== undefined)
      .join(' ');
  },
  writeRank(rank, form) {
    if (rank === 1 && form === 'feminine') return 'première';
    return ordinals[rank - 1] ?? `${rank}e`;
  },
  joinList: (items) => joinWith(items, ', ', ' et '),
  writeLocator: ({ section, paragraph }) =>
    [
      section === undefined ? '' : `section ${section}`,
      paragraph === undefined ? 'titre' : `paragraphe ${paragraph}`,
    ]
      .filter(Boolean)
      .join(', '),
  quote: (text) => `«${nbsp}${text}${nbsp}»`,
  punctuation,
  words,
};
