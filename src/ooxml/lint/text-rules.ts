/** Layer 1. Rules about languages and fonts of text, in slides, notes and Word files. */
import { hasEastAsian } from '../office-language.js';
import { child, textOf, type XmlElement } from '../xml.js';
import { type OfficeFile, type Page, quote, type Rule } from './file.js';
import { allByName, named, textOfRun } from './walk.js';

interface Run {
  readonly page: Page;
  readonly text: string;
  readonly eastAsian: boolean;
  readonly properties: XmlElement | undefined;
}

/** Two rules go over all runs. */
const allRuns = (file: OfficeFile) =>
  file.once('runs', () => ({ slides: [...slideRuns(file)], texts: [...wordRuns(file)] }));

/** Runs of DrawingML with text: on slides, and in charts and the boxes over them. */
function* slideRuns(file: OfficeFile): Iterable<Run> {
  const inCharts = file.charts.flatMap((chart) => [chart, ...file.boxesOver(chart)]);
  for (const page of [...file.slides, ...file.notes, ...inCharts]) {
    for (const run of [...named(page.root, 'a:r'), ...named(page.root, 'a:fld')]) {
      const content = child(run, 'a:t');
      const text = content ? textOf(content) : '';
      if (text.trim()) yield { page, text, eastAsian: hasEastAsian(text), properties: child(run, 'a:rPr') };
    }
  }
}

/** Runs of WordprocessingML with text. */
function* wordRuns(file: OfficeFile): Iterable<Run> {
  for (const page of file.texts) {
    for (const run of named(page.root, 'w:r')) {
      const text = textOfRun(run);
      if (text.trim()) yield { page, text, eastAsian: hasEastAsian(text), properties: child(run, 'w:rPr') };
    }
  }
}

/** Asked only where a tag is there: to look a language up, Node loads the names of all. */
let languageNames: Intl.DisplayNames | undefined;
const checked = new Map<string, boolean>([
  ['de-DE', true],
  ['en-US', true],
  ['fr-FR', true],
  ['zh-CN', true],
]);

/** A language that exists, with script and region at most, written as BCP 47 recommends: zh-CN, not zh_CN or ZH-cn. */
function isLanguage(tag: string): boolean {
  const known = checked.get(tag);
  if (known !== undefined) return known;
  const [language] = tag.split('-');
  languageNames ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const valid =
    /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(tag) &&
    languageNames.of(language as string) !== undefined;
  checked.set(tag, valid);
  return valid;
}

/** Elements of their own that name a language, and by which attributes. */
const languageElements: Readonly<Record<string, readonly string[]>> = {
  'w:lang': ['w:val', 'w:eastAsia', 'w:bidi'],
  'w:themeFontLang': ['w:val', 'w:eastAsia', 'w:bidi'],
  'c:lang': ['val'],
};
const languageAttributes = ['lang', 'altLang'];
/** Attributes of WordprocessingML have a prefix, and so are none of these. */
const attributesOf = (name: string): readonly string[] =>
  languageElements[name] ?? (name.startsWith('w:') ? [] : languageAttributes);

/** Every language attribute names a language. */
export const languagesAreValid: Rule = function* (file) {
  for (const { part, root } of file.trees(/^(ppt|word)\/.*\.xml$/)) {
    const wrong = new Set<string>();
    for (const [name, alike] of allByName(root)) {
      for (const key of attributesOf(name)) {
        for (const { attributes } of alike) {
          const tag = attributes.size === 0 ? undefined : attributes.get(key);
          if (tag !== undefined && !isLanguage(tag)) wrong.add(tag);
        }
      }
    }
    for (const tag of wrong)
      yield {
        part,
        message: `${part}: ${quote(tag)} is no language`,
        expected: 'a BCP 47 tag such as zh-CN, en-US, de-DE',
        hint: 'spelling and speech go by it',
      };
  }
};

/** Every run with text has its language; one with Chinese characters a Chinese one. */
export const runLanguages: Rule = function* (file) {
  for (const { page, text, eastAsian, properties } of allRuns(file).slides) {
    const language = properties?.attributes.get('lang');
    if (language === undefined || (eastAsian && !/^(zh|ja)\b/.test(language)))
      yield {
        part: page.part,
        message: `${page.label}: the run ${quote(text)} has ${language === undefined ? 'no language' : `language ${language}`}`,
        expected: eastAsian ? 'lang="zh-CN"' : 'a lang attribute',
        hint: 'tables, notes and charts do not inherit it',
      };
  }
  const styles = file.tree('word/styles.xml');
  const base = styles && child(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang');
  for (const { page, text, eastAsian, properties } of allRuns(file).texts) {
    const own = properties && child(properties, 'w:lang');
    const key = eastAsian ? 'w:eastAsia' : 'w:val';
    const language = own?.attributes.get(key) ?? base?.attributes.get(key);
    if (language === undefined)
      yield {
        part: page.part,
        message: `${page.part}: the run ${quote(text)} has no language`,
        expected: `w:lang with ${key} on the run or in the document's defaults`,
        hint: 'give it to the run',
      };
  }
};

/** Fonts that have no Chinese glyphs and yet are given for Chinese text. */
const latinOnly =
  /^(arial|calibri|cambria|helvetica|times new roman|georgia|verdana|tahoma|segoe ui|aptos)\b/i;

/** Runs with Chinese characters have an East Asian font, of their own or from the theme or the defaults. */
export const eastAsianFonts: Rule = function* (file) {
  let last: { readonly page: Page; readonly font: string | undefined } | undefined;
  const themeFont = (page: Page): string | undefined => {
    if (last?.page !== page) last = { page, font: themeFontOf(file, page) };
    return last.font;
  };
  for (const { page, text, eastAsian, properties } of allRuns(file).slides) {
    if (!eastAsian) continue;
    const own = properties && child(properties, 'a:ea')?.attributes.get('typeface');
    const font = own && !own.startsWith('+') ? own : themeFont(page);
    if (!font || latinOnly.test(font)) yield missingFont(page, text, font);
  }
  const styles = file.tree('word/styles.xml');
  const base = styles && child(styles, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:rFonts');
  for (const { page, text, eastAsian, properties } of allRuns(file).texts) {
    if (!eastAsian) continue;
    const fonts = [properties && child(properties, 'w:rFonts'), base];
    const font = fonts
      .map((found) => found?.attributes.get('w:eastAsia') ?? found?.attributes.get('w:eastAsiaTheme'))
      .find((found) => found !== undefined);
    if (!font || latinOnly.test(font)) yield missingFont(page, text, font);
  }
};

const missingFont = (page: Page, text: string, font: string | undefined) => ({
  part: page.part,
  message: `${page.label}: the run ${quote(text)} has ${font ? `"${font}" as its East Asian font` : 'no East Asian font'}`,
  expected: 'a font with Chinese glyphs in a:ea or w:eastAsia',
  hint: 'Office falls back to another font on each machine',
});

/** The body font that the theme behind a page gives for Chinese; of a chart, that of the slides or of the document. */
function themeFontOf(file: OfficeFile, page: Page): string | undefined {
  const through = (part: string, ...kinds: readonly string[]): string | undefined =>
    kinds.reduce<string | undefined>((at, kind) => (at === undefined ? at : file.related(at, kind)[0]), part);
  const theme =
    through(page.part, 'notesMaster', 'theme') ??
    through(page.part, 'slideLayout', 'slideMaster', 'theme') ??
    through(file.main ?? '', 'slideMaster', 'theme') ??
    through(file.main ?? '', 'theme');
  const tree = theme === undefined ? undefined : file.tree(theme);
  const minor = child(tree, 'a:themeElements', 'a:fontScheme', 'a:minorFont');
  return child(minor, 'a:ea')?.attributes.get('typeface');
}
