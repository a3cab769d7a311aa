/** Layer 4. The documents of a zone: every language of the decks and of the summaries. */
import { compose } from '../compose/compose.js';
import { checkParity } from '../compose/parity.js';
import type { Template } from '../compose/template.js';
import type { Findings } from '../diagnostic.js';
import type { Document } from '../document/document.js';
import type { Ledger } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import type { World } from '../world.js';
import type { Plan } from './plan.js';

export interface Documents {
  readonly decks: ReadonlyMap<LanguageTag, Document>;
  /** Keyed by language: two summaries that share a language share its document. */
  readonly summaries: ReadonlyMap<LanguageTag, Document>;
}

/**
 * What could be composed; what could not is in the findings.
 * @param onDocument told of each document as soon as it is there
 */
export async function composeAll(
  world: World,
  template: Template,
  ledger: Ledger,
  plan: Plan,
  findings: Findings,
  onDocument: (document: Document) => void,
): Promise<Documents> {
  const inAll = async (kind: Document['kind'], languages: Iterable<LanguageTag>) => {
    const documents = new Map<LanguageTag, Document>();
    for (const language of languages) {
      const { document, diagnostics } = await compose(world, template, ledger, kind, language);
      findings.add(diagnostics);
      if (!document) continue;
      documents.set(language, document);
      onDocument(document);
    }
    findings.add(checkParity([...documents.values()]));
    return documents;
  };
  return {
    decks: await inAll('deck', plan.decks),
    summaries: await inAll('summary', new Set(plan.summaries.flat())),
  };
}
