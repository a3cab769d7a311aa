import { beforeAll, describe, expect, it } from 'vitest';
import { traceFigures } from '../../src/trace/trace.js';
import { expectValid, validatorErrors } from '../ooxml/validator.js';
import { sampleDecks } from '../support/sample.js';
import { nativeFiles, numbersInWorkbooks, partsOf, statedAmounts, text } from './native-files.js';

describe('the decks of the sample with native charts', () => {
  let decks = new Map<string, Uint8Array>();
  beforeAll(async () => {
    decks = await nativeFiles();
  }, 60_000);

  it.each(sampleDecks)(
    '%s is valid for Office 2019 and Microsoft 365, workbooks included',
    async (name) => {
      await expectValid(decks.get(name) as Uint8Array, 'pptx');
    },
    60_000,
  );

  it.each(sampleDecks)("%s holds the facts' own amounts in its workbooks", async (name) => {
    const numbers = numbersInWorkbooks(decks.get(name) as Uint8Array);
    const stated = await statedAmounts();
    expect(stated.length).toBeGreaterThan(3);
    for (const { id, amounts } of stated)
      expect(
        numbers.filter((sheet) => amounts.every((amount) => sheet.includes(amount))),
        id,
      ).not.toEqual([]);
  });

  it.each(sampleDecks)(
    '%s traces every figure of its charts as made, in their descriptions and in themselves',
    (name) => {
      const { figures } = traceFigures(decks.get(name) as Uint8Array);
      for (const part of ['alt', 'chart'])
        expect(figures.filter(({ place }) => place.in === part).length).toBeGreaterThan(10);
      expect(figures.filter(({ status }) => status !== 'as-made')).toEqual([]);
    },
  );

  it('hold workbooks that are valid, too', async () => {
    const workbooks = partsOf(decks.get('briefing.de.pptx') as Uint8Array, /\.xlsx$/);
    expect(workbooks.length).toBeGreaterThan(3);
    for (const [name, workbook] of workbooks)
      expect((await validatorErrors(workbook, 'xlsx')) ?? [], name).toEqual([]);
  }, 60_000);

  it('come out the same again', async () => {
    for (const [name, content] of await nativeFiles())
      expect(Buffer.compare(decks.get(name) as Uint8Array, content), name).toBe(0);
  }, 60_000);

  it('hold no picture of a chart, and Chinese in a Chinese font', () => {
    const deck = decks.get('briefing.zh-CN.pptx') as Uint8Array;
    expect(partsOf(deck, /^ppt\/media\//)).toEqual([]);
    const drawings = partsOf(deck, /^ppt\/drawings\//);
    expect(drawings.length).toBeGreaterThan(3);
    for (const [, drawing] of drawings) {
      expect(text(drawing)).toContain('lang="zh-CN"');
      expect(text(drawing)).toContain('<a:ea typeface="Microsoft YaHei"/>');
    }
  });
});
