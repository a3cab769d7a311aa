/** Layer 3. From the sheet that slides are laid out on to slides of their size: everything grows or shrinks alike. */
import type { Box, Cell, Insets, Master, Paragraph, Shape, Slide } from './model.js';

/** Half points, as people set them; never larger than what was measured. */
const typeSize = (size: number, scale: number): number =>
  scale === 1 ? size : Math.max(1, Math.floor(size * scale * 2 + 1e-9) / 2);
/** Hundredths of a point, as files have them; cut off, so that lines still fit. */
const points = (value: number, scale: number): number =>
  scale === 1 ? value : Math.floor(value * scale * 100 + 1e-6) / 100;

const box = ({ x, y, w, h }: Box, scale: number): Box => ({
  x: x * scale,
  y: y * scale,
  w: w * scale,
  h: h * scale,
});
const insets = ({ left, right, top, bottom }: Insets, scale: number): Insets => ({
  left: left * scale,
  right: right * scale,
  top: top * scale,
  bottom: bottom * scale,
});

const paragraph = (each: Paragraph, scale: number): Paragraph => ({
  ...each,
  size: typeSize(each.size, scale),
  leading: points(each.leading, scale),
  spaceBefore: points(each.spaceBefore, scale),
  ...(each.bullet && { bullet: { ...each.bullet, indent: points(each.bullet.indent, scale) } }),
});

function shape(each: Shape, scale: number): Shape {
  const placed = { ...each, box: box(each.box, scale) };
  switch (placed.kind) {
    case 'text':
      return {
        ...placed,
        paragraphs: placed.paragraphs.map((one) => paragraph(one, scale)),
        insets: insets(placed.insets, scale),
        ...(placed.point !== undefined && { point: placed.point * scale }),
      };
    case 'line':
      return { ...placed, width: points(placed.width, scale) };
    case 'table':
      return {
        ...placed,
        columns: placed.columns.map((width) => width * scale),
        rows: placed.rows.map(({ height, cells }) => ({
          height: height * scale,
          cells: cells.map((cell) => scaledCell(cell, scale)),
        })),
        insets: insets(placed.insets, scale),
      };
    default:
      return placed;
  }
}

const scaledCell = (cell: Cell, scale: number): Cell => ({
  ...cell,
  paragraph: paragraph(cell.paragraph, scale),
  ...(cell.ruleBelow && {
    ruleBelow: { ...cell.ruleBelow, width: points(cell.ruleBelow.width, scale) },
  }),
});

export const scaledSlide = (slide: Slide, scale: number): Slide =>
  scale === 1
    ? slide
    : {
        ...slide,
        title: paragraph(slide.title, scale),
        titleBox: box(slide.titleBox, scale),
        shapes: slide.shapes.map((each) => shape(each, scale)),
      };

export function scaledMaster(master: Master, scale: number): Master {
  if (scale === 1) return master;
  const { title, number, shapes } = master;
  return {
    ...master,
    shapes: shapes.map((each) => shape(each, scale)),
    title: {
      ...title,
      box: box(title.box, scale),
      size: typeSize(title.size, scale),
      leading: points(title.leading, scale),
    },
    ...(number && {
      number: { ...number, box: box(number.box, scale), size: typeSize(number.size, scale) },
    }),
  };
}
