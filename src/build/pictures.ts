/** Layer 4. The charts of all documents, each drawn once per language and format. */
import { checkChart } from '../charts/check.js';
import { usualFormat } from '../deck/chart-format.js';
import type { ChartPicture, Slide } from '../deck/model.js';
import type { Diagnostic, Place } from '../diagnostic.js';
import type { ChartFormat, ChartSpec } from '../document/chart.js';
import type { Block, Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { World } from '../world.js';
import { keeping } from './chart-cache.js';
import { type Cache, type Draw, drawOnce } from './draw.js';
import { pictureKey } from './keys.js';

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

/** The charts that slides show, as they stand on them. */
export const chartsOn = (slides: readonly Slide[]): ChartPicture[] =>
  slides.flatMap(({ shapes }) =>
    shapes.flatMap((shape) => (shape.kind === 'picture' && 'chart' in shape.picture ? [shape.picture] : [])),
  );

/** What would keep a document's charts from being drawn, each in its formats. */
export class ChartChecks {
  readonly #theme: Theme;
  readonly #charts: ReadonlyMap<string, PlacedChart>;
  /** By chart and format, each checked once. */
  readonly #found = new Map<string, Map<ChartFormat, readonly Diagnostic[]>>();

  constructor(document: Document, theme: Theme) {
    this.#theme = theme;
    this.#charts = new Map(chartsOf(document).map((placed) => [placed.chart.id, placed]));
    const formats = formatsOf(document, theme);
    for (const id of this.#charts.keys()) for (const format of formats) this.#check(id, format);
  }

  /** Checks charts in the formats that they turn out to have. @returns what was found in those not checked before */
  add(shown: readonly ChartPicture[]): readonly Diagnostic[] {
    return shown.flatMap(({ chart, format }) => this.#check(chart.id, format));
  }

  #check(id: string, format: ChartFormat): readonly Diagnostic[] {
    const placed = this.#charts.get(id);
    const known = this.#found.get(id) ?? new Map<ChartFormat, readonly Diagnostic[]>();
    this.#found.set(id, known);
    if (!placed || known.has(format)) return [];
    const found = checkChart(placed.chart, this.#theme, format, placed.at);
    known.set(format, found);
    return found;
  }

  /** In the order of the document. */
  get findings(): readonly Diagnostic[] {
    return [...this.#found.values()].flatMap((formats) => [...formats.values()].flat());
  }
}

/**
 * Draws in this thread, one chart after the other: begun all at once, the first would be done no sooner than the last, and
 * the pixels of all would be held. chart.js and Skia are loaded with the first chart.
 */
export function drawHere(world: World): Draw {
  let before: Promise<unknown> = Promise.resolve();
  return keeping(world, (picture) => {
    const drawn = before.then(async () => {
      const { drawChart } = await import('../charts/draw.js');
      return drawChart(world, picture.chart, picture.theme, picture.format);
    });
    before = drawn.catch(() => undefined);
    return drawn;
  });
}

/** The pictures of one look, drawn on demand; one picture serves every file that shows it. */
export class Pictures {
  readonly #draw: Draw;
  readonly #theme: Theme;
  readonly #cache: Cache | undefined;
  readonly #used = new Set<string>();
  /** Each is asked for when its document is composed, for the file that shows it, and for a file of its own. */
  readonly #keys = new Map<ChartSpec, Map<ChartFormat, string>>();

  constructor(draw: Draw, theme: Theme, cache?: Cache) {
    this.#draw = drawOnce(draw);
    this.#theme = theme;
    this.#cache = cache;
  }

  /** Keys of all that were asked for. */
  get used(): ReadonlySet<string> {
    return this.#used;
  }

  /** @param keys of pictures that were asked for elsewhere */
  addUsed(keys: Iterable<string>): void {
    for (const key of keys) this.#used.add(key);
  }

  /** Begins with these, for a drawer that works elsewhere; a fault comes up where the picture is asked for. */
  begin(charts: Iterable<NeededChart>): void {
    for (const [chart, format] of charts) this.draw(chart, format).catch(() => {});
  }

  /** @returns a PNG */
  draw(chart: ChartSpec, format: ChartFormat): Promise<Uint8Array> {
    const key = this.#keyOf(chart, format);
    this.#used.add(key);
    return this.#draw({ chart, theme: this.#theme, format, key, cache: this.#cache });
  }

  #keyOf(chart: ChartSpec, format: ChartFormat): string {
    const known = this.#keys.get(chart) ?? new Map<ChartFormat, string>();
    this.#keys.set(chart, known);
    const key = known.get(format) ?? pictureKey(chart, this.#theme, format);
    known.set(format, key);
    return key;
  }
}

/** A document's charts in the formats that its files need, as far as these are known without a layout. */
export function chartsIn(document: Document, theme: Theme): NeededChart[] {
  const formats = formatsOf(document, theme);
  return chartsOf(document).flatMap(({ chart }) => formats.map((format): NeededChart => [chart, format]));
}
