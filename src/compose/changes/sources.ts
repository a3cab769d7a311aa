/** Layer 3. The sources of an edition against those of the edition before. */
import type { SourceSnapshot } from '../../facts/snapshot.js';
import type { Comparison } from './comparison.js';

export interface SourceChanges {
  readonly joined: readonly SourceSnapshot[];
  readonly left: readonly SourceSnapshot[];
  /** As they are now. */
  readonly changed: readonly SourceSnapshot[];
}

/** Each in the order of its list. A source that only has another id is the same source. */
export function sourceChanges({ now, since }: Comparison): SourceChanges {
  const before = new Map(Object.entries(since.sources));
  const after: ReadonlyMap<string, SourceSnapshot> = now.ledger.sources;
  const others = (from: ReadonlyMap<string, SourceSnapshot>, than: ReadonlyMap<string, SourceSnapshot>) => {
    const said = new Set([...than.values()].map(textOf));
    return [...from].filter(([, source]) => !said.has(textOf(source)));
  };
  const news = others(after, before);
  return {
    joined: news.filter(([id]) => !before.has(id)).map(([, source]) => source),
    left: others(before, after)
      .filter(([id]) => !after.has(id))
      .map(([, source]) => source),
    changed: news.filter(([id]) => before.has(id)).map(([, source]) => source),
  };
}

/** What documents print of it. */
const textOf = ({ publisher, title, issued, accessed, url }: SourceSnapshot): string =>
  JSON.stringify([publisher, title, issued, accessed, url]);
