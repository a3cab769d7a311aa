/** Looks at presentations: their text, and whether boxes overlap or leave the slide. */
import type { Box, Paragraph, Presentation, Run, Shape, Slide } from '../../src/deck/model.js';
import { roomFor } from '../../src/deck/text.js';
import type { Block, Document, Inline, Section } from '../../src/document/document.js';

export function paragraphsOf(shape: Shape): readonly Paragraph[] {
  if (shape.kind === 'text') return shape.paragraphs;
  return shape.kind === 'table' ? shape.rows.flatMap(({ cells }) => cells.map((cell) => cell.paragraph)) : [];
}

export const runsOf = (slide: Slide): Run[] =>
  [slide.title, ...slide.shapes.flatMap(paragraphsOf)].flatMap((paragraph) => paragraph.runs);

/** As the file has it. */
export const printedOf = (paragraph: Paragraph): string => paragraph.runs.map(({ text }) => text).join('');

/** As composed: without the hyphens and no-break spaces that lines need. */
export const textOf = (paragraph: Paragraph): string =>
  paragraph.runs.map(({ text, said = text }) => said).join('');

const rounding = 1e-6;
const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w - rounding &&
  b.x < a.x + a.w - rounding &&
  a.y < b.y + b.h - rounding &&
  b.y < a.y + a.h - rounding;

/** What is wrong with the places of a slide's shapes, its master's among them; a line each. */
export function misplaced(slide: Slide, presentation: Presentation): string[] {
  const master = presentation.masters.find(({ name }) => name === slide.master);
  if (!master) return [`no master ${slide.master}`];
  // Areas of colour and a backdrop lie behind text: nothing but them may.
  const fore = master.shapes.filter(({ name }) => !/^(Backdrop$|Ground )/.test(name));
  const slideSize = presentation.slide;
  const all: { name: string; box: Box }[] = [
    ...fore.map((shape) => ({ name: `master ${shape.name}`, box: shape.box })),
    { name: 'Title', box: master.title.box },
    ...(master.number ? [{ name: 'Number', box: master.number.box }] : []),
    ...slide.shapes,
  ];
  const outside = all.filter(
    ({ box }) =>
      !(box.x >= 0 && box.y >= 0 && box.w >= 0 && box.h >= 0) ||
      box.x + box.w > slideSize.w + rounding ||
      box.y + box.h > slideSize.h + rounding,
  );
  const pairs = all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const));
  return [
    ...outside.map(({ name, box }) => `${slide.id}: ${name} leaves the slide ${JSON.stringify(box)}`),
    ...pairs
      .filter(([a, b]) => overlap(a.box, b.box))
      .map(([a, b]) => `${slide.id}: ${a.name} overlaps ${b.name}`),
  ];
}

/** Texts that are higher or wider than their boxes. */
export function spilled(slide: Slide): string[] {
  return slide.shapes.flatMap((shape) => {
    if (shape.kind === 'text') {
      const { lines, tooWide } = roomFor(shape.paragraphs, shape.box.w, shape.insets);
      return lines > shape.box.h + 1e-6 || tooWide > 1e-6 ? [`${slide.id}: ${shape.name}`] : [];
    }
    if (shape.kind !== 'table') return [];
    return shape.rows.flatMap(({ cells, height }, row) =>
      cells.flatMap((cell, column) => {
        const room = roomFor([cell.paragraph], shape.columns[column] as number, shape.insets);
        return room.lines > height + 1e-6 || room.tooWide > 1e-6
          ? [`${slide.id}: cell ${row} ${column}`]
          : [];
      }),
    );
  });
}

const textOfInlines = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) =>
      inline.kind === 'break' ? '' : 'children' in inline ? textOfInlines(inline.children) : inline.value,
    )
    .join('');

/** The texts of blocks, one for each paragraph, cell, tile value and so on. */
export function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return [textOfInlines(block.content)];
      case 'list':
        return textsOf(block.items.flat());
      case 'quote':
        return textsOf(block.blocks);
      case 'table':
        return [block.header, ...block.rows].flat().map(textOfInlines);
      case 'tiles':
        return block.tiles.flatMap((tile) => [textOfInlines(tile.value), textOfInlines(tile.label)]);
      case 'process':
      case 'timeline':
        return block.steps.flatMap((step) => [textOfInlines(step.title), textOfInlines(step.body)]);
      case 'columns':
        return block.columns.flatMap((column) => [textOfInlines(column.title), ...textsOf(column.blocks)]);
      default:
        return [];
    }
  });
}

export const titleOf = (section: Section): string => textOfInlines(section.title);
export const factIds = (document: Document): string[] => [...document.citations.keys()];
