/** Layer 4. The facts of one zone for those who are not a template: scripts, and users of the library. */
import { basename, dirname } from 'node:path';
import { HelperError, writeFact } from '../compose/helpers.js';
import { type Diagnostic, Findings } from '../diagnostic.js';
import type { Fact, Ledger } from '../facts/fact.js';
import { loadLedger } from '../facts/load.js';
import type { EvidenceEntry, Labels, LanguageTag } from '../facts/schema.js';
import { languageFor } from '../language/registry.js';
import type { World } from '../world.js';

/** A fact as `zonebrief facts --json` prints it: what the ledger has, flat, with the wording in each language. */
export interface FactJson extends Omit<Fact, 'at' | 'evidence'> {
  readonly zone: string;
  readonly evidence: readonly (EvidenceEntry & { readonly language: LanguageTag })[];
  /** As a template's {{fact}} writes it in prose; the label, where there is nothing else to say (an event without a date). */
  readonly text: Labels;
}

/** @returns what could be read, with all findings; facts are empty where the ledger could not be made */
export async function factsOfZone(
  world: World,
  zoneFolder: string,
): Promise<{ facts: FactJson[]; diagnostics: readonly Diagnostic[] }> {
  const { ledger, diagnostics } = await loadLedger(world, zoneFolder);
  return {
    facts: ledger ? [...ledger.facts.values()].map((fact) => factJson(ledger, fact)) : [],
    diagnostics,
  };
}

/**
 * The ledger of a zone's folder.
 * @throws {FindingsError} when the facts have errors
 */
export async function readLedger(world: World, zoneFolder: string): Promise<Ledger> {
  const { ledger, diagnostics } = await loadLedger(world, zoneFolder);
  const findings = new Findings();
  findings.add(diagnostics);
  if (!ledger && !findings.failed) {
    const at = { file: zoneFolder };
    findings.error(
      'facts/no-ledger',
      `no facts in ${basename(dirname(zoneFolder))}/${basename(zoneFolder)}`,
      { at },
    );
  }
  findings.throwIfFailed();
  return ledger as Ledger;
}

function factJson(ledger: Ledger, fact: Fact): FactJson {
  const { at: _, evidence, ...rest } = fact;
  return {
    zone: ledger.zoneId,
    ...rest,
    evidence: evidence.map((entry) => ({
      ...entry,
      language: ledger.sources.get(entry.source)?.language ?? 'und',
    })),
    text: Object.fromEntries(ledger.zone.languages.map((tag) => [tag, textOf(ledger, fact, tag)])),
  };
}

function textOf(ledger: Ledger, fact: Fact, tag: LanguageTag): string {
  const label = fact.label[tag] ?? '';
  try {
    return writeFact({ ledger, language: languageFor(tag), charts: undefined }, fact, { style: 'prose' });
  } catch (error) {
    if (error instanceof HelperError) return label;
    throw error;
  }
}
