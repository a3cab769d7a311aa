import { describe, expect, it } from 'vitest';
import { languageFor } from '../../src/language/registry.js';

describe('a place in a source', () => {
  it.each([
    ['en', { section: '01', paragraph: 2 }, 'section 01, paragraph 2'],
    ['en', { paragraph: 2 }, 'paragraph 2'],
    ['en', { section: '01' }, 'section 01, heading'],
    ['de', { section: '01', paragraph: 2 }, 'Abschnitt 01, Absatz 2'],
    ['de', { section: '01' }, 'Abschnitt 01, Überschrift'],
    ['zh-CN', { section: '01', paragraph: 2 }, '第01节第2段'],
    ['zh-CN', { section: '01' }, '第01节标题'],
  ])('is named in %s: %j', (tag, locator, words) => {
    expect(languageFor(tag).writeLocator(locator)).toBe(words);
  });
});
