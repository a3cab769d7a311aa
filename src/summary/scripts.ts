/** Layer 3. Fonts and language of a run: Word picks per character by script, so every run names both fonts. */
import type { Theme } from '../document/theme.js';
import type { LanguageTag } from '../facts/schema.js';
import { languageFor, languageTags } from '../language/registry.js';
import { eastAsianLanguage, officeLanguage } from '../ooxml/office-language.js';

export type Script = 'latin' | 'han';

/** A source may be in a language that zonebrief does not write. */
export function scriptOf(language: LanguageTag): Script {
  if (languageTags().includes(language)) return languageFor(language).script;
  return /^(zh|ja)\b/.test(language) ? 'han' : 'latin';
}

/**
 * Fonts by script. The hint gives characters that both scripts have (quotation marks, dashes) to the Chinese font in
 * Chinese text.
 */
export function fontsOf(script: Script, { fonts }: Theme) {
  const font = { ascii: fonts.latin, hAnsi: fonts.latin, cs: fonts.latin, eastAsia: fonts.eastAsian };
  return { font: script === 'han' ? { ...font, hint: 'eastAsia' } : font };
}

/**
 * Fonts and language of a run in this language. `value` is the language of the text (en becomes en-US, as the proofing
 * tools want a region); any ideographs in it count as Chinese.
 */
export function scriptProperties(language: LanguageTag, theme: Theme) {
  return {
    ...fontsOf(scriptOf(language), theme),
    language: { value: officeLanguage(language), eastAsia: eastAsianLanguage },
  };
}
