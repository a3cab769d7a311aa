import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clusters } from '../../src/fonts/line-breaks.js';
import {
  breakLines,
  countLines,
  lineEnds,
  missingGlyphs,
  textWidth,
  unbreakableWidth,
} from '../../src/fonts/measure.js';

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
/** Texts of four languages, long words marked as composition does it. */
const phrases = [
  'Wirt\u00adschafts\u00ad\u00adför\u00adde\u00adrungs\u00ad\u00adge\u00adsell\u00adschaft',
  'Halb\u00ad\u00adlei\u00adter\u00ad\u00adfer\u00adti\u00adgung',
  'Elektronik-Zu\u00adlie\u00adfer\u00adkette',
  'inter\u00adna\u00adtion\u00adal\u00adisa\u00adtion',
  'inves\u00adtis\u00adse\u00adments',
  '28,66\u00a0Mrd.\u00a0RMB',
  '286.6亿元',
  '重庆高新区（IGBT）',
  '“十四五”规划，',
  'und',
  '\n',
];
const marked = fc
  .array(fc.constantFrom(...phrases), { maxLength: 12 })
  .chain((words) => fc.constantFrom(' ', '').map((between) => words.join(between)));
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
      fc.property(fc.oneof(text, marked), room, fc.boolean(), (value, width, bold) => {
        for (const line of breakLines(value, width, 12, { bold })) {
          if (clusters(line).length > 1) {
            expect(textWidth(line, 12, { bold })).toBeLessThanOrEqual(width + 1e-4);
          }
        }
      }),
    );
  });

  it('gives the text back: only blanks and line breaks are lost, where lines end; hyphens divide marked words', () => {
    fc.assert(
      fc.property(fc.oneof(text, marked), room, (value, width) => {
        let rest = value.replaceAll('\u00ad', '');
        const ends = lineEnds(value, width, 12);
        for (const [index, printed] of breakLines(value, width, 12).entries()) {
          const { at, divided } = ends[index] as { at: number; divided: boolean };
          if (divided) expect([printed.endsWith('-'), value[at - 1]]).toEqual([true, '\u00ad']);
          const line = divided ? printed.slice(0, -1) : printed;
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

  it('divides a word that is wider than the box where it is marked, with a hyphen that fits', () => {
    const word = 'Wirt\u00adschafts\u00ad\u00adför\u00adde\u00adrung';
    const width = textWidth('Wirtschaftsför-', 10);
    // At the joint, though a later syllable would fit; else at the last syllable that does.
    expect(breakLines(`die ${word}`, width, 10)).toEqual(['die', 'Wirtschafts-', 'förderung']);
    expect(breakLines(word, textWidth('Wirtsch-', 10), 10)).toEqual(['Wirt-', 'schafts-', 'förde-', 'rung']);
    expect(breakLines(word, textWidth('Wirtschaftsförderung', 10), 10)).toEqual(['Wirtschaftsförderung']);
    // Too narrow even for a syllable.
    expect(breakLines(word, textWidth('Wir', 10), 10)[0]).toBe('Wir');
  });

  it('leaves a word whole that has room on the next line, however empty this one stays', () => {
    const text = 'in Halb\u00ad\u00adleiter\u00ad\u00adfertigung';
    const width = textWidth('Halbleiterfertigung', 10);
    expect(lineEnds(text, width, 10)).toEqual([
      { at: 3, divided: false },
      { at: text.length, divided: false },
    ]);
  });

  it('ends a line behind a no-break space before it tears a figure', () => {
    const figure = '28,66\u00a0Mrd.\u00a0RMB';
    expect(breakLines(`a ${figure}`, textWidth(figure, 10), 10)).toEqual(['a', figure]);
    expect(breakLines(figure, textWidth('28,66\u00a0Mrd.\u00a0', 10), 10)).toEqual([
      '28,66\u00a0Mrd.\u00a0',
      'RMB',
    ]);
  });

  it('does not tear marks off their letter', () => {
    expect(breakLines('e\u0301e\u0301', 1, 10)).toEqual(['e\u0301', 'e\u0301']);
  });

  it('keeps line breaks and gives one line for no text', () => {
    expect(breakLines('a\n\nb', 100, 10)).toEqual(['a', '', 'b']);
    expect(breakLines('', 100, 10)).toEqual(['']);
  });
});

describe('breaking the same text again', () => {
  it('gives the same lines, whatever widths, sizes and letters were tried between', () => {
    const setting = fc.record({
      width: fc.integer({ min: 10, max: 400 }),
      size: fc.constantFrom(9, 12, 18),
      bold: fc.boolean(),
      face: fc.constantFrom('arial' as const, 'substitute' as const, 'noto' as const),
    });
    fc.assert(
      fc.property(text, fc.array(setting, { minLength: 1, maxLength: 150 }), (value, settings) => {
        const inAll = () =>
          settings.map(({ width, size, ...style }) => breakLines(value, width, size, style));
        const first = inAll();
        expect(inAll()).toEqual(first);
        expect(settings.map(({ width, size, ...style }) => countLines(value, width, size, style))).toEqual(
          first.map(({ length }) => length),
        );
        // As a paragraph of another text.
        for (const [index, { width, size, ...style }] of settings.slice(0, 3).entries())
          expect(breakLines(`${value}\n${index}`, width, size, style).slice(0, -1)).toEqual(first[index]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('Chinese text with Latin words and figures', () => {
  const parts = [
    '重庆',
    '高新区',
    '，',
    '。',
    '、',
    '：',
    '；',
    '（',
    '）',
    '《',
    '》',
    '“',
    '”',
    '！',
    '？',
    '——',
  ];
  const latin = ['GlobeNewswire', 'R&D', 'high-tech', 'IGBT', 'SiC'];
  const figures = ['286.6亿元', '近17万人', '15.3%', '2026年', '12.5万平方米', '28.66'];
  const closing = /^[，。、：；）》”！？—％%]/;
  const opening = /[（《“]$/;
  const mixed = fc
    .array(fc.constantFrom(...parts, ...latin, ...figures, ' '), { minLength: 8, maxLength: 40, size: 'max' })
    .map((words) =>
      words
        .reduce((text, word) => text + (/[\w%]$/.test(text) && /^\w/.test(word) ? ' ' : '') + word, '')
        // As people write: no two marks in a row, none at the beginning, no opening one at the end.
        .replace(/ *([，。、：；）》”！？（《“]|——)[，。、：；）》”！？—（《“ ]*/g, '$1')
        .replace(/^[，。、：；）》”！？—\s]+|[（《“\s]+$/g, ''),
    )
    // Hanzi somewhere make it Chinese text.
    .map((value) => `重庆${value}`);
  const size = 12;

  it('begins no line with a closing mark, ends none with an opening one, and parts no word or figure', () => {
    // Room for the longest word with marks on either side.
    const wide = fc.double({ min: textWidth('（GlobeNewswire）。', size), max: 300, noNaN: true });
    let broken = 0;
    fc.assert(
      fc.property(mixed, wide, (value, width) => {
        const lines = breakLines(value, width, size);
        const ends = new Set(lineEnds(value, width, size).map(({ at }) => at));
        for (const line of lines) {
          expect(line).not.toMatch(closing);
          expect(line).not.toMatch(opening);
          if (line.length > 1) expect(textWidth(line, size)).toBeLessThanOrEqual(width + 1e-4);
        }
        const whole = /\d[\d.]*(?:[万亿]?[元人]|年|%|万)|[A-Za-z&]+/g;
        for (const { 0: word, index } of value.matchAll(whole))
          for (let at = index + 1; at < index + word.length; at += 1) expect(ends.has(at)).toBe(false);
        broken += lines.length - 1;
      }),
    );
    expect(broken).toBeGreaterThan(100);
  });

  it('ends lines between hanzi and Latin letters, either way round', () => {
    expect(breakLines('采用SiC功率', textWidth('采用SiC', size), size)).toEqual(['采用SiC', '功率']);
    expect(breakLines('采用GlobeNewswire', textWidth('GlobeNewswire', size), size)).toEqual([
      '采用',
      'GlobeNewswire',
    ]);
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
