import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintPackage } from '../../src/ooxml/lint.js';
import { readPackage } from '../../src/ooxml/package.js';
import { descendants, textOf } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { type Block, paginate } from '../../src/summary/paginate.js';
import { textOf as wordsOf } from '../../src/summary/runs.js';
import type { Paragraph, Summary } from '../../src/summary/summary.js';
import { traceFigures } from '../../src/trace/trace.js';
import { expectValid } from '../ooxml/validator.js';
import { briefing } from './briefing.js';
import { plainPictures, theme } from './fixtures.js';
import { longBriefing } from './long.js';

const listsOf = ({ parts }: Summary): Paragraph[][] =>
  parts
    .flatMap((part) => (part.kind === 'full' ? [part.content.filter((one) => one.kind === 'paragraph')] : []))
    .filter((paragraphs) => paragraphs.some(({ role }) => role === 'contents'));

describe('the contents list', () => {
  it.each([[['zh-CN', 'en']], [['de']]] as const)('is not there in a short summary of %j', (languages) => {
    const { model } = modelSummary(languages.map(briefing), theme);
    expect(listsOf(model)).toEqual([]);
    expect(model.parts.filter((part) => part.kind === 'heading' && part.bookmark !== undefined)).toEqual([]);
  });

  it('names each section in both languages, at tabs as the headings do', () => {
    const { model } = modelSummary([longBriefing('zh-CN', 4), longBriefing('en', 4)], theme);
    const [[head, first, ...rest] = []] = listsOf(model);
    expect(wordsOf(head?.runs ?? [])).toBe('目录Contents');
    expect(first?.runs.map(({ kind }) => kind)).toEqual([
      'text',
      'text',
      'tab',
      'text',
      'text',
      'tab',
      'pageOf',
    ]);
    expect(rest).toHaveLength(24);
    expect(first?.tabs).toHaveLength(2);
  });

  it('stands at the front of each language where one follows the other, with pages that count on', () => {
    const { model } = modelSummary([longBriefing('de', 4), longBriefing('zh-CN', 4)], theme, 'sequential');
    const lists = listsOf(model);
    expect(lists.map(([head]) => wordsOf(head?.runs ?? []))).toEqual(['Inhalt', '目录']);
    const pages = lists.map((list) =>
      list.flatMap(({ runs }) => runs.flatMap((run) => (run.kind === 'pageOf' ? [run.page] : []))),
    );
    expect(pages.flat()).toEqual(pages.flat().toSorted((a, b) => a - b));
    expect(pages[1]?.[0]).toBeGreaterThan(pages[0]?.at(-1) ?? Infinity);
  });

  it('is written as a field with its result: linked, clean, valid, and traced', async () => {
    const documents = [longBriefing('zh-CN', 4), longBriefing('en', 4)];
    const bytes = await writeSummary(modelSummary(documents, theme).model, plainPictures(documents));
    const root = parseXml(new TextDecoder().decode(readPackage(bytes).parts.get('word/document.xml')));
    const marks = descendants(root, 'w:bookmarkStart')
      .map(({ attributes }) => attributes.get('w:name') ?? '')
      .filter((name) => name.startsWith('_Toc'));
    const links = descendants(root, 'w:hyperlink').flatMap(
      ({ attributes }) => attributes.get('w:anchor') ?? [],
    );
    expect(marks.length).toBe(25);
    expect(new Set(marks).size).toBe(25);
    expect(links).toEqual(marks);
    const codes = descendants(root, 'w:instrText').map((code) => textOf(code).trim());
    expect(codes.filter((code) => code.startsWith('TOC'))).toEqual(['TOC \\o "1-1" \\h \\z']);
    expect(codes.filter((code) => code.startsWith('PAGEREF'))).toEqual(
      marks.map((mark) => `PAGEREF ${mark} \\h`),
    );
    expect(descendants(root, 'w:fldChar').filter(({ attributes }) => attributes.has('w:dirty'))).toEqual([]);
    expect(traceFigures(bytes).asMade).toBe(true);
    expect(lintPackage(bytes)).toEqual([]);
    await expectValid(bytes, 'docx');
    expect(await writeSummary(modelSummary(documents, theme).model, plainPictures(documents))).toEqual(bytes);
  }, 60_000);

  it('is one field for each of two languages that follow each other, which Word makes anew from marks of its own', async () => {
    const documents = [longBriefing('en', 4), longBriefing('de', 4)];
    const { model } = modelSummary(documents, theme, 'sequential');
    const bytes = await writeSummary(model, plainPictures(documents));
    await expectValid(bytes, 'docx');
    const root = parseXml(new TextDecoder().decode(readPackage(bytes).parts.get('word/document.xml')));
    const codes = descendants(root, 'w:instrText').map((code) => textOf(code).trim());
    expect(codes.filter((code) => code.startsWith('TOC'))).toEqual([
      'TOC \\f a \\h \\z',
      'TOC \\f b \\h \\z',
    ]);
    for (const list of ['a', 'b'])
      expect(codes.filter((code) => new RegExp(`^TC ".+" \\\\f ${list} `).test(code))).toHaveLength(25);
  }, 60_000);
});

describe('filling pages', () => {
  const block: fc.Arbitrary<Block> = fc.record({
    height: fc.integer({ min: 1, max: 120 }),
    keepNext: fc.boolean(),
    breakBefore: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
    notes: fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 2 }),
  });

  it('puts each block after those before it, breaks where told to, and overfills no page', () => {
    const paper = { height: 300, noteHeight: () => 9, noteRule: 12 };
    fc.assert(
      fc.property(fc.array(block, { maxLength: 40 }), (blocks) => {
        const { placed, count } = paginate(blocks, paper);
        const pages = placed.map(({ page }) => page);
        expect(pages).toEqual(pages.toSorted((a, b) => a - b));
        expect(pages.at(-1) ?? 1).toBe(count);
        for (const [index, { breakBefore }] of blocks.entries())
          if (breakBefore && index > 0) expect(pages[index]).toBeGreaterThan(pages[index - 1] ?? 0);
        for (const page of new Set(pages)) {
          const own = blocks.filter((_, index) => pages[index] === page);
          const notes = new Set(own.flatMap((one) => one.notes));
          const used = own.reduce((sum, { height }) => sum + height, 0);
          if (own.length > 1)
            expect(used + notes.size * 9 + (notes.size > 0 ? 12 : 0)).toBeLessThanOrEqual(300);
        }
      }),
    );
  });

  it('never parts a block that keeps to the next, unless both are too high for a page', () => {
    const paper = { height: 300, noteHeight: () => 9, noteRule: 12 };
    fc.assert(
      fc.property(fc.array(block, { minLength: 2, maxLength: 30 }), (blocks) => {
        const alone = blocks.map((one, index) => ({ ...one, breakBefore: false, keepNext: index % 3 === 0 }));
        const { placed } = paginate(alone, paper);
        for (const [index, { keepNext }] of alone.slice(0, -1).entries())
          if (keepNext) expect(placed[index + 1]?.page).toBe(placed[index]?.page);
      }),
    );
  });

  it('leaves no line of a paragraph alone', () => {
    const lines = (count: number): Block => ({
      height: count * 10,
      notes: [],
      lines: { count, pitch: 10, notesAt: [] },
    });
    const paper = { height: 100, noteHeight: () => 9, noteRule: 12 };
    const page = (above: number, count: number) =>
      paginate([{ height: above, notes: [] }, lines(count), { height: 10, notes: [] }], paper).placed.map(
        (one) => one.page,
      );
    expect(page(90, 3)).toEqual([1, 2, 2]);
    expect(page(80, 3)).toEqual([1, 2, 2]);
    expect(page(70, 4)).toEqual([1, 1, 2]);
  });
});
