/** Layer 3. A Document's inlines as runs of the Summary: nesting flattened, footnote references set behind figures. */
import type { Inline } from '../document/document.js';
import type { LanguageTag } from '../facts/schema.js';
import type { SideNotes } from './footnotes.js';
import { type Draft, placeReferences } from './sentences.js';
import type { Run, TextRun } from './summary.js';

type Look = Pick<TextRun, 'strong' | 'emphasis' | 'url'>;

/** @param notes left out where a place carries no footnotes: headings, table headers */
export function runsOf(content: readonly Inline[], language: LanguageTag, notes?: SideNotes): Run[] {
  return placeReferences(draftOf(content, language, notes, {}), (facts) => notes?.referenceTo(facts) ?? []);
}

function draftOf(
  content: readonly Inline[],
  language: LanguageTag,
  notes: SideNotes | undefined,
  look: Look,
): Draft[] {
  return content.flatMap((node) => draftOfNode(node, language, notes, look));
}

function draftOfNode(node: Inline, language: LanguageTag, notes: SideNotes | undefined, look: Look): Draft[] {
  switch (node.kind) {
    case 'text':
    case 'literal':
      return node.value === '' ? [] : [{ kind: 'text', text: node.value, language, ...look }];
    case 'figure': {
      const figure: Draft = { kind: 'text', text: node.value, language, fact: node.fact, ...look };
      const facts = notes?.due(node) ?? [];
      return facts.length > 0 ? [figure, { kind: 'due', facts }] : [figure];
    }
    case 'strong':
      return draftOf(node.children, language, notes, { ...look, strong: true });
    case 'emphasis':
      return draftOf(node.children, language, notes, { ...look, emphasis: true });
    case 'link':
      return draftOf(node.children, language, notes, { ...look, url: node.url });
    case 'break':
      return [{ kind: 'break' }];
  }
}

/** The words alone. */
export function textOf(runs: readonly Run[]): string {
  return runs.map((run) => (run.kind === 'text' ? run.text : run.kind === 'break' ? ' ' : '')).join('');
}
