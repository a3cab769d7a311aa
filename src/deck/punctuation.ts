/** Layer 3. Marks between the parts of a line that the deck itself puts together: those of the language's script. */
import type { Language } from '../language/language.js';

export interface Punctuation {
  readonly comma: string;
  readonly semicolon: string;
  readonly space: string;
  /** Between "computed as" and the formula. */
  readonly formula: string;
  readonly dash: string;
  readonly open: string;
  readonly close: string;
}

const marks: Readonly<Record<Language['script'], Punctuation>> = {
  latin: { comma: ', ', semicolon: '; ', space: ' ', formula: ' ', dash: ' – ', open: ' (', close: ')' },
  han: { comma: '，', semicolon: '；', space: '', formula: '：', dash: '——', open: '（', close: '）' },
};

export const punctuationOf = (language: Language): Punctuation => marks[language.script];
