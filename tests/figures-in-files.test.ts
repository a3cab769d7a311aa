import { beforeAll, describe, expect, it } from 'vitest';
import { composeAll } from '../src/build/compose-all.js';
import { loadZone } from '../src/build/ledger.js';
import { makeZone } from '../src/build/make.js';
import type { Output } from '../src/build/output.js';
import { planFor } from '../src/build/plan.js';
import { loadTemplate } from '../src/compose/template.js';
import { Findings } from '../src/diagnostic.js';
import type { Document } from '../src/document/document.js';
import { nodeWorld } from '../src/world.js';
import { unbacked, unbackedIn } from './support/backed-figures.js';
import { repository, sampleDecks, sampleSummaries, sampleZone } from './support/sample.js';

describe('the finished files of the sample', () => {
  let outputs: readonly Output[] = [];
  let documents: Document[] = [];

  beforeAll(async () => {
    const world = nodeWorld();
    const options = { root: repository, zone: sampleZone };
    const { ledger } = await loadZone(world, `${repository}/data/${sampleZone}`);
    const { template } = await loadTemplate(world, `${repository}/templates/${ledger!.zone.template}`);
    const plan = planFor(ledger!.zone, {});
    const { decks, summaries } = await composeAll(world, template!, ledger!, plan, new Findings());
    documents = [...decks.values(), ...summaries.values()];
    ({ outputs } = await makeZone(world, options));
  }, 60_000);

  it.each([...sampleDecks, ...sampleSummaries])(
    'hold no digit in %s that composition did not record',
    (name) => {
      const [kind, languages = ''] = name.split('.');
      const made = documents.filter(
        (document) =>
          document.kind === (kind === 'briefing' ? 'deck' : 'summary') &&
          languages.includes(document.language),
      );
      const content = outputs.find((output) => output.name === name)!.content;
      const { found, texts, withDigits } = unbackedIn(content, made);
      expect(texts).toBeGreaterThan(100);
      expect(withDigits).toBeGreaterThan(0);
      expect(found).toEqual([]);
    },
  );

  it('would show a digit that was typed in', () => {
    expect(unbacked('RMB 28.66 billion and 31 more [1]', ['RMB 28.66 billion'])).toEqual(['31']);
    expect(unbacked('24.5% of 124, 24', ['24'])).toEqual(['24', '5', '124']);
    expect(unbacked('RMB 128.66 billion', ['RMB 28.66 billion'])).toEqual(['128', '66']);
  });
});
