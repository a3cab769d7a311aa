/** Decks and documents as the two libraries write them, with every fault that mending knows. */
import * as docx from 'docx';
import PptxGenJS from 'pptxgenjs';
import { decorativeName, describedName } from '../../src/ooxml/annotation.js';
import { assembleDocument, type FrameOptions, frameDocument } from '../../src/ooxml/assemble-document.js';
import type { MendPptxOptions } from '../../src/ooxml/mend/options.js';
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
const pngData = `image/png;base64,${png.toString('base64')}`;

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
} satisfies MendPptxOptions;

// The package's types describe its CommonJS build; what is imported is the class itself.
const Deck = PptxGenJS as unknown as typeof PptxGenJS.default;
type Pptx = InstanceType<typeof Deck>;

function newDeck(): Pptx {
  const deck = new Deck();
  deck.layout = 'LAYOUT_WIDE';
  deck.title = 'left over';
  deck.theme = { headFontFace: 'Arial', bodyFontFace: 'Arial' };
  deck.defineSlideMaster({
    title: 'COVER',
    background: { color: '0B3D91' },
    objects: [
      { image: { x: 0, y: 0, w: 1, h: 1, data: pngData } },
      {
        placeholder: {
          options: { name: 'title', type: 'title', x: 0.5, y: 3, w: 12, h: 1, fontSize: 40 },
          text: '',
        },
      },
    ],
  });
  deck.defineSlideMaster({
    title: 'TEXT',
    background: { color: 'FFFFFF' },
    slideNumber: { x: 12, y: 7, fontSize: 9 },
    objects: [
      { line: { x: 0.5, y: 7, w: 12, h: 0, line: { color: 'CCCCCC', width: 1 } } },
      {
        placeholder: {
          options: { name: 'title', type: 'title', x: 0.5, y: 0.4, w: 12, h: 1, fontSize: 26, align: 'left' },
          text: '',
        },
      },
      {
        placeholder: {
          options: { name: 'body', type: 'body', x: 0.5, y: 1.6, w: 12, h: 5, fontSize: 16 },
          text: 'Body',
        },
      },
    ],
  });
  // Twice, since the master takes after what most layouts share.
  deck.defineSlideMaster({
    title: 'PLAIN',
    background: { color: 'FFFFFF' },
    objects: [
      {
        placeholder: {
          options: { name: 'title', type: 'title', x: 0.5, y: 0.4, w: 12, h: 1, fontSize: 26, align: 'left' },
          text: '',
        },
      },
    ],
  });
  return deck;
}

const bytesOf = async (deck: Pptx): Promise<Uint8Array> =>
  (await deck.write({ outputType: 'nodebuffer' })) as Uint8Array;

/** Text, table, picture, notes, Chinese, links, four native charts, two layouts, sections. */
export async function richDeck({ mergedCells = true } = {}): Promise<Uint8Array> {
  const deck = newDeck();
  deck.addSection({ title: 'One' });
  const cover = deck.addSlide({ masterName: 'COVER', sectionTitle: 'One' });
  cover.addText('重庆高新区 & partners', { placeholder: 'title', color: 'FFFFFF' });
  cover.addNotes('备注 notes\nsecond <line>');

  const text = deck.addSlide({ masterName: 'TEXT', sectionTitle: 'One' });
  text.addShape('rect', {
    x: 0,
    y: 0,
    w: 13,
    h: 1.5,
    fill: { color: 'EEF2F6' },
    objectName: decorativeName('Panel'),
  });
  text.addText('A tile 42.5%', {
    x: 9,
    y: 1.5,
    w: 3,
    h: 0.5,
    fontFace: 'Arial',
    fontSize: 16,
    color: '0B3D91',
  });
  text.addText(
    [
      { text: 'Circuits: ' },
      { text: '42.5%', options: { bold: true, color: 'C8102E' } },
      {
        text: ' of output',
        options: { hyperlink: { url: 'https://example.com/?a=1&b=2', tooltip: 'The source' } },
      },
    ],
    { placeholder: 'title' },
  );
  text.addText(
    [
      { text: 'One ', options: { bullet: true } },
      { text: 'two', options: { bold: true, breakLine: true } },
      { text: '三', options: { bullet: true } },
    ],
    { x: 1, y: 2, w: 4, h: 2, fontFace: 'Arial', fontSize: 16 },
  );
  text.addTable(
    [
      [
        { text: 'A', options: { bold: true } },
        ...(mergedCells ? [{ text: '指标', options: { colspan: 2 } }] : [{ text: '指标' }, { text: '备注' }]),
      ],
      [{ text: '1' }, { text: '2' }, { text: '3' }],
      [{ text: 'x' }, { text: 'y' }],
    ],
    {
      x: 1,
      y: 4,
      w: 8,
      colW: [2, 3, 3],
      border: { type: 'solid', pt: 1, color: 'AAAAAA' },
      objectName: describedName('Key figures', 'Three columns of figures'),
    } as PptxGenJS.default.TableProps,
  );
  text.addImage({ data: pngData, x: 9, y: 2, w: 1, h: 1, altText: 'A dot' });
  text.addNotes('Second notes');

  const charts = deck.addSlide({ masterName: 'TEXT' });
  charts.addText('Charts', { placeholder: 'title' });
  const data = [
    { name: '系列', labels: ['A', '乙'], values: [1, 2] },
    { name: 'S2', labels: ['A', '乙'], values: [3, 4] },
  ];
  const chartColors = ['0B3D91', 'C8102E'];
  charts.addChart('bar', data, {
    x: 0.5,
    y: 1.5,
    w: 4,
    h: 3,
    showTitle: true,
    title: '条形图',
    showLegend: true,
    showValue: true,
    chartColors,
    altText: 'Bars',
  });
  charts.addChart('line', data, { x: 4.5, y: 1.5, w: 4, h: 3, chartColors, altText: 'Lines' });
  const onColour = { dataLabelColor: 'FFFFFF' };
  const ring = { x: 8.5, y: 1.5, w: 4, h: 3, chartColors, altText: 'Ring', ...onColour };
  charts.addChart('doughnut', data.slice(0, 1), ring);
  charts.addChart(
    'scatter',
    [
      { name: 'X', values: [1, 2] },
      { name: 'Y', values: [3, 4] },
    ],
    { x: 8.5, y: 4.5, w: 4, h: 2, chartColors, altText: 'Dots' },
  );

  const plain = deck.addSlide({ masterName: 'TEXT' });
  plain.addText('Plain', { placeholder: 'title' });
  plain.addText('Body 文字\u0007 with a bell', { placeholder: 'body' });
  return bytesOf(deck);
}

/** Slides without notes, pictures, charts or tables. */
export async function plainDeck(): Promise<Uint8Array> {
  const deck = newDeck();
  for (const title of ['First', 'Second'])
    deck.addSlide({ masterName: 'TEXT' }).addText(title, { placeholder: 'title' });
  return bytesOf(deck);
}

/** What the main deck has no use for: other charts, a JPEG, a picture that links, a slide without layout. */
export async function oddDeck(): Promise<Uint8Array> {
  const deck = newDeck();
  const slide = deck.addSlide({ masterName: 'PLAIN' });
  slide.addText('Odd & ends', { placeholder: 'title' });
  const data = [
    { name: 'S1', labels: ['A', 'B', 'C'], values: [1, 2, 3] },
    { name: 'S2', labels: ['A', 'B', 'C'], values: [3, 4, 5] },
  ];
  const kinds = ['area', 'bar3D', 'radar', 'pie'] as const;
  for (const [index, kind] of kinds.entries())
    slide.addChart(kind, kind === 'pie' ? data.slice(0, 1) : data, {
      x: index * 3,
      y: 2,
      w: 3,
      h: 3,
      chartColors: ['0B3D91', 'C8102E', '8A5A00'],
      dataLabelColor: 'FFFFFF',
      altText: `Chart ${kind}`,
    });
  slide.addImage({
    data: 'image/jpg;base64,/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////2Q==',
    x: 1,
    y: 5,
    w: 1,
    h: 1,
    altText: 'A photo',
    hyperlink: { url: 'https://example.com/?a=1&b=2', tooltip: 'The photo' },
  });
  const bare = deck.addSlide();
  bare.addText('No layout', { x: 1, y: 1, w: 5, h: 1 });
  return bytesOf(deck);
}

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
