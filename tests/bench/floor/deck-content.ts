/** What a deck of the sample says, as plain data. */
import type { Presentation } from '../../../src/deck/model.js';
import type { Block, Document, Inline } from '../../../src/document/document.js';

export const deckContent = (document: Document, presentation: Presentation): unknown => ({
  language: document.language,
  title: presentation.title,
  slides: document.sections.map((section, index) => ({
    id: section.id,
    title: text(section.title),
    blocks: blocks(section.blocks),
    foot: index > 0 ? `${document.zoneName} · ${document.issuer}` : '',
    notes: (presentation.slides[index]?.notes ?? []).map((runs) => runs.map((run) => run.text).join('')),
  })),
});

const text = (inlines: readonly Inline[]): string =>
  inlines
    .map((inline) => ('value' in inline ? inline.value : 'children' in inline ? text(inline.children) : '\n'))
    .join('');

const items = (all: readonly Block[]): string[] =>
  all.flatMap((block) => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return [text(block.content)];
    return block.kind === 'list' ? block.items.flatMap(items) : [];
  });

const blocks = (all: readonly Block[]): unknown[] =>
  all.map((block) => {
    switch (block.kind) {
      case 'chart':
        return { kind: 'chart', id: block.chart.id, alt: block.chart.alt };
      case 'tiles':
        return {
          kind: 'tiles',
          tiles: block.tiles.map(({ value, label }) => ({ value: text(value), label: text(label) })),
        };
      case 'process':
      case 'timeline':
        return {
          kind: 'process',
          steps: block.steps.map(({ title, body }) => ({ title: text(title), body: text(body) })),
        };
      case 'columns':
        return {
          kind: 'columns',
          columns: block.columns.map(({ title, blocks: inner }) => ({
            title: text(title),
            items: items(inner),
          })),
        };
      case 'table':
        return { kind: 'table', rows: [block.header, ...block.rows].map((row) => row.map(text)) };
      case 'sources':
        return {
          kind: 'text',
          items: block.sources.map(
            ({ number, publisher, title, issued, url }) =>
              `[${number}] ${publisher}: ${title}, ${issued} ${url ?? ''}`,
          ),
        };
      default:
        return { kind: 'text', items: items([block]) };
    }
  });
