/** Layer 3. Parts as docx paragraphs and tables. */
import {
  AlignmentType,
  Bookmark,
  BorderStyle,
  Paragraph as DocxParagraph,
  type FileChild,
  type ParagraphChild,
  Table,
  TableBorders,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { tableAnnotation } from '../ooxml/annotation.js';
import { isBeside } from './beside.js';
import { type Geometry, twipsPerPoint } from './geometry.js';
import { scriptProperties } from './scripts.js';
import { sizes } from './sizes.js';
import { styleIds } from './styles.js';
import type { Content, FacingRow, HeadingSide, Part } from './summary.js';
import { listedAs, type Writing, writeParagraph, writePicture, writeRuns } from './write-runs.js';

type PartOf<K extends Part['kind']> = Extract<Part, { readonly kind: K }>;

/** All parts in order, with the small paragraphs that Word wants between two tables and after the last. */
export function writeParts(parts: readonly BodyPart[], writing: Writing, geometry: Geometry): FileChild[] {
  const children: FileChild[] = [];
  for (const part of parts) {
    const written = writePart(part, writing, geometry);
    if (children.at(-1) instanceof Table && written[0] instanceof Table) children.push(gap(writing));
    children.push(...written);
  }
  if (children.at(-1) instanceof Table) children.push(gap(writing));
  return children;
}

export type BodyPart = Exclude<Part, { readonly kind: 'front' }>;

function writePart(part: BodyPart, writing: Writing, geometry: Geometry): FileChild[] {
  switch (part.kind) {
    case 'heading':
      return [writeHeading(part, writing, geometry)];
    case 'facing':
      return writeFacing(part.rows, writing, geometry);
    case 'table':
      return [writeTable(part, writing, geometry)];
    case 'strip':
      return writeStrip(part, writing, geometry);
    case 'full':
      // A short list, of sources, stays together.
      return part.content.map((content, index) =>
        writeContent(content, writing, true, index < part.content.length - 1),
      );
  }
}

/** Word joins two tables that nothing stands between. */
function gap({ language, theme }: Writing, style: string = styleIds.spacer, keepNext = false): FileChild {
  return new DocxParagraph({
    style,
    ...(keepNext ? { keepNext } : {}),
    run: scriptProperties(language, theme),
  });
}

/** One paragraph for both languages: Word's navigation shows one entry, and no heading stands inside a table. */
function writeHeading(
  { level, sides, facing, bookmark, list, breakBefore }: PartOf<'heading'>,
  writing: Writing,
  { textWidth, gutter }: Geometry,
): FileChild {
  const style = styleIds.headings[level - 1] as string;
  const size = sizes.headingSecond[level - 1] as number;
  const mark = { bookmark, list, breakBefore };
  if (!facing) return writeStacked(sides, style, size, writing, mark);
  const column = (textWidth + gutter) / 2;
  return new DocxParagraph({
    style,
    // What does not fit on the line goes on below, in its own column.
    indent: { left: column, hanging: column },
    tabStops: [{ type: TabStopType.LEFT, position: column }],
    run: scriptProperties(sides[0]?.language ?? writing.language, writing.theme),
    ...(breakBefore ? { pageBreakBefore: true } : {}),
    children: marked(sides, headingRuns(sides, 'tab', size, writing), mark, writing),
  });
}

/** The first language as the style says, the second below it, lighter. */
export function writeStacked(
  sides: readonly HeadingSide[],
  style: string,
  secondSize: number,
  writing: Writing,
  mark: Mark = {},
): FileChild {
  return new DocxParagraph({
    style,
    ...(mark.breakBefore ? { pageBreakBefore: true } : {}),
    run: scriptProperties(sides[0]?.language ?? writing.language, writing.theme),
    children: marked(sides, headingRuns(sides, 'break', secondSize, writing), mark, writing),
  });
}

/** What the contents list makes of a heading. */
type Mark = Partial<Pick<PartOf<'heading'>, 'bookmark' | 'list' | 'breakBefore'>>;

function marked(
  sides: readonly HeadingSide[],
  runs: ParagraphChild[],
  { bookmark, list }: Mark,
  writing: Writing,
): ParagraphChild[] {
  if (bookmark === undefined) return runs;
  const [side] = sides;
  const entry = side && list ? listedAs(side, list, writing) : [];
  return [new Bookmark({ id: bookmark, children: runs }), ...entry];
}

function headingRuns(
  sides: readonly HeadingSide[],
  between: 'tab' | 'break',
  secondSize: number,
  writing: Writing,
): ParagraphChild[] {
  const second = { style: styleIds.headingSecond, bold: false, size: secondSize * 2 };
  return sides.flatMap(({ runs }, side) =>
    side === 0 ? writeRuns(runs, writing) : writeRuns([{ kind: between }, ...runs], writing, second),
  );
}

/** @param centred pictures and their captions, where nothing stands beside them */
function writeContent(content: Content, writing: Writing, centred: boolean, keepNext = false): DocxParagraph {
  const options = {
    ...(centred && (content.kind === 'picture' || content.role === 'caption')
      ? { alignment: AlignmentType.CENTER }
      : {}),
    ...(keepNext ? { keepNext } : {}),
  };
  return content.kind === 'paragraph'
    ? writeParagraph(content, writing, options)
    : writePicture(content, writing, options);
}

/**
 * Rows with one cell are plain text. A row with two is a table of its own without rules, whose cells are the columns:
 * Word's accessibility checker asks every table of several rows for a header row, which columns of text have not.
 */
export function writeFacing(rows: readonly FacingRow[], writing: Writing, geometry: Geometry): FileChild[] {
  return rows.flatMap((row): FileChild[] => {
    const { cells, keepNext } = row;
    if (cells.length < 2) {
      const contents = cells[0] ?? [];
      // A picture keeps to its caption.
      return contents.map((content, index) =>
        writeContent(content, writing, true, keepNext || index < contents.length - 1),
      );
    }
    // The hair belongs to the grid: it takes what the space after the paragraphs leaves of half a line.
    const between = isBeside(row) ? styleIds.spacer : styleIds.hair;
    return [facingTable(row, writing, geometry), gap(writing, between, keepNext)];
  });
}

function facingTable({ cells, keepNext, splits }: FacingRow, writing: Writing, geometry: Geometry): Table {
  const half = geometry.textWidth / 2;
  const inner = geometry.gutter / 2;
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: geometry.textWidth, type: WidthType.DXA },
    columnWidths: [half, half],
    borders: TableBorders.NONE,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    tableLook: { firstRow: false, firstColumn: false, noHBand: true, noVBand: true },
    rows: [
      new TableRow({
        ...(splits ? {} : { cantSplit: true }),
        children: cells.map(
          (cell, index) =>
            new TableCell({
              width: { size: half, type: WidthType.DXA },
              margins: { left: index === 0 ? 0 : inner, right: index === 0 ? inner : 0, top: 0, bottom: 0 },
              children: cell.map((content) => writeContent(content, writing, false, keepNext)),
            }),
        ),
      }),
    ],
  });
}

const alignments = {
  left: AlignmentType.LEFT,
  right: AlignmentType.RIGHT,
  center: AlignmentType.CENTER,
} as const;

function writeTable(part: PartOf<'table'>, writing: Writing, geometry: Geometry): Table {
  const { surface, primary, line } = writing.theme.colors;
  // docx cannot name a table for screen readers; mending moves this run to where the name belongs.
  const annotation = new TextRun(tableAnnotation(part.name, part.description));
  const row = (cells: (typeof part.rows)[number], header: boolean, mark?: TextRun): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(header ? { tableHeader: true } : {}),
      children: cells.map(
        (paragraphs, column) =>
          new TableCell({
            width: { size: part.widths[column] ?? 0, type: WidthType.DXA },
            verticalAlign: header ? VerticalAlignTable.BOTTOM : VerticalAlignTable.CENTER,
            ...(header ? { shading: { fill: surface.slice(1) } } : {}),
            children: paragraphs.map((paragraph, index) =>
              writeParagraph(
                paragraph,
                writing,
                { alignment: alignments[part.align[column] ?? 'left'] },
                mark && column === 0 && index === 0 ? [mark] : [],
              ),
            ),
          }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: geometry.textWidth, type: WidthType.DXA },
    columnWidths: [...part.widths],
    borders: { ...rules(primary, line), insideVertical: none },
    margins: part.dense
      ? { left: points(3), right: points(3), top: points(0.6), bottom: points(0.6) }
      : { left: points(5), right: points(5), top: points(1.5), bottom: points(1.5) },
    tableLook: { firstRow: true, firstColumn: false, noHBand: true, noVBand: true },
    rows: [row(part.header, true, annotation), ...part.rows.map((cells) => row(cells, false))],
  });
}

/** Each row is a table of its own, as in the facing columns. */
function writeStrip(part: PartOf<'strip'>, writing: Writing, geometry: Geometry): FileChild[] {
  const { primary, line } = writing.theme.colors;
  const count = part.rows[0]?.length ?? 1;
  const width = Math.floor(geometry.textWidth / count);
  const widths = Array.from({ length: count }, (_, index) =>
    index === count - 1 ? geometry.textWidth - width * (count - 1) : width,
  );
  const table = (cells: (typeof part.rows)[number]): Table =>
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: geometry.textWidth, type: WidthType.DXA },
      columnWidths: widths,
      borders: { ...rules(primary, line), insideVertical: hairline(line) },
      margins: { left: points(6), right: points(6), top: points(5), bottom: points(5) },
      tableLook: { firstRow: false, firstColumn: false, noHBand: true, noVBand: true },
      rows: [
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
      ],
    });
  return part.rows.flatMap((cells, index) => (index === 0 ? [table(cells)] : [gap(writing), table(cells)]));
}

const points = (value: number): number => value * twipsPerPoint;
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const hairline = (colour: string) => ({ style: BorderStyle.SINGLE, size: 4, color: colour.slice(1) });

/** Rules above, below and between the rows; none at the sides. */
function rules(primary: string, line: string) {
  const strong = { style: BorderStyle.SINGLE, size: 8, color: primary.slice(1) };
  return { top: strong, bottom: strong, left: none, right: none, insideHorizontal: hairline(line) };
}
