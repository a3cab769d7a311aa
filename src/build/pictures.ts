/** Layer 4. The charts of all documents, each drawn once per language and format. */
import type { Diagnostic } from '../diagnostic.js';
import type { ChartFormat, ChartSpec } from '../document/chart.js';
import type { Block, Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import { missingGlyphs } from '../fonts/measure.js';
import type { World } from '../world.js';

/** In the order of the document, each once. */
export function chartsOf(document: Document): ChartSpec[] {
  const charts = new Map<string, ChartSpec>();
  const visit = (blocks: readonly Block[]): void => {
    for (const block of blocks) {
      if (block.kind === 'chart') charts.set(block.chart.id, block.chart);
      else if (block.kind === 'list') block.items.forEach(visit);
      else if (block.kind === 'quote') visit(block.blocks);
      else if (block.kind === 'columns') for (const column of block.columns) visit(column.blocks);
    }
  };
  for (const section of document.sections) visit(section.blocks);
  return [...charts.values()];
}

/** Characters that no bundled font has: the chart would show boxes. */
export function checkGlyphs(document: Document): Diagnostic[] {
  return chartsOf(document).flatMap((chart) => {
    const { alt: _, ...drawn } = chart;
    const missing = missingGlyphs(textsIn(drawn).join(''));
    if (missing.length === 0) return [];
    const named = missing.map(
      (character) =>
        `${character} (U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')})`,
    );
    return {
      code: 'charts/missing-glyph',
      severity: 'error' as const,
      message: `the chart "${chart.id}" in ${chart.language} has characters that the bundled fonts lack: ${named.join(', ')}`,
      expected: 'characters of GB 2312 and Latin',
      hint: 'write them otherwise in charts.yaml or in the facts, or add them to the font: npm run fonts',
    };
  });
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** Draws on demand and remembers; one picture serves every file that shows it. */
export class Pictures {
  readonly #world: World;
  readonly #theme: Theme;
  readonly #drawn = new Map<string, Promise<Uint8Array>>();

  constructor(world: World, theme: Theme) {
    this.#world = world;
    this.#theme = theme;
  }

  /** @returns a PNG */
  draw(chart: ChartSpec, format: ChartFormat): Promise<Uint8Array> {
    const key = `${chart.id}.${chart.language}.${format}`;
    let picture = this.#drawn.get(key);
    if (!picture) {
      picture = import('../charts/draw.js').then(({ drawChart }) =>
        drawChart(this.#world, chart, this.#theme, format),
      );
      this.#drawn.set(key, picture);
    }
    return picture;
  }
}
