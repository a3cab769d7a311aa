import { beforeAll, describe, expect, it } from 'vitest';
import { reading } from '../../src/build/trace.js';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { type TracedFigure, traceFigures } from '../../src/trace/trace.js';
import { documents, theme } from '../deck/fixtures.js';
import { briefing } from '../summary/briefing.js';
import { plainPictures, plainPng, theme as summaryTheme } from '../summary/fixtures.js';
import { edit, exactly, partWith, plainBlanks } from './office-edits.js';

let deck: Uint8Array;
let chinese: Uint8Array;
let summary: Uint8Array;

beforeAll(async () => {
  const png = plainPng(48, 30, [230, 236, 240]);
  deck = await writeDeck(layoutDeck(documents.en, theme).presentation, () => png);
  chinese = await writeDeck(layoutDeck(documents['zh-CN'], theme).presentation, () => png);
  const pair = [briefing('zh-CN'), briefing('de')];
  summary = await writeSummary(modelSummary(pair, summaryTheme).model, plainPictures(pair));
});

const slides = /^ppt\/slides\/slide\d+\.xml$/;
const odd = (bytes: Uint8Array): TracedFigure[] =>
  traceFigures(bytes, reading).figures.filter(({ status }) => status !== 'as-made');
const told = (bytes: Uint8Array) =>
  odd(bytes).map(({ status, text, made }) => [status, text, ...(made === undefined ? [] : [made])]);
const replaceIn = (bytes: Uint8Array, text: string, by: string): Uint8Array =>
  edit(bytes, exactly(partWith(bytes, slides, text)), (xml) => plainBlanks(xml).replace(text, by));

describe('words of a file', () => {
  it('are as made in a file that is', () => {
    for (const made of [deck, chinese, summary]) expect(odd(made)).toEqual([]);
  });

  it.each([
    ['a hedge before', '>RMB 18.83 billion<', '>nearly RMB 18.83 billion<', 'nearly RMB 18.83 billion'],
    ['a hedge behind', '>RMB 18.83 billion<', '>RMB 18.83 billion or more<', 'RMB 18.83 billion or more'],
    ['minus in words', '>RMB 18.83 billion<', '>minus RMB 18.83 billion<', 'minus RMB 18.83 billion'],
    ['a unit', '>RMB 18.83 billion<', '>RMB 18.83 billion euros<', 'RMB 18.83 billion euros'],
    ['a rate', '>RMB 18.83 billion<', '>RMB 18.83 billion a year<', 'RMB 18.83 billion a year'],
    ['a sign', '>42.5%<', '>\u2212 42.5%<', '\u2212 42.5%'],
  ])('that change a figure are shown with it: %s', (_, text, by, now) => {
    expect(told(replaceIn(deck, text, by))).toEqual([['changed', now, text.slice(1, -1)]]);
  });

  it('that change a figure are shown in Chinese, too', () => {
    const [figure] = traceFigures(chinese, reading).figures.filter(
      ({ fact, place }) => fact === 'funds.committed' && place.in === 'text',
    );
    const made = figure?.text as string;
    expect(told(replaceIn(chinese, `>${made}<`, `>不到${made}<`))).toEqual([
      ['changed', `不到${made}`, made],
    ]);
    expect(told(replaceIn(chinese, `>${made}<`, `>${made}以上<`))).toEqual([
      ['changed', `${made}以上`, made],
    ]);
  });

  it('that leave the figures as they are make no difference', () => {
    const edited = replaceIn(deck, '>RMB 18.83 billion<', '>the sum of RMB 18.83 billion – so far –<');
    expect(odd(edited)).toEqual([]);
  });

  it.each([
    ['fifty firms', 'fifty'],
    ['two thirds of it', 'two thirds'],
    ['a tenfold rise', 'tenfold'],
    ['million jobs', 'million'],
    ['二〇二六年', '二〇二六'],
  ])('that are numbers are unrecorded: %s', (words, found) => {
    const edited = edit(deck, exactly(partWith(deck, slides, '<a:t>Source')), (xml) =>
      xml.replace('<a:t>Source', `<a:t>With ${words}. Source`),
    );
    expect(odd(edited)).toEqual([
      expect.objectContaining({ status: 'unrecorded', text: found, context: expect.stringContaining(words) }),
    ]);
  });

  it('that are numbers are found in new texts, in each language of a summary', () => {
    const typed = (words: string): Uint8Array =>
      edit(summary, /^word\/document\.xml$/, (xml) =>
        xml.replace('<w:sectPr', `<w:p><w:r><w:t>${words}</w:t></w:r></w:p><w:sectPr`),
      );
    expect(told(typed('Es sind siebzehn.'))).toEqual([['unrecorded', 'siebzehn']]);
    expect(told(typed('共三百家。'))).toEqual([['unrecorded', '三百']]);
    expect(told(typed('Zwei oder drei, kaum mehr.'))).toEqual([]);
  });
});
