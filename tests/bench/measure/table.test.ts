import { describe, expect, it } from 'vitest';

interface TableModule {
  readonly isMet: (target: { most?: number; least?: number }, value: number) => boolean;
  readonly targets: Readonly<Record<string, { what: string }>>;
  readonly Table: new () => {
    set(name: string, measured: { value: number; cpu?: number; what?: string }): void;
    text(): string;
    unmetProfiles(): string[];
  };
}
const { isMet, targets, Table }: TableModule = await import(new URL('table.mjs', import.meta.url).href);
const { median, percentile }: Record<'median' | 'percentile', (values: number[], share?: number) => number> =
  await import(new URL('statistics.mjs', import.meta.url).href);

describe('the table of targets', () => {
  it('has a row for every target, and says of one without a value that it was not measured', () => {
    const lines = new Table().text().trimEnd().split('\n').slice(1);
    expect(lines.map((line) => line.trim().split(/ {2,}–/)[0])).toEqual(
      Object.values(targets).map(({ what }) => what),
    );
    expect(lines.filter((line) => !line.endsWith('not measured'))).toEqual([]);
  });

  it('says whether a value is what its row asks for, at most or at least', () => {
    const table = new Table();
    table.set('first', { value: 0.5, cpu: 0.61 });
    table.set('cached', { value: 0.251 });
    table.set('zonesDrawn', { value: 4 });
    table.set('zonesCached', { value: 14.9, what: '8 zones, charts cached' });
    const row = (what: string) =>
      table
        .text()
        .split('\n')
        .find((line) => line.startsWith(what)) ?? '';
    expect(row(targets.first?.what ?? '')).toMatch(/0\.500 +≤ 0\.5 +met +0\.610$/);
    expect(row(targets.cached?.what ?? '')).toMatch(/0\.251 +≤ 0\.25 +not met$/);
    expect(row(targets.zonesDrawn?.what ?? '')).toMatch(/4\.000 +≥ 4 +met$/);
    expect(row('8 zones, charts cached')).toMatch(/14\.9 +≥ 15 +not met$/);
  });

  it('names the builds whose profiles tell why something is not met', () => {
    const table = new Table();
    table.set('first', { value: 0.4 });
    for (const name of ['slides', 'slidesMemory', 'watch', 'reading']) table.set(name, { value: 99 });
    expect(table.unmetProfiles()).toEqual(['slides', 'watch']);
  });

  it('refuses a value for a row that it does not have', () => {
    expect(() => new Table().set('fastest', { value: 1 })).toThrow('"fastest"');
  });

  it('takes what is no number for nothing that was met', () => {
    expect(isMet({ most: 1 }, Number.NaN)).toBe(false);
    expect(isMet({ least: 1 }, Number.NaN)).toBe(false);
  });
});

it('finds medians and percentiles of values in any order, among the values', () => {
  expect(median([5, 1, 9])).toBe(5);
  expect(median([4, 1])).toBe(1);
  expect(median([100, 20, 3])).toBe(20);
  const hundred = Array.from({ length: 100 }, (_, index) => ((index * 37) % 100) + 1);
  expect([0, 0.01, 0.9, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 1, 90, 99, 100]);
});
