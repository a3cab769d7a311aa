/** Layer 3. What stands behind a figure as it was, and behind the difference from then to now. */
import type { Citation } from '../../document/document.js';
import { beforeId, differenceId } from '../../document/earlier.js';
import type { FactChange } from '../../facts/changes.js';
import type { FactId } from '../../facts/fact.js';
import { writeDifference } from '../../language/difference.js';
import { citationOf } from '../citations.js';
import { editionInWords } from '../edition.js';
import type { Comparison } from './comparison.js';
import { sourceIdThen } from './earlier.js';

/** Those that these changes need beside the citations of the facts themselves, by id. */
export function citeChanges(
  comparison: Comparison,
  changes: readonly FactChange[],
): ReadonlyMap<FactId, Citation> {
  const citations = new Map<FactId, Citation>();
  for (const change of changes) {
    if (change.before) citeBefore(comparison, change.fact, citations);
    const difference = differenceCitation(comparison, change);
    if (difference) citations.set(difference.fact, difference);
  }
  return citations;
}

/** With the parts of a derived one, as far as they were others then. */
function citeBefore(comparison: Comparison, id: FactId, citations: Map<FactId, Citation>): void {
  const { earlier, since, changed } = comparison;
  const fact = earlier.ledger.facts.get(id);
  if (!fact || citations.has(beforeId(id))) return;
  const { language } = earlier;
  const citation = citationOf(earlier, fact);
  const edition = editionInWords(language, since);
  const idThen = (part: FactId): FactId => (changed.has(part) ? beforeId(part) : part);
  citations.set(beforeId(id), {
    ...citation,
    fact: beforeId(id),
    label: language.words.changes.labelBefore(citation.label, edition),
    name: citation.label,
    statements: citation.statements.map((statement) => ({
      ...statement,
      source: sourceIdThen(statement.source, since, comparison.now.ledger.sources),
    })),
    ...(citation.parts && { parts: citation.parts.map(idThen) }),
    earlier: since.id,
  });
  for (const part of citation.parts ?? []) if (changed.has(part)) citeBefore(comparison, part, citations);
}

function differenceCitation(
  { now, since }: Comparison,
  { fact: id, difference }: FactChange,
): Citation | undefined {
  const fact = now.ledger.facts.get(id);
  if (!difference || !fact?.quantity) return undefined;
  const { language } = now;
  const { words } = language;
  const { label } = citationOf(now, fact);
  const before = words.changes.labelBefore(label, editionInWords(language, since));
  return {
    fact: differenceId(id),
    kind: fact.kind,
    label: words.changes.labelDifference(label),
    name: label,
    text: writeDifference(language, difference, { counted: fact.counted, beside: fact.quantity.amount }),
    statements: [],
    derivation: `${label} − ${before}`,
    parts: [id, beforeId(id)],
    earlier: since.id,
  };
}
