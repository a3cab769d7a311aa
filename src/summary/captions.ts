/** Layer 3. Captions: "Figure 1: Fund structure", "图1　基金结构". The number is a field that Word keeps counting. */
import type { LanguageTag } from '../facts/schema.js';
import { languageFor } from '../language/registry.js';
import type { Run } from './summary.js';

/** The sequence is named after the word, so that each language counts for itself, as Word's own captions do. */
export function captionRuns(language: LanguageTag, number: number, title: string): Run[] {
  const { punctuation, words } = languageFor(language);
  // A field's name is one word.
  const name = words.figure.replace(/\s/g, '_');
  return [
    { kind: 'text', text: `${words.figure}${punctuation.beforeCaptionNumber}`, language, strong: true },
    { kind: 'sequence', name, number, language },
    { kind: 'text', text: `${punctuation.afterCaptionNumber}${title}`, language },
  ];
}
