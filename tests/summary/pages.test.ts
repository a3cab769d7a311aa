import { describe, expect, it } from 'vitest';
import { geometryFor } from '../../src/summary/geometry.js';
import { modelSummary } from '../../src/summary/model.js';
import { Pages } from '../../src/summary/pages.js';
import { closedUp, Filling, type Block as Laid, type Paper } from '../../src/summary/paginate.js';
import type { Part, Run, Summary } from '../../src/summary/summary.js';
import type { FixtureLanguage } from './fixture-facts.js';
import { theme } from './fixtures.js';
import { chartsFirst, longBriefing } from './long.js';

const facingRows = ({ parts }: Summary) => parts.flatMap((part) => (part.kind === 'facing' ? part.rows : []));

/** The numbers of the references, in the order in which a reader meets them. */
function references({ parts }: Summary): number[] {
  const found: number[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
    if ((value as Run).kind === 'note') found.push((value as { number: number }).number);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(parts);
  return found;
}

const forms = [
  [['zh-CN', 'en'], 'facing'],
  [['en', 'de'], 'facing'],
  [['de'], 'facing'],
  [['zh-CN', 'en'], 'sequential'],
] as const satisfies readonly (readonly [readonly FixtureLanguage[], 'facing' | 'sequential'])[];

describe('pages of a summary', () => {
  it.each(forms)(
    'of %j, %s: let charts trail text, and number footnotes in the order of the page',
    (languages, arrangement) => {
      const documents = languages.map((language) => chartsFirst(longBriefing(language, 5)));
      const { model } = modelSummary(documents, theme, arrangement);
      const rows = facingRows(model);
      const trails = rows.filter((row, index) => row.figure && !rows[index - 1]?.figure && index > 0);
      expect(trails.length).toBeGreaterThan(0);
      expect(references(model)).toEqual(model.footnotes.map((_, index) => index + 1));
    },
  );

  it('name each source in full where it comes first, wherever its chart went', () => {
    const { model } = modelSummary([chartsFirst(longBriefing('en', 5))], theme);
    const full = model.footnotes.map(({ runs }) =>
      runs.some((run) => run.kind === 'text' && run.text === 'PEdaily'),
    );
    const named = model.footnotes.map(({ runs }) =>
      runs.some((run) => run.kind === 'text' && /PEdaily|\[1\]/.test(run.text)),
    );
    expect(named.indexOf(true)).toBeGreaterThanOrEqual(0);
    if (full.includes(true)) expect(full.indexOf(true)).toBe(named.indexOf(true));
  });

  it('waste less paper than with every chart at its place in the template', () => {
    const documents = [chartsFirst(longBriefing('de', 6))];
    const { model } = modelSummary(documents, theme);
    const geometry = geometryFor(1);
    const stay = (part: Part): Part =>
      part.kind === 'facing'
        ? { ...part, rows: part.rows.map((row) => ({ ...row, figure: undefined })) }
        : part;
    const pages = new Pages(model, geometry);
    expect(pages.setOut(model.parts).count).toBeLessThanOrEqual(pages.setOut(model.parts.map(stay)).count);
  });
});

describe('pages being filled', () => {
  const paper: Paper = { height: 300, noteHeight: () => 9, noteRule: 12 };
  const block = (height: number, more: Partial<Laid> = {}): Laid => ({ height, notes: [], ...more });

  it('go on from a copy without changing what it was taken from', () => {
    const filling = new Filling(paper);
    filling.put([block(200, { notes: [1] })]);
    const before = filling.filled;
    const copy = filling.copy();
    copy.put([block(250, { notes: [2, 3] }), block(290)]);
    expect(copy.page).toBe(3);
    expect([filling.page, filling.filled]).toEqual([1, before]);
    expect(copy.waste).toBeGreaterThan(filling.waste);
  });

  it('count white at the foot as waste, but not on the last page of a chapter', () => {
    const wasteOf = (next: Laid): number => {
      const filling = new Filling(paper);
      filling.put([block(150), next]);
      return filling.waste;
    };
    expect(wasteOf(block(200))).toBeCloseTo(0.4 ** 2);
    expect(wasteOf(block(10, { breakBefore: true }))).toBeCloseTo(0.4 ** 2);
    expect(wasteOf(block(10, { breakBefore: 'chapter' }))).toBe(0);
    expect(wasteOf(block(10))).toBe(0);
  });

  it('count a few lines alone on a last page as waste, too', () => {
    const wasteOf = (height: number): number => {
      const filling = new Filling(paper);
      filling.put([block(height)]);
      filling.close();
      return filling.waste;
    };
    expect(wasteOf(20)).toBeGreaterThan(0);
    expect(wasteOf(100)).toBe(0);
  });

  it('leave the larger of two spaces between blocks, not both', () => {
    const heights = (last?: Laid) =>
      closedUp(
        [block(20, { before: 7 }), block(30, { after: 5 }), block(40, { before: 9, after: 9 })],
        last,
      ).map(({ height }) => height);
    expect(heights()).toEqual([20, 30, 35]);
    expect(heights(block(10, { after: 12 }))).toEqual([13, 30, 35]);
    expect(heights(block(10))).toEqual([20, 30, 35]);
  });

  it('tell how far what has to stand together would reach', () => {
    const filling = new Filling(paper);
    filling.put([block(150)]);
    const lines = { count: 9, pitch: 10, notesAt: [5] };
    const heading = block(30, { keepNext: true });
    expect(filling.reach([heading, block(90, { lines, notes: [1] })])).toBeCloseTo(200 / 300);
    expect(filling.reach([heading, block(160), block(40)])).toBeCloseTo(340 / 300);
  });
});
