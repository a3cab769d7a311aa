/** Layer 4. What a side of a comparison says of each fact, in one language: all that two files have in common. */
import { citationOf } from '../../compose/citations.js';
import { behind } from '../../document/earlier.js';
import type { FactId } from '../../facts/fact.js';
import type { LanguageTag, Source } from '../../facts/schema.js';
import { factFromSnapshot, type Snapshot } from '../../facts/snapshot.js';
import { languageFor } from '../../language/registry.js';
import type { TraceRecord } from '../../trace/record.js';
import type { Side } from './side.js';

export interface Said {
  readonly kind: string;
  readonly label: string;
  /** As prose writes it. */
  readonly text: string;
  /** "as of 19 January 2026", "2024" */
  readonly time?: string | undefined;
  readonly statements: readonly SaidBy[];
}

/** A statement of a source. */
export interface SaidBy {
  /** As the source prints it. */
  readonly stated: string;
  readonly source: string;
  readonly publisher: string;
  /** In the language of the comparison, as `locator`: "19 January 2026". */
  readonly issued: string;
  readonly locator: string;
}

/** By fact, in the order of the side. Of a file, the facts that it uses; what it says of an earlier edition is left out. */
export function saidBy({ says }: Side, language: LanguageTag): Map<FactId, Said> {
  return 'snapshot' in says ? fromSnapshot(says.snapshot, language) : fromRecord(says.record, language);
}

function fromSnapshot(snapshot: Snapshot, tag: LanguageTag): Map<FactId, Said> {
  const language = languageFor(tag);
  const sources = new Map(
    Object.entries(snapshot.sources).map(([id, source]): [string, Source] => [id, { id, ...source }]),
  );
  const facts = new Map(Object.entries(snapshot.facts).map(([id, fact]) => [id, factFromSnapshot(id, fact)]));
  return new Map(
    [...facts].map(([id, fact]) => {
      const { kind, label, text, time, statements } = citationOf(
        { language, ledger: { facts, sources } },
        fact,
      );
      const said = statements.map(({ stated, source, locator }): SaidBy => {
        const { publisher = source, issued } = sources.get(source) ?? {};
        return { stated, source, publisher, issued: issued ? language.writeDate(issued) : '', locator };
      });
      return [id, { kind, label, text, time, statements: said }];
    }),
  );
}

function fromRecord({ languages }: TraceRecord, tag: LanguageTag): Map<FactId, Said> {
  const { citations = {}, sources = {} } = languages[tag] ?? {};
  return new Map(
    Object.values(citations)
      .filter(({ fact }) => behind(fact).role === undefined)
      .map(({ fact, kind, label, text, time, statements }) => {
        const said = statements.map(({ stated, source, locator }): SaidBy => {
          const { publisher = source, issued = '' } = sources[source] ?? {};
          return { stated, source, publisher, issued, locator };
        });
        return [fact, { kind, label, text, time, statements: said }];
      }),
  );
}
