/** Layer 4. The facts of one zone for those who are not a template: scripts, and users of the library. */
import { HelperError, writeFact } from '../compose/fact-text.js';
import { type Diagnostic, FindingsError } from '../diagnostic.js';
import type { Fact, Ledger } from '../facts/fact.js';
import { type FactJson, factToJson } from '../facts/json.js';
import type { LoadOptions } from '../facts/load.js';
import type { LanguageTag } from '../facts/schema.js';
import { languageFor } from '../language/registry.js';
import type { World } from '../world.js';
import { loadZone } from './ledger.js';

/** A fact for scripts, with the zone it is of. */
export type ZoneFactJson = FactJson & { readonly zone: string };

/** @returns what could be read, with all findings; facts are empty where the ledger could not be made */
export async function factsOfZone(
  world: World,
  zoneFolder: string,
  options: LoadOptions = {},
): Promise<{ facts: ZoneFactJson[]; diagnostics: readonly Diagnostic[] }> {
  const { ledger, diagnostics } = await loadZone(world, zoneFolder, options);
  if (!ledger) return { facts: [], diagnostics };
  const write = (fact: Fact, tag: LanguageTag) => textOf(fact, tag);
  const facts = [...ledger.facts.values()].map((fact) => ({
    zone: ledger.zoneId,
    ...factToJson(fact, ledger.sources, write),
  }));
  return { facts, diagnostics };
}

/**
 * The ledger of a zone's folder.
 * @throws {FindingsError} when the facts have errors
 */
export async function readLedger(world: World, zoneFolder: string): Promise<Ledger> {
  const { ledger, diagnostics } = await loadZone(world, zoneFolder);
  if (!ledger || diagnostics.some(({ severity }) => severity === 'error'))
    throw new FindingsError(diagnostics);
  return ledger;
}

/** The label, where there is nothing else to say: an event without a date. */
function textOf(fact: Fact, tag: LanguageTag): string {
  try {
    return writeFact({ language: languageFor(tag) }, fact, { style: 'prose' });
  } catch (error) {
    if (error instanceof HelperError) return fact.label[tag] ?? '';
    throw error;
  }
}
