/** Layer 3. A section as one slide, or as several where its content is too much for one at the smallest sizes. */
import type { Block, Section } from '../../document/document.js';
import type { Arranged, LayoutContext } from '../layout.js';
import { arrangeStacked } from '../layouts/stacked.js';
import { type LayoutName, layouts } from '../layouts.js';
import { mostTiles } from '../pieces/tiles.js';
import { scales } from '../style.js';
import { divideBlocks } from './divide.js';
import { paginate } from './pages.js';

/** What goes on one slide. */
export interface Page {
  /** Of the slides after the first, the id is `id--2` and so on; titles are numbered. */
  readonly section: Section;
  readonly layout: LayoutName;
  readonly arranged: Arranged;
}

const smallest = scales.at(-1) as number;
/** With more parts than these, a section is first tried at the smallest sizes, before all others. */
const many = 60;

const tooHigh = ({ overflows }: Arranged): boolean =>
  overflows.some(({ direction }) => direction === 'height');
const tooManyTiles = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.kind === 'tiles' && block.tiles.length > mostTiles);

/** Arranges a section, with what does not fit on further slides. What cannot go on there is left in `overflows`. */
export function pagesOf(section: Section, name: LayoutName, context: LayoutContext): Page[] {
  const layout = layouts[name];
  const { full } = layout;
  const further: LayoutName = full === 'stacked' ? 'text' : name;
  const arrange = (blocks: readonly Block[], scale?: number): Arranged =>
    full === 'stacked'
      ? arrangeStacked(blocks, { ...context, scale })
      : layout.arrange({ ...section, blocks }, { ...context, scale });
  const fits = (blocks: readonly Block[]): boolean =>
    !tooManyTiles(blocks) && !tooHigh(arrange(blocks, smallest));
  const asOne = (arranged: Arranged, as = name): Page[] => [{ section, layout: as, arranged }];

  const crowded = tooManyTiles(section.blocks) || divideBlocks(section.blocks).cuts.length > many;
  if (full === 'finding' || !crowded || fits(section.blocks)) {
    const whole = layout.arrange(section, context);
    if (full === 'finding' || !tooHigh(whole)) return asOne(whole);
    const stacked = arrange(section.blocks);
    if (full === 'stacked' && !tooHigh(stacked)) return asOne(stacked, further);
  }
  const pages = paginate(section.blocks, fits);
  if (pages.length === 1) return asOne(arrange(section.blocks), further);
  const scale = commonScale(pages, arrange);
  return pages.map((blocks, index) => ({
    section: pageSection(section, blocks, index, pages.length, context),
    layout: further,
    arranged: arrange(blocks, scale),
  }));
}

/** Text is set alike on all slides of a section: at the largest scale, up to the style's own, at which all of them fit. */
function commonScale(
  pages: readonly (readonly Block[])[],
  arrange: (blocks: readonly Block[], scale: number) => Arranged,
): number {
  const holds = (blocks: readonly Block[], scale: number): boolean =>
    arrange(blocks, scale).overflows.length === 0;
  const fitting = pages.filter((blocks) => holds(blocks, smallest));
  const found = scales.find((scale) => scale <= 1 && fitting.every((blocks) => holds(blocks, scale)));
  return found ?? smallest;
}

/** Words of the template for the speaker stand with the first of the slides. */
function pageSection(
  section: Section,
  blocks: readonly Block[],
  index: number,
  pages: number,
  { language }: LayoutContext,
): Section {
  const number = language.words.continued(String(index + 1), String(pages));
  return {
    ...section,
    id: index === 0 ? section.id : `${section.id}--${index + 1}`,
    title: section.title.length > 0 ? [...section.title, { kind: 'text', value: number }] : section.title,
    blocks,
    notes: index === 0 ? section.notes : [],
  };
}
