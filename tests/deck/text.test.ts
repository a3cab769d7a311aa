import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dividedIn } from '../../src/deck/divisions.js';
import { paragraph, textRun, toRuns } from '../../src/deck/inline.js';
import type { Paragraph } from '../../src/deck/model.js';
import { columnWidths } from '../../src/deck/table-columns.js';
import {
  balancedWidth,
  linesOf,
  roomFor,
  settledWidth,
  widestWord,
  widthOnOneLine,
} from '../../src/deck/text.js';

const set = (text: string, size = 18): Paragraph => paragraph([textRun(text, 'body')], 'body', 1, { size });
const words = fc
  .array(
    fc.constantFrom('zone', 'Kooperationsvereinbarungen', '集成电路产业', 'R&D', '28.66', 'of', 'capital'),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .map((list) => list.join(' '));

describe('room for text', () => {
  it('is the lines, and a spare one where another program might break once more', () => {
    const short = roomFor([set('Short')], 5);
    expect(short.height).toBe(short.lines);
    const long = roomFor([set('A sentence that surely takes more than one line. '.repeat(3))], 5);
    expect((long.height - long.lines) * 72).toBeCloseTo(set('x').leading, 6);
  });

  it('counts insets, and the space between paragraphs but not above the first', () => {
    const plain = set('One');
    const spaced = { ...plain, spaceBefore: 9 };
    const insets = { left: 0, right: 0, top: 0.1, bottom: 0.2 };
    expect(roomFor([spaced, spaced], 5, insets).height * 72).toBeCloseTo(2 * plain.leading + 9 + 0.3 * 72, 6);
  });

  it('says by how much a word is too wide', () => {
    expect(roomFor([set('Kooperationsvereinbarungen')], 10).tooWide).toBe(0);
    expect(roomFor([set('Kooperationsvereinbarungen')], 1).tooWide).toBeGreaterThan(1);
  });

  it('grows when the box gets narrower', () => {
    fc.assert(
      fc.property(words, fc.double({ min: 3, max: 12, noNaN: true }), (text, width) => {
        expect(roomFor([set(text)], width * 0.7).height).toBeGreaterThanOrEqual(
          roomFor([set(text)], width).lines,
        );
      }),
    );
  });
});

describe('a figure', () => {
  it('keeps its number to its noun and its currency, and lets a hedge stand on the line before where it is long', () => {
    for (const [value, set] of [
      ['28,66 Mrd. RMB', '28,66_Mrd._RMB'],
      ['nearly RMB 30 billion', 'nearly RMB_30_billion'],
      ['mehr als 8.400 Beschäftigte', 'mehr als 8.400_Beschäftigte'],
    ] as const) {
      const [run] = toRuns([{ kind: 'figure', value, fact: 'some.fact' }], 'body');
      expect(run?.text).toBe(set.replaceAll('_', '\u00a0'));
      expect(run?.said).toBe(value);
    }
  });
});

describe('a number that is no figure', () => {
  const written = (text: string): string =>
    toRuns([{ kind: 'text', value: text }], 'body')
      .map((run) => run.text)
      .join('')
      .replaceAll('\u00A0', '~');

  it.each([
    ['Edition of 19 January 2026 (version 3)', 'Edition of 19~January 2026 (version~3)'],
    ['Ausgabe vom 19. Januar 2026 (2. Fassung)', 'Ausgabe vom 19.~Januar 2026 (2.~Fassung)'],
    ['siehe Abb. 2 und Folie 3', 'siehe Abb.~2 und Folie~3'],
    ['Nr. 12 der Liste, z. B. hier', 'Nr.~12 der Liste, z.~B. hier'],
    ['der 14. Fünfjahresplan', 'der 14.~Fünfjahresplan'],
    ['from 2024 on, in 2025', 'from 2024 on, in 2025'],
    ['第2版，第3页', '第2版，第3页'],
  ])('keeps to what it counts or names: %s', (said, bound) => {
    expect(written(said)).toBe(bound);
  });

  it('says to the record what was composed, and has blanks where no line would end', () => {
    const runs = toRuns([{ kind: 'text', value: 'Edition (version 3)' }], 'body');
    const wide = dividedIn(paragraph(runs, 'body', 1), 10);
    expect(wide.runs.map(({ text, said = text }) => [text, said])).toEqual([
      ['Edition (version 3)', 'Edition (version 3)'],
    ]);
    const narrow = dividedIn(paragraph(runs, 'body', 1), 1.9);
    expect(narrow.runs.map(({ text, said = text }) => [text, said])).toEqual([
      ['Edition (version\u00A03)', 'Edition (version 3)'],
    ]);
  });

  it('is not left at the end of a line by the hyphen after it, where another width spares that', () => {
    const said = paragraph(
      toRuns([{ kind: 'text', value: 'Moderne Fertigung folgt in der 50-Milliarden-Yuan-Klasse' }], 'body'),
      'body',
      1,
    );
    const parted = (width: number): boolean => linesOf(said, width).some((line) => /\d-$/.test(line));
    const widths = Array.from({ length: 60 }, (_, index) => 3 + index * 0.05).filter(parted);
    const settled = widths.filter((width) => parted(settledWidth([said], width)));
    // Where a line more would be needed in some letters, it stays.
    expect(widths.length).toBeGreaterThan(10);
    expect(settled.length).toBeLessThan(widths.length * 0.9);
  });
});

describe('the settled width', () => {
  it('never costs a line and never tears a word', () => {
    fc.assert(
      fc.property(words, fc.double({ min: 3.5, max: 12, noNaN: true }), (text, width) => {
        const at = settledWidth([set(text)], width);
        expect(at).toBeLessThanOrEqual(width);
        expect(linesOf(set(text), at).length).toBe(linesOf(set(text), width).length);
        expect(linesOf(set(text), at, 'substitute').length).toBeLessThanOrEqual(
          linesOf(set(text), width, 'substitute').length,
        );
        expect(at).toBeGreaterThanOrEqual(Math.min(width, widestWord(set(text))));
      }),
    );
  });

  it('takes a single word back from the last line', () => {
    const text = set('The zone is also bidding for bases of the Guangzhou and Zhangjiang laboratories');
    const width = Array.from({ length: 60 }, (_, index) => 5 + index / 10).find(
      (candidate) => linesOf(text, candidate).at(-1) === 'laboratories',
    );
    if (width === undefined) throw new Error('no width leaves the word alone');
    expect(linesOf(text, settledWidth([text], width)).at(-1)).not.toBe('laboratories');
  });
});

describe('the settled width of a text with bold figures', () => {
  it('takes a word back from the last line that is there only since the rest is not bold', () => {
    const figure = (text: string) => textRun(text, 'statement', { bold: true });
    const words = (text: string) => textRun(text, 'statement');
    const runs = [
      figure('Rund 120 Unternehmen'),
      words(' und '),
      figure('14\u00a0Forschungsinstitute'),
      words(' teilen sich einen Campus.'),
    ];
    const text = paragraph(runs, 'statement', 1, { size: 38 });
    const narrower = { ...text, runs: text.runs.map((run) => ({ ...run, bold: false })) };
    const at = settledWidth([text], 9.88);
    expect(linesOf(narrower, 9.88 * 0.96).at(-1)).toBe('Campus.');
    expect(linesOf(narrower, at * 0.96).at(-1)).not.toBe('Campus.');
  });
});

describe('the width of a headline', () => {
  it('never costs a line in any letters, and never tears a word', () => {
    fc.assert(
      fc.property(words, fc.double({ min: 3.5, max: 12, noNaN: true }), (text, width) => {
        const headline = set(text);
        const at = balancedWidth(headline, width);
        expect(at).toBeLessThanOrEqual(width);
        expect(at).toBeGreaterThanOrEqual(Math.min(width, widestWord(headline, 'substitute')));
        for (const face of ['arial', 'substitute'] as const)
          expect(linesOf(headline, at, face).length).toBeLessThanOrEqual(
            linesOf(headline, width, face).length,
          );
      }),
    );
  });

  it('makes its lines of about one length', () => {
    const headline = set('Half of the capital of the fund was paid in by the end of June', 28);
    for (const width of [6, 7, 8, 9, 10]) {
      const lines = linesOf(headline, balancedWidth(headline, width));
      const lengths = lines.map(({ length }) => length);
      expect(Math.min(...lengths)).toBeGreaterThan(Math.max(...lengths) * 0.7);
    }
  });

  it('ends a line where one pauses in reading, in Chinese as in English', () => {
    for (const [text, first] of [
      ['科技金融分担早期的风险，也打通信贷的渠道', '科技金融分担早期的风险，'],
      ['Tech finance takes the early risk, and opens bank credit', 'Tech finance takes the early risk,'],
    ] as const) {
      const headline = set(text, 28);
      expect(linesOf(headline, balancedWidth(headline, 7))[0]).toBe(first);
    }
  });
});

describe('widths of table columns', () => {
  const column = fc
    .tuple(fc.double({ min: 0.2, max: 3, noNaN: true }), fc.double({ min: 0, max: 8, noNaN: true }))
    .map(([least, more]) => [least, least + more] as const);

  it('add up, and keep each column’s widest word whole while the table can', () => {
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 7 }), (columns) => {
        const least = columns.map(([each]) => each);
        const widths = columnWidths(
          least,
          columns.map(([, each]) => each),
          12,
        );
        expect(widths.reduce((sum, each) => sum + each, 0)).toBeCloseTo(12, 6);
        const possible = least.reduce((sum, each) => sum + each, 0) <= 12;
        if (possible)
          for (const [index, each] of widths.entries())
            expect(each).toBeGreaterThan((least[index] ?? 0) - 1e-6);
      }),
    );
  });

  it('give a short column what it asks for before long ones share the rest', () => {
    const [, short] = columnWidths([1, 1, 1], [9, 1.5, 9], 12);
    expect(short).toBe(1.5);
  });
});

describe('Chinese text with Latin words and figures', () => {
  it('has room for another line where the spaces that LibreOffice sets between the scripts need one', () => {
    const text = '2026年1月19日集成电路产业5G。';
    const mixed = paragraph([textRun(text, 'body')], 'body', 1, { size: 12 });
    // LibreOffice broke it at this width, though a line of hanzi may be fuller.
    expect(linesOf(mixed, 2.8)).toHaveLength(1);
    expect(roomFor([mixed], 2.8).height).toBeCloseTo((2 * mixed.leading) / 72, 6);
    const hanzi = paragraph([textRun('重庆高新区集成电路产业发展，', 'body')], 'body', 1, { size: 12 });
    expect(roomFor([hanzi], widthOnOneLine(hanzi) / 0.93).height).toBeCloseTo(hanzi.leading / 72, 6);
  });
});
