/**
 * Layer 3. What pptxgenjs writes of a deck: masters, layouts, theme, properties, and the lists of its slides. The slides
 * themselves are written in `xml/`: what the library writes for them would have to be parsed and mended, run by run.
 */
import pptxgen from 'pptxgenjs';
import type { Theme } from '../document/theme.js';
import { decorativeName } from '../ooxml/annotation.js';
import type { LoosePackage } from '../ooxml/package.js';
import { usualSlide } from '../themes/layout/sheet.js';
import type {
  Box,
  Colour,
  Insets,
  LineShape,
  Master,
  OrnamentShape,
  PictureShape,
  Shape,
  Surroundings,
  TextShape,
} from './model.js';
import { pointsPerInch, textOf } from './text.js';

// NodeNext sees the package's default export as the namespace of its CommonJS file.
const PptxGenJS = pptxgen as unknown as typeof pptxgen.default;
type Pptx = InstanceType<typeof PptxGenJS>;
type TextOptions = NonNullable<Parameters<ReturnType<Pptx['addSlide']>['addText']>[1]>;
type MasterObject = NonNullable<Parameters<Pptx['defineSlideMaster']>[0]['objects']>[number];

/**
 * The package with one slide, which is empty, where the presentation has any slides. In the bundle its parts, else their zip:
 * ooxml/parts-collector.ts.
 */
export async function libraryParts(
  presentation: Surroundings,
  hasSlides = true,
): Promise<Uint8Array | LoosePackage> {
  const { theme } = presentation;
  const pptx = new PptxGenJS();
  usePageSize(pptx, presentation.slide);
  pptx.title = presentation.title;
  pptx.subject = presentation.subject;
  pptx.author = presentation.issuer;
  pptx.theme = { headFontFace: theme.fonts.latin, bodyFontFace: theme.fonts.latin };
  for (const master of presentation.masters) defineMaster(pptx, master, theme);
  if (hasSlides) pptx.addSlide();
  return (await pptx.write({ outputType: 'uint8array' })) as unknown as Uint8Array | LoosePackage;
}

/** 16:9 as PowerPoint has it by itself, or a size of the theme's own. */
function usePageSize(pptx: Pptx, { w, h }: Surroundings['slide']): void {
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
          data: dataOf(shape),
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
  const [run] = paragraph?.runs ?? [];
  return {
    text: paragraph ? textOf(paragraph) : '',
    options: {
      ...(paragraph && {
        fontSize: paragraph.size,
        lineSpacing: paragraph.leading,
        ...(paragraph.spaceBefore > 0 && { paraSpaceBefore: paragraph.spaceBefore }),
      }),
      ...(run && { bold: run.bold, italic: run.italic, color: hex(run.colour, theme) }),
      breakLine: false,
      ...textOptions(shape, theme),
      ...(paragraph && { align: paragraph.align }),
    },
  };
}

/** Bytes only: given a path or an address, pptxgenjs would open it. */
function dataOf({ picture }: PictureShape): string {
  if (!('image' in picture)) throw new Error('a master shows no charts');
  const { type, bytes } = picture.image;
  return `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
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
