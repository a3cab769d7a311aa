/** Layer 2. The marks of a language, for the lines that the writers themselves put together. */

/** Each with the blanks that the language sets around it. Every language says all of them: held by the type. */
export interface Punctuation {
  /** Between two words. */
  readonly space: string;
  readonly comma: string;
  readonly semicolon: string;
  /** Between a label and what it names: "Source: PEdaily". */
  readonly colon: string;
  /** At the end of a sentence; a next one follows after `space`. */
  readonly stop: string;
  /** Between a phrase and what explains it. */
  readonly dash: string;
  readonly open: string;
  readonly close: string;
  /** Between a label and "computed as": "Ratio: computed as", 比例，计算方式. */
  readonly beforeComputed: string;
  /** Between "computed as" and the formula. */
  readonly beforeFormula: string;
  /** Between "Figure" and its number in a caption, and between the number and the title. */
  readonly beforeCaptionNumber: string;
  readonly afterCaptionNumber: string;
}
