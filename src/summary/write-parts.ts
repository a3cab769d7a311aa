/** Layer 3. Parts of the Summary as Word's paragraphs and tables. */
import * as word from '../ooxml/word/table.js';
import { bookmarked, type ParagraphLook, paragraph } from '../ooxml/word/text.js';
import type { XmlElement } from '../ooxml/xml.js';
import { isBeside } from './floats.js';
import type { Geometry } from './geometry.js';
import { keepsNext } from './keeping.js';
import { cellPadding, rules, sizes } from './sizes.js';
import { styleIds, twips } from './styles.js';
import { type Content, contentsOf, type FacingRow, type HeadingSide, type Part } from './summary.js';
import { listedAs, writeParagraph, writePicture, writeRuns } from './write-runs.js';
import { type Writing, written } from './writing.js';

type PartOf<K extends Part['kind']> = Extract<Part, { readonly kind: K }>;
export type BodyPart = Exclude<Part, { readonly kind: 'front' }>;

const isTable = (element: XmlElement | undefined): boolean => element?.name === 'w:tbl';

/** All parts in order, with the small paragraphs that Word wants between two tables and after the last. */
export function writeParts(parts: readonly BodyPart[], writing: Writing, geometry: Geometry): XmlElement[] {
  const children: XmlElement[] = [];
  for (const [index, part] of parts.entries()) {
    for (const element of writePartOnce(part, writing, geometry)) children.push(element);
    const next = parts[index + 1];
    // Above a page break it might be all that stands on a page.
    const breaks = next?.kind === 'heading' && next.breakBefore;
    if (isTable(children.at(-1)) && !breaks) children.push(gapAfterRule(writing));
  }
  return children;
}

/** Keys of what was written have no place for the bytes of an image. */
function writePartOnce(part: BodyPart, writing: Writing, geometry: Geometry): readonly XmlElement[] {
  const hasBytes = contentsOf(part).some((one) => one.kind === 'picture' && 'image' in one.content);
  return hasBytes
    ? writePart(part, writing, geometry)
    : written(part, writing, (own) => writePart(part, own, geometry));
}

function writePart(part: BodyPart, writing: Writing, geometry: Geometry): XmlElement[] {
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
      return part.content.map((content, index) =>
        writeContent(content, writing, true, keepsNext(part, index)),
      );
  }
}

/** Word joins two tables that nothing stands between. */
function gap({ language, looks }: Writing, style: string = styleIds.spacer, keepNext = false): XmlElement {
  return paragraph(looks.paragraph({ style, ...(keepNext ? { keepNext } : {}) }, language), []);
}

/** With the last rule of the table above it, half a line. */
const gapAfterRule = ({ language, looks, grid }: Writing): XmlElement =>
  paragraph(
    looks.paragraph({ style: styleIds.spacer, pitch: twips(grid.half - rules.around) }, language),
    [],
  );

/** One paragraph for both languages: Word's navigation shows one entry, and no heading stands inside a table. */
function writeHeading(
  { level, sides, facing, bookmark, list, breakBefore }: PartOf<'heading'>,
  writing: Writing,
  { textWidth, gutter }: Geometry,
): XmlElement {
  const style = styleIds.headings[level - 1] as string;
  const size = sizes.headingSecond[level - 1] as number;
  const mark = { bookmark, list, breakBefore };
  if (!facing) return writeStacked(sides, style, size, writing, mark);
  const column = (textWidth + gutter) / 2;
  const look = {
    style,
    // What does not fit on the line goes on below, in its own column.
    indent: { left: column, hanging: column },
    tabs: [{ type: 'left', position: column }],
    ...(breakBefore ? { pageBreakBefore: true } : {}),
  } as const;
  return paragraph(
    writing.looks.paragraph(look, sides[0]?.language ?? writing.language),
    marked(sides, headingRuns(sides, 'tab', size, writing), mark, writing),
  );
}

/** The first language as the style says, the second below it, lighter. */
export function writeStacked(
  sides: readonly HeadingSide[],
  style: string,
  secondSize: number,
  writing: Writing,
  mark: Mark = {},
): XmlElement {
  const look = { style, ...(mark.breakBefore ? { pageBreakBefore: true } : {}) };
  return paragraph(
    writing.looks.paragraph(look, sides[0]?.language ?? writing.language),
    marked(sides, headingRuns(sides, 'break', secondSize, writing), mark, writing),
  );
}

/** What the contents list makes of a heading. */
type Mark = Partial<Pick<PartOf<'heading'>, 'bookmark' | 'list' | 'breakBefore'>>;

function marked(
  sides: readonly HeadingSide[],
  runs: XmlElement[],
  { bookmark, list }: Mark,
  writing: Writing,
): XmlElement[] {
  if (bookmark === undefined) return runs;
  const [side] = sides;
  const entry = side && list ? listedAs(side, list, writing) : [];
  writing.counts.bookmarks += 1;
  return [...bookmarked(writing.counts.bookmarks, bookmark, runs), ...entry];
}

function headingRuns(
  sides: readonly HeadingSide[],
  between: 'tab' | 'break',
  secondSize: number,
  writing: Writing,
): XmlElement[] {
  const second = { style: styleIds.headingSecond, bold: false, size: secondSize * 2 };
  return sides.flatMap(({ runs }, side) =>
    side === 0 ? writeRuns(runs, writing) : writeRuns([{ kind: between }, ...runs], writing, second),
  );
}

/** @param centred pictures and their captions, where nothing stands beside them */
function writeContent(content: Content, writing: Writing, centred: boolean, keepNext = false): XmlElement {
  const look: Partial<ParagraphLook> = {
    ...(centred && (content.kind === 'picture' || content.role === 'caption') ? { align: 'center' } : {}),
    ...(keepNext ? { keepNext } : {}),
  };
  return content.kind === 'paragraph'
    ? writeParagraph(content, writing, look)
    : writePicture(content, writing, look);
}

/**
 * Rows with one cell are plain text. A row with two is a table of its own without rules, whose cells are the columns:
 * Word's accessibility checker asks every table of several rows for a header row, which columns of text have not.
 */
export function writeFacing(rows: readonly FacingRow[], writing: Writing, geometry: Geometry): XmlElement[] {
  return rows.flatMap((row): XmlElement[] => {
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

function facingTable(
  { cells, keepNext, splits }: FacingRow,
  writing: Writing,
  geometry: Geometry,
): XmlElement {
  const half = geometry.textWidth / 2;
  const inner = geometry.gutter / 2;
  return word.table(
    {
      width: geometry.textWidth,
      borders: { top: none, left: none, bottom: none, right: none, insideH: none, insideV: none },
      margins: { top: 0, left: 0, bottom: 0, right: 0 },
      firstRow: false,
    },
    [half, half],
    [
      word.row(
        writing.looks.row({ splits }),
        cells.map((cell, index) =>
          word.cell(
            writing.looks.cell({
              width: half,
              margins: { top: 0, left: index === 0 ? 0 : inner, bottom: 0, right: index === 0 ? inner : 0 },
            }),
            cell.map((content) => writeContent(content, writing, false, keepNext)),
          ),
        ),
      ),
    ],
  );
}

function writeTable(part: PartOf<'table'>, writing: Writing, geometry: Geometry): XmlElement {
  const { surface, primary, line } = writing.theme.colors;
  const row = (cells: (typeof part.rows)[number], index: number): XmlElement =>
    word.row(
      writing.looks.row({ header: index === 0, height: heightOf(part, index) }),
      cells.map((paragraphs, column) =>
        word.cell(
          looks[index === 0 ? 'header' : 'body'][column] as XmlElement,
          paragraphs.map((one) => writeParagraph(one, writing, { align: part.align[column] ?? 'left' })),
        ),
      ),
    );
  const looks = {
    header: part.header.map((_, column) =>
      writing.looks.cell({ width: part.widths[column] ?? 0, fill: surface.slice(1), align: 'bottom' }),
    ),
    body: part.header.map((_, column) =>
      writing.looks.cell({ width: part.widths[column] ?? 0, align: 'top' }),
    ),
  };
  return word.table(
    {
      width: geometry.textWidth,
      borders: { ...rulesIn(primary, line), insideV: none },
      margins: paddingOf(part.dense ? 'dense' : 'table', writing.grid.pitch),
      firstRow: true,
      caption: part.name,
      description: part.description,
    },
    part.widths,
    [part.header, ...part.rows].flatMap((cells, index) => (cells.length > 0 ? [row(cells, index)] : [])),
  );
}

/** Each row is a table of its own, as in the facing columns. */
function writeStrip(part: PartOf<'strip'>, writing: Writing, geometry: Geometry): XmlElement[] {
  const { primary, line } = writing.theme.colors;
  const count = part.rows[0]?.length ?? 1;
  const width = Math.floor(geometry.textWidth / count);
  const widths = Array.from({ length: count }, (_, index) =>
    index === count - 1 ? geometry.textWidth - width * (count - 1) : width,
  );
  const table = (cells: (typeof part.rows)[number], index: number): XmlElement =>
    word.table(
      {
        width: geometry.textWidth,
        borders: { ...rulesIn(primary, line), insideV: hairline(line) },
        margins: paddingOf('strip', writing.grid.pitch),
        firstRow: false,
      },
      widths,
      [
        word.row(
          writing.looks.row({ height: heightOf(part, index) }),
          cells.map((paragraphs, column) =>
            word.cell(
              writing.looks.cell({ width: widths[column] ?? 0 }),
              paragraphs.length === 0
                ? [paragraph(writing.looks.paragraph({ style: styleIds.spacer }), [])]
                : paragraphs.map((one) => writeParagraph(one, writing)),
            ),
          ),
        ),
      ],
    );
  return part.rows.flatMap((cells, index) =>
    index === 0 ? [table(cells, index)] : [gapAfterRule(writing), table(cells, index)],
  );
}

const none: word.Border = { style: 'none', size: 0, color: 'auto' };
/** A border's size is in eighths of a point. */
const hairline = (colour: string): word.Border => ({
  style: 'single',
  size: rules.between * 8,
  color: colour.slice(1),
});

/** Rules above, below and between the rows; none at the sides. */
function rulesIn(primary: string, line: string) {
  const strong: word.Border = { style: 'single', size: rules.around * 8, color: primary.slice(1) };
  return { top: strong, bottom: strong, left: none, right: none, insideH: hairline(line) };
}

function paddingOf(look: 'table' | 'dense' | 'strip', pitch: number): word.Sides<number> {
  const { side, above, below } = cellPadding(look, pitch);
  return { top: twips(above), left: twips(side), bottom: twips(below), right: twips(side) };
}

/** The least height of a row, at which what follows stands on the grid; more lines than were counted make it higher. */
function heightOf({ heights }: PartOf<'table' | 'strip'>, index: number): number | undefined {
  const height = heights?.[index];
  return height === undefined ? undefined : twips(height);
}
