/** Layer 3. Parts as docx paragraphs and tables. */
import {
  AlignmentType,
  BorderStyle,
  Paragraph as DocxParagraph,
  type FileChild,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { type Geometry, twipsPerPoint } from './geometry.js';
import { scriptProperties } from './scripts.js';
import { sizes } from './sizes.js';
import { styleIds } from './styles.js';
import type { Content, FacingRow, HeadingSide, Part } from './summary.js';
import { type Writing, writeParagraph, writePicture, writeRuns } from './write-runs.js';

type PartOf<K extends Part['kind']> = Extract<Part, { readonly kind: K }>;

/** All parts in order, with the small paragraphs that Word wants between two tables and after the last. */
export function writeParts(parts: readonly Part[], writing: Writing, geometry: Geometry): FileChild[] {
  const children: FileChild[] = [];
  for (const part of parts) {
    const written = writePart(part, writing, geometry);
    if (children.at(-1) instanceof Table && written[0] instanceof Table) children.push(spacer(writing));
    children.push(...written);
  }
  if (children.at(-1) instanceof Table) children.push(spacer(writing));
  return children;
}

function writePart(part: Part, writing: Writing, geometry: Geometry): FileChild[] {
  switch (part.kind) {
    case 'heading':
      return [writeHeading(part, writing)];
    case 'facing':
      return writeFacing(part.rows, writing, geometry);
    case 'table':
      return [writeTable(part, writing, geometry)];
    case 'strip':
      return [writeStrip(part, writing, geometry)];
    case 'full':
      return part.content.map((content) => writeContent(content, writing, true));
  }
}

function spacer({ language, theme }: Writing): FileChild {
  return new DocxParagraph({ style: styleIds.spacer, run: scriptProperties(language, theme) });
}

/** One paragraph for both languages: Word's navigation shows one entry, and no heading stands inside a table. */
function writeHeading({ level, sides }: PartOf<'heading'>, writing: Writing): FileChild {
  return writeStacked(
    sides,
    styleIds.headings[level - 1] as string,
    sizes.headingSecond[level - 1] as number,
    writing,
  );
}

/** The first language as the style says, the second below it, lighter. */
export function writeStacked(
  sides: readonly HeadingSide[],
  style: string,
  secondSize: number,
  writing: Writing,
): FileChild {
  const second = { style: styleIds.headingSecond, bold: false, size: secondSize * 2 };
  return new DocxParagraph({
    style,
    run: scriptProperties(sides[0]?.language ?? writing.language, writing.theme),
    children: sides.flatMap(({ runs }, side) =>
      side === 0 ? writeRuns(runs, writing) : writeRuns([{ kind: 'break' }, ...runs], writing, second),
    ),
  });
}

function writeContent(content: Content, writing: Writing, centred: boolean, keepNext = false): DocxParagraph {
  if (content.kind === 'paragraph') return writeParagraph(content, writing, keepNext ? { keepNext } : {});
  return writePicture(content, writing, {
    ...(centred ? { alignment: AlignmentType.CENTER } : {}),
    ...(keepNext ? { keepNext } : {}),
  });
}

/** Rows with one cell are plain text; rows with two are a table without rules whose cells are the columns. */
export function writeFacing(rows: readonly FacingRow[], writing: Writing, geometry: Geometry): FileChild[] {
  const children: FileChild[] = [];
  for (let start = 0; start < rows.length; ) {
    const faces = (index: number): boolean => (rows[index]?.cells.length ?? 0) > 1;
    let end = start + 1;
    while (end < rows.length && faces(end) === faces(start)) end += 1;
    const run = rows.slice(start, end);
    if (faces(start)) children.push(facingTable(run, writing, geometry));
    else
      children.push(
        ...run.flatMap((row) =>
          (row.cells[0] ?? []).map((content) => writeContent(content, writing, true, row.keepNext)),
        ),
      );
    start = end;
  }
  return children;
}

function facingTable(rows: readonly FacingRow[], writing: Writing, geometry: Geometry): Table {
  const half = geometry.textWidth / 2;
  const inner = geometry.gutter / 2;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: geometry.textWidth, type: WidthType.DXA },
    columnWidths: [half, half],
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    tableLook: { firstRow: false, firstColumn: false, noHBand: true, noVBand: true },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.cells.map(
            (cell, index) =>
              new TableCell({
                width: { size: half, type: WidthType.DXA },
                margins: { left: index === 0 ? 0 : inner, right: index === 0 ? inner : 0, top: 0, bottom: 0 },
                children: cell.map((content) => writeContent(content, writing, false, row.keepNext)),
              }),
          ),
        }),
    ),
  });
}

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

function writeTable(part: PartOf<'table'>, writing: Writing, geometry: Geometry): Table {
  const { surface, primary, line } = writing.theme.colors;
  const row = (cells: (typeof part.rows)[number], header: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      tableHeader: header,
      children: cells.map(
        (paragraphs, column) =>
          new TableCell({
            width: { size: part.widths[column] ?? 0, type: WidthType.DXA },
            verticalAlign: header ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
            ...(header ? { shading: { fill: surface.slice(1) } } : {}),
            children: paragraphs.map((paragraph) =>
              writeParagraph(paragraph, writing, { alignment: alignments[part.align[column] ?? 'left'] }),
            ),
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: geometry.textWidth, type: WidthType.DXA },
    columnWidths: [...part.widths],
    borders: { ...rules(primary, line), insideVertical: none },
    margins: { left: points(5), right: points(5), top: points(2), bottom: points(2) },
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [row(part.header, true), ...part.rows.map((cells) => row(cells, false))],
  });
}

function writeStrip(part: PartOf<'strip'>, writing: Writing, geometry: Geometry): Table {
  const { primary, line } = writing.theme.colors;
  const count = part.rows[0]?.length ?? 1;
  const width = Math.floor(geometry.textWidth / count);
  const widths = Array.from({ length: count }, (_, index) =>
    index === count - 1 ? geometry.textWidth - width * (count - 1) : width,
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: geometry.textWidth, type: WidthType.DXA },
    columnWidths: widths,
    borders: { ...rules(primary, line), insideVertical: hairline(line) },
    margins: { left: points(6), right: points(6), top: points(5), bottom: points(5) },
    tableLook: { firstRow: false, firstColumn: false, noHBand: true, noVBand: true },
    rows: part.rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (paragraphs, column) =>
              new TableCell({
                width: { size: widths[column] ?? 0, type: WidthType.DXA },
                children:
                  paragraphs.length === 0
                    ? [new DocxParagraph({ style: styleIds.spacer })]
                    : paragraphs.map((paragraph) => writeParagraph(paragraph, writing)),
              }),
          ),
        }),
    ),
  });
}

const points = (value: number): number => value * twipsPerPoint;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hairline = (colour: string) => ({ style: BorderStyle.SINGLE, size: 4, color: colour.slice(1) });

/** Rules above, below and between the rows; none at the sides. */
function rules(primary: string, line: string) {
  const strong = { style: BorderStyle.SINGLE, size: 8, color: primary.slice(1) };
  return { top: strong, bottom: strong, left: none, right: none, insideHorizontal: hairline(line) };
}
