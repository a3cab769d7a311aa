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
    case 'front':
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

  it('has a note behind the fact that it is about, and one about several at the end', () => {
    const two = en.paragraph('Of {funds.committed} in {funds.number}, some. Then {finance.banks} came.');
    const noted = (notes: Readonly<Record<string, string>>, text = two): string[] => {
      const document = documentOf('en', [en.section('one', 'One', [text])]);
      const citations = new Map(
        [...document.citations].map(([id, citation]) => [
          id,
          notes[id] ? { ...citation, note: notes[id] } : citation,
        ]),
      );
      return notesOf(modelSummary([{ ...document, citations }], theme).model);
    };
    const place = '投资界, 19 January 2026, section 04, paragraph 3';
    expect(noted({ 'funds.committed': 'As the zone counts.', 'finance.banks': 'Branches.' })).toEqual([
      `Committed capital: stated as “286.6亿元” (As the zone counts); Number of funds: “24只”, ${place}.`,
      'Partner banks: stated as “15家”, 投资界, 19 January 2026, section 04, paragraph 2; Branches.',
    ]);
    const alike = { 'funds.committed': 'Of the zone.', 'funds.number': 'Of the zone.' };
    expect(noted(alike)[0]).toBe(
      `Committed capital: stated as “286.6亿元”; Number of funds: “24只”, ${place}; Of the zone.`,
    );
    const three = en.paragraph('Of {funds.committed} in {funds.number}, {finance.banks} took part.');
    expect(noted(alike, three)).toEqual([
      `Committed capital: stated as “286.6亿元”; Number of funds: “24只”, ${place}; ` +
        'Partner banks: “15家”, section 04, paragraph 2; Of the zone.',
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

  it('names a source in full once, then by its number in the list of sources', () => {
    const blocks = ['{funds.committed}', '{funds.number}', '{talent.growth}'].map((text) =>
      en.paragraph(text),
    );
    expect(notesOf(summaryOf([...blocks, en.sources()]))).toEqual([
      'Committed capital: stated as “286.6亿元”, 投资界, 19 January 2026 [1], section 04, paragraph 3.',
      'Number of funds: stated as “24只”, [1], section 04, paragraph 3.',
      'Average annual growth of the talent pool: stated as “mehr als 15 %”, GLOBE NEWSWIRE, 22 December 2025 [2], paragraph 5.',
    ]);
    expect(notesOf(summaryOf(blocks))[1]).toContain('投资界, 19 January 2026, section');
  });

  it('says the wording of a part once, however many formulas use it', () => {
    const text = 'Of {funds.paid-in}, {funds.paid-in-ratio} and {funds.uncalled}.';
    expect(notesOf(summaryOf([en.paragraph(text)]))).toEqual([
      'Paid-in capital: stated as “188.3亿元”, 投资界, 19 January 2026, section 04, paragraph 3; ' +
        'Paid-in ratio: computed as paid-in capital ÷ committed capital (Committed capital “286.6亿元”, section 04, paragraph 3); ' +
        'Uncalled capital: computed as committed capital − paid-in capital.',
    ]);
  });

  it('does not say a name twice that the source writes alike', () => {
    const document = documentOf('en', [en.section('one', 'One', [en.paragraph('{funds.number}')])]);
    const citations = new Map(document.citations);
    const number = citations.get('funds.number');
    if (number) citations.set('funds.number', { ...number, label: '24只' });
    expect(notesOf(modelSummary([{ ...document, citations }], theme).model)[0]).toMatch(/^“24只”, 投资界/);
  });

  it('quotes once what a source says alike in two places', () => {
    const document = documentOf('en', [en.section('one', 'One', [en.paragraph('{funds.number}')])]);
    const citations = new Map(document.citations);
    const number = citations.get('funds.number');
    const [statement] = number?.statements ?? [];
    if (!number || !statement) throw new Error('the fixtures lack a statement');
    const statements = [statement, { ...statement, locator: 'heading' }];
    citations.set('funds.number', { ...number, statements });
    expect(notesOf(modelSummary([{ ...document, citations }], theme).model)[0]).toBe(
      'Number of funds: stated as “24只”, 投资界, 19 January 2026, section 04, paragraph 3, heading.',
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
      en.paragraph('First {funds.number} came. Then {funds.committed} followed.'),
      en.paragraph('Again {funds.number} and {finance.banks}.'),
    ]);
    expect(paragraphsOf(summary.parts).map(({ runs }) => marked(runs))).toEqual([
      'First 24 funds[1] came. Then RMB 28.66 billion[2] followed.',
      'Again 24 funds and 15 banks[3].',
    ]);
    expect(summary.footnotes.map(({ facts: noted }) => noted)).toEqual([
      ['funds.number'],
      ['funds.committed'],
      ['finance.banks'],
    ]);
  });

  it('of several figures in a sentence become one behind its full stop', () => {
    const summary = summaryOf([
      en.paragraph('Of {funds.committed} in {funds.number}, some. Then {finance.banks} came.'),
    ]);
    expect(paragraphsOf(summary.parts).map(({ runs }) => marked(runs))).toEqual([
      'Of RMB 28.66 billion in 24 funds, some.[1] Then 15 banks[2] came.',
    ]);
    expect(notesOf(summary)[0]).toBe(
      'Committed capital: stated as “286.6亿元”; Number of funds: “24只”, 投资界, 19 January 2026, section 04, paragraph 3.',
    );
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
    'of %s count up through the page, and every fact is noted once in each language',
    (languages) => {
      const { model } = modelSummary(languages.map(briefing), theme);
      const numbers = paragraphsOf(model.parts).flatMap(({ runs }) =>
        runs.flatMap((run) => (run.kind === 'note' ? [run.number] : [])),
      );
      expect(numbers).toEqual(model.footnotes.map((_, index) => index + 1));
      for (const language of languages) {
        const noted = model.footnotes.flatMap((note) => (note.language === language ? note.facts : []));
        expect([...noted].sort()).toEqual(Object.keys(facts).sort());
      }
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
