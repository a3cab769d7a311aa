import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyOf } from '../../src/language/any-of.js';
import { languageFor, languageTags } from '../../src/language/registry.js';

const matches = (patterns: readonly RegExp[], text: string, at: number): boolean =>
  patterns.some((pattern) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  });

describe('many patterns asked at once', () => {
  it('answers as each of them would, at every place of a text', () => {
    const words = fc.constantFrom(
      ...['Nov. 16, 2025', '16. November', '2025-11-16', '08:12', '三分之一', '翻了一番', '第3', '过半'],
      ...[
        'a third',
        'doubled',
        'two or three',
        'five-year plan',
        'zwei oder drei',
        'verdoppelt',
        'ein Prozent',
      ],
      ...['le tiers', 'doublé', 'section 3', 'top 10', ' ', ', ', 'zone', '高新区', '5', '%'],
    );
    const text = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ').toLowerCase());
    let matched = 0;
    for (const tag of languageTags()) {
      const { skips, specials } = languageFor(tag).grammar;
      const patterns = [...skips, ...specials.map(({ pattern }) => pattern)];
      const any = anyOf(patterns);
      fc.assert(
        fc.property(text, (value) => {
          for (let at = 0; at < value.length; at += 1) {
            const expected = matches(patterns, value, at);
            if (expected) matched += 1;
            expect(any(value, at), `${tag}: "${value.slice(at)}"`).toBe(expected);
          }
        }),
        { numRuns: 60 },
      );
    }
    expect(matched).toBeGreaterThan(100);
  });

  it('keeps flags apart: letters of any script are told only where the pattern asks so', () => {
    const any = anyOf([/half(?!\p{L})/uy, /q[1-4]/y]);
    expect([any('half', 0), any('halfé', 0), any('q3', 0), any('xq3', 0), any('xq3', 1)]).toEqual([
      true,
      false,
      true,
      false,
      true,
    ]);
  });
});
