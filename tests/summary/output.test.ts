import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../../src/document/document.js';
import { readPackage } from '../../src/ooxml/package.js';
import { child, descendants, elements, textOf, type XmlElement } from '../../src/ooxml/xml.js';
import { parseXml } from '../../src/ooxml/xml-reader.js';
import { modelSummary } from '../../src/summary/model.js';
import { writeSummary } from '../../src/summary/output.js';
import { expectValid } from '../ooxml/validator.js';
import { briefing, keyFigures } from './briefing.js';
import { documentOf, inlines, plainPictures, theme, writer } from './fixtures.js';

function write(documents: readonly Document[]): Promise<Uint8Array> {
  return writeSummary(modelSummary(documents, theme).model, plainPictures(documents));
}

const pairs = [['zh-CN', 'en'], ['zh-CN', 'de'], ['de', 'en'], ['en'], ['zh-CN']] as const;

class File {
  readonly #parts: ReadonlyMap<string, Uint8Array>;
  constructor(bytes: Uint8Array) {
    this.#parts = readPackage(bytes).parts;
  }
  text(part: string): string {
    const bytes = this.#parts.get(part);
    if (!bytes) throw new Error(`no part ${part}; there are ${[...this.#parts.keys()].join(', ')}`);
    return new TextDecoder().decode(bytes);
  }
  xml(part: string): XmlElement {
    return parseXml(this.text(part));
  }
  names(pattern: RegExp): string[] {
    return [...this.#parts.keys()].filter((name) => pattern.test(name));
  }
}

const value = (element: XmlElement | undefined, name = 'w:val'): string | undefined =>
  element?.attributes.get(name);
const styleOf = (paragraph: XmlElement) => value(child(paragraph, 'w:pPr', 'w:pStyle'));

describe('the file', () => {
  it.each(pairs.map((languages) => [languages]))(
    'in %j is valid for Office and the linter',
    async (languages) => {
      await expectValid(await write(languages.map(briefing)), 'docx');
    },
  );

  it('is valid when everything that can be nested is', async () => {
    const w = writer('en');
    const { at } = w;
    const deep = w.list(['inner [1]'], true);
    const blocks = [
      {
        kind: 'list' as const,
        ordered: true,
        items: [[w.paragraph('a'), deep, w.heading('H'), w.quote('q')]],
        at: at(),
      },
      { kind: 'quote' as const, blocks: [w.list(['x']), w.table(['A'], [['{funds.number}']])], at: at() },
      w.tiles([
        ['1', 'a'],
        ['2', 'b'],
        ['3', 'c'],
        ['4', 'd'],
        ['5', 'e'],
        ['6', 'f'],
        ['7', 'g'],
      ]),
      w.table([], []),
      w.paragraph(''),
    ];
    await expectValid(
      await write([documentOf('en', [w.section('one', 'One', blocks), w.section('two', '', [])])]),
      'docx',
    );
  });

  it('is the same, byte for byte, when made again', async () => {
    const languages = ['zh-CN', 'en'] as const;
    expect(await write(languages.map(briefing))).toEqual(await write(languages.map(briefing)));
  });

  it('needs the picture of every chart', async () => {
    const { model } = modelSummary([briefing('en')], theme);
    await expect(writeSummary(model, new Map())).rejects.toThrow('no picture "circuit-share.en"');
  });
});

describe('the document', () => {
  let file: File;
  let body: XmlElement;
  beforeAll(async () => {
    file = new File(await write([briefing('zh-CN'), briefing('en')]));
    body = child(file.xml('word/document.xml'), 'w:body') as XmlElement;
  });

  it('has real headings outside all tables, both languages in each, no level skipped', () => {
    const headings = elements(body, 'w:p').filter((paragraph) =>
      /^Heading\d$/.test(styleOf(paragraph) ?? ''),
    );
    expect(headings.map((heading) => [styleOf(heading), textOf(heading)])).toEqual([
      ['Heading1', '芯片产业集群，覆盖各阶段的资本支持A chip cluster with capital for every stage'],
      ['Heading1', '关键数据Key figures'],
      ['Heading1', "集成电路撑起园区工业Integrated circuits carry the zone's industry"],
      ['Heading1', '新一代信息技术规模居首Information technology is the largest cluster'],
      ['Heading1', '科研设施为产业供给技术Research facilities feed the industry'],
      ['Heading1', '资金已认缴，多数已到位Capital is committed, and most of it is paid in'],
      ['Heading2', '科技金融工具Instruments of tech finance'],
      ['Heading2', '数字未能说明之处What the figures do not say'],
      ['Heading1', '资料来源Sources'],
    ]);
    const inTables = descendants(body, 'w:tbl').flatMap((table) => descendants(table, 'w:pStyle'));
    expect(inTables.filter((style) => /^Heading/.test(value(style) ?? ''))).toEqual([]);
  });

  it('names fonts of both scripts and a language on every run with text', () => {
    const parts = file.names(/^word\/(document|footnotes|header\d|footer\d)\.xml$/);
    expect(parts.length).toBeGreaterThan(4);
    for (const part of parts) {
      for (const run of descendants(file.xml(part), 'w:r').filter((found) => child(found, 'w:t'))) {
        const properties = child(run, 'w:rPr');
        const fonts = child(properties, 'w:rFonts');
        const language = child(properties, 'w:lang');
        expect([value(fonts, 'w:ascii'), value(fonts, 'w:hAnsi'), value(fonts, 'w:eastAsia')]).toEqual([
          'Arial',
          'Arial',
          'Microsoft YaHei',
        ]);
        expect(['zh-CN', 'en-US', 'de-DE']).toContain(value(language));
        expect(value(language, 'w:eastAsia')).toBe('zh-CN');
      }
    }
  });

  it('repeats the header row of a table and breaks no row of it', () => {
    const rows = descendants(body, 'w:tr');
    const headers = rows.filter((row) => child(row, 'w:trPr', 'w:tblHeader'));
    expect(headers.map(textOf)).toEqual(['指标Indicator数值Figure时间Time']);
    const table = descendants(body, 'w:tbl').find(
      (found) => elements(found, 'w:tr').length > 1,
    ) as XmlElement;
    const whole = elements(table, 'w:tr').map((row) => child(row, 'w:trPr', 'w:cantSplit') !== undefined);
    expect(whole).toEqual(Array(keyFigures.length + 1).fill(true));
  });

  it('keeps columns of text in tables of one row, which need no header', () => {
    const sizes = descendants(body, 'w:tbl').map((table) => elements(table, 'w:tr').length);
    expect(sizes.filter((size) => size > 1)).toEqual([keyFigures.length + 1]);
  });

  it('has real footnotes, and each reference finds its own', () => {
    const references = descendants(body, 'w:footnoteReference').map((reference) => value(reference, 'w:id'));
    const notes = elements(file.xml('word/footnotes.xml'), 'w:footnote');
    const ids = notes.filter((note) => !note.attributes.has('w:type')).map((note) => value(note, 'w:id'));
    expect(references.length).toBeGreaterThan(15);
    expect(ids).toEqual(references);
  });

  it('asks for nothing at opening', () => {
    const settings = file.text('word/settings.xml');
    expect(settings).not.toContain('updateFields');
    expect(settings).toContain('w:characterSpacingControl');
    expect(file.text('word/document.xml')).not.toContain('w:dirty');
  });

  it('counts pages and figures with fields that carry their result', () => {
    const footer = file
      .names(/footer\d\.xml$/)
      .map((name) => file.text(name))
      .join();
    expect(footer).toMatch(/ PAGE .* NUMPAGES /s);
    const instructions = descendants(body, 'w:instrText').map(textOf);
    expect(instructions.slice(0, 2)).toEqual([' SEQ 图 \\* ARABIC ', ' SEQ Figure \\* ARABIC ']);
    expect(instructions).toHaveLength(8);
  });

  it('describes every chart for who cannot see it', () => {
    const described = descendants(body, 'wp:docPr').map((drawing) => value(drawing, 'descr'));
    expect(described).toHaveLength(8);
    expect(described[1]).toContain("Share of Chongqing's circuit output 42.5%");
  });

  it('justifies Chinese text, but neither Latin text nor footnotes, which quote it', () => {
    const alignments = (style: string, part = body) =>
      descendants(part, 'w:p')
        .filter((paragraph) => styleOf(paragraph) === style)
        .map((paragraph) => value(child(paragraph, 'w:pPr', 'w:jc')));
    expect(new Set(alignments('BodyText'))).toEqual(new Set(['both']));
    expect(new Set(alignments('BodyTextSecond'))).toEqual(new Set([undefined]));
    const footnotes = file.xml('word/footnotes.xml');
    const notes = [...alignments('FootnoteText', footnotes), ...alignments('FootnoteTextSecond', footnotes)];
    expect(notes.length).toBeGreaterThan(10);
    expect(new Set(notes)).toEqual(new Set([undefined]));
  });

  it('numbers the lists of the two languages apart', () => {
    const numbered = descendants(body, 'w:p')
      .filter((paragraph) => /^ListParagraph/.test(styleOf(paragraph) ?? ''))
      .map((paragraph) => value(child(paragraph, 'w:pPr', 'w:numPr', 'w:numId')));
    const abstractOf = new Map(
      elements(file.xml('word/numbering.xml'), 'w:num').map((num) => [
        value(num, 'w:numId'),
        value(child(num, 'w:abstractNumId')),
      ]),
    );
    const ordered = numbered.slice(-4).map((id) => abstractOf.get(id));
    expect(ordered[0]).toBe(ordered[2]);
    expect(ordered[1]).toBe(ordered[3]);
    expect(ordered[0]).not.toBe(ordered[1]);
  });

  it('links what the templates link', async () => {
    const w = writer('en');
    const linked = {
      ...w.paragraph(''),
      kind: 'paragraph' as const,
      content: [{ kind: 'link' as const, url: 'mailto:a@example.org', children: inlines('write', 'en') }],
    };
    const made = new File(await write([documentOf('en', [w.section('one', 'One', [linked])])]));
    expect(made.text('word/_rels/document.xml.rels')).toMatch(
      /Target="mailto:a@example\.org" TargetMode="External"/,
    );
    expect(textOf(descendants(made.xml('word/document.xml'), 'w:hyperlink')[0] as XmlElement)).toBe('write');
  });

  it('says title, issuer and language in its properties', () => {
    const core = file.text('docProps/core.xml');
    expect(core).toContain('重庆高新区：投资者摘要 – 产业规模与基金结构 / Chongqing High-tech Zone');
    expect(core).toContain('<dc:creator>重庆高新区招商投资部门</dc:creator>');
    expect(core).toContain('<dc:language>zh-CN</dc:language>');
  });

  it('names its table for screen readers', () => {
    const caption = descendants(body, 'w:tblCaption').map((found) => value(found));
    expect(caption).toEqual(['关键数据']);
    expect(textOf(body)).not.toContain('\u2060');
  });
});
