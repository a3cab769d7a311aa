import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFigures } from '../../src/language/read.js';
import { languageFor, languageTags } from '../../src/language/registry.js';

describe('a text without digit', () => {
  it('is read as it is behind one with a digit: that none is in it is no shortcut that misses a figure', () => {
    for (const tag of languageTags()) {
      const { numberWords } = languageFor(tag).grammar;
      if (!numberWords) continue;
      const { spelt, articles, scales } = numberWords;
      const word = fc.oneof(
        ...[spelt, articles, scales].map(({ words }) => fc.constantFrom(...words)),
        fc.constantFrom(
          'zone',
          'euros',
          '%',
          'percent',
          'Prozent',
          'companies',
          'Firmen',
          'half',
          'third',
          'tiers',
        ),
        fc.constantFrom(
          'of',
          'more than',
          'über',
          'plus de',
          'doubled',
          'verdoppelt',
          'doublé',
          ',',
          '-',
          'Ölé',
        ),
      );
      const text = fc
        .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '-', '', ', ')), { maxLength: 6 })
        .map((parts) => parts.flat().join(''));
      let found = 0;
      const digit = '7 !; ';
      fc.assert(
        fc.property(text, (written) => {
          const alone = readFigures(written, tag);
          const behind = readFigures(digit + written, tag).filter(({ start }) => start >= digit.length);
          found += alone.length;
          expect(alone).toEqual(
            behind.map((read) => ({
              ...read,
              start: read.start - digit.length,
              end: read.end - digit.length,
            })),
          );
        }),
        { numRuns: 400 },
      );
      expect(found, tag).toBeGreaterThan(50);
    }
  });
});
