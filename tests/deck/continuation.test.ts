/** What does not fit on one slide goes on over further ones. */
import { describe, expect, it } from 'vitest';
import type { Slide, TableShape } from '../../src/deck/model.js';
import { noteText } from '../../src/deck/notes.js';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import type { Block, Document } from '../../src/document/document.js';
import { languageTags } from '../../src/language/registry.js';
import { traceFigures } from '../../src/trace/trace.js';
import { at, documents, inlines, listBlock, oneSlide, paragraphBlock, theme } from './fixtures.js';
import { misplaced, paragraphsOf, textOf } from './inspect.js';
import { noPictures } from './pictures.js';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);
const tableOf = (rows: number): Block => ({
  kind: 'table',
  align: ['left', 'right'],
  header: [inlines('Park'), inlines('Output')],
  rows: numbers(rows).map((row) => [inlines(`Park ${row}`), inlines(`${row} units`)]),
  at,
});

function laidOut(document: Document): readonly Slide[] {
  const { presentation, diagnostics } = layoutDeck(document, theme);
  expect(diagnostics).toEqual([]);
  expect(presentation.slides.flatMap((slide) => misplaced(slide, presentation))).toEqual([]);
  return presentation.slides;
}
const textsOn = (slide: Slide): string[] => slide.shapes.flatMap(paragraphsOf).map(textOf);
const sizesOn = (slide: Slide): number[] => [
  ...new Set(
    slide.shapes
      .filter(({ name }) => name !== 'Source')
      .flatMap(paragraphsOf)
      .map(({ size }) => size),
  ),
];

describe('slides that go on', () => {
  it('are numbered in their titles and ids', () => {
    const slides = laidOut(oneSlide([tableOf(20)], { title: inlines('Parks') }));
    expect(slides.map(({ id }) => id)).toEqual(['only', 'only--2']);
    expect(slides.map(({ title }) => textOf(title))).toEqual(['Parks\u00A0(1/2)', 'Parks\u00A0(2/2)']);
  });

  it.each(languageTags())('are numbered in the way of %s', (language) => {
    const slides = laidOut({ ...oneSlide([tableOf(20)]), language });
    const titles = slides.map(({ title }) => textOf(title).normalize('NFKC'));
    expect(titles).toEqual([expect.stringMatching(/\(1\/2\)$/), expect.stringMatching(/\(2\/2\)$/)]);
  });

  it('set their text in one size, and none of them nearly empty', () => {
    const slides = laidOut(oneSlide([listBlock(numbers(50).map((each) => `Finding ${each} of the visit`))]));
    expect(slides.length).toBeGreaterThan(1);
    expect(new Set(slides.map((slide) => sizesOn(slide).join())).size).toBe(1);
    const counts = slides.map((slide) => textsOn(slide).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(Math.max(...counts) - 2);
  });

  it('carry the evidence of their own figures, and the template’s notes on the first', () => {
    const filler = numbers(40).map((each) => `Finding ${each} of the visit`);
    const slides = laidOut(
      oneSlide([listBlock(['{circuits.share} at first', ...filler, '{funds.number} at last'])], {
        notes: [paragraphBlock('Say this')],
      }),
    );
    const [first, last] = [slides[0], slides.at(-1)].map((slide) => slide?.notes.map(noteText).join('\n'));
    expect(first).toContain('Say this');
    expect(first).toContain('42.5%');
    expect(first).not.toContain('24只');
    expect(last).toContain('24只');
    expect(last).not.toContain('Say this');
    expect(last).not.toContain('42.5%');
  });

  it('are traced like any others: every figure as made, on the slide that shows it', async () => {
    const filler = numbers(40).map((each) => `Finding ${each} of the visit`);
    const document = oneSlide([
      listBlock(['{circuits.share} at first', ...filler, '{funds.number} at last']),
    ]);
    const { presentation } = layoutDeck(document, theme);
    const { asMade, figures } = traceFigures(await writeDeck(presentation, noPictures));
    expect(asMade).toBe(true);
    const places = figures.filter(({ place }) => place.in === 'text').map(({ fact, place }) => [fact, place]);
    expect(places).toEqual([
      ['circuits.share', expect.objectContaining({ slide: 1, id: 'only' })],
      ['funds.number', expect.objectContaining({ slide: presentation.slides.length })],
    ]);
  });

  it('need a second line for their titles where the number does not fit on the first', () => {
    const top = (rows: number, letters: number): number[] =>
      laidOut(oneSlide([tableOf(rows)], { title: inlines('x '.repeat(letters)) })).map(
        ({ shapes }) => shapes[0]?.box.y ?? 0,
      );
    // The longest title that fits on one line as long as it has no number.
    const letters = numbers(90).filter((count) => top(3, count)[0] === top(3, 1)[0]).length;
    expect(letters).toBeLessThan(90);
    const tops = top(60, letters);
    expect(new Set(tops).size).toBe(1);
    expect(tops[0]).toBeGreaterThan(top(60, 1)[0] as number);
  });
});

describe('what goes on', () => {
  it('a table keeps its columns, whatever its rows on a slide are', () => {
    const table = tableOf(60) as Extract<Block, { kind: 'table' }>;
    const rows = table.rows.map((row, index) =>
      index === 50 ? [inlines('A name that is far longer than those of all others'), ...row.slice(1)] : row,
    );
    const slides = laidOut(oneSlide([{ ...table, rows }]));
    const widths = slides.map(
      ({ shapes }) => (shapes.find(({ kind }) => kind === 'table') as TableShape).columns,
    );
    expect(widths.length).toBeGreaterThan(2);
    expect(new Set(widths.map((columns) => columns.join())).size).toBe(1);
  });

  it('a table repeats its header and cuts no row', () => {
    const slides = laidOut(oneSlide([tableOf(60)]));
    const tables = slides.map(({ shapes }) => shapes.find(({ kind }) => kind === 'table') as TableShape);
    const rows = tables.map((table) =>
      table.rows.map(({ cells }) => cells.map((cell) => textOf(cell.paragraph))),
    );
    for (const [header] of rows) expect(header).toEqual(['Park', 'Output']);
    expect(rows.flatMap(([, ...body]) => body).map(([park]) => park)).toEqual(
      numbers(60).map((row) => `Park ${row}`),
    );
  });

  it('a numbered list keeps counting', () => {
    const slides = laidOut(
      oneSlide([
        listBlock(
          numbers(40).map((each) => `Step ${each}`),
          {},
          true,
        ),
      ]),
    );
    const marks = slides.flatMap(({ shapes }) =>
      shapes.flatMap(paragraphsOf).map(({ bullet }) => bullet?.number),
    );
    expect(slides.length).toBeGreaterThan(1);
    expect(marks).toEqual(numbers(40));
  });

  it('the list of sources keeps its numbers', () => {
    const [entry] = documents.en.sources;
    const sources = numbers(40).map((number) => ({
      ...entry!,
      id: `s${number}`,
      number,
      title: `Report ${number}`,
    }));
    const slides = laidOut({ ...oneSlide([{ kind: 'sources', sources, at }]), sources });
    const marks = slides.flatMap(({ shapes }) =>
      shapes.flatMap(paragraphsOf).map(({ bullet }) => bullet?.number),
    );
    expect(marks).toEqual(numbers(40));
  });

  it('a long paragraph breaks at the end of a sentence, and loses no figure', () => {
    const sentence = 'The zone hosts many teams of {laboratory.teams} kinds, as its report says at length. ';
    const slides = laidOut(oneSlide([paragraphBlock(sentence.repeat(60))], { layout: 'text' }));
    expect(slides.length).toBeGreaterThan(1);
    for (const slide of slides) expect(textsOn(slide)[0]).toMatch(/length\.\s*$/);
    const runs = slides.flatMap(({ shapes }) => shapes.flatMap(paragraphsOf).flatMap((each) => each.runs));
    expect(runs.filter(({ fact }) => fact === 'laboratory.teams')).toHaveLength(60);
  });

  it('an item that goes on gets no second mark', () => {
    const slides = laidOut(oneSlide([listBlock(['One word after the other. '.repeat(300)])]));
    expect(slides.length).toBeGreaterThan(1);
    expect(slides.map(({ shapes }) => shapes.flatMap(paragraphsOf)[0]?.bullet !== undefined)).toEqual(
      slides.map((_, index) => index === 0),
    );
  });

  it('a heading stays with what it heads', () => {
    const heading: Block = { kind: 'heading', level: 3, content: inlines('Heading'), at };
    const part = [heading, paragraphBlock('Text that says something. '.repeat(12))];
    const slides = laidOut(oneSlide(numbers(9).flatMap(() => part)));
    expect(slides.length).toBeGreaterThan(1);
    for (const slide of slides) expect(textsOn(slide).at(-1)).not.toBe('Heading');
  });

  it('takeaways go on without the chart that they began beside', () => {
    const chart = documents.en.sections.find(({ id }) => id === 'funds')?.blocks[0] as Block;
    const items = numbers(30).map((each) => `Takeaway ${each} of the chart beside it`);
    const slides = laidOut(oneSlide([chart, listBlock(items)]));
    const pictures = slides.map(({ shapes }) => shapes.filter(({ kind }) => kind === 'picture').length);
    expect(pictures).toEqual(slides.map((_, index) => (index === 0 ? 1 : 0)));
  });

  it('a column that goes on repeats its title', () => {
    const column = (title: string, sentences: number) => ({
      title: inlines(title),
      blocks: [paragraphBlock('A sentence about what the column is about. '.repeat(sentences))],
    });
    const slides = laidOut(
      oneSlide([{ kind: 'columns', columns: [column('Long', 160), column('Short', 2)], at }]),
    );
    expect(slides.length).toBeGreaterThan(1);
    const titles = slides.map((slide) => textsOn(slide).filter((text) => /^(Long|Short)$/.test(text)));
    expect(titles.slice(0, -1)).toEqual(slides.slice(1).map(() => ['Long']));
    expect(titles.at(-1)).toContain('Short');
  });

  it('more than eight tiles are shared out over slides', () => {
    const tiles = numbers(9).map((each) => ({ value: inlines(`${each}`), label: inlines(`Figure ${each}`) }));
    const on = (count: number): number[] =>
      laidOut(oneSlide([{ kind: 'tiles', tiles: tiles.slice(0, count), at }])).map(
        ({ shapes }) => shapes.filter(({ name }) => name.startsWith('Key figure')).length,
      );
    expect(on(8)).toEqual([8]);
    expect(on(9)).toEqual([5, 4]);
  });
});
