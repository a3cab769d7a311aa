/** Layer 3. From a presentation to pptx bytes. Writes what `presentation.ts` placed; decides nothing. */
import pptxgen from 'pptxgenjs';
import { UsageError } from '../diagnostic.js';
import { sizeOf } from '../document/chart.js';
import type { Theme } from '../document/theme.js';
import { decorativeName, describedName } from '../ooxml/annotation.js';
import { mendPptxFile } from '../ooxml/mend-pptx.js';
import type { LoosePackage } from '../ooxml/package.js';
import type { WrittenFile } from '../ooxml/written.js';
import { usualSlide } from '../themes/layout/sheet.js';
import { packRecord } from '../trace/carrier.js';
import type {
  Box,
  Cell,
  Colour,
  Insets,
  LineShape,
  Master,
  OrnamentShape,
  Paragraph,
  PictureShape,
  Presentation,
  Shape,
  TableShape,
  TextShape,
} from './model.js';
import { isNative, nativeCharts, nativeShapes, recordWithCharts, type ShownCharts } from './native-charts.js';
import { noteText } from './notes.js';
import { pointsPerInch, textOf } from './text.js';

// NodeNext sees the package's default export as the namespace of its CommonJS file.
const PptxGenJS = pptxgen as unknown as typeof pptxgen.default;
type Pptx = InstanceType<typeof PptxGenJS>;
type PptxSlide = ReturnType<Pptx['addSlide']>;
type TextProps = Parameters<PptxSlide['addText']>[0] extends string | (infer T)[] ? T : never;
type TextOptions = NonNullable<Parameters<PptxSlide['addText']>[1]>;
type MasterObject = NonNullable<Parameters<Pptx['defineSlideMaster']>[0]['objects']>[number];

/**
 * Writes a presentation.
 *
 * @returns the bytes of a .pptx; same presentation and charts, same bytes
 * @throws {UsageError} when `charts` has no picture of a chart
 */
export async function writeDeck(presentation: Presentation, charts: ShownCharts): Promise<Uint8Array> {
  return (await writeDeckFile(presentation, charts)).bytes;
}

/** As `writeDeck`, with the trees for the linter. */
export async function writeDeckFile(presentation: Presentation, charts: ShownCharts): Promise<WrittenFile> {
  const { theme } = presentation;
  const pptx = new PptxGenJS();
  usePageSize(pptx, presentation.slide);
  pptx.title = presentation.title;
  pptx.subject = presentation.subject;
  pptx.author = presentation.issuer;
  pptx.theme = { headFontFace: theme.fonts.latin, bodyFontFace: theme.fonts.latin };
  for (const master of presentation.masters) defineMaster(pptx, master, theme);
  const masters = new Map(presentation.masters.map((master) => [master.name, master]));
  for (const slide of presentation.slides) {
    const page = pptx.addSlide({ masterName: slide.master });
    const { title } = masters.get(slide.master) as Master;
    page.addText(textRuns([slide.title], theme), {
      placeholder: 'title',
      ...titleOptions({ ...title, box: slide.titleBox }, theme),
    });
    for (const shape of slide.shapes) addShape(page, shape, theme, charts);
    if (slide.notes.length > 0) page.addNotes(slide.notes.map(noteText).join('\n'));
  }
  // In the bundle the parts, else their zip: ooxml/parts-collector.ts.
  const written = (await pptx.write({ outputType: 'uint8array' })) as unknown as Uint8Array | LoosePackage;
  const native = nativeShapes(presentation, charts);
  return mendPptxFile(written, {
    date: presentation.editionDate,
    language: presentation.language,
    title: presentation.title,
    company: presentation.issuer,
    author: presentation.issuer,
    fonts: theme.fonts,
    colors: theme.colors,
    properties: packRecord(recordWithCharts(presentation, native)),
    charts: nativeCharts(presentation, native),
  });
}

/** 16:9 as PowerPoint has it by itself, or a size of the theme's own. */
function usePageSize(pptx: Pptx, { w, h }: Presentation['slide']): void {
  if (w === usualSlide.w && h === usualSlide.h) {
    pptx.layout = 'LAYOUT_WIDE';
    return;
  }
  pptx.defineLayout({ name: 'THEME', width: w, height: h });
  pptx.layout = 'THEME';
}

const hex = (colour: Colour, theme: Theme): string => {
  const { colors } = theme;
  return (colour === 'second' ? (colors.series[1] as string) : colors[colour]).slice(1);
};

/** pptxgenjs takes a text's margins in points, in this order, whatever its documentation says. */
const margins = (insets: Insets): [number, number, number, number] => {
  const { left, right, bottom, top } = insets;
  return [left, right, bottom, top].map((inch) => inch * pointsPerInch) as [number, number, number, number];
};

/** Exact positions: pptxgenjs rounds to whole EMU itself. */
const place = ({ x, y, w, h }: Box): Box => ({ x, y, w, h });

function titleOptions(title: Master['title'], theme: Theme): TextOptions {
  return {
    ...place(title.box),
    fontSize: title.size,
    lineSpacing: title.leading,
    bold: true,
    color: hex(title.colour, theme),
    align: title.align,
    valign: title.anchor,
    margin: 0,
    objectName: 'Title',
  };
}

function defineMaster(pptx: Pptx, master: Master, theme: Theme): void {
  const { title, number } = master;
  pptx.defineSlideMaster({
    title: master.name,
    background: { color: hex(master.background, theme) },
    objects: [
      ...master.shapes.map((shape) => masterObject(shape, theme)),
      {
        placeholder: {
          options: { name: 'title', type: 'title', ...titleOptions(title, theme) } as never,
          text: '',
        },
      },
    ],
    ...(number && {
      slideNumber: {
        ...place(number.box),
        fontSize: number.size,
        color: hex(number.colour, theme),
        align: number.align,
        valign: 'middle',
        margin: 0,
      },
    }),
  });
}

function masterObject(shape: Shape, theme: Theme): MasterObject {
  switch (shape.kind) {
    case 'ornament':
      return shape.outline === 'rect'
        ? { rect: ornamentOptions(shape, theme) }
        : // The only other object of a master that may have any outline.
          {
            text: {
              text: '',
              options: { shape: shape.outline, ...ornamentOptions(shape, theme) } as TextOptions,
            },
          };
    case 'line':
      return { line: lineOptions(shape, theme) };
    case 'text':
      return { text: masterText(shape, theme) };
    case 'picture':
      return {
        image: {
          ...place(shape.box),
          data: dataOf(shape, () => undefined),
          objectName: decorativeName(shape.name),
        },
      };
    default:
      throw new Error(`a master holds ornaments, lines, text and pictures, not "${shape.kind}"`);
  }
}

/** On a master pptxgenjs takes a string only, with the looks of its one run among the shape's options. */
function masterText(shape: TextShape, theme: Theme): { text: string; options: TextOptions } {
  const [paragraph] = shape.paragraphs;
  const [run] = paragraph ? textRuns([paragraph], theme) : [];
  return {
    text: paragraph ? textOf(paragraph) : '',
    options: {
      ...run?.options,
      breakLine: false,
      ...textOptions(shape, theme),
      ...(paragraph && { align: paragraph.align }),
    },
  };
}

function addShape(page: PptxSlide, shape: Shape, theme: Theme, charts: ShownCharts): void {
  switch (shape.kind) {
    case 'text':
      page.addText(textRuns(shape.paragraphs, theme), textOptions(shape, theme));
      break;
    case 'ornament':
      page.addShape(shape.outline, ornamentOptions(shape, theme));
      break;
    case 'line':
      page.addShape('line', lineOptions(shape, theme));
      break;
    case 'picture':
      if (isNative(shape, charts)) {
        // Holds the place, with name and description, until mending puts the chart there.
        page.addShape('rect', { ...place(shape.box), objectName: describedName(shape.name, shape.alt) });
        break;
      }
      page.addImage({
        ...place(shape.box),
        ...cutBelow(shape),
        data: dataOf(shape, charts),
        altText: shape.alt,
        objectName: shape.name,
      });
      break;
    case 'table':
      addTable(page, shape, theme);
      break;
  }
}

/** A picture of which the lower part is not shown: pptxgenjs takes the size of all of it, and of the part. */
function cutBelow({ box, picture }: PictureShape) {
  const { cut = 0, format = undefined } = 'chart' in picture ? picture : {};
  if (cut === 0 || !format) return {};
  const { height } = sizeOf(format);
  const h = (box.h * height) / (height - cut);
  return { h, sizing: { type: 'crop', x: 0, y: 0, w: box.w, h: box.h } } as const;
}

/** Bytes only: given a path or an address, pptxgenjs would open it. */
function dataOf(shape: PictureShape, charts: ShownCharts): string {
  const { picture } = shape;
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
  if ('image' in picture) return `data:image/${picture.image.type};base64,${base64(picture.image.bytes)}`;
  const bytes = charts(picture);
  if (!(bytes instanceof Uint8Array))
    throw new UsageError(
      `no picture was given for the chart "${picture.chart.id}"`,
      'draw every chart of the document before writing the deck',
    );
  return `data:image/png;base64,${base64(bytes)}`;
}

const ornamentOptions = (shape: OrnamentShape, theme: Theme) => ({
  ...place(shape.box),
  fill: { color: hex(shape.fill, theme) },
  objectName: decorativeName(shape.name),
});

const lineOptions = (shape: LineShape, theme: Theme) => ({
  ...place(shape.box),
  line: { color: hex(shape.colour, theme), width: shape.width },
  objectName: decorativeName(shape.name),
});

function textOptions(shape: TextShape, theme: Theme): TextOptions {
  return {
    ...place(shape.box),
    shape: shape.outline,
    // For outlines with a point, pptxgenjs writes this radius as their only adjustment: the depth of the point.
    ...(shape.point !== undefined && { rectRadius: shape.point }),
    ...(shape.fill && { fill: { color: hex(shape.fill, theme) } }),
    align: 'left',
    valign: shape.anchor,
    margin: margins(shape.insets),
    isTextBox: shape.outline === 'rect' && !shape.fill,
    objectName: shape.name,
  } as TextOptions;
}

/**
 * Paragraphs as pptxgenjs takes them: a flat list of runs. A run with `breakLine` ends its paragraph; what belongs to
 * the paragraph is repeated on each of its runs, and mending keeps the first.
 */
function textRuns(paragraphs: readonly Paragraph[], theme: Theme): TextProps[] {
  return paragraphs.flatMap((paragraph, index): TextProps[] =>
    paragraph.runs.map((run, position) => {
      const { bullet } = paragraph;
      return {
        text: run.text,
        options: {
          fontSize: paragraph.size,
          lineSpacing: paragraph.leading,
          ...(paragraph.spaceBefore > 0 && { paraSpaceBefore: paragraph.spaceBefore }),
          align: paragraph.align,
          bold: run.bold,
          italic: run.italic,
          color: hex(run.colour, theme),
          ...(run.url && { hyperlink: { url: run.url } }),
          ...(run.breakBefore && { softBreakBefore: true }),
          ...(bullet && {
            bullet:
              bullet.number === undefined
                ? { indent: bullet.indent }
                : numbered(bullet.number, bullet.indent),
            indentLevel: bullet.level,
          }),
          breakLine: position === paragraph.runs.length - 1 && index < paragraphs.length - 1,
        },
      };
    }),
  );
}

const numbered = (number: number, indent: number) => ({
  type: 'number' as const,
  numberStartAt: number,
  indent,
});

function addTable(page: PptxSlide, shape: TableShape, theme: Theme): void {
  const rows = shape.rows.map(({ cells }) =>
    cells.map((cell) => ({
      text: textRuns([cell.paragraph], theme) as never,
      options: cellOptions(cell, shape, theme),
    })),
  );
  page.addTable(rows, {
    ...place(shape.box),
    colW: [...shape.columns],
    rowH: shape.rows.map(({ height }) => height),
    objectName: describedName(shape.name, shape.alt),
  });
}

function cellOptions(cell: Cell, shape: TableShape, theme: Theme) {
  const none = { type: 'none' as const };
  const below = cell.ruleBelow
    ? { type: 'solid' as const, pt: cell.ruleBelow.width, color: hex(cell.ruleBelow.colour, theme) }
    : none;
  const { top, right, bottom, left } = shape.insets;
  return {
    align: cell.paragraph.align,
    valign: 'middle' as const,
    fontSize: cell.paragraph.size,
    // In a cell margins are inches, and in the order of CSS.
    margin: [top, right, bottom, left] as [number, number, number, number],
    border: [none, none, below, none] as [typeof none, typeof none, typeof below, typeof none],
    ...(cell.fill && { fill: { color: hex(cell.fill, theme) } }),
  };
}
