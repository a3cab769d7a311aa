import { beforeAll, describe, expect, it } from 'vitest';
import { writeDeck } from '../../src/deck/output.js';
import { layoutDeck } from '../../src/deck/presentation.js';
import { readPackage, writePackage } from '../../src/ooxml/package.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { type Trace, type TracedFigure, traceFigures } from '../../src/trace/trace.js';
import { documents, theme } from '../deck/fixtures.js';
import { damaging } from '../ooxml/damaging.js';
import { expectValid } from '../ooxml/validator.js';
import { briefing } from '../summary/briefing.js';
import { plainPictures, plainPng, theme as summaryTheme } from '../summary/fixtures.js';
import { edit, exactly, partText, partWith, plainBlanks } from './office-edits.js';

let deck: Uint8Array;
let summary: Uint8Array;

beforeAll(async () => {
  const png = plainPng(48, 30, [230, 236, 240]);
  const english = documents.en;
  const told = {
    ...english,
    sections: english.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'chart' && block.chart.id === 'chart-share'
          ? { ...block, chart: { ...block.chart, altFigures: [{ fact: 'circuits.share', text: '42.5%' }] } }
          : block,
      ),
    })),
  };
  deck = await writeDeck(layoutDeck(told, theme).presentation, () => png);
  const pair = [briefing('zh-CN'), briefing('de')];
  summary = await writeSummary(modelSummary(pair, summaryTheme).model, plainPictures(pair));
});

const slides = /^ppt\/slides\/slide\d+\.xml$/;
const notes = /^ppt\/notesSlides\/notesSlide\d+\.xml$/;
const odd = (trace: Trace): TracedFigure[] => trace.figures.filter(({ status }) => status !== 'as-made');
const replaceIn = (bytes: Uint8Array, pattern: RegExp, text: string, by: string): Uint8Array =>
  edit(bytes, exactly(partWith(bytes, pattern, text)), (xml) => plainBlanks(xml).replace(text, by));

describe('a deck as it was made', () => {
  it('shows every figure with place, fact and evidence', () => {
    const trace = traceFigures(deck);
    expect(trace).toMatchObject({ kind: 'deck', edition: '2026-01-19', asMade: true });
    expect(trace.figures.find(({ place }) => place.id === 'funds' && place.in === 'text')).toMatchObject({
      status: 'as-made',
      kind: 'figure',
      language: 'en',
      place: { slide: expect.any(Number), shape: expect.any(String), paragraph: expect.any(Number) },
    });
    expect(trace.figures.filter(({ fact }) => fact === 'funds.committed')[0]).toMatchObject({
      text: 'RMB 28.66 billion',
      label: 'Committed capital',
      stated: [
        {
          stated: '286.6亿元',
          language: 'zh-CN',
          source: 'pedaily',
          publisher: 'PEdaily',
          issued: '19 January 2026',
          locator: 'section 04, paragraph 3',
        },
      ],
    });
  });

  it('shows a derived figure with its formula and the evidence of its parts', () => {
    const ratio = traceFigures(deck).figures.find(({ fact }) => fact === 'funds.ratio');
    expect(ratio).toMatchObject({
      stated: [],
      derivation: 'paid-in capital ÷ committed capital',
      parts: [
        { fact: 'funds.paid-in', stated: [{ stated: '188.3亿元' }] },
        { fact: 'funds.committed', stated: [{ stated: '286.6亿元' }] },
      ],
    });
  });

  it('has figures in titles, text, tables, notes and descriptions of charts', () => {
    const { figures } = traceFigures(deck);
    const there = new Set(
      figures.map(({ place }) => (place.shape === 'Title' ? 'title' : place.cell ? 'cell' : place.in)),
    );
    expect(there).toEqual(new Set(['title', 'text', 'cell', 'notes', 'alt']));
    // What a source says stands in the notes, and is a figure, too.
    expect(figures.some(({ place, text }) => place.in === 'notes' && text === '286.6亿元')).toBe(true);
  });

  it('carries its record where no text of it shows', () => {
    const { parts } = readPackage(deck);
    const seen = [...parts.keys()].filter((name) => /^ppt\/(slides|notesSlides)\//.test(name));
    for (const name of seen) expect(partText(deck, name)).not.toContain('zonebrief');
    expect(partText(deck, 'docProps/custom.xml')).toContain('zonebrief.trace.1');
  });
});

describe('a figure of a deck edited by hand', () => {
  it.each<[string, RegExp, string, string, Partial<TracedFigure['place']>]>([
    ['text', slides, '>RMB 18.83 billion<', '>RMB 19 billion<', { in: 'text' }],
    ['a title', slides, '>42.5%<', '>45%<', { in: 'text' }],
    ['notes', notes, 'RMB 28.66 billion', 'RMB 29 billion', { in: 'notes' }],
    ['a chart’s description', slides, 'descr="Ring chart', 'descr="Ring chart', { in: 'alt' }],
  ])('in %s is shown as changed', (where, pattern, text, by, place) => {
    const edited =
      where === 'a chart’s description'
        ? edit(deck, pattern, (xml) => xml.replace(/(descr="[^"]*)42\.5%/, '$145%'))
        : replaceIn(deck, pattern, text, by);
    const [figure, ...others] = odd(traceFigures(edited));
    expect(others).toEqual([]);
    expect(figure).toMatchObject({ status: 'changed', place });
    expect(figure?.made).not.toBe(figure?.text);
    expect(figure?.text).toBe(where === 'a chart’s description' ? '45%' : by.replace(/[<>]/g, ''));
    expect(figure?.stated?.length).toBeGreaterThan(0);
  });

  it('in a cell of a table is shown with row and column', () => {
    const { figures } = traceFigures(deck);
    const cell = figures.find(({ place }) => place.cell && place.in === 'text') as TracedFigure;
    const part = partWith(deck, slides, '<a:tbl>');
    const edited = edit(deck, exactly(part), (xml) => {
      const table = xml.indexOf('<a:tbl>');
      return xml.slice(0, table) + xml.slice(table).replace(`>${cell.text}<`, '>about 999<');
    });
    expect(odd(traceFigures(edited))).toEqual([
      expect.objectContaining({
        status: 'changed',
        fact: cell.fact,
        text: 'about 999',
        made: cell.text,
        place: cell.place,
      }),
    ]);
  });

  it('is shown as missing when it is deleted, with the place it had', () => {
    const edited = replaceIn(deck, slides, '>RMB 18.83 billion<', '><');
    expect(odd(traceFigures(edited))).toEqual([
      expect.objectContaining({
        status: 'missing',
        fact: 'funds.paid-in',
        text: 'RMB 18.83 billion',
        place: expect.objectContaining({ id: expect.any(String), in: 'text' }),
      }),
    ]);
  });

  it('that was typed in is shown as unrecorded, in old text and new', () => {
    const inOld = edit(deck, exactly(partWith(deck, slides, '<a:t>Source')), (xml) =>
      xml.replace('<a:t>Source', '<a:t>About 31.5% more. Source'),
    );
    expect(odd(traceFigures(inOld))).toEqual([
      expect.objectContaining({
        status: 'unrecorded',
        text: '31.5%',
        context: expect.stringContaining('About 31.5% more'),
      }),
    ]);
    const box =
      '<p:sp><p:nvSpPr><p:cNvPr id="999" name="TextBox 998"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr><p:spPr/>' +
      '<p:txBody><a:bodyPr/><a:p><a:r><a:t>Now 77 funds</a:t></a:r></a:p></p:txBody></p:sp></p:spTree>';
    const inNew = edit(deck, /^ppt\/slides\/slide3\.xml$/, (xml) => xml.replace('</p:spTree>', box));
    const [found, ...others] = odd(traceFigures(inNew));
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      status: 'unrecorded',
      text: '77',
      place: { slide: 3, id: 'glance', shape: 'TextBox 998' },
    });
    expect(found).not.toHaveProperty('fact');
  });
});

describe('a deck that was rearranged', () => {
  const order = (bytes: Uint8Array, change: (ids: string[]) => string[]): Uint8Array =>
    edit(bytes, /^ppt\/presentation\.xml$/, (xml) =>
      xml.replace(/(<p:sldIdLst>)(.*?)(<\/p:sldIdLst>)/s, (_, open, ids, close) => {
        return open + change(ids.match(/<p:sldId [^>]*\/>/g) as string[]).join('') + close;
      }),
    );

  it('traces when slides change places, and says where they are now', () => {
    const trace = traceFigures(order(deck, (ids) => ids.reverse()));
    expect(trace.asMade).toBe(true);
    const numbers = (id: string, of: Trace) =>
      new Set(of.figures.filter(({ place }) => place.id === id).map(({ place }) => place.slide));
    expect(numbers('key-figures', traceFigures(deck))).toEqual(new Set([2]));
    expect(numbers('key-figures', trace)).toEqual(new Set([documents.en.sections.length - 1]));
  });

  it('misses the figures of a slide that was deleted, and those alone', () => {
    const before = traceFigures(deck);
    const gone = before.figures.filter(({ place }) => place.slide === 2);
    const trace = traceFigures(order(deck, (ids) => ids.filter((_, index) => index !== 1)));
    expect(odd(trace).map(({ status, text, fact }) => ({ status, text, fact }))).toEqual(
      gone.map(({ text, fact }) => ({ status: 'missing', text, fact })),
    );
    expect(odd(trace).every(({ place }) => place.id === 'key-figures' && place.slide === undefined)).toBe(
      true,
    );
  });

  /** As PowerPoint does it: a part of its own, last in the list. */
  const duplicated = (bytes: Uint8Array, change = (xml: string) => xml): Uint8Array => {
    const { parts } = readPackage(bytes);
    const copy = new Map(parts);
    const encoder = new TextEncoder();
    const text = (name: string) => partText(bytes, name);
    const set = (name: string, content: string) => copy.set(name, encoder.encode(content));
    set('ppt/slides/slide99.xml', change(text('ppt/slides/slide2.xml')));
    set(
      'ppt/slides/_rels/slide99.xml.rels',
      text('ppt/slides/_rels/slide2.xml.rels').replace(/<Relationship [^>]*notesSlide[^>]*\/>/, ''),
    );
    set(
      'ppt/_rels/presentation.xml.rels',
      text('ppt/_rels/presentation.xml.rels').replace(
        '</Relationships>',
        '<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide" Target="slides/slide99.xml"/></Relationships>',
      ),
    );
    set(
      'ppt/presentation.xml',
      text('ppt/presentation.xml').replace('</p:sldIdLst>', '<p:sldId id="999" r:id="rId999"/></p:sldIdLst>'),
    );
    return writePackage({ parts: copy }, { date: '2026-01-19' });
  };

  it('traces the copy of a slide as well', () => {
    const trace = traceFigures(duplicated(deck));
    expect(trace.asMade).toBe(true);
    const ofCopy = trace.figures.filter(({ place }) => place.slide === documents.en.sections.length + 1);
    const shown = traceFigures(deck).figures.filter(({ place }) => place.slide === 2 && place.in !== 'notes');
    expect(ofCopy.map(({ text, fact }) => ({ text, fact }))).toEqual(
      shown.map(({ text, fact }) => ({ text, fact })),
    );
  });

  it('traces an edited sentence on the copy of a slide', () => {
    const trace = traceFigures(
      duplicated(deck, (xml) => xml.replace('>24<', '>26<').replace('>24 funds<', '>26 funds<')),
    );
    expect(odd(trace)).toEqual([
      expect.objectContaining({
        status: 'changed',
        fact: 'funds.number',
        place: expect.objectContaining({ slide: documents.en.sections.length + 1 }),
      }),
    ]);
  });

  it('traces whatever its shapes are called', () => {
    const renamed = edit(deck, slides, (xml) => {
      let number = 0;
      return xml.replace(/(<p:cNvPr id="\d+" name=")[^"]+"/g, (_, open) => {
        number += 1;
        return `${open}Renamed ${number}"`;
      });
    });
    expect(traceFigures(renamed).asMade).toBe(true);
  });

  it('traces whatever its runs are', () => {
    const run = /<a:r>((?:(?!<a:t>|<a:r>).)*)<a:t>([^<&]{3})([^<&]+)<\/a:t><\/a:r>/g;
    const split = edit(deck, slides, (xml) =>
      xml.replace(run, '<a:r>$1<a:t>$2</a:t></a:r><a:r>$1<a:t>$3</a:t></a:r>'),
    );
    expect(odd(traceFigures(split))).toEqual([]);
    expect(traceFigures(split).figures).toEqual(traceFigures(deck).figures);
  });

  it('traces figures whose paragraph was split in two', () => {
    const { figures } = traceFigures(deck);
    const part = partWith(deck, slides, '>24<');
    const before = figures.filter(({ status }) => status === 'as-made').length;
    const split = edit(deck, exactly(part), (xml) =>
      xml.replace(/(<a:r>(?:(?!<a:r>).)*?<a:t>24<)/s, '</a:p><a:p>$1'),
    );
    const trace = traceFigures(split);
    expect(odd(trace)).toEqual([]);
    expect(trace.figures.length).toBe(before);
  });
});

describe('a summary', () => {
  it('shows every figure in text, tables, footnotes and both languages', () => {
    const trace = traceFigures(summary);
    expect(trace).toMatchObject({ kind: 'summary', asMade: true });
    expect(new Set(trace.figures.map(({ language }) => language))).toEqual(new Set(['zh-CN', 'de']));
    expect(trace.figures.some(({ place }) => place.cell !== undefined && place.id === 'key-figures')).toBe(
      true,
    );
    expect(trace.figures.find(({ place }) => place.id === 'capital' && place.in === 'text')).toMatchObject({
      place: { section: 6, heading: expect.stringContaining('资金已认缴'), paragraph: expect.any(Number) },
    });
    const quoted = trace.figures.filter(({ place }) => place.in === 'footnote');
    expect(quoted.length).toBeGreaterThan(15);
    for (const { text, stated = [] } of quoted) expect(stated.map((each) => each.stated)).toContain(text);
  });

  it('has the evidence in the language of the sentence', () => {
    const locators = traceFigures(summary)
      .figures.filter(({ fact }) => fact === 'circuits.share')
      .map(({ language, stated }) => [language, stated?.[0]?.locator]);
    expect(locators).toContainEqual(['de', 'Abschnitt 01, Absatz 2']);
    expect(locators).toContainEqual(['zh-CN', '第01节第2段']);
  });

  it.each<[string, string, string, string, object]>([
    ['text', 'word/document.xml', '>28,66 Milliarden RMB<', '>30 Milliarden RMB<', { in: 'text' }],
    [
      'a footnote',
      'word/footnotes.xml',
      '286.6亿元',
      '296.6亿元',
      { in: 'footnote', footnote: expect.any(Number) },
    ],
  ])('shows a figure edited in %s as changed', (_, part, text, by, place) => {
    const edited = edit(summary, exactly(part), (xml) => xml.replace(text, by));
    expect(odd(traceFigures(edited))).toEqual([
      expect.objectContaining({
        status: 'changed',
        text: by.replace(/[<>]/g, ''),
        place: expect.objectContaining(place),
      }),
    ]);
  });

  it('shows a figure edited in a cell of the key figures with row and column', () => {
    const cell = traceFigures(summary).figures.find(
      ({ place, fact }) => place.cell && fact === 'platforms.research',
    );
    const edited = edit(summary, /^word\/document\.xml$/, (xml) => {
      const table = xml.indexOf('w:tblHeader');
      return xml.slice(0, table) + xml.slice(table).replace(`>${cell?.text}<`, '>400 &amp; mehr<');
    });
    expect(odd(traceFigures(edited))).toEqual([
      expect.objectContaining({
        status: 'changed',
        text: expect.stringContaining('400'),
        place: cell?.place,
      }),
    ]);
  });

  it('shows a number typed into it as unrecorded', () => {
    const edited = edit(summary, /^word\/document\.xml$/, (xml) =>
      xml.replace('<w:sectPr', '<w:p><w:r><w:t>Zuletzt 88 Fonds.</w:t></w:r></w:p><w:sectPr'),
    );
    expect(odd(traceFigures(edited))).toEqual([
      expect.objectContaining({
        status: 'unrecorded',
        text: '88',
        place: expect.objectContaining({ in: 'text' }),
      }),
    ]);
  });

  it('leaves out what was deleted under revision, and takes what was put in', () => {
    const run = (text: string, tag: string) => `<w:r><w:${tag}>${text}</w:${tag}></w:r>`;
    const edited = edit(summary, /^word\/document\.xml$/, (xml) =>
      xml.replace(
        '<w:sectPr',
        `<w:p><w:del w:id="1" w:author="a">${run('55', 'delText')}</w:del><w:ins w:id="2" w:author="a">${run('66', 't')}</w:ins></w:p><w:sectPr`,
      ),
    );
    expect(odd(traceFigures(edited)).map(({ text }) => text)).toEqual(['66']);
  });

  it('is valid, and the same when made again', async () => {
    await expectValid(summary, 'docx');
    const pair = [briefing('zh-CN'), briefing('de')];
    expect(await writeSummary(modelSummary(pair, summaryTheme).model, plainPictures(pair))).toEqual(summary);
  });
});

describe('what cannot be traced', () => {
  const without = (bytes: Uint8Array, name: string): Uint8Array => {
    const { parts } = readPackage(bytes);
    return writePackage(
      { parts: new Map([...parts].filter(([part]) => part !== name)) },
      { date: '2026-01-19' },
    );
  };

  it.each<[string, () => Uint8Array, RegExp]>([
    ['bytes that are no zip', () => new TextEncoder().encode('not a zip'), /no zip file/],
    ['nothing at all', () => new Uint8Array(), /no zip file/],
    ['a file that was cut off', () => deck.slice(0, deck.length / 2), /no zip file|damaged/],
    [
      'a zip that is no package',
      () => writePackage({ parts: new Map([['a.txt', new Uint8Array([1])]]) }, { date: '2026-01-19' }),
      /no record/,
    ],
    ['a deck of another program', () => without(deck, 'docProps/custom.xml'), /no record/],
    [
      'a deck without its slides’ list',
      () => without(deck, 'ppt/presentation.xml'),
      /main part|presentation/,
    ],
    [
      'a record of another file',
      () => {
        const { parts } = readPackage(deck);
        const custom = readPackage(summary).parts.get('docProps/custom.xml') as Uint8Array;
        return writePackage(
          { parts: new Map([...parts, ['docProps/custom.xml', custom]]) },
          { date: '2026-01-19' },
        );
      },
      /record is that of a summary/,
    ],
    [
      'a damaged record',
      () => edit(deck, /custom\.xml$/, (xml) => xml.replace(/(zonebrief\.trace\.2"><vt:lpwstr>)./, '$1!')),
      /checksum/,
    ],
    [
      'properties that are no XML',
      () => edit(deck, /custom\.xml$/, (xml) => xml.slice(0, -9)),
      /cannot be read/,
    ],
  ])('%s is refused with a reason and a remedy', (_, make, message) => {
    const bytes = make();
    const tracing = () => traceFigures(bytes);
    expect(tracing).toThrow(message);
    expect(tracing).toThrow(
      expect.objectContaining({ name: 'UsageError', hint: expect.stringMatching(/.{10}/) }),
    );
  });

  it('includes no part that is missing or broken by a crash', () => {
    const damage = damaging(deck);
    for (const [name, content] of readPackage(deck).parts) {
      if (!/\.(xml|rels)$/.test(name) || /(Layout|theme|Master)\d/.test(name)) continue;
      for (const broken of [damage.without(name), damage.replacing(name, content.subarray(0, -5))]) {
        try {
          expect(traceFigures(broken).kind).toBe('deck');
        } catch (error) {
          expect((error as Error).name).toBe('UsageError');
        }
      }
    }
  });

  it('keeps no one waiting over a text of a million characters', () => {
    const long = edit(deck, /^ppt\/slides\/slide3\.xml$/, (xml) =>
      xml.replace(/<a:t>[^<]+</, () => `<a:t>${'1 a '.repeat(250_000)}<`),
    );
    expect(traceFigures(long).asMade).toBe(false);
  });
});
