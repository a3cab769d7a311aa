/**
 * Layer 3. Where each fact gets its footnote: once per document, at the place where a reader would ask for it. That is
 * the running text, which the tables, tiles and charts only repeat; so a table of key figures at the head of the
 * summary does not pull all evidence onto its page.
 */
import { factsOf } from '../document/chart.js';
import type { Block, Citation, Document, Inline } from '../document/document.js';
import { behind } from '../document/earlier.js';
import type { FactId } from '../facts/fact.js';

/** A node of the Document (the very object): a figure, or a chart for what only charts show. */
export type Anchor = Inline | Block;
export type Anchors = ReadonlyMap<Anchor, readonly FactId[]>;

/** Lower is better. A mention is a fact's label, date or note: its figure, if it comes at all, has precedence. */
const ranks = { prose: 0, display: 1, chart: 2, mention: 3 } as const;

/** The nodes of a document that carry a footnote, each with its facts. Headings and table headers carry none. */
export function anchorsOf(document: Document): Anchors {
  const best = new Map<FactId, { anchor: Anchor; rank: number }>();
  const offer = (fact: FactId, anchor: Anchor, rank: number): void => {
    const known = best.get(fact);
    if (!known || rank < known.rank) best.set(fact, { anchor, rank });
  };
  const inlines = (content: readonly Inline[], rank: number): void => {
    for (const node of content) {
      if (node.kind === 'figure') {
        // A difference stands beside the two figures that it is between, and they have footnotes.
        if (behind(node.fact).role === 'difference') continue;
        offer(
          node.fact,
          node,
          isMention(node.value, document.citations.get(node.fact)) ? ranks.mention : rank,
        );
      } else if ('children' in node) inlines(node.children, rank);
    }
  };
  const blocks = (content: readonly Block[]): void => {
    for (const block of content) {
      switch (block.kind) {
        case 'paragraph':
          inlines(block.content, ranks.prose);
          break;
        case 'list':
          for (const item of block.items) blocks(item);
          break;
        case 'quote':
          blocks(block.blocks);
          break;
        case 'columns':
          for (const column of block.columns) {
            inlines(column.title, ranks.mention);
            blocks(column.blocks);
          }
          break;
        case 'process':
        case 'timeline':
          for (const step of block.steps) inlines([...step.title, ...step.body], ranks.display);
          break;
        case 'tiles':
          for (const tile of block.tiles) inlines([...tile.value, ...tile.label], ranks.display);
          break;
        case 'table':
          for (const row of block.rows) for (const cell of row) inlines(cell, ranks.display);
          break;
        case 'chart':
          for (const fact of factsOf(block.chart)) offer(fact, block, ranks.chart);
          break;
        // Headings carry no footnotes; images and sources show no facts; the annex is evidence itself.
        case 'heading':
        case 'image':
        case 'sources':
        case 'evidence':
          break;
      }
    }
  };
  for (const section of document.sections) blocks(section.blocks);

  const anchors = new Map<Anchor, FactId[]>();
  for (const [fact, { anchor }] of best) {
    const facts = anchors.get(anchor);
    if (facts) facts.push(fact);
    else anchors.set(anchor, [fact]);
  }
  return anchors;
}

function isMention(value: string, citation: Citation | undefined): boolean {
  // A label may begin in lower case within a sentence.
  const said = (text: string | undefined): boolean =>
    text !== undefined &&
    value.slice(1) === text.slice(1) &&
    value[0]?.toLowerCase() === text[0]?.toLowerCase();
  if (!citation || said(citation.text)) return false;
  return [citation.label, citation.name, citation.time, citation.note].some(said);
}
