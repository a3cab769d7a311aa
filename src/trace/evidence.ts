/** Layer 2. What stands behind a traced figure, as the record has it. */
import { behind } from '../document/earlier.js';
import type { FactId } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import type { TraceRecord } from './record.js';

/** One statement of a figure by a source. */
export interface TracedStatement {
  /** Exactly as the source prints it. */
  readonly stated: string;
  /** Language of `stated`. */
  readonly language: LanguageTag;
  /** Id of the source. */
  readonly source: string;
  readonly publisher: string;
  readonly title: string;
  /** In the language of the text: "19 January 2026". */
  readonly issued: string;
  /** In the language of the text: "section 04, paragraph 3". */
  readonly locator: string;
}

export interface Evidence {
  readonly fact: FactId;
  /** Of what the fact said in an earlier edition, or of the difference since then; left out: what it says now. */
  readonly earlier?: { readonly role: 'before' | 'difference'; readonly edition: string };
  readonly label: string;
  /** The figure as prose writes it. */
  readonly value: string;
  readonly time?: string;
  readonly note?: string;
  /** Empty for a derived fact, whose parts have them. */
  readonly stated: readonly TracedStatement[];
  /** Of a derived fact: "Paid-in capital ÷ Committed capital". */
  readonly derivation?: string;
  readonly parts?: readonly Evidence[];
}

/** Undefined where the record knows nothing of the fact. */
export function evidenceOf(
  record: TraceRecord,
  fact: FactId,
  language: LanguageTag,
  above: readonly FactId[] = [],
): Evidence | undefined {
  const known = Object.hasOwn(record.languages, language) ? record.languages[language] : undefined;
  const citation = known && Object.hasOwn(known.citations, fact) ? known.citations[fact] : undefined;
  if (!known || !citation || above.includes(fact)) return undefined;
  const { label, text, time, note, statements, derivation, parts, earlier } = citation;
  const { fact: id, role } = behind(fact);
  return {
    fact: id,
    ...(role && earlier !== undefined && { earlier: { role, edition: earlier } }),
    label,
    value: text,
    ...(time !== undefined && { time }),
    ...(note !== undefined && { note }),
    // A derived fact's own statements repeat those of its parts.
    stated:
      derivation !== undefined
        ? []
        : statements.map((each) => {
            const source = Object.hasOwn(known.sources, each.source) ? known.sources[each.source] : undefined;
            return {
              stated: each.stated,
              language: each.language,
              source: each.source,
              publisher: source?.publisher ?? each.source,
              title: source?.title ?? '',
              issued: source?.issued ?? '',
              locator: each.locator,
            };
          }),
    ...(derivation !== undefined && {
      derivation,
      parts: (parts ?? []).flatMap((part) => evidenceOf(record, part, language, [...above, fact]) ?? []),
    }),
  };
}
