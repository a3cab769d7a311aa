/**
 * What large.mjs measures against: as many slides and table rows, written by hand with the same libraries.
 *
 * node tests/bench/large-by-hand.mjs OUT SLIDES ROWS
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import pptxgen from 'pptxgenjs';

const [, , out, slides, rows] = process.argv;
mkdirSync(out, { recursive: true });
const points = [
  'EUR 250 million of capital is committed to the companies in the park',
  'EUR 140 million of it has been paid in, which is 56%',
  'EUR 110 million can still be called',
];
const evidence =
  'more than 8,400 jobs: “mehr als 8.400 Beschäftigte”, Entwicklungsagentur Lindenau, section 1, paragraph 2 [1]; as of 30 June 2025';

const deck = new pptxgen();
deck.layout = 'LAYOUT_WIDE';
deck.title = 'A large briefing';
for (let index = 0; index < Number(slides); index += 1) {
  const slide = deck.addSlide();
  slide.addText("The park's about 120 companies provide more than 8,400 jobs", {
    x: 0.6,
    y: 0.4,
    w: 12.1,
    h: 0.9,
    fontSize: 28,
    bold: true,
    color: '0B3C5D',
  });
  slide.addText(
    points.map((text) => ({ text, options: { bullet: true, breakLine: true } })),
    { x: 0.6, y: 1.6, w: 12.1, h: 4.5, fontSize: 20, color: '17212B' },
  );
  slide.addText(`Lindenau Innovation Park · ${index + 1}`, { x: 0.6, y: 7, w: 12.1, h: 0.3, fontSize: 10 });
  slide.addNotes([...points, evidence].join('\n'));
}
writeFileSync(join(out, 'briefing.en.pptx'), await deck.write({ outputType: 'nodebuffer' }));

if (Number(rows) > 0) {
  const cell = (text, bold = false) =>
    new TableCell({
      width: { size: 33, type: WidthType.PERCENTAGE },
      children: [new Paragraph({ children: [new TextRun({ text, bold, size: 18 })] })],
    });
  const table = new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        tableHeader: true,
        children: ['Indicator', 'Figure', 'Time'].map((text) => cell(text, true)),
      }),
      ...Array.from(
        { length: Number(rows) },
        () =>
          new TableRow({
            children: ['Jobs', 'more than 8,400', 'as of 30 June 2025'].map((text) => cell(text)),
          }),
      ),
    ],
  });
  const document = new Document({
    title: 'A large briefing',
    sections: [
      { children: [new Paragraph({ text: 'The figures', heading: HeadingLevel.HEADING_1 }), table] },
    ],
  });
  writeFileSync(join(out, 'summary.en.docx'), await Packer.toBuffer(document));
}
