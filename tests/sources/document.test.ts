import { describe, expect, it } from 'vitest';
import type { Locator } from '../../src/facts/schema.js';
import {
  type Block,
  makeDocument,
  passagesAt,
  placeInWords,
  sectionNumbers,
} from '../../src/sources/document.js';
import { textBlocks } from '../../src/sources/formats/text.js';
import { chinesePaper } from './fixtures.js';

const at = (blocks: readonly Block[], locator: Locator, extent = {}): string[] => {
  const { document } = makeDocument(blocks, extent);
  return passagesAt(document, locator).map((index) => document.passages[index]?.text ?? '');
};
const p = (text: string): Block => ({ text });
const h = (level: number, text: string): Block => ({ level, text });

describe('sections and paragraphs', () => {
  const blocks = textBlocks(chinesePaper);

  it('are told by numbered lines in a plain text', () => {
    expect(sectionNumbers(makeDocument(blocks).document)).toEqual(['01', '02']);
    expect(at(blocks, { section: '01', paragraph: 1 })).toEqual(['园区集聚50余家企业，另有15家银行。']);
    expect(at(blocks, { section: '1', paragraph: 2 })[0]).toMatch(/^集群/);
    expect(at(blocks, { section: '02' })).toEqual(['02 基金:规模近300亿']);
  });

  it('count from 1 before the first section', () => {
    expect(at(blocks, { paragraph: 3 })[0]).toMatch(/^这里是引言/);
    expect(at(blocks, { paragraph: 4 })).toEqual([]);
  });

  it('count from where the article begins, to where it ends', () => {
    const extent = { from: '这里是引言', until: '免责声明' };
    expect(at(blocks, { paragraph: 1 }, extent)[0]).toMatch(/^这里是引言/);
    expect(at(blocks, { section: '02', paragraph: 2 }, extent)).toEqual([]);
    expect(makeDocument(blocks, extent).missing).toEqual([]);
  });

  it('say which marks of the article are not there', () => {
    expect(makeDocument(blocks, { from: '没有', until: 'nirgends' }).missing).toEqual(['from', 'until']);
    expect(makeDocument(blocks, { from: '这里是引言', until: '这里是引言' }).missing).toEqual(['until']);
  });

  it('are counted through the whole text where it has no sections', () => {
    const lines = textBlocks('Erster Absatz.\n\n15 Banken nehmen teil\n\nDritter Absatz');
    expect(at(lines, { paragraph: 2 })).toEqual(['15 Banken nehmen teil']);
  });

  it('take a numbered line for a heading only in its turn', () => {
    const lines = textBlocks('1 Eins\n\n15 Banken\n\n2 Zwei\n\n2.1 Zwei eins\n\nText');
    expect(sectionNumbers(makeDocument(lines).document)).toEqual(['1', '2', '2.1']);
    const chinese = textBlocks('一、总则\n\n（一）目标\n\n内容\n\n二、附则\n\n内容');
    expect(sectionNumbers(makeDocument(chinese).document)).toEqual(['一', '一', '二']);
  });

  it('go on through deeper sections', () => {
    const nested = [h(1, '1 A'), p('a'), h(2, '1.1 B'), p('b'), h(1, '2 C'), p('c')];
    expect(at(nested, { section: '1', paragraph: 2 })).toEqual(['b']);
    expect(at(nested, { section: '1.1', paragraph: 1 })).toEqual(['b']);
    expect(at(nested, { section: '1', paragraph: 3 })).toEqual([]);
  });

  it('are numbered in order where no heading prints a number, the title left out', () => {
    const bare = [
      h(1, 'Title'),
      p('intro'),
      h(2, 'Funds'),
      p('f'),
      h(3, 'Small'),
      p('s'),
      h(2, 'Talent'),
      p('t'),
    ];
    expect(sectionNumbers(makeDocument(bare).document)).toEqual(['1', '1.1', '2']);
    expect(at(bare, { section: '2', paragraph: 1 })).toEqual(['t']);
    expect(at(bare, { section: 'Funds', paragraph: 1 })).toEqual(['f']);
    expect(at(bare, { paragraph: 1 })).toEqual(['intro']);
  });

  it('take a title alone for no section', () => {
    expect(at([h(1, 'Title'), p('text')], { paragraph: 1 })).toEqual(['text']);
  });

  it('are named in words', () => {
    expect(placeInWords({ section: '03', paragraph: 2 })).toBe('section 03, paragraph 2');
    expect(placeInWords({ section: '03' })).toBe('the heading of section 03');
    expect(placeInWords({ paragraph: 2 })).toBe('paragraph 2');
  });
});
