/** Layer 4. Which languages a build makes: those of zone.yaml, or those asked for. */
import { UsageError } from '../diagnostic.js';
import type { Document } from '../document/document.js';
import { type Arrangement, type LanguageTag, languagesOf, type Zone } from '../facts/schema.js';

/** What is made of a document. */
export type Kind = Document['kind'];

export interface Plan {
  /** Of the decks, each once. */
  readonly decks: readonly LanguageTag[];
  /** One or two languages each; the first stands left, or first. */
  readonly summaries: readonly (readonly LanguageTag[])[];
  /** How two languages share a summary. */
  arrangementOf(pair: readonly LanguageTag[]): Arrangement;
}

/**
 * @throws {UsageError} for a language that the zone does not have, or a pair of one language with itself; what zone.yaml
 * says is checked where it is read
 */
export function planFor(
  zone: Zone,
  asked: {
    languages?: readonly LanguageTag[] | undefined;
    summaries?: readonly (readonly LanguageTag[])[] | undefined;
    /** Of all summaries of two languages; left out: as zone.yaml says of the pair, or else facing. */
    arrangement?: Arrangement | undefined;
  },
): Plan {
  for (const tag of [...(asked.languages ?? []), ...(asked.summaries?.flat() ?? [])]) {
    if (zone.languages.includes(tag)) continue;
    throw new UsageError(
      `the zone has no language "${tag}"; its languages are: ${zone.languages.join(', ')}`,
      'ask for one of these, or add the language to zone.yaml, to every label and to the templates',
    );
  }
  for (const pair of asked.summaries ?? []) {
    if (pair.length === 0 || pair.length > 2 || new Set(pair).size < pair.length) {
      throw new UsageError(
        `a summary cannot be made of "${pair.join('-')}"`,
        'name one language, or two different ones: zh-CN-en',
      );
    }
  }
  const unique = (pairs: readonly (readonly LanguageTag[])[]) => [
    ...new Map(pairs.map((pair) => [pair.join('-'), pair])).values(),
  ];
  return {
    decks: [...new Set(asked.languages ?? zone.languages)],
    summaries: unique(asked.summaries ?? zone.summaries.map(languagesOf)),
    arrangementOf: (pair) => {
      const listed = zone.summaries.find((summary) => languagesOf(summary).join() === pair.join());
      const said = listed && 'arrangement' in listed ? listed.arrangement : undefined;
      return asked.arrangement ?? said ?? 'facing';
    },
  };
}
