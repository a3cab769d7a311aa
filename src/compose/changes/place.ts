/** Layer 3. Puts what changed where a template asks for it, once it is known which facts the document uses. */
import type { Block, Citation, Section, SourceEntry } from '../../document/document.js';
import type { FactId } from '../../facts/fact.js';
import { citeChanges } from './citations.js';
import type { Comparison } from './comparison.js';
import { earlierSources } from './earlier.js';
import { changesTable, toldChanges } from './table.js';

export interface WithChanges {
  readonly sections: readonly Section[];
  /** With those that only an earlier statement rests on, after all others. */
  readonly sources: readonly SourceEntry[];
  /** Of earlier statements and of differences. */
  readonly citations: ReadonlyMap<FactId, Citation>;
}

/**
 * @param places where `{{changes}}` stands; a slide or section of one is left out whole where there is nothing to tell
 * @param used the facts that the document uses, with the parts of derived ones
 */
export function placeChanges(
  comparison: Comparison | undefined,
  sections: readonly Section[],
  places: ReadonlySet<Block>,
  used: ReadonlySet<FactId>,
  sources: readonly SourceEntry[],
): WithChanges {
  const asks = ({ blocks }: Section): boolean => blocks.some((block) => places.has(block));
  const told = comparison && places.size > 0 ? toldChanges(comparison, used) : [];
  if (!comparison || told.length === 0)
    return { sections: sections.filter((section) => !asks(section)), sources, citations: new Map() };
  const citations = citeChanges(comparison, told);
  const cited = new Set(
    [...citations.values()].flatMap(({ statements }) => statements.map((one) => one.source)),
  );
  const all = [...sources, ...earlierSources(comparison.now, comparison.since, cited)];
  const placed = (block: Block): Block => {
    if (block.kind === 'sources') return { ...block, sources: all };
    return places.has(block) ? changesTable(comparison, told, all, block.at) : block;
  };
  return {
    sections: sections.map((section) => ({ ...section, blocks: section.blocks.map(placed) })),
    sources: all,
    citations,
  };
}
