import { describe, expect, it } from 'vitest';
import type { Block, Document } from '../../src/document/document.js';
import { modelSummary } from '../../src/summary/model.js';
import { textOf } from '../../src/summary/runs.js';
import type { Content, Paragraph, Part, Run, Summary } from '../../src/summary/summary.js';
import { briefing } from './briefing.js';
import { facts } from './fixture-facts.js';
import { documentOf, theme, writer } from './fixtures.js';

const en = writer('en');
const zh = writer('zh-CN');

function summaryOf(blocks: readonly Block[], language: 'en' | 'zh-CN' = 'en'): Summary {
  return modelSummary([documentOf(language, [en.section('one', 'One', blocks)])], theme).model;
}

function contentsOf(part: Part): readonly Content[] {
  switch (part.kind) {
    case 'facing':
      return part.rows.flatMap((row) => row.cells.flat());
    case 'table':
      return [part.header, ...part.rows].flat(2);
    case 'strip':
      return part.rows.flat(2);
    case 'full':
      return part.content;
    case 'heading':
      return [];
  }
}

function paragraphsOf(parts: readonly Part[]): Paragraph[] {
  return parts.flatMap(contentsOf).filter((content) => content.kind === 'paragraph');
}

/** The running text with its references: "286.6[1]". */
function marked(runs: readonly Run[]): string {
  return runs
    .map((run) => (run.kind === 'note' ? `[${run.number}]` : run.kind === 'text' ? run.text : ''))
    .join('');
}

const notesOf = (summary: Summary): string[] => summary.footnotes.map(({ runs }) => textOf(runs));

describe('a footnote', () => {
  it('says what the figure is, how the source puts it, which source, when and where', () => {
    expect(notesOf(summaryOf([en.paragraph('{funds.committed}')]))).toEqual([
      'Committed capital: stated as “286.6亿元”, 投资界, 19 January 2026, section 04, paragraph 3.',
    ]);
  });

  it('uses Chinese marks without blanks in Chinese', () => {
    expect(notesOf(summaryOf([zh.paragraph('{funds.committed}')], 'zh-CN'))).toEqual([
      '总认缴规模：原文为“286.6亿元”，投资界，2026年1月19日，第04节第3段。',
    ]);
  });

  it('gives the period of a figure that the date of its source does not say', () => {
    expect(notesOf(summaryOf([en.paragraph('{circuits.share}')]))[0]).toContain(
      'circuit output (2024): stated as “42.5%”',
    );
  });

  it('gives formula and stated parts of a derived figure, and their common place once', () => {
    expect(notesOf(summaryOf([en.paragraph('{funds.paid-in-ratio}')]))).toEqual([
      'Paid-in ratio: computed as paid-in capital ÷ committed capital (“188.3亿元”, “286.6亿元”, 投资界, 19 January 2026, section 04, paragraph 3).',
    ]);
  });

  it('labels the parts of a figure derived from derived ones, and ends where they go in a circle', () => {
    const document = documentOf('en', [en.section('one', 'One', [en.paragraph('{funds.uncalled}')])]);
    const citations = new Map(document.citations);
    const uncalled = citations.get('funds.uncalled');
    const ratio = citations.get('funds.paid-in-ratio');
    if (!uncalled || !ratio) throw new Error('the fixtures lack a derived fact');
    citations.set('funds.uncalled', { ...uncalled, parts: ['funds.committed', 'funds.paid-in-ratio'] });
    citations.set('funds.paid-in-ratio', { ...ratio, parts: ['funds.paid-in', 'funds.uncalled'] });
    expect(notesOf(modelSummary([{ ...document, citations }], theme).model)[0]).toContain(
      '(Committed capital “286.6亿元”, Paid-in capital “188.3亿元”, 投资界,',
    );
  });

  it("sets the source's own words in their own language", () => {
    const [note] = summaryOf([en.paragraph('{talent.growth}')]).footnotes;
    const stated = note?.runs.find((run) => run.kind === 'text' && run.text === 'mehr als 15 %');
    expect(stated).toMatchObject({ language: 'de' });
    expect(note?.runs[0]).toMatchObject({ language: 'en' });
  });

  it('ends with the note of its fact', () => {
    const document = documentOf('en', [en.section('one', 'One', [en.paragraph('{funds.number}')])]);
    const citations = new Map(document.citations);
    const number = citations.get('funds.number');
    if (number) citations.set('funds.number', { ...number, note: 'All kinds together.' });
    expect(notesOf(modelSummary([{ ...document, citations }], theme).model)[0]).toMatch(
      /; All kinds together\.$/,
    );
  });
});

describe('references', () => {
  it('stand behind the figure, once per document', () => {
    const summary = summaryOf([
      en.paragraph('First {funds.number}, then {funds.committed}.'),
      en.paragraph('Again {funds.number}.'),
    ]);
    expect(paragraphsOf(summary.parts).map(({ runs }) => marked(runs))).toEqual([
      'First 24 funds[1], then RMB 28.66 billion[2].',
      'Again 24 funds.',
    ]);
    expect(summary.footnotes).toHaveLength(2);
  });

  it('prefer the running text to tiles and tables before it', () => {
    const summary = summaryOf([
      en.tiles([['{funds.number}', 'funds']]),
      en.table(
        ['Indicator', 'Figure'],
        [
          ['Funds', '{funds.number}'],
          ['Banks', '{finance.banks}'],
        ],
      ),
      en.paragraph('There are {funds.number}.'),
    ]);
    expect(paragraphsOf(summary.parts).map(({ runs }) => marked(runs))).toEqual([
      '24 funds',
      'funds',
      'Indicator',
      'Figure',
      'Funds',
      '24 funds',
      'Banks',
      '15 banks[1]',
      'There are 24 funds[2].',
    ]);
  });

  it('prefer the figure to the label of its fact', () => {
    const label = en.paragraph('');
    const named: Block = {
      ...label,
      kind: 'paragraph',
      content: [{ kind: 'figure', fact: 'funds.committed', value: 'Committed capital' }],
    };
    const summary = summaryOf([named, en.paragraph('It is {funds.committed}.')]);
    expect(paragraphsOf(summary.parts).map(({ runs }) => marked(runs))).toEqual([
      'Committed capital',
      'It is RMB 28.66 billion[1].',
    ]);
  });

  it('gather at a caption what only the chart shows', () => {
    const summary = summaryOf([en.chart('funds', 'Funds', ['funds.number', 'funds.paid-in'])]);
    expect(summary.footnotes).toHaveLength(1);
    expect(notesOf(summary)[0]).toMatch(/^Number of funds: .*; Paid-in capital: .*\.$/);
    const caption = paragraphsOf(summary.parts).find(({ role }) => role === 'caption');
    expect(caption?.runs.at(-1)).toMatchObject({ kind: 'note', number: 1 });
  });

  it('stay out of headings and table headers', () => {
    const summary = summaryOf([en.heading('{funds.number}'), en.table(['{funds.committed}'], [['text']])]);
    expect(summary.footnotes).toEqual([]);
  });

  it('of both languages stay where one cell serves both', () => {
    const row = [['42.5', '{circuits.share}']];
    const documents = [
      documentOf('zh-CN', [zh.section('one', '甲', [zh.table(['甲', '乙'], row)])]),
      documentOf('en', [en.section('one', 'One', [en.table(['One', 'Two'], row)])]),
    ];
    const { model } = modelSummary(documents, theme);
    const cells = paragraphsOf(model.parts).filter(({ role }) => role === 'cell');
    expect(cells.map(({ runs }) => marked(runs))).toEqual(['42.5', '42.5%[1]\u2009[2]']);
    expect(model.footnotes.map(({ language }) => language)).toEqual(['zh-CN', 'en']);
  });

  it.each([[['zh-CN', 'en']], [['zh-CN', 'de']], [['en']]] as const)(
    'of %s count up through the page, one per fact and language',
    (languages) => {
      const { model } = modelSummary(languages.map(briefing), theme);
      const numbers = paragraphsOf(model.parts).flatMap(({ runs }) =>
        runs.flatMap((run) => (run.kind === 'note' ? [run.number] : [])),
      );
      expect(numbers).toEqual(model.footnotes.map((_, index) => index + 1));
      expect(numbers).toHaveLength(Object.keys(facts).length * languages.length);
    },
  );
});

describe('checks of the evidence', () => {
  const checked = (document: Document) => modelSummary([document], theme).diagnostics;

  it('report a figure that nothing stands behind, once, with its place', () => {
    const blocks = [en.paragraph('{no.such-fact} and {no.such-fact}'), en.paragraph('{no.such-fact}')];
    expect(checked(documentOf('en', [en.section('one', 'One', blocks)]))).toEqual([
      expect.objectContaining({ code: 'summary/uncited-figure', at: blocks[0]?.at }),
    ]);
  });

  it.each([['\u0001'], ['\uFFFE'], ['\uD800']])(
    'report the character %j, which no XML can hold',
    (character) => {
      const block = en.paragraph(`a${character}b`);
      expect(checked(documentOf('en', [en.section('one', 'One', [block])]))).toEqual([
        expect.objectContaining({ code: 'summary/forbidden-character', at: block.at }),
      ]);
    },
  );

  it('let tabs, emoji and ideographs beyond the first plane pass', () => {
    expect(checked(documentOf('en', [en.section('one', '\t😀𠀀', [])]))).toEqual([]);
  });
});
