import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  changesBetween,
  type FactChange,
  factChange,
  isNews,
  type News,
  newsOf,
} from '../../src/facts/changes.js';
import { loadLedger } from '../../src/facts/load.js';
import { editionContent, type Snapshot, snapshotOf } from '../../src/facts/snapshot.js';
import { memoryWorld } from '../../src/world.js';
import { sampleFolder, sampleZone, sampleZoneWith } from './fixtures.js';

async function snapshot(files: Record<string, string>): Promise<Snapshot> {
  const { ledger, diagnostics } = await loadLedger(memoryWorld(files), sampleFolder);
  if (!ledger) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return snapshotOf(ledger);
}

const without = ({ facts, sources }: Snapshot, id: string): Snapshot => ({
  sources,
  facts: Object.fromEntries(Object.entries(facts).filter(([other]) => other !== id)),
});

async function changes(file: string, text: string, replacement: string): Promise<FactChange[]> {
  const [before, after] = [
    await snapshot(sampleZone()),
    await snapshot(sampleZoneWith(file, text, replacement)),
  ];
  return changesBetween(before, after);
}

describe('what changed from one edition to the next', () => {
  it('is nothing where they say the same, and stays what it is through JSON', async () => {
    const same = await snapshot(sampleZone());
    expect(changesBetween(same, same)).toEqual([]);
    const told = await changes('facts/funds.yaml', '"8400000000"', '"9000000000"');
    expect(told).not.toEqual([]);
    expect(JSON.parse(JSON.stringify(told)).map((one: unknown) => factChange.parse(one))).toEqual(told);
  });

  it('is a figure with its difference, and what is computed from it', async () => {
    const told = await changes('facts/funds.yaml', '"8400000000"', '"9000000000"');
    expect(
      told.map(({ fact, kind, difference }) => [fact, kind, difference?.amount, difference?.unit]),
    ).toEqual([
      ['funds.committed', 'changed', '600000000', 'EUR'],
      ['funds.paid-in-ratio', 'changed', '-5', 'percentage-point'],
      ['funds.uncalled', 'changed', '600000000', 'EUR'],
    ]);
  });

  it('is a fact that came or went', async () => {
    const whole = await snapshot(sampleZone());
    const less = without(whole, 'people.counter');
    expect(changesBetween(less, whole)).toEqual([
      { fact: 'people.counter', kind: 'added', after: whole.facts['people.counter'] },
    ]);
    expect(changesBetween(whole, less)).toEqual([
      { fact: 'people.counter', kind: 'removed', before: whole.facts['people.counter'] },
    ]);
    expect(newsOf(changesBetween(whole, less)[0]!)).toEqual({ kind: 'removed' });
  });

  it.each<[string, string, string, News]>([
    ['facts/funds.yaml', 'amount: "12"', 'amount: "12.0"', { kind: 'precision' }],
    [
      'facts/funds.yaml',
      'unit: count }\n    qualifier: exact',
      'unit: count }\n    qualifier: about',
      { kind: 'precision' },
    ],
    ['facts/industry.yaml', '"15"', '"16"', { kind: 'inexact' }],
    [
      'facts/people.yaml',
      'qualifier: nearly',
      'qualifier: more-than',
      { kind: 'direction', direction: 'up' },
    ],
    ['facts/industry.yaml', 'basis: year-on-year', 'basis: annual-average', { kind: 'basis' }],
    ['facts/industry.yaml', 'period: "2024"', 'period: "2025"', { kind: 'period' }],
    ['facts/people.yaml', '"170000", unit: people', '"170000", unit: t', { kind: 'unit' }],
    ['facts/industry.yaml', '"10000000000"', '"50000000000"', { kind: 'class', direction: 'up' }],
    ['facts/industry.yaml', 'rank: 3', 'rank: 2', { kind: 'rank', direction: 'up' }],
    ['facts/industry.yaml', 'rank: 3', 'rank: 4', { kind: 'rank', direction: 'down' }],
    ['facts/industry.yaml', '2024-05-02\n', '2024-06-02\n', { kind: 'date', direction: 'later' }],
    ['facts/industry.yaml', '2024-05-02\n', '2024-04-02\n', { kind: 'date', direction: 'earlier' }],
    ['facts/industry.yaml', '2024-05-02\n', '2024-05\n', { kind: 'precision' }],
    ['facts/industry.yaml', '    date: 2024-05-02\n', '', { kind: 'date', direction: 'open' }],
    [
      'facts/people.yaml',
      'id: nautical-college',
      'id: naval-college',
      { kind: 'members', joined: ['naval-college'], left: ['nautical-college'] },
    ],
    ['facts/people.yaml', 'one counter for', 'one desk for', { kind: 'text' }],
    ['facts/people.yaml', 'paragraph: 1 }', 'paragraph: 4 }', { kind: 'backing' }],
    ['facts/funds.yaml', 'asOf: 2025-11-16', 'asOf: 2025-11-18', { kind: 'backing' }],
  ])('in %s from %j to %j', async (file, text, replacement, news) => {
    // What is computed follows, and is no matter here.
    const [first] = (await changes(file, text, replacement)).filter(({ after }) => !after?.derived);
    const told = newsOf(first!);
    expect(told).toEqual(news);
    expect(isNews(first!)).toBe(news.kind !== 'backing');
    expect(first?.difference).toBeUndefined();
  });

  it('compares texts in the languages that both editions have', async () => {
    const before = await snapshot(sampleZone());
    const after = JSON.parse(JSON.stringify(before)) as Snapshot;
    for (const fact of Object.values(after.facts)) {
      for (const texts of [fact.label, fact.text].filter((one) => one !== undefined))
        Object.assign(texts, { fr: 'en français' });
    }
    expect(changesBetween(before, after)).toEqual([]);
    expect(changesBetween(after, before)).toEqual([]);
  });
});

describe('the laws of changes', () => {
  /** Editions of some of the facts of both, so that facts come, go, change and stay. */
  const some = async () => {
    const [one, other] = [
      await snapshot(sampleZone()),
      await snapshot(sampleZoneWith('facts/funds.yaml', '"8400000000"', '"9000000000"')),
    ];
    const ids = Object.keys(one.facts);
    return fc
      .array(fc.constantFrom('no', 'one', 'other'), { minLength: ids.length, maxLength: ids.length })
      .map((picks): Snapshot => {
        const facts = ids.flatMap((id, index) => {
          const from = { no: undefined, one, other }[picks[index] as 'no' | 'one' | 'other'];
          return from ? [[id, from.facts[id]!] as const] : [];
        });
        return { facts: Object.fromEntries(facts), sources: one.sources };
      });
  };

  it('lead from the one edition to the other, and back with each turned round', async () => {
    const editions = await some();
    const turned = { added: 'removed', removed: 'added', changed: 'changed' } as const;
    fc.assert(
      fc.property(editions, editions, (before, after) => {
        const told = changesBetween(before, after);
        const made: Record<string, Snapshot['facts'][string]> = { ...before.facts };
        for (const { fact, kind, after: is } of told) {
          if (kind === 'removed') delete made[fact];
          else made[fact] = is!;
        }
        expect(editionContent({ facts: made, sources: after.sources })).toBe(editionContent(after));
        expect(changesBetween(after, before).map(({ fact, kind }) => [fact, kind])).toEqual(
          told.map(({ fact, kind }) => [fact, turned[kind]]),
        );
        expect(told.map((one) => factChange.parse(JSON.parse(JSON.stringify(one))))).toEqual(told);
      }),
    );
  });
});

describe('a fact with another id', () => {
  const renamed = async (edits: readonly (readonly [string, string])[]) => {
    const zone = sampleZone();
    const change = (text: string): string =>
      edits.reduce((now, [from, to]) => now.replaceAll(from, to), text);
    return snapshot(
      Object.fromEntries(
        Object.entries(zone).map(([path, text]) => [path, typeof text === 'string' ? change(text) : text]),
      ),
    );
  };

  it('is no news, nor is what is computed from it', async () => {
    const before = await snapshot(sampleZone());
    const after = await renamed([['funds.committed', 'funds.pledged']]);
    expect(Object.keys(after.facts)).toContain('funds.pledged');
    expect(changesBetween(before, after)).toEqual([]);
  });

  it('is told with its difference where it says something else, its evidence too', async () => {
    const before = await snapshot(sampleZone());
    const after = await renamed([
      ['funds.committed', 'funds.pledged'],
      ['"8400000000"', '"9000000000"'],
      ['stated: EUR 8.4 billion', 'stated: EUR 9 billion'],
    ]);
    const told = changesBetween(before, after);
    expect(told.map(({ fact, kind, difference }) => [fact, kind, difference?.amount])).toEqual([
      ['funds.paid-in-ratio', 'changed', '-5'],
      ['funds.pledged', 'changed', '600000000'],
      ['funds.uncalled', 'changed', '600000000'],
    ]);
  });

  it('is another fact where its label is another', async () => {
    const before = await snapshot(sampleZone());
    const after = await renamed([
      ['people.counter', 'people.desk'],
      ['en: one counter', 'en: two counters'],
    ]);
    const [fact] = Object.entries(after.facts).find(([id]) => id === 'people.desk') ?? [];
    const other = {
      ...after,
      facts: {
        ...after.facts,
        [fact as string]: {
          ...after.facts[fact as string]!,
          label: { en: 'Another', de: 'x', 'zh-CN': 'y' },
        },
      },
    };
    expect(changesBetween(before, other).map(({ fact: id, kind }) => [id, kind])).toEqual([
      ['people.counter', 'removed'],
      ['people.desk', 'added'],
    ]);
  });
});
