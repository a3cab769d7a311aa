/** Layer 3. All layouts by name, and which one a section gets that names none. A new one is a file and a line here. */
import type { Block, Section } from '../document/document.js';
import { plainText } from './inline.js';
import type { Layout } from './layout.js';
import { chart } from './layouts/chart.js';
import { columns } from './layouts/columns.js';
import { cover } from './layouts/cover.js';
import { keyFigures } from './layouts/key-figures.js';
import { process } from './layouts/process.js';
import { quote } from './layouts/quote.js';
import { section } from './layouts/section.js';
import { sources } from './layouts/sources.js';
import { statement } from './layouts/statement.js';
import { table } from './layouts/table.js';
import { text } from './layouts/text.js';
import { timeline } from './layouts/timeline.js';
import { twoCharts } from './layouts/two-charts.js';
import { isPicture } from './pieces/pictures.js';

export const layouts = {
  cover,
  section,
  'key-figures': keyFigures,
  statement,
  quote,
  text,
  chart,
  'two-charts': twoCharts,
  table,
  process,
  timeline,
  columns,
  sources,
} as const satisfies Record<string, Layout>;

export type LayoutName = keyof typeof layouts;
export const layoutNames = Object.keys(layouts) as LayoutName[];
export const isLayoutName = (name: string): name is LayoutName => Object.hasOwn(layouts, name);

/** A single sentence up to this long is set as a statement; below the title of a cover none is longer. */
const longestStatement = 160;

/** Hanzi are as wide as two letters, and say as much as more. */
const lengthOf = (block: Block): number =>
  block.kind === 'paragraph' ? plainText(block.content).replace(/\p{Script=Han}/gu, '  ').length : 0;

/**
 * The layout that follows from a section's content, where the template names none.
 *
 * @param index of the section in its deck: the first one is a cover unless it holds more than a line or two
 */
export function chooseLayout(section: Section, index: number): LayoutName {
  const kinds = new Set(section.blocks.map((block) => block.kind));
  const brief = section.blocks.every(
    (block) => block.kind === 'paragraph' && lengthOf(block) <= longestStatement,
  );
  if (index === 0 && section.blocks.length <= 2 && brief) return 'cover';
  if (section.blocks.length === 0) return 'section';
  if (kinds.has('sources')) return 'sources';
  const pictures = section.blocks.filter(isPicture).length;
  if (pictures > 0) return pictures === 2 ? 'two-charts' : 'chart';
  if (kinds.has('tiles')) return 'key-figures';
  if (kinds.has('process')) return 'process';
  if (kinds.has('timeline')) return 'timeline';
  if (kinds.has('columns')) return 'columns';
  if (kinds.has('table')) return 'table';
  const [first] = section.blocks;
  if (first?.kind === 'quote' && section.blocks.length <= 2 && !kinds.has('list')) return 'quote';
  const short = first?.kind === 'paragraph' && lengthOf(first) <= longestStatement;
  return short && section.blocks.length <= 2 && !kinds.has('list') ? 'statement' : 'text';
}
