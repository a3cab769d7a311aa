/** Decks and documents as the two libraries write them, with every fault that mending knows. */
import * as docx from 'docx';
import PptxGenJS from 'pptxgenjs';
import { decorativeName, describedName, tableAnnotation } from '../../src/ooxml/annotation.js';
import type { MendDocxOptions } from '../../src/ooxml/mend-docx.js';

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
} satisfies MendDocxOptions;

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

/** Headings, links, footnotes, a table, pictures, header and footer, in two scripts. */
export async function richDocument(): Promise<Uint8Array> {
  const { Paragraph, TextRun, TableRow, TableCell } = docx;
  const picture = (name: string): docx.ImageRun =>
    new docx.ImageRun({
      type: 'png',
      data: png,
      transformation: { width: 100, height: 100 },
      altText: { title: name, description: name.startsWith('decorative') ? '' : `Picture ${name}`, name },
    });
  const link = (url: string, text: string): docx.ExternalHyperlink =>
    new docx.ExternalHyperlink({ link: url, children: [new TextRun({ text, style: 'Hyperlink' })] });
  const cell = (...children: docx.TextRun[]): docx.TableCell =>
    new TableCell({ children: [new Paragraph({ children })] });
  const document = new docx.Document({
    title: 'left over',
    features: { updateFields: true },
    styles: {
      default: {
        document: { run: { font: 'Arial', size: 21 } },
        heading1: { run: { font: 'Arial', size: 32 } },
      },
    },
    footnotes: {
      1: { children: [new Paragraph('“引文” quoted')] },
      2: { children: [new Paragraph('Second')] },
    },
    sections: [
      {
        headers: { default: new docx.Header({ children: [new Paragraph('Header 页眉')] }) },
        footers: {
          default: new docx.Footer({
            children: [
              new Paragraph({
                children: [
                  new TextRun({ children: [docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: docx.HeadingLevel.HEADING_1,
            children: [new docx.Bookmark({ id: '_Toc4711', children: [new TextRun('简介 Introduction')] })],
          }),
          new Paragraph({
            children: [
              new TextRun({ text: 'Umsatz ', language: { value: 'de' } }),
              new docx.FootnoteReferenceRun(1),
              link('https://example.com/?a=1&b=2', 'the source'),
              new docx.FootnoteReferenceRun(2),
              new docx.InternalHyperlink({ anchor: '_Toc4711', children: [new TextRun('see above')] }),
            ],
          }),
          new Paragraph({ children: [link('https://example.org', 'another source')] }),
          new docx.Table({
            rows: [
              new TableRow({
                tableHeader: true,
                children: [
                  cell(new TextRun(tableAnnotation('Key figures', 'All of them')), new TextRun('A')),
                  cell(new TextRun('乙')),
                ],
              }),
              new TableRow({ children: [cell(new TextRun('1')), cell(new TextRun('2'))] }),
            ],
          }),
          new Paragraph({ children: [picture('dot')] }),
          new Paragraph({ children: [picture(decorativeName('rule'))] }),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}
