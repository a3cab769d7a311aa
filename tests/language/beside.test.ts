import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counted, Qualifier, Unit } from '../../src/facts/schema.js';
import { changedFigures } from '../../src/language/beside.js';
import type { FigureStyle } from '../../src/language/language.js';
import { readFigures } from '../../src/language/read.js';
import { languageFor, languageTags } from '../../src/language/registry.js';

const counted: Counted = Object.fromEntries(
  languageTags().map((tag) => [
    tag,
    languageFor(tag).script === 'han' ? { other: '家企业' } : { one: 'zorb', other: 'zorbs' },
  ]),
);
const said = fc.record({
  amount: fc.oneof(
    fc.integer({ min: 2, max: 999_999_999 }).map(String),
    fc.integer({ min: 11, max: 9999 }).map((cents) => (cents / 10).toFixed(1)),
  ),
  unit: fc.constantFrom<Unit>('count', 'people', 'percent', 'percentage-point', 'ha', 'CNY', 'EUR', 'USD'),
  qualifier: fc.constantFrom<Qualifier>('exact', 'about', 'nearly', 'more-than', 'at-least', 'at-most'),
  style: fc.constantFrom<FigureStyle>('prose', 'tile', 'axis'),
});

/** @param expected how many of the one figure of each line are found to be changed */
const linesOf = (tag: string, [before, after]: readonly [string, string], expected: 0 | 1): void => {
  const language = languageFor(tag);
  fc.assert(
    fc.property(said, ({ amount, unit, qualifier, style }) => {
      const quantity = { amount, unit };
      const written = language.writeQuantity(quantity, qualifier, { style, counted });
      // Four digits may read as a year wherever they stand.
      fc.pre(readFigures(written, tag).length === 1);
      const phrase = language.writeQuantity(quantity, qualifier, { style: 'prose', counted, noun: true });
      const span = { start: before.length, end: before.length + written.length };
      const line = `${before}${written}${after}`;
      const found = changedFigures(
        line,
        [span],
        tag,
        () => ({ phrase }),
        (text) => readFigures(text, tag),
      );
      expect(
        found.map(({ text }) => text),
        line,
      ).toHaveLength(expected);
    }),
    { numRuns: 300 },
  );
};

const kept: Record<string, readonly (readonly [string, string])[]> = {
  en: [
    ['', ''],
    ['Jobs – ', ' – this year.'],
    ['(', ')'],
    ['Growth: ', ', as stated'],
    ['of which ', ' in all; more'],
  ],
  de: [
    ['', ''],
    ['Stellen – ', ' – in diesem Jahr.'],
    ['(', ')'],
    ['davon ', ' insgesamt; mehr'],
  ],
  fr: [
    ['', ''],
    ['(', ')'],
    ['Emplois – ', ' – cette année.'],
    ['dont ', ' en tout ; et'],
  ],
  'zh-CN': [
    ['', ''],
    ['其中，', '，'],
    ['（', '）'],
    ['规模——', '。'],
  ],
};
const turned: Record<string, readonly (readonly [string, string])[]> = {
  en: [
    ['Jobs -', ''],
    ['Jobs –', ''],
    ['minus ', ''],
    ['± ', ''],
    ['', '%'],
    ['', ' million'],
    ['', ' or more or less'],
    ['twice ', ''],
  ],
  de: [
    ['Stellen –', ''],
    ['minus ', ''],
    ['±', ''],
    ['', ' %'],
    ['', ' Mio.'],
  ],
  fr: [
    ['moins ', ''],
    ['–', ' ici'],
    ['', ' %'],
  ],
  'zh-CN': [
    ['增长负', ''],
    ['±', ''],
    ['', '％'],
    ['−', ''],
  ],
};

describe('a figure of any language', () => {
  it('is looked at in all of them', () => {
    for (const texts of [kept, turned]) expect(Object.keys(texts).sort()).toEqual([...languageTags()].sort());
  });

  it.each(languageTags().flatMap((tag) => (kept[tag] ?? []).map((texts) => [tag, texts] as const)))(
    'is what it is between words that say nothing of it (%s): %j',
    (tag, texts) => linesOf(tag, texts, 0),
  );

  it.each(languageTags().flatMap((tag) => (turned[tag] ?? []).map((texts) => [tag, texts] as const)))(
    'is another one between (%s): %j',
    (tag, texts) => linesOf(tag, texts, 1),
  );
});
