/** Marks of Chinese text, as GB/T 15834 has them: as wide as a character, without blanks. */
import type { Punctuation } from '../punctuation.js';

export const punctuation: Punctuation = {
  space: '',
  comma: '，',
  semicolon: '；',
  colon: '：',
  stop: '。',
  dash: '——',
  open: '（',
  close: '）',
  // A second colon would follow: 实缴比例，计算方式：….
  beforeComputed: '，',
  beforeFormula: '：',
  beforeCaptionNumber: '',
  // 图1　标题, as Chinese books number their figures.
  afterCaptionNumber: '\u3000',
};
