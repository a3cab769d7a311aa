import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageFor, languageTags } from '../../src/language/registry.js';

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
    expect(asOf('D')).toContain('D');
    expect(page('7', '9')).toMatch(/7.*9/);
    expect(quote('Q')).toMatch(/^\P{L}+Q\P{L}+$/u);
    expect(joinList(['A', 'B', 'C'])).toMatch(/A.*B.*C/);
    expect(writeLocator({ section: '04', paragraph: 3 })).toMatch(/04.*3/);
  });

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
    for (const file of ['language', 'words', 'punctuation', 'writing', 'grammar'])
      expect(existsSync(new URL(`${file}.ts`, folder)), file).toBe(true);
  });
});
