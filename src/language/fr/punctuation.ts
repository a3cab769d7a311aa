/** Marks of French text: signs of two parts have a no-break space before them. */
import type { Punctuation } from '../punctuation.js';

export const punctuation: Punctuation = {
  space: ' ',
  comma: ', ',
  semicolon: '\u00A0; ',
  colon: '\u00A0: ',
  stop: '.',
  dash: ' – ',
  open: ' (',
  close: ')',
  beforeComputed: '\u00A0: ',
  beforeFormula: ' ',
  beforeCaptionNumber: '\u00A0',
  afterCaptionNumber: '\u00A0: ',
};
