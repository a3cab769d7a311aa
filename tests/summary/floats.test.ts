import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBeside, placements } from '../../src/summary/floats.js';
import { gridFor, onGrid } from '../../src/summary/grid.js';
import { pictureSpace } from '../../src/summary/sizes.js';
import type { Content, FacingRow, Paragraph, Picture } from '../../src/summary/summary.js';

const paragraph = (text: string, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  role: 'text',
  side: 0,
  language: 'en',
  runs: [{ kind: 'text', text, language: 'en' }],
  ...more,
});
const picture = (name: string): Picture => ({
  kind: 'picture',
  content: { chart: name },
  alt: name,
  language: 'en',
  width: 200,
  height: 137.5,
  spaceBelow: 5,
});

type Piece = 'text' | 'chart' | 'item' | 'lead';
/** Rows of one or two languages from what they are; items in a row are one list. */
function rowsOf(pieces: readonly Piece[], columns: 1 | 2): FacingRow[] {
  let lists = 0;
  return pieces.map((piece, index): FacingRow => {
    const name = `${piece} ${index}`;
    if (piece === 'item' && pieces[index - 1] !== 'item') lists += 1;
    const list = piece === 'item' ? { ordered: false, level: 0, instance: lists } : undefined;
    const cell: Content[] =
      piece === 'chart'
        ? [picture(name), paragraph(`caption of ${name}`, { role: 'caption' })]
        : [paragraph(name, { role: piece === 'item' ? 'item' : piece === 'lead' ? 'lead' : 'text', list })];
    return {
      cells: columns === 1 ? [cell] : [cell, cell],
      keepNext: piece === 'lead',
      figure: piece === 'chart',
    };
  });
}

const settingOf = (columns: 1 | 2) => ({
  columns,
  grid: gridFor(columns),
  textWidth: 450,
  columnWidth: 215,
  heightOf: (contents: readonly Content[]) =>
    contents.reduce((sum, one) => sum + (one.kind === 'picture' ? one.height : 42), 0),
});

const namesIn = (contents: readonly Content[]): string[] =>
  contents.flatMap((one) =>
    one.kind === 'picture'
      ? [one.alt]
      : one.role === 'caption'
        ? []
        : one.runs.flatMap((run) => (run.kind === 'text' ? [run.text] : [])),
  );
const pieces = fc.array(fc.constantFrom<Piece>('text', 'chart', 'item', 'lead'), { maxLength: 9 });
const columns = fc.constantFrom<1 | 2>(1, 2);

describe('the places of charts', () => {
  it('begin with the template’s own, and none loses, doubles or changes the order of text or of charts', () => {
    fc.assert(
      fc.property(pieces, columns, (given, count) => {
        const rows = rowsOf(given, count);
        const ways = placements({ kind: 'facing', rows }, settingOf(count));
        expect(ways.length).toBeGreaterThan(0);
        const firsts = (way: readonly FacingRow[]): string[] =>
          way.flatMap((row) =>
            isBeside(row) && count === 1 ? row.cells.flatMap(namesIn) : namesIn(row.cells[0] ?? []),
          );
        const charts = (names: readonly string[]) => names.filter((name) => name.startsWith('chart'));
        const text = (names: readonly string[]) => names.filter((name) => !name.startsWith('chart'));
        const template = rows.flatMap(({ cells }) => namesIn(cells[0] ?? []));
        for (const way of ways) {
          expect(charts(firsts(way))).toEqual(charts(template));
          expect(text(firsts(way))).toEqual(text(template));
        }
        if (count === 2) expect(firsts(ways[0] ?? [])).toEqual(template);
      }),
    );
  });

  it('part no list, and no lead from its text', () => {
    fc.assert(
      fc.property(pieces, (given) => {
        const rows = rowsOf(given, 2);
        for (const way of placements({ kind: 'facing', rows }, settingOf(2)))
          for (const [index, row] of way.entries()) {
            if (!row.figure || index === 0) continue;
            const at = rows.indexOf(way[index - 1] as FacingRow);
            const moved = rows.indexOf(row) < at;
            // Where the template itself has it there, it may stand there.
            if (!moved) continue;
            expect(given[at]).not.toBe('lead');
            if (given[at] === 'item') expect(given[at + 1]).not.toBe('item');
          }
      }),
    );
  });

  it('stand, with one language, beside as much text as a chart is high, and alone behind the last', () => {
    const rows = rowsOf(['chart', 'text', 'text', 'text', 'text', 'text', 'text'], 1);
    const ways = placements({ kind: 'facing', rows }, settingOf(1));
    const [first] = ways;
    // 137.5 points and a caption of 42 hold four paragraphs of 42.
    expect(first?.map(({ cells }) => cells.length)).toEqual([2, 1, 1]);
    expect(namesIn(first?.[0]?.cells[0] ?? [])).toEqual(['text 1', 'text 2', 'text 3', 'text 4']);
    const last = ways.at(-1);
    expect(last?.at(-1)?.cells).toHaveLength(1);
    expect(namesIn(last?.at(-1)?.cells[0] ?? [])).toEqual(['chart 0']);
  });

  it('scale pictures in proportion, and put what follows on the grid again', () => {
    const grid = gridFor(1);
    const rows = rowsOf(['chart', 'text', 'text'], 1);
    const pictures = placements({ kind: 'facing', rows }, settingOf(1))
      .flat()
      .flatMap(({ cells }) => cells.flat())
      .filter((one) => one.kind === 'picture');
    expect(new Set(pictures.map(({ width }) => width)).size).toBeGreaterThan(2);
    for (const { width, height, spaceBelow } of pictures) {
      expect(width / height).toBeCloseTo(200 / 137.5);
      const all = pictureSpace.before + height + pictureSpace.line + spaceBelow;
      expect(all).toBeCloseTo(onGrid(all - 0.01, grid));
    }
  });

  it('are not tried without end', () => {
    const many = Array.from({ length: 12 }, () => ['chart', 'text', 'text'] as const).flat();
    expect(placements({ kind: 'facing', rows: rowsOf(many, 2) }, settingOf(2)).length).toBeLessThan(40);
  });
});
