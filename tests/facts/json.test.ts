import { describe, expect, it } from 'vitest';
import { factToJson } from '../../src/facts/json.js';
import { loadLedger } from '../../src/facts/load.js';
import { memoryWorld } from '../../src/world.js';
import { sampleFolder, sampleZone } from './fixtures.js';

const { ledger } = await loadLedger(memoryWorld(sampleZone()), sampleFolder);
const json = (id: string) =>
  factToJson(ledger!.facts.get(id)!, ledger!.sources, (fact, language) => `${fact.id} in ${language}`);

describe('a fact as JSON', () => {
  it('has what scripts may rely on', () => {
    expect(json('people.visa-days')).toEqual({
      id: 'people.visa-days',
      topic: 'people',
      kind: 'quantity',
      label: { en: 'Days to a work visa', 'zh-CN': '工作签证办理天数', de: 'Tage bis zum Arbeitsvisum' },
      quantity: { amount: '8', max: '10', unit: 'count' },
      qualifier: 'range',
      counted: {
        en: { one: 'day', other: 'days' },
        'zh-CN': { other: '天' },
        de: { one: 'Tag', other: 'Tage', 'other.dative': 'Tagen' },
      },
      asOf: '2025-11-16',
      evidence: [
        {
          source: 'harbour-gazette',
          locator: { section: '3', paragraph: 2 },
          stated: '8 to 10 days',
          language: 'en',
        },
      ],
      text: {
        en: 'people.visa-days in en',
        'zh-CN': 'people.visa-days in zh-CN',
        de: 'people.visa-days in de',
      },
    });
  });

  it('names the language of the source, not of the reader', () => {
    expect(json('industry.growth').evidence[0]).toMatchObject({ stated: 'mehr als 15 %', language: 'de' });
  });

  it('has the parts of its kind', () => {
    expect(json('industry.rank')).toMatchObject({ rank: 3, among: { de: 'an der Küste' } });
    expect(json('industry.opening')).toMatchObject({ date: '2024-05-02' });
    expect(json('people.schools').members?.map(({ id }) => id)).toEqual([
      'nautical-college',
      'school-of-trade',
    ]);
    expect(json('funds.paid-in-ratio')).toMatchObject({
      whole: { en: 'committed capital' },
      derived: { formula: 'funds.paid-in / funds.committed', parts: ['funds.paid-in', 'funds.committed'] },
      evidence: [{ language: 'en' }, { language: 'en' }],
    });
  });

  it('leaves out what is not there, and survives being written and read', () => {
    for (const id of ledger!.facts.keys()) {
      expect(JSON.parse(JSON.stringify(json(id)))).toEqual(json(id));
      expect(Object.values(json(id))).not.toContain(undefined);
    }
    expect(json('industry.opening')).not.toHaveProperty('quantity');
  });
});
