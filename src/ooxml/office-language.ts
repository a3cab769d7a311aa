/** Layer 1. Languages and scripts as Office names them. */

/** Characters that Office sets in the East Asian font: ideographs, kana, their punctuation, full-width forms. */
const eastAsian = /[\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u{20000}-\u{3ffff}]/u;

export const hasEastAsian = (text: string): boolean => eastAsian.test(text);

/** The language of runs with Chinese characters. */
export const eastAsianLanguage = 'zh-CN';

/** `Intl.Locale` is slow, and every run of a file asks: one answer per tag is kept. */
const known = new Map<string, string>();
const mostKnown = 100;

/** A tag with its region, since Office's proofing tools go by language and region: en → en-US, de → de-DE. */
export function officeLanguage(tag: string): string {
  let answer = known.get(tag);
  if (answer === undefined) {
    answer = withRegion(tag);
    if (known.size >= mostKnown) known.clear();
    known.set(tag, answer);
  }
  return answer;
}

function withRegion(tag: string): string {
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
