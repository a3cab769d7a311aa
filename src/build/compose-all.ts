/** Layer 4. The documents of a zone: every language of the decks and of the summaries. */
import { type ComposeOptions, compose } from '../compose/compose.js';
import { checkParity } from '../compose/parity.js';
import type { Template } from '../compose/template.js';
import type { Diagnostic, Findings } from '../diagnostic.js';
import type { Document } from '../document/document.js';
import { factsIn } from '../document/earlier.js';
import type { Ledger } from '../facts/fact.js';
import type { LanguageTag } from '../facts/schema.js';
import { Memory } from '../memory.js';
import type { World } from '../world.js';
import type { KindEdition, KindEditions, Printed } from './edition.js';
import type { Kind } from './manifest.js';
import type { Plan } from './plan.js';

export interface Documents {
  readonly decks: ReadonlyMap<LanguageTag, Document>;
  /** Keyed by language: two summaries that share a language share its document. */
  readonly summaries: ReadonlyMap<LanguageTag, Document>;
  /** Paths of the files each was composed from. */
  readonly inputs: ReadonlyMap<Document, readonly string[]>;
  /** What the documents of each kind say of their edition. */
  readonly editions: KindEditions;
}

/** @param printed undefined before anything is composed: what the edition before printed is all that is known then */
export type EditionOf = (kind: Kind, printed: Printed | undefined) => KindEdition | undefined;

export interface ComposeAllOptions {
  /** Told of each document as soon as it is there. */
  readonly onDocument?: ((document: Document) => void) | undefined;
  readonly editionOf?: EditionOf | undefined;
  /** Of earlier builds; left out: one of this build alone, whose documents have texts and charts in common. */
  readonly memory?: Memory | undefined;
}

/**
 * What could be composed; what could not is in the findings. A kind is composed a second time where what it prints now
 * shows that the edition is news to it, or is none.
 */
export async function composeAll(
  world: World,
  template: Template,
  ledger: Ledger,
  plan: Plan,
  findings: Findings,
  { onDocument, editionOf = () => undefined, memory = new Memory() }: ComposeAllOptions = {},
): Promise<Documents> {
  const inputs = new Map<Document, readonly string[]>();
  const editions: Partial<Record<Kind, KindEdition>> = {};
  const inAll = async (kind: Kind, languages: readonly LanguageTag[]) => {
    const attempt = async (edition: KindEdition | undefined) => {
      const documents = new Map<LanguageTag, Document>();
      const diagnostics: Diagnostic[] = [];
      const options: ComposeOptions = { edition, memory };
      for (const language of languages) {
        const made = await compose(world, template, ledger, kind, language, options);
        diagnostics.push(...made.diagnostics);
        if (!made.document) continue;
        documents.set(language, made.document);
        inputs.set(made.document, made.inputs);
        onDocument?.(made.document);
      }
      return { documents, diagnostics };
    };
    const guess = editionOf(kind, undefined);
    const first = await attempt(guess);
    const edition = editionOf(kind, printedIn([...first.documents.values()]));
    const alike = JSON.stringify(edition) === JSON.stringify(guess);
    const { documents, diagnostics } = alike ? first : await attempt(edition);
    findings.add(diagnostics);
    findings.add(checkParity([...documents.values()]));
    if (edition && languages.length > 0) editions[kind] = edition;
    return documents;
  };
  const decks = await inAll('deck', plan.decks);
  const summaries = await inAll('summary', [...new Set(plan.summaries.flat())]);
  return { decks, summaries, inputs, editions };
}

function printedIn(documents: readonly Document[]): Printed {
  return {
    facts: new Set(documents.flatMap(factsIn)),
    sources: documents.some(({ sections }) =>
      sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'sources')),
    ),
  };
}
