/** Layer 3. A Document's inlines as runs of the Summary: nesting flattened, footnote references set behind figures. */
import type { Inline } from '../document/document.js';
import type { LanguageTag } from '../facts/schema.js';
import type { SideNotes } from './footnotes.js';
import type { Run, TextRun } from './summary.js';

type Look = Pick<TextRun, 'strong' | 'emphasis' | 'url'>;

/** @param notes left out where a place carries no footnotes: headings, captions, table headers */
export function runsOf(
  content: readonly Inline[],
  language: LanguageTag,
  notes?: SideNotes,
  look: Look = {},
): Run[] {
  return content.flatMap((node) => runsOfNode(node, language, notes, look));
}

function runsOfNode(node: Inline, language: LanguageTag, notes: SideNotes | undefined, look: Look): Run[] {
  switch (node.kind) {
    case 'text':
    case 'literal':
      return node.value === '' ? [] : [{ kind: 'text', text: node.value, language, ...look }];
    case 'figure':
      return [
        { kind: 'text', text: node.value, language, fact: node.fact, ...look },
        ...(notes?.referenceAt(node) ?? []),
      ];
    case 'strong':
      return runsOf(node.children, language, notes, { ...look, strong: true });
    case 'emphasis':
      return runsOf(node.children, language, notes, { ...look, emphasis: true });
    case 'link':
      return runsOf(node.children, language, notes, { ...look, url: node.url });
    case 'break':
      return [{ kind: 'break' }];
  }
}

/** The words alone. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : run.kind === 'break' ? ' ' : '')).join('');
}
