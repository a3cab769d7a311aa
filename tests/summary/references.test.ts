import { describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint.js';
import { readPackage } from '../../src/ooxml/package.js';
import { descendants, textOf } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { referring } from '../../src/summary/references.js';
import type { FacingRow, Paragraph, Run } from '../../src/summary/summary.js';
import { traceFigures } from '../../src/trace/trace.js';
import { expectValid } from '../ooxml/validator.js';
import { plainPictures, theme } from './fixtures.js';
import { longBriefing } from './long.js';

const text = (words: string, language: string, more: Partial<Run> = {}): Run =>
  ({ kind: 'text', text: words, language, ...more }) as Run;
const paragraph = (language: string, runs: readonly Run[], more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  role: 'text',
  side: 0,
  language,
  runs,
  ...more,
});
const chart = (...languages: string[]): FacingRow => ({
  cells: languages.map((language) => [
    paragraph(
      language,
      [text('Figure ', language), { kind: 'sequence', name: 'Figure', number: 3, language }],
      {
        role: 'caption',
      },
    ),
  ]),
  keepNext: false,
  figure: true,
});
const row = (...cells: readonly Paragraph[]): FacingRow => ({
  cells: cells.map((one) => [one]),
  keepNext: false,
});
const shown = ({ cells }: FacingRow): string[] =>
  cells.map(([one]) =>
    one?.kind === 'paragraph'
      ? one.runs
          .map((run) =>
            run.kind === 'text'
              ? run.text
              : run.kind === 'figureOf'
                ? run.number
                : run.kind === 'note'
                  ? '*'
                  : '',
          )
          .join('')
      : '',
  );

describe('text before its chart', () => {
  it('names it before the stop of its last sentence, in each language', () => {
    const before = row(
      paragraph('en', [text('All is on site', 'en'), text('.', 'en')]),
      paragraph('zh-CN', [text('链条完整。', 'zh-CN')]),
    );
    const rows = referring([before], chart('en', 'zh-CN'));
    expect(rows.map(shown)[0]).toEqual(['All is on site\u00a0(Figure\u00a03).', '链条完整（图3）。']);
    expect(rows).toHaveLength(2);
  });

  it.each([
    [
      'a footnote behind the stop',
      [text('So it is.', 'en'), { kind: 'note', number: 1, language: 'en' }],
      'So it is\u00a0(Figure\u00a03).*',
    ],
    ['no stop', [text('an item', 'en')], 'an item\u00a0(Figure\u00a03)'],
    [
      'a figure that ends with a point',
      [text('28 Mrd.', 'en', { fact: 'a.b' })],
      '28 Mrd.\u00a0(Figure\u00a03)',
    ],
    ['nothing said', [], '\u00a0(Figure\u00a03)'],
  ] as const)('keeps %s as it is', (_, runs, wanted) => {
    const [first] = referring([row(paragraph('en', runs as readonly Run[]))], chart('en'));
    expect(first && shown(first)).toEqual([wanted]);
  });

  it('is what stood right below the chart, not a lead to it', () => {
    const lead = { ...row(paragraph('en', [text('Lead', 'en')], { role: 'lead' })), keepNext: true };
    const rows = referring(
      [lead, row(paragraph('en', [text('One.', 'en')])), row(paragraph('en', [text('Two.', 'en')]))],
      chart('en'),
    );
    expect(rows.flatMap(shown).slice(0, 3)).toEqual(['Lead', 'One\u00a0(Figure\u00a03).', 'Two.']);
  });

  it('refers by fields to bookmarks that are there, once each; the file is clean, valid and traced', async () => {
    const documents = [longBriefing('zh-CN', 4), longBriefing('en', 4)];
    const bytes = await writeSummary(modelSummary(documents, theme).model, plainPictures(documents));
    const root = parseXml(new TextDecoder().decode(readPackage(bytes).parts.get('word/document.xml')));
    const marks = descendants(root, 'w:bookmarkStart')
      .map(({ attributes }) => attributes.get('w:name') ?? '')
      .filter((name) => name.startsWith('_Ref'));
    const codes = descendants(root, 'w:instrText').map((code) => textOf(code).trim());
    const referred = codes.flatMap((code) => /^REF (\S+) \\h$/.exec(code)?.[1] ?? []);
    expect(referred.length).toBeGreaterThan(1);
    expect(new Set(marks).size).toBe(marks.length);
    expect(referred.toSorted()).toEqual(marks.toSorted());
    for (const mark of marks) expect(mark.length).toBeLessThanOrEqual(40);
    expect(traceFigures(bytes).asMade).toBe(true);
    expect(lintPackage(bytes)).toEqual([]);
    await expectValid(bytes, 'docx');
  }, 60_000);
});
