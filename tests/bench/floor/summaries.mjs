/** The summaries of the hand-written sample, by docx. */
import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** What a person would set as styles or leave to Word's own; one run a paragraph. */
const run = (text, language, options = {}) =>
  new TextRun({
    children: text.split('\t').flatMap((piece, index) => (index === 0 ? [piece] : [new Tab(), piece])),
    size: 19,
    font: { ascii: 'Arial', hAnsi: 'Arial', eastAsia: 'Microsoft YaHei' },
    language: { value: language, eastAsia: 'zh-CN' },
    ...options,
  });

const paragraph = ({ text, language, role, notes }) =>
  new Paragraph({
    ...(role === 'title' && { heading: HeadingLevel.TITLE }),
    ...(role === 'heading' && { heading: HeadingLevel.HEADING_1 }),
    ...(role === 'item' && { bullet: { level: 0 } }),
    spacing: { after: 80 },
    children: [
      run(text, language, { bold: role === 'strong' }),
      ...notes.map((note) => new FootnoteReferenceRun(note)),
    ],
  });

const picture = ({ chart, language, alt }, charts) => {
  const name = `${chart}.${language}`;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'png',
        data: charts.get(name),
        transformation: { width: 320, height: 220 },
        altText: { name, title: name, description: alt },
      }),
    ],
  });
};

const contentsOf = (items, charts) =>
  items.map((item) => (item.kind === 'picture' ? picture(item, charts) : paragraph(item)));

function table({ kind, rows }, charts) {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, row) =>
        new TableRow({
          tableHeader: kind === 'table' && row === 0,
          children: cells.map(
            (items) =>
              new TableCell({ children: contentsOf(items, charts), margins: { left: 80, right: 80 } }),
          ),
        }),
    ),
  });
}

/**
 * @param {ReadonlyMap<string, Buffer>} charts PNGs by chart and language
 * @returns {Promise<Buffer>} a .docx
 */
export function makeSummary({ languages, title, footnotes, parts }, charts) {
  const body = parts.flatMap((part) =>
    part.kind === 'full' ? contentsOf(part.rows[0][0], charts) : [table(part, charts), new Paragraph({})],
  );
  const document = new Document({
    title,
    footnotes: Object.fromEntries(
      footnotes.map(({ text, language }, index) => [
        index + 1,
        { children: [new Paragraph({ children: [run(text, language, { size: 15 })] })] },
      ]),
    ),
    sections: [
      {
        properties: {
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1134, bottom: 1134, left: 1020, right: 1020 },
          },
        },
        headers: {
          default: new Header({ children: [new Paragraph({ children: [run(title, languages[0])] })] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                children: [new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: body,
      },
    ],
  });
  return Packer.toBuffer(document);
}
