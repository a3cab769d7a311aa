/** Word files as the product writes them; what mending is told. */
import * as docx from 'docx';
import { assembleDocument, type FrameOptions, frameDocument } from '../../src/ooxml/assemble-document.js';
import type { MendOptions } from '../../src/ooxml/mend/options.js';
import { type LoosePackage, readPackage } from '../../src/ooxml/package.js';
import { pictureFrame } from '../../src/ooxml/word/drawing.js';
import type { Story, WordText } from '../../src/ooxml/word/place.js';
import * as table from '../../src/ooxml/word/table.js';
import * as word from '../../src/ooxml/word/text.js';
import type { WrittenFile } from '../../src/ooxml/written.js';
import { el, type XmlElement } from '../../src/ooxml/xml.js';

/** One white pixel. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

export const options = {
  date: '2026-01-19',
  language: 'en',
  title: 'Zone & <briefing>',
  company: 'Zone office',
  fonts: { latin: 'Arial', eastAsian: 'Microsoft YaHei' },
  colors: {
    paper: '#FFFFFF',
    surface: '#EEF2F6',
    ink: '#1A2330',
    muted: '#5A6675',
    primary: '#0B3D91',
    accent: '#C8102E',
    series: ['#0B3D91', '#C8102E', '#E3A008', '#3F7D58'],
  },
} satisfies MendOptions;

/** What docx makes around a text: styles, settings, a header and a footer to be filled. */
export async function documentLibrary(): Promise<LoosePackage> {
  const document = new docx.Document({
    title: 'left over',
    features: { updateFields: true },
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21 } },
        heading1: { run: { font: 'Arial', size: 32 } },
      },
    },
    sections: [
      {
        headers: { default: new docx.Header({ children: [] }) },
        footers: { default: new docx.Footer({ children: [] }) },
        children: [],
      },
    ],
  });
  return readPackage(await docx.Packer.toBuffer(document));
}

/** Headings, links, footnotes, a table, pictures, header and footer, in two scripts. */
export function documentText(): WordText {
  const said = (content: string, ...properties: XmlElement[]): XmlElement =>
    word.element('w:r', [
      ...(properties.length > 0 ? [el('w:rPr', {}, properties)] : []),
      word.text(content),
    ]);
  const plain = (...content: XmlElement[]): XmlElement => word.element('w:p', content);
  const link = (relationship: string, content: string): XmlElement =>
    word.hyperlink({ relationship }, [said(content, el('w:rStyle', { 'w:val': 'Hyperlink' }))]);
  const note = (number: number): XmlElement =>
    word.run(el('w:rPr', {}, [el('w:rStyle', { 'w:val': 'FootnoteReference' })]), word.noteReference(number));
  const column = table.cellProperties({ width: 2000 });
  const cell = (content: string): XmlElement => table.cell(column, [plain(said(content))]);
  const line = { style: 'single', size: 4, color: 'auto' } as const;
  const picture = (id: number, name: string): XmlElement =>
    plain(
      word.element('w:r', [
        pictureFrame({
          ...{ id, name, alt: `Picture ${name}`, width: 75, height: 75 },
          relationship: `picture${id}`,
        }),
      ]),
    );
  const body = [
    word.paragraph(
      word.paragraphProperties({ style: 'Heading1' }),
      word.bookmarked(1, '_Toc000000001', [said('简介 Introduction')]),
    ),
    plain(
      said('Umsatz ', el('w:lang', { 'w:val': 'de-DE' })),
      note(1),
      link('link1', 'the source'),
      note(2),
      word.hyperlink({ anchor: '_Toc000000001' }, [said('see above')]),
    ),
    plain(link('link2', 'another source')),
    table.table(
      {
        width: 4000,
        borders: { top: line, left: line, bottom: line, right: line, insideH: line, insideV: line },
        margins: { top: 0, left: 100, bottom: 0, right: 100 },
        firstRow: true,
        caption: 'Key figures',
        description: 'All of them',
      },
      [2000, 2000],
      [
        table.row(table.rowProperties({ header: true }), [cell('A'), cell('乙')]),
        table.row(table.rowProperties({ splits: true }), [cell('1'), cell('2')]),
      ],
    ),
    picture(1, 'dot'),
    picture(2, 'rule'),
  ];
  const story = (...content: XmlElement[]): Story => ({ content, references: [] });
  const number = word.run(
    el('w:rPr', {}, [el('w:rStyle', { 'w:val': 'FootnoteReference' })]),
    word.ownNumber,
  );
  const footnote = (id: string, content: string): XmlElement =>
    el('w:footnote', { 'w:id': id }, [plain(number, said(content))]);
  const margin = (content: XmlElement) => ({ default: story(content), first: story() });
  return {
    sections: [
      {
        body: {
          content: body,
          references: [
            { id: 'link1', kind: 'hyperlink', target: 'https://example.com/?a=1&b=2' },
            { id: 'link2', kind: 'hyperlink', target: 'https://example.org' },
            { id: 'picture1', kind: 'image', bytes: png, type: 'png' },
            { id: 'picture2', kind: 'image', bytes: Uint8Array.from(png), type: 'png' },
          ],
        },
        headers: margin(plain(said('Header 页眉'))),
        footers: margin(plain(...word.field(el('w:rPr'), 'PAGE', '1'))),
      },
    ],
    footnotes: story(footnote('1', '“引文” quoted'), footnote('2', 'Second')),
  };
}

/** A Word file with all of that. */
export async function richDocument(given: Partial<FrameOptions> = {}): Promise<WrittenFile> {
  return assembleDocument(frameDocument(await documentLibrary(), { ...options, ...given }), {
    date: options.date,
    title: options.title,
    text: documentText(),
    properties: new Map(),
  });
}
