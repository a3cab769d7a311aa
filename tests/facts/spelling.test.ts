import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePoint, editDistance, nearest, oneOf, shown } from '../../src/facts/spelling.js';

describe('spelling', () => {
  it('counts a swap of neighbours as one edit', () => {
    expect(editDistance('lable', 'label')).toBe(1);
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('', 'abc')).toBe(3);
  });

  it('has a distance that is a metric of words: symmetric, zero for equal words only, within the longer length', () => {
    const word = fc.string({ maxLength: 12, unit: fc.constantFrom('a', 'b', 'c') });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const distance = editDistance(a, b);
        expect(distance).toBe(editDistance(b, a));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
        expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length));
      }),
    );
  });

  it('finds the name that was meant, and none where nothing is near', () => {
    expect(nearest('Labels', ['id', 'label', 'kind'])).toBe('label');
    expect(nearest('qualifer', ['quantity', 'qualifier'])).toBe('qualifier');
    expect(nearest('colour', ['id', 'kind', 'label'])).toBeUndefined();
    expect(nearest('x'.repeat(100_000), ['y'.repeat(100_000)])).toBeUndefined();
  });

  it('shows values on one line and cuts long ones', () => {
    expect(shown('a\nb')).toBe('"a\\nb"');
    expect(shown('x'.repeat(100))).toHaveLength(60);
    expect(shown(12)).toBe('12');
  });

  it('writes lists and code points', () => {
    expect(oneOf(['a', 'b', 'c'])).toBe('a, b or c');
    expect(oneOf(['a'])).toBe('a');
    expect(codePoint('\u0007')).toBe('U+0007');
  });
});
