import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostic.js';
import type { Block } from '../../src/document/document.js';
import { modelSummary } from '../../src/summary/model.js';
import type { Part } from '../../src/summary/summary.js';
import { briefing } from './briefing.js';
import { documentOf, theme, writer } from './fixtures.js';

const zh = writer('zh-CN');
const en = writer('en');

/** Findings for two sections with these blocks. */
function findings(left: readonly Block[], right: readonly Block[]): string[] {
  const documents = [
    documentOf('zh-CN', [zh.section('one', '甲', left)]),
    documentOf('en', [en.section('one', 'One', right)]),
  ];
  return modelSummary(documents, theme).diagnostics.map(formatDiagnostic);
}

describe('pairing two languages', () => {
  it.each([['en'], ['de']] as const)(
    'finds nothing to say about zh-CN and %s of one structure',
    (language) => {
      expect(modelSummary([briefing('zh-CN'), briefing(language)], theme).diagnostics).toEqual([]);
    },
  );

  it('names both places where kinds differ', () => {
    const left = zh.paragraph('一句话。');
    const right = en.list(['A point']);
    const [finding, ...others] = findings([left], [right]);
    expect(others).toEqual([]);
    expect(finding).toContain(`summary.zh-CN.md.hbs:${left.at.line}:1 error summary/unpaired`);
    expect(finding).toContain(`paragraph here, bulleted list of 1 at summary.en.md.hbs:${right.at.line}:1`);
  });

  it.each<[string, Block, Block]>([
    ['items of a list', zh.list(['甲', '乙']), en.list(['One'])],
    ['numbered and bulleted lists', zh.list(['甲'], true), en.list(['One'])],
    ['rows of a table', zh.table(['甲'], [['乙']]), en.table(['One'], [])],
    ['columns of a table', zh.table(['甲', '乙'], []), en.table(['One'], [])],
    ['tiles', zh.tiles([['一', '甲']]), en.tiles([])],
    ['steps', zh.process([['一', '甲']]), en.process([])],
    ['columns', zh.columns([['一', '甲']]), en.columns([])],
    ['charts', zh.chart('a', '甲', []), en.chart('b', 'One', [])],
    ['levels of headings', zh.heading('甲', 3), en.heading('One', 4)],
  ])('sees different %s', (_, left, right) => {
    expect(findings([left], [right])).toHaveLength(1);
  });

  it('looks into list items, quotes and columns', () => {
    const nested = (inner: Block, w: typeof zh): Block => ({ kind: 'quote', blocks: [inner], at: w.at() });
    const [finding] = findings([nested(zh.paragraph('甲'), zh)], [nested(en.list(['One']), en)]);
    expect(finding).toContain('paragraph here, bulleted list of 1');
  });

  it('says where a language ends early', () => {
    const [finding] = findings([zh.paragraph('甲'), zh.paragraph('乙')], [en.paragraph('One')]);
    expect(finding).toMatch(/paragraph here, nothing at summary\.en\.md\.hbs:\d+:1/);
  });

  it('does not report what follows from the first difference', () => {
    const left = [zh.paragraph('甲'), zh.list(['乙']), zh.paragraph('丙')];
    expect(findings(left, [en.list(['One']), en.paragraph('Two'), en.list(['Three'])])).toHaveLength(1);
  });

  it.each([
    [
      'a section of another id',
      [en.section('two', 'Two', [])],
      'section "one" here, section "two" at summary.en',
    ],
    ['a section that is missing', [], 'section "one" here, nothing at the "en" document'],
  ])('reports %s', (_, sections, message) => {
    const documents = [documentOf('zh-CN', [zh.section('one', '甲', [])]), documentOf('en', sections)];
    expect(modelSummary(documents, theme).diagnostics.map(formatDiagnostic).join()).toContain(message);
  });

  it('reports a section that only the second language has', () => {
    const documents = [documentOf('zh-CN', []), documentOf('en', [en.section('one', 'One', [])])];
    const [finding] = modelSummary(documents, theme).diagnostics;
    expect(finding).toMatchObject({ code: 'summary/unpaired', at: { file: 'summary.en.md.hbs' } });
  });

  it('refuses to make a summary in no language or in three', () => {
    expect(() => modelSummary([], theme)).toThrow(RangeError);
    expect(() => modelSummary([briefing('en'), briefing('de'), briefing('zh-CN')], theme)).toThrow(/not 3/);
  });
});

describe('facing rows', () => {
  const rowsOf = (parts: readonly Part[]) =>
    parts.flatMap((part) => (part.kind === 'facing' ? part.rows : []));

  it('have as many cells as languages, the first language left', () => {
    const { model } = modelSummary([briefing('de'), briefing('en')], theme);
    const rows = rowsOf(model.parts);
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows) expect(row.cells.map((cell) => cell[0]?.language)).toEqual(['de', 'en']);
  });

  it('hold each picture together with its caption', () => {
    const { model } = modelSummary([briefing('zh-CN'), briefing('en')], theme);
    const cells = rowsOf(model.parts).flatMap((row) => row.cells);
    const pictured = cells.filter((cell) => cell[0]?.kind === 'picture');
    expect(pictured).toHaveLength(8);
    for (const cell of pictured) expect(cell[1]).toMatchObject({ role: 'caption' });
  });
});
