/** Layer 3. Adds to a Document where its long words may be divided, as the language's typesetters do it. */
import type { ChartSpec } from '../document/chart.js';
import type { Divisions } from '../document/divisions.js';
import { wordsIn } from '../document/divisions.js';
import type { Block, Document, Inline } from '../document/document.js';
import { leastDivided, loadHyphenation } from '../language/hyphenation.js';
import type { Language } from '../language/language.js';
import { type Memory, recall } from '../memory.js';

/**
 * The document, and its charts, with `divisions`. What a fact gave, literals and addresses are never divided. A chart that
 * several documents show is one and the same object in all of them, so that it is laid out once.
 */
export async function withDivisions(
  document: Document,
  language: Language,
  memory?: Memory,
): Promise<Document> {
  const words = textsOf(document).flatMap(wordsIn);
  const divisions = await divide(words, language, memory);
  const divided = (chart: ChartSpec): ChartSpec =>
    recall(
      memory,
      'chart',
      () => JSON.stringify(chart),
      () => {
        const own = textsOfChart(chart).flatMap(wordsIn);
        const used = new Map(
          own.flatMap((word) => (divisions.has(word) ? [[word, divisions.get(word)!]] : [])),
        );
        return used.size > 0 ? { ...chart, divisions: used } : chart;
      },
    );
  return {
    ...document,
    ...(divisions.size > 0 && { divisions }),
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => chartsIn(block, divided)),
    })),
  };
}

async function divide(words: readonly string[], language: Language, memory?: Memory): Promise<Divisions> {
  const { hyphenation, tag } = language;
  const long = new Set(words.filter((word) => word.length >= leastDivided));
  if (!hyphenation || long.size === 0) return new Map();
  const mark = await loadHyphenation(hyphenation);
  const marked = (word: string): string =>
    recall(
      memory,
      'divided word',
      () => `${tag} ${word}`,
      () => mark(word),
    );
  return new Map(
    [...long].map((word) => [word, marked(word)] as const).filter(([word, divided]) => divided !== word),
  );
}

function chartsIn(block: Block, divided: (chart: ChartSpec) => ChartSpec): Block {
  switch (block.kind) {
    case 'chart':
      return { ...block, chart: divided(block.chart) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((each) => chartsIn(each, divided))) };
    case 'quote':
      return { ...block, blocks: block.blocks.map((each) => chartsIn(each, divided)) };
    case 'columns':
      return {
        ...block,
        columns: block.columns.map((column) => ({
          ...column,
          blocks: column.blocks.map((each) => chartsIn(each, divided)),
        })),
      };
    default:
      return block;
  }
}

const textsOf = (document: Document): string[] =>
  document.sections.flatMap(({ title, blocks }) => [...textsIn(title), ...blocks.flatMap(textsOfBlock)]);

function textsIn(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'text') return [inline.value];
    return 'children' in inline ? textsIn(inline.children) : [];
  });
}

function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return textsIn(block.content);
    case 'list':
      return block.items.flat().flatMap(textsOfBlock);
    case 'quote':
      return block.blocks.flatMap(textsOfBlock);
    case 'table':
      return [block.header, ...block.rows].flat().flatMap(textsIn);
    case 'tiles':
      return block.tiles.flatMap(({ value, label }) => [...textsIn(value), ...textsIn(label)]);
    case 'process':
    case 'timeline':
      return block.steps.flatMap(({ title, body }) => [...textsIn(title), ...textsIn(body)]);
    case 'columns':
      return block.columns.flatMap(({ title, blocks }) => [
        ...textsIn(title),
        ...blocks.flatMap(textsOfBlock),
      ]);
    case 'chart':
      return textsOfChart(block.chart);
    default:
      return [];
  }
}

/** Names of marks and steps: what stands in narrow places of a chart. */
function textsOfChart(chart: ChartSpec): string[] {
  switch (chart.type) {
    case 'share':
      return [chart.title, chart.part.label, chart.restLabel];
    case 'parts':
      return [chart.title, ...[...chart.parts, chart.whole, chart.centre].map(({ label }) => label)];
    case 'classes':
      return [chart.title, ...chart.steps, ...chart.items.map(({ label }) => label)];
    case 'bars':
      return [chart.title, ...chart.items.map(({ label }) => label)];
  }
}
