/**
 * Layer 2. Where words may be divided at the end of a line: by the patterns that TeX and LibreOffice use, with what the
 * language's typesetters hold beyond them. A program that shows slides has no such patterns (PowerPoint tears a word
 * that is wider than its box), so this is found out where the text is composed, while charts and slides are laid out.
 */
import type { HyphenationFunctionSync, PatternsDefinition } from 'hyphen';
import { divisionMark } from '../fonts/line-breaks.js';

export interface Hyphenation {
  /** Loaded when a long word comes up: the German patterns have 700 kB. */
  patterns(): Promise<{ readonly default: PatternsDefinition }>;
  /** Least number of letters before the hyphen and after it. */
  readonly before: number;
  readonly after: number;
  /** Words that stay whole, though they are long enough. */
  isBarred(word: string): boolean;
  /** Whether two parts of a word are words themselves: a compound is divided there rather than at a syllable. */
  isJoint?(left: string, right: string): boolean;
}

/** Writes a word with `divisionMark` wherever it may be divided, twice at the joints of compounds. */
export type MarkDivisions = (word: string) => string;

/** Shorter words fit into any box that text is set in. */
export const leastDivided = 8;

/** Abbreviations and names of firms have capitals within: GmbH, PEdaily. Digits and marks are none of a word's. */
const plainWord = /^\p{L}[\p{Ll}\p{M}]+$/u;

const loaded = new WeakMap<Hyphenation, Promise<MarkDivisions>>();

/** Loads a language's patterns, once. */
export function loadHyphenation(hyphenation: Hyphenation): Promise<MarkDivisions> {
  let marking = loaded.get(hyphenation);
  if (!marking) {
    marking = load(hyphenation);
    loaded.set(hyphenation, marking);
  }
  return marking;
}

async function load(hyphenation: Hyphenation): Promise<MarkDivisions> {
  const [{ default: create }, { default: patterns }] = await Promise.all([
    import('hyphen'),
    hyphenation.patterns(),
  ]);
  const divide = create(patterns, { hyphenChar: divisionMark }) as HyphenationFunctionSync;
  return (word) => {
    if (word.length < leastDivided || !plainWord.test(word) || hyphenation.isBarred(word)) return word;
    return marked(divide(word).split(divisionMark), hyphenation);
  };
}

function marked(syllables: readonly string[], { before, after, isJoint }: Hyphenation): string {
  const [first = '', ...others] = syllables;
  const word = syllables.join('');
  let text = first;
  let left = first.length;
  for (const syllable of others) {
    if (left >= before && word.length - left >= after) {
      const joint = isJoint?.(word.slice(0, left).toLowerCase(), word.slice(left)) ?? false;
      text += joint ? divisionMark + divisionMark : divisionMark;
    }
    text += syllable;
    left += syllable.length;
  }
  return text;
}
