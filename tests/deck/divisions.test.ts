/** Long words of a deck: divided where they are too wide, at a line's end whatever letters set it, and nowhere else. */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { withDivisions } from '../../src/compose/divisions.js';
import { dividedIn, divideWords } from '../../src/deck/divisions.js';
import { paragraph, toRuns } from '../../src/deck/inline.js';
import { noInsets, type Paragraph } from '../../src/deck/model.js';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import { lineStyle, linesOf, roomFor, textOf, widestPart } from '../../src/deck/text.js';
import { markWords } from '../../src/document/divisions.js';
import type { Block, Document, Inline } from '../../src/document/document.js';
import { breakLines, lineEnds, textWidth } from '../../src/fonts/measure.js';
import { loadHyphenation, type MarkDivisions } from '../../src/language/hyphenation.js';
import { languageFor } from '../../src/language/registry.js';
import { lintPackage } from '../../src/ooxml/lint.js';
import { readPackage, writePackage } from '../../src/ooxml/package.js';
import { traceFigures } from '../../src/trace/trace.js';
import { expectValid } from '../ooxml/validator.js';
import { at, documents, inlines, theme } from './fixtures.js';
import { paragraphsOf } from './inspect.js';
import { noPictures, pictures } from './pictures.js';

const phrases = {
  de: 'Die Wirtschaftsförderungsgesellschaft und ihre Halbleiterfertigungskapazitäten in der Hochtechnologieentwicklungszone mit Beteiligungsfinanzierungsinstrumenten im Umfang von mehr als einer Elektronik-Zulieferkette am Hightech-Standort',
  en: 'the internationalisation of semiconductor manufacturing infrastructure and its commercialisation by world-class pharmaceutical research',
  fr: 'le développement des investissements internationaux et la commercialisation des infrastructures de télécommunication',
} as const;
type Tag = keyof typeof phrases;
const tags = Object.keys(phrases) as Tag[];
const marking = new Map<Tag, MarkDivisions>();
beforeAll(async () => {
  for (const tag of tags) {
    const { hyphenation } = languageFor(tag);
    if (hyphenation) marking.set(tag, await loadHyphenation(hyphenation));
  }
});

const marked = (text: string, tag: Tag): string =>
  text.replace(/\p{L}+/gu, (word) => (marking.get(tag) as MarkDivisions)(word));

const figure: Inline = { kind: 'figure', value: '28,66 Mrd. RMB', fact: 'funds' };

/** A paragraph of a few words of a language, a figure among them now and then, as it stands in layout. */
const sample = fc.constantFrom(...tags).chain((tag) =>
  fc.record({
    tag: fc.constant(tag),
    words: fc.array(fc.constantFrom(...phrases[tag].split(' ')), { minLength: 1, maxLength: 12 }),
    figureAt: fc.option(fc.nat(12)),
    size: fc.integer({ min: 10, max: 24 }),
    width: fc.double({ min: 0.8, max: 6, noNaN: true }),
  }),
);
type Sample = typeof sample extends fc.Arbitrary<infer T> ? T : never;

function paragraphOf({ tag, words, figureAt, size }: Sample): Paragraph {
  const at = Math.min(words.length, figureAt ?? words.length);
  const content: Inline[] = [
    { kind: 'text', value: marked(words.slice(0, at).join(' '), tag) },
    ...(figureAt === null
      ? []
      : [{ kind: 'text', value: ' ' } as const, figure, { kind: 'text', value: ' ' } as const]),
    { kind: 'text', value: marked(words.slice(at).join(' '), tag) },
  ];
  return paragraph(toRuns(content, 'body'), 'body', 1, { size });
}

const plain = (text: string): string => text.replaceAll('\u00AD', '').replaceAll('\u00a0', ' ');
const settings = [
  { face: 'arial', part: 1 },
  { face: 'arial', part: 1.04 },
  { face: 'arial', part: 0.96 },
  { face: 'substitute', part: 1 },
] as const;

describe('dividing words', () => {
  it('says what was composed, figures untouched, with hyphens inside long words and breaks in these and before figures only', () => {
    let divided = 0;
    fc.assert(
      fc.property(sample, (given) => {
        const before = paragraphOf(given);
        const after = dividedIn(before, given.width);
        const [composed, written] = [plain(textOf(before)), textOf(after)];
        expect(written).not.toContain('\u00AD');
        const said = (after.divided ?? []).reduce(
          (text, [word, whole]) => text.replaceAll(word, whole),
          written,
        );
        expect(said.replaceAll('\u00a0', ' ').replace(' \n28,66', ' 28,66')).toBe(composed);
        expect(after.runs.map((run) => run.said ?? run.text).join('')).toBe(composed);
        for (const run of after.runs.filter(({ fact }) => fact)) {
          expect(run.text).toMatch(/^28,66[ \u00a0]Mrd\.[ \u00a0]RMB$/);
          expect(run.said ?? run.text).toBe('28,66 Mrd. RMB');
        }
        for (const [word, whole] of after.divided ?? []) {
          divided += 1;
          // Never fewer than three letters on the first line and on the last.
          const parts = word.split(/-\n?/).map((part) => part.replace(/\P{L}/gu, '').length);
          expect(Math.min(parts[0] as number, parts.at(-1) as number)).toBeGreaterThan(2);
          expect(Math.min(...parts)).toBeGreaterThan(1);
          expect(word.replaceAll('\n', '').replaceAll('-', '')).toBe(whole.replaceAll('-', ''));
        }
      }),
    );
    expect(divided).toBeGreaterThan(20);
  });

  it('sets each of its hyphens at the end of a line, in Arial, in narrower and wider letters and in the substitute', () => {
    fc.assert(
      fc.property(sample, (given) => {
        const after = dividedIn(paragraphOf(given), given.width);
        const text = textOf(after);
        const style = { bold: after.runs.some((run) => run.bold) };
        const own: number[] = [];
        let from = 0;
        for (const [word, whole] of after.divided ?? []) {
          const start = text.indexOf(word, from);
          from = start + word.length;
          let letter = 0;
          for (const [index, char] of [...word].entries()) {
            if (char === '-' && whole[letter] !== '-') own.push(start + index + 1);
            else if (char !== '\n') letter += 1;
          }
        }
        for (const { face, part } of settings) {
          const ends = lineEnds(text, given.width * 72 * part, after.size, { ...style, face });
          // A line break behind the hyphen belongs to its line.
          const reached = new Set(ends.map((end) => end.at).flatMap((end) => [end, end - 1]));
          for (const hyphen of own) expect(reached).toContain(hyphen);
        }
      }),
    );
  });

  it('parts no figure that a line has room for, and leaves blanks in those that no line would part', () => {
    let kept = 0;
    fc.assert(
      fc.property(sample, (given) => {
        const after = dividedIn(paragraphOf(given), given.width);
        const room = given.width * 72;
        const style = { bold: true };
        if (textWidth('28,66 Mrd. RMB', given.size, style) > room * 0.96) return;
        for (const { face, part } of settings) {
          const lines = breakLines(textOf(after), room * part, given.size, { ...lineStyle(after, face) });
          const figures = lines.filter((line) => /28,66[ \u00a0]Mrd\.[ \u00a0]RMB/.test(line)).length;
          expect(figures).toBe(given.figureAt === null ? 0 : 1);
        }
        if (textOf(after).includes('\u00a0')) kept += 1;
        else expect(after.runs.every(({ fact, said }) => !fact || said === undefined)).toBe(true);
      }),
    );
    expect(kept).toBeGreaterThan(3);
  });

  it('takes no more room than was measured, and leaves no word wider than the box that could be divided', () => {
    fc.assert(
      fc.property(sample, (given) => {
        const before = paragraphOf(given);
        const after = dividedIn(before, given.width);
        const count = (each: Paragraph, face: 'arial' | 'substitute') =>
          linesOf(each, given.width, face).length;
        expect(count(after, 'substitute')).toBeLessThanOrEqual(count(before, 'substitute'));
        expect(count(after, 'arial')).toBeLessThanOrEqual(count(before, 'substitute'));
        if (widestPart(before, 'substitute') <= given.width)
          for (const face of ['arial', 'substitute'] as const)
            expect(widestPart(after, face)).toBeLessThanOrEqual(given.width + 1e-6);
      }),
    );
  });

  it('leaves words whole that have room on a line, however empty that leaves the line before', () => {
    let whole = 0;
    fc.assert(
      fc.property(sample, (given) => {
        const before = paragraphOf(given);
        const style = lineStyle(before, 'substitute');
        for (const [, word] of dividedIn(before, given.width).divided ?? [])
          expect(textWidth(word, given.size, style)).toBeGreaterThan(given.width * 72);
        whole += 1;
      }),
    );
    expect(whole).toBeGreaterThan(20);
    const set = paragraph(
      toRuns([{ kind: 'text', value: marked('Site and questions', 'en') }], 'body'),
      'body',
      1,
    );
    for (let width = 1.6; width < 3; width += 0.1) expect(textOf(dividedIn(set, width))).not.toContain('-');
  });

  it('prefers the joint of a compound to a later syllable', () => {
    const words = marked('Wirtschaftsförderungsgesellschaft', 'de');
    const set = (width: number) =>
      textOf(dividedIn(paragraph(toRuns([{ kind: 'text', value: words }], 'body'), 'body', 1), width));
    expect(set(2.9)).toMatch(/^Wirtschaftsförderungs-\n?gesellschaft$/);
    expect(set(2)).toMatch(/^Wirtschafts-\n?förderungs-\n?gesellschaft$/);
    expect(set(5)).toBe('Wirtschaftsförderungsgesellschaft');
  });

  it('leaves figures, literals, abbreviations, addresses and names within a word whole', () => {
    const divisions = new Map([
      ['Halbleiter', 'Halb\u00ADleiter'],
      ['beispielzone', 'beispiel\u00ADzone'],
    ]);
    expect(markWords('Halbleiter, (Halbleiter) www.beispielzone.de info@beispielzone', divisions)).toBe(
      'Halb\u00ADleiter, (Halb\u00ADleiter) www.beispielzone.de info@beispielzone',
    );
    const mark = marking.get('de') as MarkDivisions;
    for (const word of ['GlobeNewswire', 'WIRTSCHAFT', 'kurz']) expect(mark(word)).toBe(word);
    // Capitals begin names where nouns have none.
    expect((marking.get('en') as MarkDivisions)('Shapingba')).toBe('Shapingba');
  });
});

const compounds: Block = {
  kind: 'tiles',
  at,
  tiles: [
    'Beteiligungsfinanzierungsinstrumente der Wirtschaftsförderungsgesellschaft',
    'Halbleiterfertigungskapazitäten in der Hochtechnologieentwicklungszone',
    'Großforschungsinfrastruktureinrichtungen',
    'Gewerbeflächenentwicklungspotenzial',
  ].map((label) => ({
    value: inlines('{circuits.share}', { 'circuits.share': '42,5 %' }),
    label: inlines(label),
  })),
};
const fact = [...documents.de.citations.keys()][0] as string;
const deckOf = async (blocks: Block[]): Promise<Document> =>
  withDivisions(
    {
      ...documents.de,
      sections: [{ id: 'narrow', title: inlines('Kennzahlen'), blocks, notes: [], at }],
    },
    languageFor('de'),
  );
const narrowColumns: Block = {
  kind: 'columns',
  at,
  columns: Array.from({ length: 4 }, () => ({
    title: inlines('Beteiligungsgesellschaft'),
    blocks: [
      {
        kind: 'paragraph',
        content: inlines(`Wirtschaftsförderungsgesellschaft mit {${fact}} Halbleiterfertigungskapazitäten`, {
          [fact]: '24',
        }),
        at,
      },
    ],
  })),
};

describe('a figure with its unit in hanzi', () => {
  const said = (figure: string) =>
    paragraph(
      toRuns(
        [
          { kind: 'text', value: '共有若干只基金，总体规模认缴' },
          { kind: 'figure', fact: 'a.b', value: figure },
          { kind: 'text', value: '，其余待定' },
        ],
        'body',
      ),
      'body',
      1,
    );
  const widths = Array.from({ length: 40 }, (_, index) => 1.6 + index * 0.1);
  const begun = (figure: string, width: number): boolean =>
    dividedIn(said(figure), width).runs.some(({ breakBefore }) => breakBefore);

  it('begins a line by a break where programs would leave its number on the line before', () => {
    const broken = widths.filter((width) => begun('286.6亿元', width));
    expect(broken.length).toBeGreaterThan(5);
    expect(broken.length).toBeLessThan(widths.length / 2);
    for (const width of broken) {
      const written = dividedIn(said('286.6亿元'), width);
      // Where it is kept whole, the lines are those without the break.
      expect(linesOf(written, width)).toEqual(linesOf(said('286.6亿元'), width));
      const lines = linesOf(said('286.6亿元'), width, 'substitute').length;
      expect(linesOf(written, width, 'substitute').length).toBeLessThanOrEqual(lines);
    }
  });

  it('is likewise put where a substitute’s letters leave no room for number and noun on a line', () => {
    const words = (figure: string): Paragraph =>
      paragraph(
        toRuns(
          [
            { kind: 'text', value: 'In Betrieb sind jetzt auch ' },
            { kind: 'figure', fact: 'a.b', value: figure },
            { kind: 'text', value: ' im ganzen Gang' },
          ],
          'body',
        ),
        'body',
        1,
      );
    /** In a box with room for further lines. */
    const inBox = (width: number): Paragraph => {
      const box = { x: 0, y: 0, w: width, h: 6 };
      const shape = divideWords({
        kind: 'text',
        name: 'Text',
        box,
        paragraphs: [words('44 Kooperationsprojekte')],
        anchor: 'top',
        insets: noInsets,
        outline: 'rect',
      });
      return paragraphsOf(shape)[0] as Paragraph;
    };
    const fine = Array.from({ length: 100 }, (_, index) => 1.8 + index * 0.02);
    const broken = fine.filter((width) =>
      inBox(width).runs.some(({ breakBefore, fact }) => breakBefore && fact),
    );
    expect(broken.length).toBeGreaterThan(3);
    for (const width of broken)
      expect(linesOf(inBox(width), width).join('/')).toContain('/44 Kooperationsprojekte');
  });

  it('has none where spaces keep it together, or nothing follows the number', () => {
    expect(widths.filter((width) => begun('286.6', width))).toEqual([]);
    expect(widths.filter((width) => begun('42.5%', width))).toEqual([]);
  });

  it('is traced as it stands, break or none', async () => {
    const sizes = Array.from({ length: 12 }, (_, index) => ({ w: 8 + index * 0.5, h: 6 }));
    const decks = sizes.map(
      (slide) => layoutDeck(documents['zh-CN'], { ...theme, layout: { slide } }).presentation,
    );
    const breaks = ({ slides }: (typeof decks)[number]): number =>
      slides
        .flatMap(({ shapes }) => shapes.flatMap(paragraphsOf))
        .flatMap(({ runs }) => runs.filter(({ fact, breakBefore }) => fact && breakBefore)).length;
    const broken = decks.filter((deck) => breaks(deck) > 0);
    expect(broken.length).toBeGreaterThan(0);
    expect(traceFigures(await writeDeck(broken[0] as (typeof decks)[number], pictures)).asMade).toBe(true);
  });
});

describe('a deck with long words', () => {
  it('fits, and has no mark left in its texts, names, notes and descriptions', async () => {
    const { presentation, diagnostics } = layoutDeck(await deckOf([narrowColumns]), theme);
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(presentation)).not.toContain('\u00AD');
    const texts = presentation.slides.flatMap(({ shapes }) => shapes.flatMap(paragraphsOf)).map(textOf);
    expect(texts.join('\n')).toMatch(/Wirtschafts-\n?förderungs-\n?gesellschaft/);
    const { presentation: tiles } = layoutDeck(await deckOf([compounds]), theme);
    expect(JSON.stringify(tiles)).not.toContain('\u00AD');
  });

  it('gets little smaller for words that can be divided, and smaller for those that cannot, lest they be torn', async () => {
    const columnsWith = (word: Inline): Block => ({
      kind: 'columns',
      at,
      columns: ['Kredit', 'Kapital', 'Region'].map((title) => ({
        title: inlines(title),
        blocks: [listOf(word)],
      })),
    });
    const listOf = (word: Inline): Block => ({
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'paragraph', content: [{ kind: 'text', value: 'Mehrere ' }, word], at }]],
      at,
    });
    const sizeWith = async (word: Inline): Promise<number> => {
      const { presentation, diagnostics } = layoutDeck(await deckOf([columnsWith(word)]), theme);
      expect(diagnostics).toEqual([]);
      return presentation.slides[0]?.shapes.flatMap(paragraphsOf).find(({ bullet }) => bullet)?.size ?? 0;
    };
    const value = 'Kooperationsvereinbarungen';
    const sizes = [await sizeWith({ kind: 'text', value }), await sizeWith({ kind: 'literal', value })];
    expect(sizes[0]).toBeGreaterThanOrEqual(18 * 0.9);
    expect(sizes[1]).toBeLessThan(18 * 0.9);
  });

  it('is a file that Office and the linter have nothing against', async () => {
    const { presentation } = layoutDeck(await deckOf([narrowColumns, compounds]), theme);
    expect(presentation.slides[0]?.shapes.flatMap(paragraphsOf).some(({ divided }) => divided)).toBe(true);
    const bytes = await writeDeck(presentation, noPictures);
    await expectValid(bytes, 'pptx');
    expect(lintPackage(bytes)).toEqual([]);
  }, 60_000);

  it('is traced as it was composed: figures as made, whole words around what was changed', async () => {
    const { presentation } = layoutDeck(await deckOf([narrowColumns]), theme);
    const bytes = await writeDeck(presentation, noPictures);
    const made = traceFigures(bytes);
    expect(made.asMade).toBe(true);
    expect(made.figures.filter(({ text }) => text === '24')).toHaveLength(4);
    const { parts } = readPackage(bytes);
    const slide = 'ppt/slides/slide1.xml';
    const xml = new TextDecoder().decode(parts.get(slide));
    expect(xml).toContain('förderungs-');
    parts.set(slide, new TextEncoder().encode(xml.replace('<a:t>24</a:t>', '<a:t>25</a:t>')));
    const { figures } = traceFigures(writePackage({ parts }, { date: '2026-01-19' }));
    const changed = figures.find(({ status }) => status === 'changed');
    expect(changed).toMatchObject({ text: '25', made: '24' });
    expect(changed?.context).toContain('förderungsgesellschaft mit 25 Halbleiterfertigungskap');
  });

  it('has room for its divided words: as many lines as were measured', () => {
    const words = marked(
      'Die Beteiligungsfinanzierungsinstrumente der Wirtschaftsförderungsgesellschaft',
      'de',
    );
    const before = paragraph(toRuns([{ kind: 'text', value: words }], 'body'), 'body', 1);
    const { height } = roomFor([before], 1.6);
    expect(roomFor([dividedIn(before, 1.6)], 1.6).lines).toBeLessThanOrEqual(height + 1e-9);
  });
});
