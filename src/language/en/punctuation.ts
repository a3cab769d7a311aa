/** Marks of English text. */
import type { Punctuation } from '../punctuation.js';

export const punctuation: Punctuation = {
  space: ' ',
  comma: ', ',
  semicolon: '; ',
  colon: ': ',
  stop: '.',
  dash: ' – ',
  open: ' (',
  close: ')',
  beforeComputed: ': ',
  beforeFormula: ' ',
  beforeCaptionNumber: '\u00A0',
  afterCaptionNumber: ': ',
};
