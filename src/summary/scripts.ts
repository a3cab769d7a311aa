/** Layer 3. Fonts and language of a run: Word picks per character by script, so every run names both fonts. */
import type { Theme } from '../document/theme.js';
import type { LanguageTag } from '../facts/schema.js';
import { languageFor, languageTags } from '../language/registry.js';
import type { FontChoices } from '../ooxml/mend/word-fonts.js';
import { eastAsianLanguage, officeLanguage } from '../ooxml/office-language.js';
import { usualFallbacks } from '../themes/families.js';

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
export function fontsOf(script: Script, { fonts }: Pick<Theme, 'fonts'>) {
  const font = { ascii: fonts.latin, hAnsi: fonts.latin, cs: fonts.latin, eastAsia: fonts.eastAsian };
  return { font: script === 'han' ? { ...font, hint: 'eastAsia' } : font };
}

/**
 * Fonts and language of a run in this language. `value` is the language of its Latin letters (en becomes en-US, since
 * the proofing tools want a region), `eastAsia` of its ideographs. In Chinese text Latin letters count as English, as
 * Word itself has it: taken for Chinese, digits would be broken across lines.
 */
export function scriptProperties(language: LanguageTag, theme: Theme) {
  const known = byTheme.get(theme) ?? new Map<LanguageTag, ScriptProperties>();
  byTheme.set(theme, known);
  const found = known.get(language) ?? propertiesFor(language, theme);
  known.set(language, found);
  return found;
}

/** Every run asks. */
const byTheme = new WeakMap<Theme, Map<LanguageTag, ScriptProperties>>();
type ScriptProperties = ReturnType<typeof propertiesFor>;

function propertiesFor(language: LanguageTag, theme: Theme) {
  const script = scriptOf(language);
  return {
    ...fontsOf(script, theme),
    language: {
      value: officeLanguage(script === 'han' ? 'en' : language),
      eastAsia: script === 'han' ? officeLanguage(language) : eastAsianLanguage,
    },
  };
}

/** The theme's fonts, and those to take where a machine lacks them. */
export function fontChoices({ fonts }: Pick<Theme, 'fonts'>): FontChoices {
  const { latin, eastAsian, fallback } = fonts;
  return {
    latin: [...new Set([latin, ...(fallback?.latin ?? usualFallbacks.latin)])],
    eastAsian: [...new Set([eastAsian, ...(fallback?.eastAsian ?? usualFallbacks.eastAsian)])],
  };
}
