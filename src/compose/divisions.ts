/** Layer 3. Adds to a Document where its long words may be divided, as the language's typesetters do it. */
import type { ChartSpec } from '../document/chart.js';
import type { Divisions } from '../document/divisions.js';
import { wordsIn } from '../document/divisions.js';
import type { Block, Document, Inline } from '../document/document.js';
import { leastDivided, loadHyphenation } from '../language/hyphenation.js';
import type { Language } from '../language/language.js';

/** The document, and its charts, with `divisions`. What a fact gave, literals and addresses are never divided. */
export async function withDivisions(document: Document, language: Language): Promise<Document> {
  if (!language.hyphenation) return document;
  const words = new Set(textsOf(document).flatMap(wordsIn));
  const long = [...words].filter((word) => word.length >= leastDivided);
  if (long.length === 0) return document;
  const mark = await loadHyphenation(language.hyphenation);
  const divisions: Divisions = new Map(
    long.map((word) => [word, mark(word)] as const).filter(([word, marked]) => marked !== word),
  );
  return {
    ...document,
    divisions,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => chartsIn(block, divisions)),
    })),
  };
}

function chartsIn(block: Block, divisions: Divisions): Block {
  switch (block.kind) {
    case 'chart': {
      const own = new Set(textsOfChart(block.chart).flatMap(wordsIn));
      const used = new Map([...divisions].filter(([word]) => own.has(word)));
      return used.size > 0 ? { ...block, chart: { ...block.chart, divisions: used } } : block;
    }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((each) => chartsIn(each, divisions))) };
    case 'quote':
      return { ...block, blocks: block.blocks.map((each) => chartsIn(each, divisions)) };
    case 'columns':
      return {
        ...block,
        columns: block.columns.map((column) => ({
          ...column,
          blocks: column.blocks.map((each) => chartsIn(each, divisions)),
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
