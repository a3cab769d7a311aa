import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { readPackage } from '../../src/ooxml/package.js';
import { child, descendants, elements, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { lowestWidths } from '../../src/summary/lowest-widths.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { textOf as wordsOf } from '../../src/summary/runs.js';
import type { Part } from '../../src/summary/summary.js';
import { expectValid } from '../ooxml/validator.js';
import { briefing } from './briefing.js';
import type { FixtureLanguage } from './fixture-facts.js';
import { documentOf, plainPictures, theme, writer } from './fixtures.js';

/** The briefing of the fixtures with the annex as a section before the sources; a name among its facts. */
function withAnnex(language: FixtureLanguage): Document {
  const document = briefing(language);
  const w = writer(language);
  const annex = w.section('evidence', { 'zh-CN': '依据', en: 'Evidence', de: 'Belege' }[language], [
    { kind: 'evidence', at: w.at() },
  ]);
  const at = document.sections.findIndex(({ id }) => id === 'sources');
  const share = document.citations.get('circuits.share');
  if (!share) throw new Error('the fixtures lack a fact');
  const name = { ...share, fact: 'circuits.chain', kind: 'roster' as const, text: 'design', label: 'Chain' };
  return {
    ...document,
    citations: new Map([...document.citations, [name.fact, name]]),
    sections: document.sections.toSpliced(at, 0, annex),
  };
}

type Table = Extract<Part, { readonly kind: 'table' }>;
const annexOf = (languages: readonly FixtureLanguage[]): Table => {
  const { model, diagnostics } = modelSummary(languages.map(withAnnex), theme);
  expect(diagnostics).toEqual([]);
  return model.parts.find((part): part is Table => part.kind === 'table' && part.dense === true) as Table;
};
const words = (cell: Table['rows'][number][number]): string[] => cell.map(({ runs }) => wordsOf(runs));
const rowOf = (table: Table, fact: string): string[][] =>
  table.rows
    .filter((row) => row[1]?.some(({ runs }) => runs.some((run) => run.kind === 'text' && run.fact === fact)))
    .flatMap((row) => row.map(words));

describe('the evidence annex', () => {
  it('has a row for every figure, and none for a name', () => {
    const document = withAnnex('en');
    const facts = annexOf(['en']).rows.map((row) =>
      row[1]?.flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'text' ? (run.fact ?? []) : []))),
    );
    expect(facts).toEqual(
      [...document.citations.keys()].filter((id) => id !== 'circuits.chain').map((id) => [id]),
    );
    expect(facts.length).toBeGreaterThan(12);
  });

  it('says figure, phrase, source, date and place; both languages in a cell, the phrase once', () => {
    expect(rowOf(annexOf(['zh-CN', 'en']), 'funds.committed')).toEqual([
      ['总认缴规模', 'Committed capital'],
      ['286.6亿元', 'RMB 28.66 billion'],
      ['286.6亿元'],
      ['[1] 2026年1月19日', '[1] 19 January 2026'],
      ['第04节第3段', 'section 04, paragraph 3'],
    ]);
  });

  it('has the phrase in the language of its source, whatever the summary’s are', () => {
    const [, , stated] = annexOf(['zh-CN', 'en']).rows.find(
      (row) => words(row[0] ?? [])[1] === 'Average annual growth of the talent pool',
    ) as Table['rows'][number];
    expect(stated?.flatMap(({ runs }) => runs)).toEqual([
      { kind: 'text', text: 'mehr als 15 %', language: 'de', fact: 'talent.growth' },
    ]);
  });

  it('gives the formula of a computed figure in each language, with the sources of its parts', () => {
    const [, , formula, source, place] = rowOf(annexOf(['zh-CN', 'de']), 'funds.paid-in-ratio');
    expect(formula).toEqual([expect.stringMatching(/^= .+÷/), expect.stringMatching(/^= .+÷/)]);
    expect(source).toEqual(['[1] 2026年1月19日', '[1] 19. Januar 2026']);
    expect(place).toEqual(['第04节第3段', 'Abschnitt 04, Absatz 3']);
  });

  it('says what both languages write alike once', () => {
    expect(rowOf(annexOf(['zh-CN', 'en']), 'circuits.share')[1]).toEqual(['42.5%']);
  });

  it('refers to no footnote', () => {
    const table = annexOf(['zh-CN', 'en']);
    const runs = [table.header, ...table.rows].flat(2).flatMap((paragraph) => paragraph.runs);
    expect(runs.filter(({ kind }) => kind === 'note')).toEqual([]);
  });
});

describe('the evidence annex in the file', () => {
  let bytes: Uint8Array;
  let table: XmlElement;

  beforeAll(async () => {
    const documents = (['zh-CN', 'de'] as const).map(withAnnex);
    bytes = await writeSummary(modelSummary(documents, theme).model, plainPictures(documents));
    const root = parseXml(new TextDecoder().decode(readPackage(bytes).parts.get('word/document.xml')));
    table = descendants(root, 'w:tbl').find(
      (found) => elements(found, 'w:tr').length > 1 && textOf(found).includes('原文表述'),
    ) as XmlElement;
  });

  it('is valid for Office and the linter', async () => {
    await expectValid(bytes, 'docx');
  });

  it('is a table whose header repeats and whose rows are not cut', () => {
    const rows = elements(table, 'w:tr');
    expect(rows.length).toBeGreaterThan(12);
    expect(rows.map((row) => child(row, 'w:trPr', 'w:tblHeader') !== undefined)).toEqual(
      rows.map((_, index) => index === 0),
    );
    for (const row of rows) expect(child(row, 'w:trPr', 'w:cantSplit')).toBeDefined();
  });

  it('is named for screen readers, and its columns fill the text', () => {
    const properties = child(table, 'w:tblPr');
    expect(child(properties, 'w:tblCaption')?.attributes.get('w:val')).toBe('依据');
    const widths = elements(child(table, 'w:tblGrid') as XmlElement).map((column) =>
      Number(column.attributes.get('w:w')),
    );
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(
      Number(child(properties, 'w:tblW')?.attributes.get('w:w')),
    );
  });
});

describe('a summary of one language', () => {
  it('has the annex, too, and one without figures an empty one', async () => {
    expect(words(annexOf(['en']).rows[0]?.[0] ?? []).length).toBe(1);
    const w = writer('en');
    const empty = {
      ...documentOf('en', [w.section('one', 'One', [{ kind: 'evidence', at: w.at() }])]),
      citations: new Map(),
    };
    await expectValid(await writeSummary(modelSummary([empty], theme).model, new Map()), 'docx');
  });
});

describe('the lowest widths', () => {
  const cells = fc.array(fc.double({ min: 1, max: 400, noNaN: true }), { minLength: 0, maxLength: 3 });
  const tables = fc
    .integer({ min: 1, max: 5 })
    .chain((count) =>
      fc.array(fc.array(cells, { minLength: count, maxLength: count }), { minLength: 1, maxLength: 8 }),
    );

  it('add up to the whole, leave each column room, and never end higher than even columns', () => {
    const height = (rows: readonly (readonly (readonly number[])[])[], widths: readonly number[]): number =>
      rows.reduce(
        (sum, row) =>
          sum +
          Math.max(
            ...row.map((cell, column) =>
              cell.reduce((lines, line) => {
                const room = (widths[column] as number) - 6;
                return lines + (line <= room ? 1 : Math.ceil(line / (room * 0.92)));
              }, 0),
            ),
          ),
        0,
      );
    fc.assert(
      fc.property(tables, (rows) => {
        const widths = lowestWidths(rows, 500, 6);
        expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(500);
        for (const width of widths) expect(width).toBeGreaterThanOrEqual(40);
        expect(height(rows, widths)).toBeLessThanOrEqual(
          height(
            rows,
            widths.map(() => 500 / widths.length),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('give a long column what short ones do not need', () => {
    const [long, short] = lowestWidths([[[300], [20]]], 400, 6) as [number, number];
    expect(long).toBeGreaterThan(305);
    expect(short).toBeGreaterThan(26);
  });
});
