/** Layer 1. Facts as the rest of the program sees them: loaded, checked, derived ones computed. */
import type { Place } from '../diagnostic.js';
import type {
  Counted,
  EvidenceEntry,
  Labels,
  Qualifier,
  Quantity,
  Source,
  StatedFact,
  Zone,
} from './schema.js';

export type FactId = string;
export type FactKind = StatedFact['kind'];

/**
 * One fact of the ledger. Which of the optional parts are there follows from the kind: figures (quantity, share,
 * growth, tier) have `quantity` and `qualifier`; ranking has `rank` and `among`; event may have `date`; roster has
 * `members`; statement has `text`.
 */
export interface Fact {
  readonly id: FactId;
  readonly topic: string;
  readonly kind: FactKind;
  readonly label: Labels;
  readonly note?: Labels | undefined;
  readonly period?: string | undefined;
  readonly asOf?: string | undefined;
  readonly expires?: string | undefined;
  readonly quantity?: Quantity | undefined;
  readonly qualifier?: Qualifier | undefined;
  readonly counted?: Counted | undefined;
  readonly whole?: Labels | undefined;
  readonly rank?: number | undefined;
  readonly among?: Labels | undefined;
  readonly date?: string | undefined;
  readonly members?: readonly { readonly id: string; readonly label: Labels }[] | undefined;
  readonly text?: Labels | undefined;
  /** For a derived fact: that of all its parts, each once. */
  readonly evidence: readonly EvidenceEntry[];
  /** Where the entries of `evidence` stand, in their order; a derived fact has none of its own. */
  readonly evidenceAt?: readonly EvidencePlaces[] | undefined;
  /** Only of a derived fact. `parts` are the fact ids of the formula in order, each once. */
  readonly derived?: { readonly formula: string; readonly parts: readonly FactId[] } | undefined;
  /** Where it stands in the YAML. */
  readonly at: Place;
}

export interface EvidencePlaces {
  readonly stated: Place;
  readonly locator: Place;
}

export type SourcePlaces = Readonly<Record<'id' | 'file' | 'from' | 'until', Place>>;

/** All facts of one zone with its sources. Maps keep the order of the files (sorted by name) and of their entries. */
export interface Ledger {
  /** Name of the zone's folder. */
  readonly zoneId: string;
  readonly zone: Zone;
  readonly sources: ReadonlyMap<string, Source>;
  /** Where each source stands in sources.yaml, and the keys of it that checks speak of. */
  readonly sourcesAt?: ReadonlyMap<string, SourcePlaces> | undefined;
  readonly facts: ReadonlyMap<FactId, Fact>;
  /** Day of the edition, ISO: the newest `accessed` or `issued` of the sources, so that the same facts give the same bytes. */
  readonly editionDate: string;
}
