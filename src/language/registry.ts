/** Every language there is. A new one is a file beside these and a line here. */
import { UsageError } from '../diagnostic.js';
import type { LanguageTag } from '../facts/schema.js';
import { de } from './de.js';
import { en } from './en.js';
import { fr } from './fr.js';
import type { Language } from './language.js';
import { zhCn } from './zh-cn.js';

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
