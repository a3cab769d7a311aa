/** Native charts in a finished file, edited as a person would, and as programs do that save it. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type TracedFigure, traceFigures } from '../../src/trace/trace.js';
import { nativeFiles } from '../charts/native-files.js';
import { edit, exactly, partWith } from './office-edits.js';

let files = new Map<string, Uint8Array>();
beforeAll(async () => {
  files = await nativeFiles();
}, 60_000);

const deck = (): Uint8Array => files.get('briefing.en.pptx') as Uint8Array;
const summary = (): Uint8Array => files.get('summary.zh-CN-en.docx') as Uint8Array;
const charts = /\/charts\/chart\d+\.xml$/;
const drawings = /\/drawings\/drawing\d+\.xml$/;

/** Edits the first part that holds a text. */
const change = (
  file: Uint8Array,
  pattern: RegExp,
  holding: string,
  how: (xml: string) => string,
): Uint8Array => edit(file, exactly(partWith(file, pattern, holding)), how);

const odd = (file: Uint8Array): TracedFigure[] =>
  traceFigures(file).figures.filter(({ status }) => status !== 'as-made');

describe.each([
  ['a deck', deck],
  ['a summary', summary],
])('a native chart of %s', (_, file) => {
  it('may lose its description, since it shows the figures itself', () => {
    const without = edit(file(), /\/(slides\/slide\d+|document)\.xml$/, (xml) =>
      xml.replace(
        /(<(?:p:cNvPr|wp:docPr) [^>]*name="(?:Chart )?(?:growth|circuit)[^>]*?) descr="[^"]*"/g,
        '$1',
      ),
    );
    expect(odd(without)).toEqual([]);
    const inAlts = (bytes: Uint8Array) =>
      traceFigures(bytes).figures.filter(({ place }) => place.in === 'alt').length;
    expect(inAlts(without)).toBeLessThan(inAlts(file()));
  });

  it('shows that its data were edited, with the row', () => {
    const edited = change(file(), charts, '<c:v>78.6</c:v>', (xml) =>
      xml.replace('<c:v>78.6</c:v>', '<c:v>81.25</c:v>'),
    );
    expect(odd(edited)).toEqual([
      expect.objectContaining({
        status: 'unrecorded',
        text: '81.25',
        place: expect.objectContaining({ in: 'chart', cell: [2, 2] }),
      }),
    ]);
  });

  it('shows that a figure beside a bar was edited', () => {
    const edited = change(file(), charts, '<c:v>&gt;15%</c:v>', (xml) =>
      xml.replace('<c:v>&gt;15%</c:v>', '<c:v>&gt;18%</c:v>'),
    );
    expect(odd(edited)).toEqual([
      expect.objectContaining({
        status: 'changed',
        made: '>15%',
        text: '18%',
        fact: 'talent.growth',
        place: expect.objectContaining({ in: 'chart', cell: [3, 3] }),
      }),
    ]);
  });

  it('shows that another figure was typed over the field beside a bar', () => {
    const edited = change(file(), charts, '<a:t>&gt;15%</a:t>', (xml) =>
      xml.replace(
        /<a:fld [^>]*>((?:(?!<a:fld).)*?<a:t>)&gt;15%<\/a:t><\/a:fld>/,
        '<a:r>$1&gt;18%</a:t></a:r>',
      ),
    );
    expect(odd(edited)).toEqual([
      expect.objectContaining({ status: 'changed', made: '>15%', text: '18%', fact: 'talent.growth' }),
    ]);
  });

  it('shows that the figure in a ring was edited', () => {
    const edited = change(file(), drawings, '>65.7%<', (xml) => xml.replace('>65.7%<', '>70%<'));
    expect(odd(edited)).toEqual([
      expect.objectContaining({
        status: 'changed',
        made: '65.7%',
        text: '70%',
        fact: 'funds.paid-in-ratio',
        place: expect.objectContaining({ in: 'chart' }),
      }),
    ]);
  });

  it('shows that a class was given to another item', () => {
    const reached = /(RMB 50bn class<.*?<c:numCache>.*?<c:pt idx="2"><c:v>)0/s;
    const edited = change(file(), charts, 'RMB 50bn class', (xml) => xml.replace(reached, '$11'));
    expect(odd(edited)).toEqual([
      expect.objectContaining({
        status: 'changed',
        made: 'RMB 10bn class',
        text: 'RMB 50bn class',
        fact: 'clusters.health',
        place: expect.objectContaining({ in: 'chart', cell: [4, 2] }),
      }),
    ]);
  });

  it('shows a title that somebody gave it', () => {
    const title =
      '<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>Up 99% in a year</a:t></a:r></a:p></c:rich></c:tx></c:title>';
    const edited = change(file(), charts, '<c:v>78.6</c:v>', (xml) =>
      xml.replace('<c:autoTitleDeleted', `${title}<c:autoTitleDeleted`),
    );
    expect(odd(edited)).toEqual([
      expect.objectContaining({ status: 'unrecorded', text: '99%', context: 'Up 99% in a year' }),
    ]);
  });

  it('has the numbers it had, however a program writes them', () => {
    const rewritten = change(file(), charts, '<c:v>78.6</c:v>', (xml) =>
      xml.replace('<c:v>78.6</c:v>', '<c:v>78.599999999999994</c:v>'),
    );
    expect(odd(rewritten)).toEqual([]);
  });

  it('is missed with all its figures where it was removed', () => {
    const frame =
      /<p:graphicFrame>(?:(?!<\/p:graphicFrame>).)*growth-rates.*?<\/p:graphicFrame>|<w:drawing>(?:(?!<\/w:drawing>).)*growth-rates\.en.*?<\/w:drawing>/s;
    const removed = edit(file(), /\/(slides\/slide\d+|document)\.xml$/, (xml) => xml.replace(frame, ''));
    const missing = odd(removed);
    expect(new Set(missing.map(({ status }) => status))).toEqual(new Set(['missing']));
    expect(new Set(missing.map(({ fact }) => fact))).toEqual(
      new Set(['circuits.investment-growth', 'talent.growth']),
    );
    expect(new Set(missing.map(({ place }) => place.in))).toEqual(new Set(['alt', 'chart']));
  });
});
