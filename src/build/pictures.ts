/** Layer 4. The charts of all documents, each drawn once per language and format. */
import { checkChart } from '../charts/check.js';
import { usualFormat } from '../deck/chart-format.js';
import type { ChartPicture, Presentation } from '../deck/model.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import type { ChartFormat, ChartSpec } from '../document/chart.js';
import type { Block, Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { World } from '../world.js';

export interface PlacedChart {
  readonly chart: ChartSpec;
  /** Where the template asks for it. */
  readonly at: Place;
}

/** In the order of the document, each once. */
export function chartsOf(document: Document): PlacedChart[] {
  const charts = new Map<string, PlacedChart>();
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'chart') charts.set(block.chart.id, block);
      else if (block.kind === 'list') block.items.forEach(visit);
      else if (block.kind === 'quote') visit(block.blocks);
      else if (block.kind === 'columns') for (const column of block.columns) visit(column.blocks);
    }
  };
  for (const section of document.sections) visit(section.blocks);
  return [...charts.values()];
}

export type NeededChart = readonly [ChartSpec, ChartFormat];

/** The formats that are known without a layout: small in summaries, and as most are on slides, for files, too. */
export function formatsOf(document: Document, theme: Theme): ChartFormat[] {
  const usual = usualFormat(theme);
  return document.kind === 'deck' ? [usual] : ['column', usual];
}

/** The charts that a deck shows, as they stand on its slides. */
export const chartsOn = ({ slides }: Presentation): ChartPicture[] =>
  slides.flatMap(({ shapes }) =>
    shapes.flatMap((shape) => (shape.kind === 'picture' && 'chart' in shape.picture ? [shape.picture] : [])),
  );

/** What would keep a document's charts from being drawn. @param shown as they stand in the deck that was made of it */
export function checkCharts(
  document: Document,
  theme: Theme,
  shown: readonly ChartPicture[] = [],
): Diagnostic[] {
  return chartsOf(document).flatMap(({ chart, at }) => {
    const placed = shown.flatMap((one) => (one.chart.id === chart.id ? [one.format] : []));
    const formats = new Set([...formatsOf(document, theme), ...placed]);
    return [...formats].flatMap((format) => checkChart(chart, theme, format, at));
  });
}

/** @returns a PNG */
export type Draw = (chart: ChartSpec, theme: Theme, format: ChartFormat) => Promise<Uint8Array>;

/** Draws in this thread; chart.js and Skia are loaded with the first chart. */
export const drawHere =
  (world: World): Draw =>
  async (chart, theme, format) => {
    const { drawChart } = await import('../charts/draw.js');
    return drawChart(world, chart, theme, format);
  };

/** Draws on demand and remembers; one picture serves every file that shows it. */
export class Pictures {
  readonly #draw: Draw;
  readonly #theme: Theme;
  readonly #drawn = new Map<string, Promise<Uint8Array>>();

  #begun = false;

  constructor(draw: Draw, theme: Theme) {
    this.#draw = draw;
    this.#theme = theme;
  }

  get begun(): boolean {
    return this.#begun;
  }

  /** Begins with these, for a drawer that works elsewhere; a fault comes up where the picture is asked for. */
  begin(charts: Iterable<NeededChart>): void {
    this.#begun = true;
    for (const [chart, format] of charts) this.draw(chart, format).catch(() => {});
  }

  /** All of these, two at a time: one is drawn while the other is compressed; more would only hold more memory. */
  async drawAll(charts: Iterable<NeededChart>): Promise<void> {
    const rest = charts[Symbol.iterator]();
    const lane = async (): Promise<void> => {
      for (let next = rest.next(); !next.done; next = rest.next()) await this.draw(...next.value);
    };
    await Promise.all([lane(), lane()]);
  }

  /** @returns a PNG */
  draw(chart: ChartSpec, format: ChartFormat): Promise<Uint8Array> {
    const key = `${chart.id}.${chart.language}.${format}`;
    let picture = this.#drawn.get(key);
    if (!picture) {
      picture = this.#draw(chart, this.#theme, format);
      this.#drawn.set(key, picture);
    }
    return picture;
  }
}

/** A document's charts in the formats that its files need, as far as these are known without a layout. */
export function chartsIn(document: Document, theme: Theme): NeededChart[] {
  return chartsOf(document).flatMap(({ chart }) =>
    formatsOf(document, theme).map((format): NeededChart => [chart, format]),
  );
}
