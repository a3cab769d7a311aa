/** Layer 3. Marks in the words of a document's texts where they may be divided: `divisions.ts` says what becomes of them. */
import { type Divisions, markWords } from '../document/divisions.js';
import type { Block, Document, Inline, Section } from '../document/document.js';

/** A document whose words carry their marks: for layout only. */
export function withMarks(document: Document): Document {
  const { divisions } = document;
  if (!divisions || divisions.size === 0) return document;
  return { ...document, sections: document.sections.map((section) => markSection(section, divisions)) };
}

function markSection(section: Section, divisions: Divisions): Section {
  const mark = (inlines: readonly Inline[]): Inline[] =>
    inlines.map((inline) => {
      if (inline.kind === 'text') return { ...inline, value: markWords(inline.value, divisions) };
      return 'children' in inline ? { ...inline, children: mark(inline.children) } : inline;
    });
  const inBlock = (block: Block): Block => {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return { ...block, content: mark(block.content) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map(inBlock)) };
      case 'quote':
        return { ...block, blocks: block.blocks.map(inBlock) };
      case 'table':
        return { ...block, header: block.header.map(mark), rows: block.rows.map((row) => row.map(mark)) };
      case 'tiles':
        return {
          ...block,
          tiles: block.tiles.map((tile) => ({ value: mark(tile.value), label: mark(tile.label) })),
        };
      case 'process':
      case 'timeline':
        return {
          ...block,
          steps: block.steps.map((step) => ({ title: mark(step.title), body: mark(step.body) })),
        };
      case 'columns':
        return {
          ...block,
          columns: block.columns.map((each) => ({
            title: mark(each.title),
            blocks: each.blocks.map(inBlock),
          })),
        };
      default:
        return block;
    }
  };
  return { ...section, title: mark(section.title), blocks: section.blocks.map(inBlock) };
}
