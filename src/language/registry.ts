/**
 * Every language there is. A new one is a folder beside these, a line in the list below, and a table of phrases under
 * tests/language/. Copy the folder of the nearest language and go through it file by file:
 *
 *     language.ts     the Language: dates, ranks, lists, places, quotation marks; it puts the others together
 *     words.ts        what the writers say: "Source", "As of …"
 *     notices.ts      what mails say of new editions and of held ones
 *     punctuation.ts  the marks of the lines that the writers put together, with their blanks
 *     hyphenation.ts  where words are divided: patterns of the package `hyphen`; none where a script has no words
 *     writing.ts      how figures are printed: scales, currencies, units, hedges
 *     grammar.ts      how figures are read in a text; with vocabulary.ts (words) and numerals.ts (numbers in words)
 *
 * What is forgotten is told: a member, word or mark by the compiler (`Language`, `Words` and `Punctuation` have no
 * optional members), an empty one, a missing file or table of phrases by registry.test.ts, a figure that reads back as
 * another one by round-trip.test.ts, a text on which reading hangs or fails by hostile.test.ts.
 */
import { UsageError } from '../diagnostic.js';
import type { LanguageTag } from '../facts/schema.js';
import { de } from './de/language.js';
import { en } from './en/language.js';
import { fr } from './fr/language.js';
import type { Language } from './language.js';
import { zhCn } from './zh-cn/language.js';

const languages: ReadonlyMap<LanguageTag, Language> = new Map(
  [en, zhCn, de, fr].map((language) => [language.tag, language]),
);

/** Tags of all languages, in the order of the registry. */
export function languageTags(): LanguageTag[] {
  return [...languages.keys()];
}

/**
 * The language of a tag, compared exactly: "zh" is not "zh-CN", since a reader in Taipei expects other words.
 *
 * @throws {UsageError} when it is not known; the message names those that are
 */
export function languageFor(tag: LanguageTag): Language {
  const language = languages.get(tag);
  if (language) return language;
  const known = languageTags().join(', ');
  throw new UsageError(
    `unknown language "${tag.slice(0, 40)}": expected one of ${known}`,
    'write the tag exactly so, or add a language under src/language/',
  );
}
