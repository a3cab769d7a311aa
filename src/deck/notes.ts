/** Layer 3. Speaker notes: what the template says, then the evidence of every figure on the slide. */
import type { Block, Document, Section } from '../document/document.js';
import type { FactId } from '../facts/fact.js';
import type { Language } from '../language/language.js';
import { evidenceNotes } from './citations.js';
import { plainText } from './inline.js';

/** Blocks as lines of plain text: all that the notes pane shows. */
function plainLines(blocks: readonly Block[], depth = 0): string[] {
  return blocks.flatMap((block) => linesOf(block, depth));
}

function linesOf(block: Block, depth: number): string[] {
  const indent = '  '.repeat(depth);
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [`${indent}${plainText(block.content)}`];
    case 'quote':
      return plainLines(block.blocks, depth + 1);
    case 'list':
      return block.items.flatMap((item, index) => {
        const [first, ...rest] = plainLines(item, depth);
        const mark = block.ordered ? `${index + 1}.` : '•';
        return first === undefined
          ? []
          : [`${indent}${mark} ${first.trimStart()}`, ...rest.map((line) => `  ${line}`)];
      });
    case 'table':
      return [block.header, ...block.rows].map((row) => `${indent}${row.map(plainText).join(' | ')}`);
    case 'tiles':
      return block.tiles.map((tile) => `${indent}${plainText(tile.value)} ${plainText(tile.label)}`);
    case 'process':
      return block.steps.map(
        (step, index) => `${indent}${index + 1}. ${plainText(step.title)} ${plainText(step.body)}`,
      );
    case 'columns':
      return block.columns.flatMap((column) => [
        `${indent}${plainText(column.title)}`,
        ...plainLines(column.blocks, depth + 1),
      ]);
    case 'chart':
      return [`${indent}${block.chart.alt}`];
    case 'image':
      return [`${indent}${block.alt}`];
    case 'sources':
      return block.sources.map((entry) => `${indent}[${entry.number}] ${entry.publisher}, ${entry.title}`);
  }
}

/** Paragraphs of a slide's notes. */
export function notesOf(
  section: Section,
  facts: readonly FactId[],
  document: Document,
  language: Language,
): string[] {
  const written = plainLines(section.notes);
  const evidence = evidenceNotes(facts, document, language);
  return [...written, ...(written.length > 0 && evidence.length > 0 ? [''] : []), ...evidence];
}
