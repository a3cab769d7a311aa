/** Layer 1. A fact as `zonebrief facts --json` prints it: a contract for scripts. Absent parts are left out. */
import type { Fact, FactKind } from './fact.js';
import type { Counted, Labels, LanguageTag, Locator, Qualifier, Quantity, Source } from './schema.js';

export interface FactJson {
  readonly id: string;
  readonly topic: string;
  readonly kind: FactKind;
  readonly label: Labels;
  /** `amount` and `max` are decimal strings. */
  readonly quantity?: Quantity;
  readonly qualifier?: Qualifier;
  readonly counted?: Counted;
  readonly whole?: Labels;
  readonly rank?: number;
  readonly among?: Labels;
  /** Of an event. */
  readonly date?: string;
  readonly members?: readonly { readonly id: string; readonly label: Labels }[];
  readonly period?: string;
  readonly asOf?: string;
  readonly expires?: string;
  readonly note?: Labels;
  readonly derived?: { readonly formula: string; readonly parts: readonly string[] };
  readonly evidence: readonly {
    readonly source: string;
    readonly locator: Locator;
    readonly stated: string;
    /** Of `stated`: the language of the source. */
    readonly language: LanguageTag;
  }[];
  /** The fact as each language of the zone writes it in prose. */
  readonly text: Readonly<Record<LanguageTag, string>>;
}

/**
 * @param write the fact in a language's prose: a figure with its hedge, an event's date, a statement's text
 */
export function factToJson(
  fact: Fact,
  sources: ReadonlyMap<string, Pick<Source, 'language'>>,
  write: (fact: Fact, language: LanguageTag) => string,
): FactJson {
  const { id, topic, kind, label, quantity, qualifier, counted, whole, rank, among, date, members } = fact;
  const { period, asOf, expires, note, derived } = fact;
  const optional = {
    quantity,
    qualifier,
    counted,
    whole,
    rank,
    among,
    date,
    members,
    period,
    asOf,
    expires,
    note,
    derived,
  };
  const present = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return {
    id,
    topic,
    kind,
    label,
    ...(present as Partial<FactJson>),
    evidence: fact.evidence.map(({ source, locator, stated }) => ({
      source,
      locator,
      stated,
      // The loader refuses evidence whose source is not listed; und is BCP 47 for an undetermined language.
      language: sources.get(source)?.language ?? 'und',
    })),
    text: Object.fromEntries(Object.keys(label).map((language) => [language, write(fact, language)])),
  };
}
