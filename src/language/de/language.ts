/** German as the business press prints it. */
import type { Language } from '../language.js';
import { dateParts, joinWith, quantityWriter } from '../write.js';
import { grammar } from './grammar.js';
import { hyphenation } from './hyphenation.js';
import { punctuation } from './punctuation.js';
import { words } from './words.js';
import { months, ordinals, rankEndings, tag, writing } from './writing.js';

export const de: Language = {
  tag,
  name: 'Deutsch',
  script: 'latin',
  grammar,
  hyphenation,
  writeQuantity: quantityWriter(writing),
  writeDate(iso) {
    const { year, month, day } = dateParts(iso);
    return [day && `${day}.`, month && months[month - 1], year]
      .filter((part) => part !== undefined)
      .join(' ');
  },
  writeRank(rank, form) {
    const word = ordinals[rank - 1];
    return word === undefined ? `${rank}.` : `${word}${rankEndings[form ?? ''] ?? ''}`;
  },
  joinList: (items) => joinWith(items, ', ', ' und '),
  writeLocator: ({ section, paragraph }) =>
    [
      section === undefined ? '' : `Abschnitt ${section}`,
      paragraph === undefined ? 'Überschrift' : `Absatz ${paragraph}`,
    ]
      .filter(Boolean)
      .join(', '),
  quote: (text) => `„${text}“`,
  punctuation,
  words,
};
