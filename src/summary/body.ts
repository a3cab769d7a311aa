/** Layer 3. Paired blocks become parts: what faces gathers into rows, what needs the full width stands between them. */

import type { Findings } from '../diagnostic.js';
import type { Block, Document, Inline } from '../document/document.js';
import { annexPart } from './annex-part.js';
import { captionRuns } from './captions.js';
import { Flow } from './flow.js';
import type { Footnotes } from './footnotes.js';
import { type Geometry, twipsPerPoint } from './geometry.js';
import { type Grid, gridFor } from './grid.js';
import { lineWidth } from './line-width.js';
import { type PairedBlock, type PairedSection, pairBlocks } from './pairing.js';
import { chartPicture, spaceBelow } from './pictures.js';
import { runsOf, textOf } from './runs.js';
import { sizes } from './sizes.js';
import { sourceList } from './source-list.js';
import { processPart, tilesPart } from './strip-part.js';
import type { Content, FacingRow, ListPlace, Paragraph, ParagraphRole, Part, Picture } from './summary.js';
import { tablePart } from './table-part.js';

/** Where blocks stand: inside a list or a quote they are indented and carry its look. */
interface Setting {
  readonly role: 'text' | 'quote';
  readonly indent: number;
  /** The item whose first paragraph bears the bullet or number, one place per language; used up by that paragraph. */
  item?: readonly ListPlace[] | undefined;
}

/** Pictures higher than this leave too little of a page, in points. */
const maxPictureHeight = 300;
/** A row of more lines may break across pages, and one with so many in each column; any other moves as a whole. */
const wholeLines = 6;
const leastLines = 4;
/** Word has nine levels. */
const maxListLevel = 8;

type ChartBlock = Extract<Block, { readonly kind: 'chart' }>;
/** Of a facing column's width: a chart needs no more, and pages are dear where each is printed twice over. */
const columnShare = 0.78;

/** Whether every heading of the first language keeps to one line of its column: all headings face, or none. */
function headingsFit({ sections, language }: Document, { columnWidth }: Geometry): boolean {
  const fits = (content: readonly Inline[], size: number): boolean =>
    lineWidth(textOf(runsOf(content, language)), size, true) < columnWidth / twipsPerPoint;
  return sections.every(
    ({ title, blocks }) =>
      fits(title, sizes.heading[0]) &&
      blocks.every((block) => block.kind !== 'heading' || fits(block.content, sizes.heading[1])),
  );
}

/** Paired blocks of a whole summary, section by section, in the order of the page. */
export class Body {
  readonly parts: Part[] = [];
  #rows: FacingRow[] = [];
  #figures = 0;
  /** Level of the last heading in the section, so that none is skipped. */
  #level = 1;
  #sectionName = '';
  readonly #headingsFace: boolean;
  readonly grid: Grid;
  readonly #flow: Flow;

  constructor(
    readonly documents: readonly Document[],
    readonly notes: Footnotes,
    readonly geometry: Geometry,
    readonly findings: Findings,
    /** Of numbered lists, so that each has a counter of its own; counts on. */
    readonly lists: { count: number } = { count: 0 },
  ) {
    this.grid = gridFor(documents.length);
    const languages = documents.map(({ language }) => language);
    this.#flow = new Flow({ geometry, columns: documents.length === 2 ? 2 : 1, languages });
    this.#headingsFace = documents.length === 2 && headingsFit(documents[0] as Document, geometry);
  }

  section(section: PairedSection): void {
    const titles = section.sides.map((side) => side.title);
    this.#sectionName = textOf(this.#runs(0, titles[0] ?? []));
    this.#level = 1;
    this.#heading(1, titles, section.sides[0]?.id);
    this.#blocks(section.blocks, { role: 'text', indent: 0 });
    this.#flush();
  }

  #blocks(blocks: readonly PairedBlock[], setting: Setting): void {
    for (const block of blocks) this.#block(block, setting);
  }

  #block(block: PairedBlock, setting: Setting): void {
    switch (block.kind) {
      case 'paragraph':
        this.#facing(
          block.sides.map((side) => side.content),
          setting.role,
          setting,
        );
        break;
      case 'heading': {
        const titles = block.sides.map((side) => side.content);
        const level = block.sides[0]?.level ?? 3;
        // Only where the text flows freely can a heading leave the columns.
        if (setting.indent > 0 || setting.item) this.#facing(titles, 'lead', setting);
        else this.#heading(level === 4 && this.#level > 1 ? 3 : 2, titles);
        break;
      }
      case 'list':
        this.#list(block.sides, setting);
        break;
      case 'quote':
        this.#blocks(
          this.#pair(
            block.sides,
            block.sides.map((side) => side.blocks),
          ),
          { role: 'quote', indent: setting.indent + 1 },
        );
        break;
      case 'columns':
        this.#columns(block.sides, setting);
        break;
      case 'table':
        this.#keepToNext();
        this.#addLevelled(
          tablePart(this.documents, block.sides, this.notes, this.#sectionName, this.geometry.textWidth),
        );
        break;
      case 'tiles':
        this.#addLevelled(
          tilesPart(
            this.documents,
            block.sides.map((side) => side.tiles),
            this.notes,
            this.geometry.textWidth,
          ),
        );
        break;
      case 'process':
      case 'timeline':
        this.#addLevelled(
          processPart(
            this.documents,
            block.sides.map((side) => side.steps),
            this.notes,
            block.kind === 'process',
          ),
        );
        break;
      case 'chart':
        this.#charts(block.sides);
        break;
      case 'image':
        this.#images(block.sides);
        break;
      case 'evidence':
        this.#keepToNext();
        this.#addLevelled(annexPart(this.documents, this.#sectionName, this.geometry.textWidth));
        break;
      case 'sources': {
        this.lists.count += 1;
        const entries = block.sides.map((side) => side.sources);
        this.#add({ kind: 'full', content: sourceList(this.documents, entries, this.lists.count) });
        break;
      }
    }
  }

  #heading(level: 1 | 2 | 3, titles: readonly (readonly Inline[])[], section?: string): void {
    this.#level = level;
    const sides = titles.map((title, side) => ({
      language: this.#language(side),
      runs: this.#runs(side, title),
    }));
    this.#add({ kind: 'heading', level, section, sides, facing: this.#headingsFace });
  }

  #list(sides: readonly Extract<Block, { kind: 'list' }>[], setting: Setting): void {
    // Each language counts for itself.
    const instances = sides.map(() => {
      this.lists.count += 1;
      return this.lists.count;
    });
    const ordered = sides[0]?.ordered ?? false;
    const level = Math.min(setting.indent, maxListLevel);
    for (const [index] of (sides[0]?.items ?? []).entries()) {
      const item = instances.map((instance): ListPlace => ({ ordered, level, instance }));
      const blocks = this.#pair(
        sides,
        sides.map((side) => side.items[index] ?? []),
      );
      this.#blocks(blocks, { role: setting.role, indent: setting.indent + 1, item });
    }
  }

  #columns(sides: readonly Extract<Block, { kind: 'columns' }>[], setting: Setting): void {
    for (const [index] of (sides[0]?.columns ?? []).entries()) {
      const columns = sides.map((side) => side.columns[index]);
      this.#facing(
        columns.map((column) => column?.title ?? []),
        'lead',
        setting,
        true,
      );
      this.#blocks(
        this.#pair(
          sides,
          columns.map((column) => column?.blocks ?? []),
        ),
        setting,
      );
    }
  }

  /** Side by side, each with its caption; with one language, `floats.ts` says what stands beside it. */
  #charts(sides: readonly ChartBlock[]): void {
    this.#figures += 1;
    const share = this.documents.length === 1 ? 1 : columnShare;
    const room = (this.geometry.columnWidth * share) / twipsPerPoint;
    const cells = sides.map((side, index) => [
      chartPicture(side.chart, room, this.grid),
      this.#caption(side, index),
    ]);
    this.#rows.push({ cells, keepNext: false, figure: true });
  }

  #caption(block: ChartBlock, side: number): Paragraph {
    const { language, title } = block.chart;
    const notes = this.notes.sides[side];
    const runs = [
      ...captionRuns(language, this.#figures, title),
      ...(notes?.referenceTo(notes.due(block)) ?? []),
    ];
    return { kind: 'paragraph', role: 'caption', side: side === 0 ? 0 : 1, language, runs };
  }

  /** The same image in both languages is shown once, over the full width. */
  #images(sides: readonly Extract<Block, { kind: 'image' }>[]): void {
    const [first, second] = sides;
    if (!first) return;
    const same = !second || Buffer.compare(first.image.bytes, second.image.bytes) === 0;
    const room = (same ? this.geometry.textWidth : this.geometry.columnWidth) / twipsPerPoint;
    const picture = (index: number, { image, alt, altFigures }: typeof first): Picture => {
      // 96 pixels to the inch: never larger than it is, never larger than its place.
      const scale = Math.min(0.75, room / image.width, maxPictureHeight / image.height);
      const [width, height] = [image.width * scale, image.height * scale];
      return {
        kind: 'picture',
        content: { image },
        alt,
        altFigures,
        language: this.#language(index),
        width,
        height,
        spaceBelow: spaceBelow(height, this.grid),
      };
    };
    if (same) this.#add({ kind: 'full', content: [picture(0, first)] });
    else this.#rows.push({ cells: sides.map((side, index) => [picture(index, side)]), keepNext: false });
  }

  #facing(
    contents: readonly (readonly Inline[])[],
    role: ParagraphRole,
    setting: Setting,
    keepNext = role === 'lead',
  ): void {
    const { item, indent } = setting;
    setting.item = undefined;
    const cells = contents.map((content, side): Content[] => {
      const list = item?.[side];
      const runs = runsOf(content, this.#language(side), this.notes.sides[side]);
      const paragraph: Paragraph = {
        kind: 'paragraph',
        role: list ? 'item' : role,
        side: side === 0 ? 0 : 1,
        language: this.#language(side),
        runs,
        list,
        indent: list ? undefined : indent,
      };
      return [paragraph];
    });
    const lines = cells.map(([content]) => this.#linesOf(content));
    const splits = Math.max(...lines) > wholeLines || Math.min(...lines) > leastLines - 1;
    this.#rows.push({ cells, keepNext, splits });
  }

  /** About how many lines a paragraph takes in its column. */
  #linesOf(content: Content | undefined): number {
    if (content?.kind !== 'paragraph') return 0;
    return (lineWidth(textOf(content.runs), sizes.text, false) * twipsPerPoint) / this.geometry.columnWidth;
  }

  /** Words that lead to a table stay with its head; under a heading they would be all that stands at a page's foot. */
  #keepToNext(): void {
    const [row] = this.#rows;
    const leads = row && this.#rows.length === 1 && this.parts.at(-1)?.kind === 'heading' && !row.splits;
    if (leads) this.#rows = [{ ...row, keepNext: true }];
  }

  #pair(sides: readonly Block[], blocks: readonly (readonly Block[])[]): PairedBlock[] {
    return pairBlocks(blocks, (sides[0] as Block).at, this.findings);
  }

  #runs(side: number, content: readonly Inline[]) {
    return runsOf(content, this.#language(side));
  }

  #language(side: number): string {
    return this.documents[side]?.language ?? '';
  }

  #addLevelled(part: Extract<Part, { readonly kind: 'table' | 'strip' }>): void {
    this.#add(this.#flow.levelled(part));
  }

  #add(part: Part): void {
    this.#flush();
    this.parts.push(part);
  }

  #flush(): void {
    if (this.#rows.length === 0) return;
    this.parts.push({ kind: 'facing', rows: this.#rows });
    this.#rows = [];
  }
}
