/** Chinese of the mainland. */
import type { Language } from '../language.js';
import { dateParts, joinWith, quantityWriter } from '../write.js';
import { grammar } from './grammar.js';
import { punctuation } from './punctuation.js';
import { words } from './words.js';
import { chineseOrdinal, tag, writing } from './writing.js';

export const zhCn: Language = {
  tag,
  name: '中文',
  script: 'han',
  grammar,
  // Hanzi have no syllables to part, and Latin words in Chinese text are names.
  hyphenation: undefined,
  writeQuantity: quantityWriter(writing),
  writeDate(iso) {
    const { year, month, day } = dateParts(iso);
    return `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`;
  },
  writeRank: (rank, form) => (form === 'measured' && rank === 1 ? '首' : chineseOrdinal(rank)),
  joinList: (items) => joinWith(items, '、', '和'),
  writeLocator: ({ section, paragraph }) =>
    `${section === undefined ? '' : `第${section}节`}${paragraph === undefined ? '标题' : `第${paragraph}段`}`,
  quote: (text) => `“${text}”`,
  punctuation,
  words,
};
