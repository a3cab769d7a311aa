import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

type Edit = (text: string, turn: number) => string;
const { withCommitted, withLarger }: Record<'withCommitted' | 'withLarger', Edit> = await import(
  new URL('figures.mjs', import.meta.url).href
);
const folder = fileURLToPath(new URL('../../../data/chongqing-hitech-zone/facts', import.meta.url));
const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
const funds = texts.find((text) => text.includes('id: funds.committed')) ?? '';

describe('other figures for the sample', () => {
  it('are another amount of committed capital each time, in the fact as in its evidence', () => {
    const amounts = Array.from({ length: 117 }, (_, turn) => {
      const text = withCommitted(funds, turn);
      const [, amount] = /id: funds\.committed\n[\s\S]*?amount: "(\d+)"/.exec(text) ?? [];
      const [, stated] = /id: funds\.committed\n[\s\S]*?stated: ([\d.]+)亿元/.exec(text) ?? [];
      expect(Number(amount)).toBeCloseTo(Number(stated) * 1e8, 0);
      return amount;
    });
    expect(new Set(amounts).size).toBe(117);
    expect(amounts).not.toContain('28660000000');
  });

  it('change what sources state exactly, and nothing else', () => {
    const lines = texts.flatMap((text) => {
      const before = text.split('\n');
      const after = withLarger(text, 50).split('\n');
      expect(after).toHaveLength(before.length);
      return before.flatMap((line, index) => (line === after[index] ? [] : [after[index] ?? '']));
    });
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((line) => !/ (quantity|- \{ source): ?/.test(line))).toEqual([]);
    // "50余家" and "近17万人" are about, or more.
    expect(lines.filter((line) => /余|近|mehr als/.test(line))).toEqual([]);
  });

  it('never end in zero, which would be a digit of the figure', () => {
    for (let turn = 0; turn < 100; turn += 1) {
      const stated = texts.flatMap((text) =>
        [...withLarger(text, turn).matchAll(/qualifier: exact[\s\S]*?stated: \D*([\d.]+)/g)].map(
          ([, figure]) => figure,
        ),
      );
      expect(stated.length).toBeGreaterThan(10);
      expect(stated.filter((figure) => figure?.endsWith('0'))).toEqual([]);
    }
  });
});
