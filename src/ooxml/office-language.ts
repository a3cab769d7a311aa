/** Layer 1. Languages and scripts as Office names them. */

/** Characters that Office sets in the East Asian font: ideographs, kana, their punctuation, full-width forms. */
const eastAsian = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

export const hasEastAsian = (text: string): boolean => eastAsian.test(text);

/** The language of runs with Chinese characters. */
export const eastAsianLanguage = 'zh-CN';

/** A tag with its region, since Office's proofing tools go by language and region: en → en-US, de → de-DE. */
export function officeLanguage(tag: string): string {
  try {
    const { language, region } = new Intl.Locale(tag).maximize();
    return region ? `${language}-${region}` : language;
  } catch {
    return tag;
  }
}

/** The language of Latin text beside East Asian text: the document's own, or English where that is Chinese. */
export const latinLanguage = (language: string): string =>
  /^(zh|ja|ko)\b/.test(language) ? 'en-US' : language;
