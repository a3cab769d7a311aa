import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageFor, languageTags } from '../../src/language/registry.js';

/** Every word of a table, with its path; functions are asked with a word for each of what they take. */
function wordsIn(table: unknown, path: string): [path: string, word: string][] {
  if (typeof table === 'string') return [[path, table]];
  if (typeof table === 'function') {
    const given = Array.from({ length: table.length }, (_, index) => `7${index}`);
    return [[path, String(table(...given))]];
  }
  return Object.entries(table as object).flatMap(([key, inner]) => wordsIn(inner, `${path}.${key}`));
}

/** Words that two languages really have in common, as changes.edition in fr and en had "version". */
const inCommon: readonly string[] = [];

/** What a word is without what it was given, so that two languages can be compared. */
const wordOf = (word: string): string =>
  word
    .replace(/7\d/g, '')
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

describe('every registered language', () => {
  it.each(languageTags())('it has a table of phrases: %s', (tag) => {
    const table = new URL(`${tag.toLowerCase()}.test.ts`, import.meta.url);
    expect(existsSync(table), `${table.pathname} is missing`).toBe(true);
  });

  it.each(languageTags())('it is registered under its own tag, a well-formed one: %s', (tag) => {
    const language = languageFor(tag);
    expect(language.tag).toBe(tag);
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag]);
    // Its script decides fonts and line breaking: the one CLDR knows the language to be written in.
    const script = new Intl.Locale(tag).maximize().script;
    expect(language.script).toBe(script === 'Latn' ? 'latin' : 'han');
  });

  it.each(languageTags())('it has a word for everything the writers say: %s', (tag) => {
    const { words, quote, joinList, writeLocator } = languageFor(tag);
    const { chartKinds, asOf, page, ...plain } = words;
    for (const word of [...Object.values(plain), ...Object.values(chartKinds)]) expect(word).not.toBe('');
    for (const [path, word] of wordsIn(words, 'words')) expect(word.trim(), path).not.toBe('');
    expect(asOf('D')).toContain('D');
    expect(page('7', '9')).toMatch(/7.*9/);
    expect(quote('Q')).toMatch(/^\P{L}+Q\P{L}+$/u);
    expect(joinList(['A', 'B', 'C'])).toMatch(/A.*B.*C/);
    expect(writeLocator({ section: '04', paragraph: 3 })).toMatch(/04.*3/);
  });

  it.each(languageTags())(
    'it says of an earlier edition what every language does, in words of its own: %s',
    (tag) => {
      const own = wordsIn(languageFor(tag).words.changes, 'changes');
      const others = languageTags().filter((other) => other !== tag);
      for (const other of others) {
        const theirs = wordsIn(languageFor(other).words.changes, 'changes');
        expect(own.map(([path]) => path).sort()).toEqual(theirs.map(([path]) => path).sort());
        // A table that was begun as a copy, and a word in it that was forgotten.
        const shared = own.filter(([path, word]) => {
          const their = theirs.find(([theirPath]) => theirPath === path)?.[1] ?? '';
          return wordOf(word) !== '' && wordOf(word) === wordOf(their) && !inCommon.includes(path);
        });
        expect(shared).toEqual([]);
      }
      // What a function is given stands in what it says.
      const { labelBefore, labelDifference, basis, rise, fall, heading, edition, unchanged } =
        languageFor(tag).words.changes;
      expect(edition('D', '7')).toMatch(/D.*7/);
      expect(labelBefore('L', 'E')).toMatch(/L.*E/);
      expect(basis('W', 'I')).toMatch(/(W.*I|I.*W)/);
      for (const said of [
        labelDifference('X'),
        rise('X', true),
        fall('X', false),
        heading('X'),
        unchanged('X'),
      ])
        expect(said).toContain('X');
      expect(rise('X', false)).not.toBe(fall('X', false));
    },
  );

  it.each(languageTags())('it has every mark, with the blanks that its script sets: %s', (tag) => {
    const { script, punctuation } = languageFor(tag);
    const { space, beforeCaptionNumber, ...marks } = punctuation;
    for (const [name, mark] of Object.entries(marks)) expect(mark, name).not.toBe('');
    for (const mark of ['comma', 'semicolon', 'colon', 'stop', 'open', 'close'] as const)
      expect(punctuation[mark], mark).toMatch(/\p{P}/u);
    // Chinese marks are as wide as a character; after Latin ones a blank follows.
    const wide = /^[\u3000\u2014\uFF00-\uFFEF\u3001\u3002]+$/;
    if (script === 'han') {
      for (const [name, mark] of Object.entries(marks)) expect(mark, name).toMatch(wide);
      expect([space, beforeCaptionNumber]).toEqual(['', '']);
    } else {
      expect([space, beforeCaptionNumber]).toEqual([' ', '\u00A0']);
      for (const mark of ['comma', 'semicolon', 'colon'] as const) expect(punctuation[mark]).toMatch(/\S $/);
    }
  });

  it.each(languageTags())('it stands in a folder of its own, a file for each concern: %s', (tag) => {
    const folder = new URL(`../../src/language/${tag.toLowerCase()}/`, import.meta.url);
    for (const file of ['language', 'words', 'changes', 'punctuation', 'writing', 'grammar'])
      expect(existsSync(new URL(`${file}.ts`, folder)), file).toBe(true);
  });
});
