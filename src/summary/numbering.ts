/** Layer 3. Bullets, numbers and the sources' [1]: real numbering, so that Word knows a list when it sees one. */
import { AlignmentType, LevelFormat } from 'docx';
import type { Theme } from '../document/theme.js';
import { fontsOf } from './scripts.js';
import { bare, twips } from './styles.js';
import { contentsOf, type ListPlace, type ParagraphRole, type Part } from './summary.js';

/** Points by which each level is indented. */
const step = 11;
const sourceStep = 18;

/**
 * Every numbered list has a definition of its own. Lists that share one share its counter too, and the lists of two
 * languages, row by row, would count 1, 1, 2, 3.
 */
export function listReference(role: ParagraphRole, list: ListPlace): string {
  if (role === 'source') return `sources-${list.instance}`;
  return list.ordered ? `numbered-${list.instance}` : 'bulleted';
}

/** The references of all lists in the parts, in their order. */
export function listsIn(parts: readonly Part[]): string[] {
  const references = new Set<string>();
  for (const part of parts) {
    for (const content of contentsOf(part)) {
      if (content.kind === 'paragraph' && content.list)
        references.add(listReference(content.role, content.list));
    }
  }
  return [...references];
}

/** The definitions of lists. */
export const numberingFor = (references: readonly string[], theme: Pick<Theme, 'fonts' | 'colors'>) => ({
  config: references.map((reference) => ({ reference, levels: levelsOf(reference, theme) })),
});

function levelsOf(reference: string, theme: Pick<Theme, 'fonts' | 'colors'>) {
  const [kind] = reference.split('-');
  const indent = kind === 'sources' ? sourceStep : step;
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format: kind === 'bulleted' ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: { bulleted: level % 2 === 0 ? '•' : '–', numbered: `%${level + 1}.`, sources: `[%${level + 1}]` }[
      kind as 'bulleted'
    ],
    alignment: AlignmentType.LEFT,
    style: {
      run: { ...fontsOf('latin', theme), color: bare(theme.colors.primary) },
      paragraph: { indent: { left: twips(step * level + indent), hanging: twips(indent) } },
    },
  }));
}
