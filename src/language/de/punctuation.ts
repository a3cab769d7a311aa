/** Marks of German text: as English ones, by DIN 5008 with a spaced en dash. */
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
