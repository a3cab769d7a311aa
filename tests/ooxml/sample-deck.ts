/** A small deck as the product writes it, with something of every kind that mending and linting look at. */
import type {
  Box,
  Cell,
  Master,
  Paragraph,
  Presentation,
  Run,
  Slide,
  TextShape,
} from '../../src/deck/model.js';
import { noInsets } from '../../src/deck/model.js';
import { writeDeckFile } from '../../src/deck/output.js';
import type { WrittenFile } from '../../src/ooxml/written.js';
import { samples } from '../charts/samples.js';
import { options, png } from './samples.js';

const theme: Presentation['theme'] = {
  colors: { ...options.colors, line: '#CCCCCC', onPrimary: '#FFFFFF' },
  fonts: options.fonts,
};
const box = (x: number, y: number, w: number, h: number): Box => ({ x, y, w, h });
const run = (text: string, rest: Partial<Run> = {}): Run => ({
  ...{ text, bold: false, italic: false, colour: 'ink' },
  ...rest,
});
const paragraph = (size: number, ...runs: Run[]): Paragraph => ({
  ...{ runs, size, leading: size * 1.2, spaceBefore: 0, align: 'left' },
});
const text = (name: string, place: Box, ...paragraphs: Paragraph[]): TextShape => ({
  ...{ kind: 'text', name, box: place, paragraphs, anchor: 'top', insets: noInsets, outline: 'rect' },
});

const titleBox = box(0.5, 0.4, 12, 0.9);
const cover: Master = {
  ...{ name: 'COVER', background: 'primary' },
  shapes: [
    { kind: 'ornament', name: 'Plate', box: box(0, 2.5, 13.333, 2), outline: 'rect', fill: 'primary' },
  ],
  title: {
    ...{ box: box(0.5, 3, 12, 1), size: 40, leading: 48 },
    ...{ colour: 'onPrimary', anchor: 'middle', align: 'left' },
  },
};
const plain: Master = {
  ...{ name: 'TEXT', background: 'paper' },
  shapes: [
    { kind: 'line', name: 'Rule', box: box(0.5, 7, 12, 0), colour: 'line', width: 1 },
    { kind: 'ornament', name: 'Mark', box: box(0, 7.1, 0.3, 0.3), outline: 'rect', fill: 'accent' },
    {
      ...{ kind: 'picture', name: 'Logo', box: box(0.5, 7.1, 0.2, 0.2), alt: '' },
      picture: { image: { bytes: png, type: 'png', width: 1, height: 1 } },
    },
    text('Footer', box(1, 7.1, 4, 0.3), paragraph(9, run('Zone office 高新区', { colour: 'muted' }))),
  ],
  title: { box: titleBox, size: 26, leading: 31, colour: 'ink', anchor: 'top', align: 'left' },
  number: { box: box(12, 7.1, 0.8, 0.3), size: 9, colour: 'muted', align: 'right' },
};

const onText = (
  id: string,
  title: readonly Run[],
  shapes: Slide['shapes'],
  notes: Slide['notes'] = [],
): Slide => ({
  ...{ id, layout: 'text', master: plain.name, title: paragraph(26, ...title), titleBox, shapes, notes },
});
const cell = (written: string): Cell => ({ paragraph: paragraph(12, run(written)) });
const row = (...cells: string[]) => ({ height: 0.4, cells: cells.map(cell) });
const charts = samples('en');
const chart = (name: string, id: string, place: Box): Slide['shapes'][number] => ({
  ...{ kind: 'picture', name, box: place, alt: `Chart of ${id}` },
  picture: { chart: charts[id] as (typeof charts)[string], format: 'slide 600x400' },
});

export const slides = {
  cover: {
    ...{ id: 'cover', layout: 'cover', master: cover.name, titleBox: cover.title.box, shapes: [] },
    title: paragraph(40, run('重庆高新区 & partners', { colour: 'onPrimary' })),
    notes: [[{ text: '备注 notes' }], [{ text: 'second <line>' }]],
  },
  text: onText(
    'text',
    [
      run('Circuits: '),
      run('42.5%', { bold: true, colour: 'accent' }),
      run(' of output', { url: 'https://example.com/?a=1&b=2' }),
    ],
    [
      text('Text 1', box(9, 1.5, 3, 0.5), paragraph(16, run('A tile 42.5%', { colour: 'primary' }))),
      { kind: 'ornament', name: 'Panel', box: box(1, 2, 4, 1.8), outline: 'rect', fill: 'surface' },
      text(
        'Text 2',
        box(1, 2, 4, 1.8),
        { ...paragraph(16, run('One '), run('two', { bold: true })), bullet: { level: 0, indent: 14 } },
        { ...paragraph(16, run('三')), bullet: { level: 0, indent: 14 } },
      ),
      {
        ...{
          kind: 'table',
          name: 'Key figures',
          box: box(1, 4, 8, 1.2),
          columns: [2, 3, 3],
          insets: noInsets,
        },
        rows: [row('A', '指标', '备注'), row('1', '2', '3'), row('x', 'y', '')],
        alt: 'Three columns of figures',
      },
      {
        ...{ kind: 'picture', name: 'Image 0', box: box(9, 2.2, 1, 1), alt: 'A dot' },
        // One pixel, but not the logo's.
        picture: { image: { bytes: Buffer.concat([png, Buffer.of(0)]), type: 'png', width: 1, height: 1 } },
      },
    ],
    [[{ text: 'Second notes' }]],
  ),
  charts: onText(
    'charts',
    [run('Charts')],
    [
      chart('Chart 0', 'innovation-base', box(0.5, 1.5, 6, 4)),
      chart('Chart 1', 'fund-structure', box(6.8, 1.5, 6, 4)),
    ],
  ),
  plain: onText(
    'plain',
    [run('Plain')],
    [text('Text 1', box(1, 2, 4, 1), paragraph(16, run('Body 文字\u0007 with a bell')))],
  ),
} satisfies Record<string, Slide>;

/** Cover with notes; text with link, list, table and picture; native charts; text in two scripts. */
export const presentation: Presentation = {
  language: 'en',
  title: options.title,
  subject: 'Investor briefing',
  issuer: options.company,
  editionDate: options.date,
  theme,
  slide: { w: 13.333, h: 7.5 },
  masters: [cover, plain],
  slides: [slides.cover, slides.text, slides.charts, slides.plain],
  record: { kind: 'deck', edition: options.date, languages: {}, texts: [] },
};

export const richDeck = (given: Partial<Presentation> = {}): Promise<WrittenFile> =>
  writeDeckFile({ ...presentation, ...given }, () => 'native');
