import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters } from '../../src/fonts/line-breaks.js';
import { breakLines, missingGlyphs, textWidth, unbreakableWidth } from '../../src/fonts/measure.js';

const sample = fc.array(
  fc.constantFrom(
    ...[
      'a',
      'W',
      'high-tech',
      'Wirtschaftsförderung',
      '286.6',
      '亿元',
      '重',
      '庆',
      '，',
      '。',
      '（',
      '）',
      '《',
      '》',
    ],
    ...[
      '“',
      '”',
      ' ',
      '  ',
      '\u00a0',
      '-',
      '–',
      '——',
      '%',
      '17',
      '万',
      '\n',
      'e\u0301',
      '👍🏽',
      '、',
      '：',
      '\u3000',
      '…',
    ],
  ),
  { maxLength: 40 },
);
const text = fc.oneof(
  sample.map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((value) => value.replaceAll('\r', '')),
);
const room = fc.double({ min: 5, max: 400, noNaN: true });

describe('the width of text', () => {
  it("is Arial's for Latin: an a of 1139 units in 2048", () => {
    expect(textWidth('a', 2048, { face: 'arial' })).toBe(1139);
    expect(textWidth('a', 2048, { face: 'arial', bold: true })).toBe(1139);
    expect(textWidth('b', 2048, { face: 'arial', bold: true })).toBe(1251);
  });

  it("is the wider of Arial's and DejaVu Sans's where no face is named", () => {
    // DejaVu Sans: a 1255 and bold 1382, space 651.
    expect(textWidth('a', 2048)).toBe(1255);
    expect(textWidth('a', 2048, { bold: true })).toBe(1382);
    expect(textWidth('a a', 2048)).toBe(1255 * 2 + 651);
    // An at sign is wider in Arial.
    expect(textWidth('@', 2048)).toBe(2079);
    expect(textWidth('a', 2048, { face: 'substitute' })).toBe(textWidth('a', 2048));
  });

  it('leaves room in the substitute for whatever Arial needs', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.string({ unit: 'binary', maxLength: 60 })),
        fc.boolean(),
        (value, bold) => {
          const arial = { bold, face: 'arial' } as const;
          expect(textWidth(value, 10, { bold })).toBeGreaterThanOrEqual(textWidth(value, 10, arial));
          expect(unbreakableWidth(value, 10, { bold })).toBeGreaterThanOrEqual(
            unbreakableWidth(value, 10, arial),
          );
        },
      ),
    );
  });

  it('sets hanzi no wider in the substitute: Chinese fonts do not differ', () => {
    expect(textWidth('重庆，“高新区”（１', 10)).toBe(textWidth('重庆，“高新区”（１', 10, { face: 'arial' }));
  });

  it('is an em for hanzi, their punctuation and fullwidth forms', () => {
    expect(textWidth('重庆，（１', 10)).toBe(50);
  });

  it('sets quotation marks an em wide beside hanzi only', () => {
    expect(textWidth('“重”', 10)).toBe(30);
    expect(textWidth('“a”', 10, { face: 'arial' })).toBeCloseTo((682 * 2 + 1139) / 204.8, 5);
  });

  it('counts nothing for marks, joiners and line breaks', () => {
    expect(textWidth('e\u0301', 10)).toBe(textWidth('e', 10));
    expect(textWidth('a\nb', 10)).toBe(textWidth('ab', 10));
  });

  it('knows the Latin of the bundled Chinese font', () => {
    expect(textWidth('a', 1000, { face: 'noto' })).toBeCloseTo(563, 3);
  });
});

describe('breaking lines', () => {
  it('leaves no line wider than the box, but for a single character that is wider', () => {
    fc.assert(
      fc.property(text, room, fc.boolean(), (value, width, bold) => {
        for (const line of breakLines(value, width, 12, { bold })) {
          if (clusters(line).length > 1) {
            expect(textWidth(line, 12, { bold })).toBeLessThanOrEqual(width + 1e-4);
          }
        }
      }),
    );
  });

  it('gives the text back: only blanks and line breaks are lost, where lines end', () => {
    fc.assert(
      fc.property(text, room, (value, width) => {
        let rest = value;
        for (const line of breakLines(value, width, 12)) {
          expect(rest.startsWith(line)).toBe(true);
          rest = rest
            .slice(line.length)
            .replace(/^[^\S\u00a0\u202f\u2007\n\v\f\u2028\u2029\ufeff]*\u200b*\n?/u, '');
        }
        expect(rest).toBe('');
      }),
    );
  });

  it('begins no line with closing punctuation and ends none with opening, where there is room for two characters', () => {
    const words = fc.array(fc.constantFrom('重', '庆', '高新区', '，', '。', '（', '》', '”', '%', '：'), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, (parts) => {
        const value = parts
          .join('')
          .replace(/([，。（》”%：])[，。（》”%：]+/g, '$1')
          .replace(/^[，。》”%：]|（$/g, '');
        for (const line of breakLines(value, 60, 12)) {
          expect(line).not.toMatch(/^[，。》”%：]/);
          expect(line).not.toMatch(/（$/);
        }
      }),
    );
  });

  it('breaks Latin at blanks and after hyphens within words, not within figures', () => {
    expect(breakLines('high-tech zone', textWidth('high-t', 10), 10)).toEqual(['high-', 'tech', 'zone']);
    expect(breakLines('in 2024–2025 and', textWidth('2024–2025', 10), 10)).toEqual([
      'in',
      '2024–2025',
      'and',
    ]);
  });

  it('keeps a number and its unit together', () => {
    expect(breakLines('投资额为286.6亿元', textWidth('投资额为286.6亿', 10), 10)).toEqual([
      '投资额为',
      '286.6亿元',
    ]);
    expect(breakLines('about 15\u00a0%', textWidth('about 15', 10), 10)).toEqual(['about', '15\u00a0%']);
  });

  it('tears a word that is wider than the box, and only then', () => {
    expect(breakLines('a Wirtschaft', textWidth('Wirts', 10), 10)).toEqual(['a', 'Wirts', 'chaft']);
  });

  it('does not tear marks off their letter', () => {
    expect(breakLines('e\u0301e\u0301', 1, 10)).toEqual(['e\u0301', 'e\u0301']);
  });

  it('keeps line breaks and gives one line for no text', () => {
    expect(breakLines('a\n\nb', 100, 10)).toEqual(['a', '', 'b']);
    expect(breakLines('', 100, 10)).toEqual(['']);
  });
});

describe('missing glyphs', () => {
  it('finds what neither bundled font has, each once, in order', () => {
    expect(missingGlyphs('堃a堃ℵ庆')).toEqual(['堃', 'ℵ']);
  });

  it('has what English, German and Chinese business text uses', () => {
    const used =
      '‐–—“”„‚‘’…·•×÷→≥≤≈%‰€¥£äöüÄÖÜßé（）《》，。、；：！？￥％\u00a0\u202f\u2009²₂łč重庆高新技术产业开发区';
    expect(missingGlyphs(used)).toEqual([]);
  });
});
