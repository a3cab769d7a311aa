import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/facts/fact.js';
import { loadLedger } from '../../src/facts/load.js';
import { editionContent, factFromSnapshot, snapshotFile, snapshotOf } from '../../src/facts/snapshot.js';
import { memoryWorld } from '../../src/world.js';
import { sampleFolder, sampleZone, sampleZoneWith } from './fixtures.js';

async function ledgerOf(files: Record<string, string>): Promise<Ledger> {
  const { ledger, diagnostics } = await loadLedger(memoryWorld(files), sampleFolder);
  if (!ledger) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return ledger;
}
const contentOf = async (files: Record<string, string>): Promise<string> =>
  editionContent(snapshotOf(await ledgerOf(files)));

describe('the snapshot of an edition', () => {
  it('holds all that facts and sources say, and comes back from JSON as it was', async () => {
    const ledger = await ledgerOf(sampleZone());
    const snapshot = snapshotOf(ledger);
    expect(Object.keys(snapshot.facts)).toEqual([...ledger.facts.keys()].sort());
    expect(snapshotFile.parse(JSON.parse(JSON.stringify(snapshot)))).toEqual(snapshot);
    for (const [id, fact] of ledger.facts) {
      const { at, evidenceAt, expires, ...rest } = fact;
      const { at: _, ...again } = factFromSnapshot(id, snapshot.facts[id]!);
      expect(JSON.parse(JSON.stringify(again))).toEqual(JSON.parse(JSON.stringify(rest)));
    }
  });

  it('is the same text for the same facts, whatever their order in the files', async () => {
    const text = JSON.stringify(snapshotOf(await ledgerOf(sampleZone())));
    const turned = sampleZoneWith(
      'facts/funds.yaml',
      'quantity: { amount: "12", unit: count }',
      'quantity: { unit: count, amount: "12" }',
    );
    expect(JSON.stringify(snapshotOf(await ledgerOf(turned)))).toBe(text);
    const { facts, ...rest } = await ledgerOf(sampleZone());
    const backwards = { ...rest, facts: new Map([...facts].reverse()) };
    expect(JSON.stringify(snapshotOf(backwards))).toBe(text);
  });

  it.each([
    ['an amount', 'facts/funds.yaml', '"12"', '"13"'],
    ['a hedge', 'facts/industry.yaml', 'qualifier: more-than', 'qualifier: at-least'],
    ['what is counted', 'facts/funds.yaml', 'other: funds', 'other: vehicles'],
    ['a day', 'facts/funds.yaml', 'asOf: 2025-11-16', 'asOf: 2025-11-17'],
    ['a period', 'facts/industry.yaml', 'period: "2024"', 'period: "2023"'],
    ['the date of an event', 'facts/industry.yaml', 'date: 2024-05-02', 'date: 2024-05-03'],
    ['a rank', 'facts/industry.yaml', 'rank: 3', 'rank: 2'],
    ['a member', 'facts/people.yaml', 'id: nautical-college', 'id: naval-college'],
    ['a statement', 'facts/people.yaml', 'one counter for permits', 'one desk for permits'],
    ['a formula', 'facts/funds.yaml', 'funds.committed - funds.paid-in', 'funds.committed + funds.paid-in'],
    ['a phrase of evidence', 'facts/funds.yaml', 'stated: 12 funds', 'stated: twelve funds'],
    ['the place of a phrase', 'facts/funds.yaml', 'paragraph: 1 }, stated: 12', 'paragraph: 2 }, stated: 12'],
    ['the title of a source', 'sources.yaml', 'at ten years', 'at eleven years'],
    ['the day of a source', 'sources.yaml', 'accessed: 2025-12-01', 'accessed: 2025-12-02'],
  ])('says something else with %s', async (_, file, text, other) => {
    expect(await contentOf(sampleZoneWith(file, text, other))).not.toBe(await contentOf(sampleZone()));
  });

  it.each([
    ['a label', 'facts/funds.yaml', 'en: Committed capital', 'en: Capital committed'],
    ['a note', 'facts/funds.yaml', 'Commitments, not payments.', 'Commitments only.'],
    [
      'the name of a member',
      'facts/people.yaml',
      'en: the Nautical College',
      'en: the College of Navigation',
    ],
    ['a comment', 'facts/funds.yaml', 'topic: funds', '# funds\ntopic: funds'],
    ['a case of a noun', 'facts/funds.yaml', 'other: Fonds }', 'other: Fonds, other.dative: Fonds }'],
  ])('says the same with another %s', async (_, file, text, other) => {
    expect(await contentOf(sampleZoneWith(file, text, other))).toBe(await contentOf(sampleZone()));
  });
});
