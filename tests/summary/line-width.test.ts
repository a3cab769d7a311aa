import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textWidth } from '../../src/fonts/measure.js';
import { lineWidth } from '../../src/summary/line-width.js';

const seam = /\p{Script=Han}(?=[\p{Script=Latin}\d])|[\p{Script=Latin}\d](?=\p{Script=Han})/gu;
const character = fc.oneof(
  fc.constantFrom(...'重庆〇々𠀀中', ...'aZéßſ09', ...'，。 -%·“”²Ωж'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
);

describe('the length of a line', () => {
  it('has a quarter of an em wherever a Chinese character and a Latin letter or digit meet', () => {
    fc.assert(
      fc.property(fc.string({ unit: character, maxLength: 30 }), (text) => {
        const seams = text.match(seam)?.length ?? 0;
        expect(lineWidth(text, 10, false)).toBeCloseTo(textWidth(text, 10, {}) + seams * 2.5, 9);
      }),
    );
    expect(lineWidth('42.5%的A股', 8, true)).toBeCloseTo(textWidth('42.5%的A股', 8, { bold: true }) + 4, 9);
  });
});
