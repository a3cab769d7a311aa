/** The summaries of the sample zone, composed as a build does, and its theme. */
import { join } from 'node:path';
import { compose } from '../../src/compose/compose.js';
import { loadTemplate } from '../../src/compose/template.js';
import type { Document } from '../../src/document/document.js';
import type { Theme } from '../../src/document/theme.js';
import { loadLedger } from '../../src/facts/load.js';
import { nodeWorld } from '../../src/world.js';
import { repository, sampleZone } from '../support/sample.js';

export interface Sample {
  readonly theme: Theme;
  /** By language. */
  readonly documents: ReadonlyMap<string, Document>;
}

export async function sampleDocuments(languages: readonly string[]): Promise<Sample> {
  const world = nodeWorld();
  const { ledger } = await loadLedger(world, join(repository, 'data', sampleZone));
  if (!ledger) throw new Error('the sample has findings');
  const { template } = await loadTemplate(world, join(repository, 'templates', ledger.zone.template));
  if (!template) throw new Error('the template of the sample has findings');
  const documents = new Map<string, Document>();
  for (const language of languages) {
    const { document, diagnostics } = await compose(world, template, ledger, 'summary', language, {});
    if (!document) throw new Error(`${language}: ${JSON.stringify(diagnostics)}`);
    documents.set(language, document);
  }
  return { theme: template.theme, documents };
}
