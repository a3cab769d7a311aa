/** Layer 3. Speaker notes: what the template says, then the evidence of every figure on the slide. */
import type { Block, Document, Inline, Section } from '../document/document.js';
import type { FactId } from '../facts/fact.js';
import type { Language } from '../language/language.js';
import { cutAtFigures } from '../trace/record.js';
import { evidenceNotes } from './citations.js';
import { noteRuns } from './inline.js';
import type { NoteLine, NoteRun } from './model.js';

export const noteText = (line: NoteLine): string => line.map(({ text }) => text).join('');

/** Pieces of a line: words as they are, inlines with their figures. */
function lineOf(...pieces: readonly (string | readonly Inline[])[]): NoteLine {
  return pieces.flatMap((piece): readonly NoteRun[] =>
    typeof piece === 'string' ? (piece === '' ? [] : [{ text: piece }]) : noteRuns(piece),
  );
}

/** Blocks as lines of plain text: all that the notes pane shows. */
function plainLines(blocks: readonly Block[], language: Language, depth = 0): NoteLine[] {
  return blocks.flatMap((block) => linesOf(block, language, depth));
}

function linesOf(block: Block, language: Language, depth: number): NoteLine[] {
  const indent = '  '.repeat(depth);
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [lineOf(indent, block.content)];
    case 'quote':
      return plainLines(block.blocks, language, depth + 1);
    case 'list':
      return block.items.flatMap((item, index) => {
        const [first, ...rest] = plainLines(item, language);
        const mark = block.ordered ? `${index + 1}.` : '•';
        const further = rest.map((line) => [...lineOf(`${indent}  `), ...line]);
        return first === undefined ? [] : [[...lineOf(`${indent}${mark} `), ...first], ...further];
      });
    case 'table':
      return [block.header, ...block.rows].map((row) =>
        lineOf(indent, ...row.flatMap((cell, index) => (index === 0 ? [cell] : [' | ', cell]))),
      );
    case 'tiles':
      return block.tiles.map((tile) => lineOf(indent, tile.value, ' ', tile.label));
    case 'process':
      return block.steps.map((step, index) => lineOf(`${indent}${index + 1}. `, step.title, ' ', step.body));
    case 'timeline':
      return block.steps.map((step) => lineOf(indent, step.title, ' ', step.body));
    case 'columns':
      return block.columns.flatMap((column) => [
        lineOf(indent, column.title),
        ...plainLines(column.blocks, language, depth + 1),
      ]);
    case 'chart':
      return [
        [...lineOf(indent), ...cutAtFigures(block.chart.alt, block.chart.altFigures ?? [], language.tag)],
      ];
    case 'image':
      return [[...lineOf(indent), ...cutAtFigures(block.alt, block.altFigures, language.tag)]];
    case 'evidence':
      return [];
    case 'sources':
      return block.sources.map((entry) =>
        lineOf(`${indent}[${entry.number}] ${entry.publisher}, ${entry.title}`),
      );
  }
}

/** Paragraphs of a slide's notes. */
export function notesOf(
  section: Section,
  facts: readonly FactId[],
  document: Document,
  language: Language,
): NoteLine[] {
  const written = plainLines(section.notes, language);
  const evidence = evidenceNotes(facts, document, language);
  return [...written, ...(written.length > 0 && evidence.length > 0 ? [[]] : []), ...evidence];
}
