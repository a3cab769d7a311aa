/** Layer 4. Which languages a build makes: those of zone.yaml, or those asked for. */
import { UsageError } from '../diagnostic.js';
import type { LanguageTag, Zone } from '../facts/schema.js';

export interface Plan {
  /** Of the decks, each once. */
  readonly decks: readonly LanguageTag[];
  /** One or two languages each; the first stands left. */
  readonly summaries: readonly (readonly LanguageTag[])[];
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
    summaries: unique(asked.summaries ?? zone.summaries),
  };
}
