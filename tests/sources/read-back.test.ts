import { describe, expect, it } from 'vitest';
import { readBack } from '../../src/sources/read-back.js';
import { evidence, fact, figure, ledger, reader, source } from './fixtures.js';

const people = { amount: '170000', unit: 'people' };
const sources = [source('paper', 'zh-CN'), source('presse', 'de'), source('zasshi', 'ja')];
const read = (...facts: Parameters<typeof ledger>[0]) => readBack(ledger(facts, sources), reader);

describe('evidence read back', () => {
  it('has no findings where phrase and fact say the same', () => {
    expect(
      read(
        figure('a.people', people, 'nearly', [evidence('近17万人')]),
        figure('a.growth', { amount: '15', unit: 'percent' }, 'more-than', [
          evidence('mehr als 15 %', { paragraph: 1 }, 'presse'),
        ]),
        fact('a.name', [evidence('金凤实验室')]),
        fact('a.rank', [evidence('西部首个')], { kind: 'ranking', rank: 1 }),
        fact('a.day', [evidence('大会'), evidence('11月16日')], { kind: 'event', date: '2025-11-16' }),
      ),
    ).toEqual([]);
  });

  it('shows both readings side by side, at the phrase', () => {
    const [finding, ...rest] = read(
      figure('a.people', people, 'exact', [evidence('17万人'), evidence('近17万人')]),
    );
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ code: 'evidence/differs', severity: 'error', at: { line: 11 } });
    expect(finding?.message).toBe(
      'a.people is not what its evidence says (qualifier): "近17万人" reads as ' +
        '{ amount: "170000", unit: people }, qualifier: nearly, the fact is { amount: "170000", unit: people }, qualifier: exact',
    );
    expect(finding?.hint).toContain('qualifier');
  });

  it('says of a figure whose phrase states none, or several, that it cannot be read', () => {
    const [none, several] = read(
      figure('a.none', people, 'nearly', [evidence('样本采集人群')]),
      figure('a.several', people, 'nearly', [evidence('近17万人、近200人')]),
    );
    expect(none).toMatchObject({ code: 'evidence/unread', severity: 'error' });
    expect(several?.message).toContain('2 figures');
  });

  it('holds a growth told as a decline to be below zero, and no other figure', () => {
    const percent = (amount: string, rest = {}) => ({ amount, unit: 'percent', ...rest });
    const yearly = { basis: 'year-on-year' } as const;
    const growth = (amount: string, stated: string, language = 'paper', rest = {}) =>
      read(
        figure(
          'a.growth',
          percent(amount, rest),
          'exact',
          [evidence(stated, { paragraph: 1 }, language)],
          'growth',
        ),
      );
    expect(growth('-6.5', '同比下降6.5%', 'paper', yearly)).toEqual([]);
    expect(growth('-6.5', '负增长6.5%')).toEqual([]);
    expect(growth('-6.5', 'sank 2024 um 6,5 %', 'presse')).toEqual([]);
    expect(growth('6.5', '增长6.5%')).toEqual([]);
    for (const [stated, language] of [
      ['同比下降6.5%', 'paper'],
      ['负增长6.5%', 'paper'],
      ['sank 2024 um 6,5 %', 'presse'],
    ] as const) {
      const [finding, ...others] = growth('6.5', stated, language, stated.startsWith('同') ? yearly : {});
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ code: 'evidence/differs', severity: 'error' });
      expect(finding?.message).toContain('reads as { amount: "-6.5"');
    }
    for (const [stated, language] of [
      ['下降超过6.5%', 'paper'],
      ['负增长超过6.5%', 'paper'],
      ['ein Minus von gut 6,5 %', 'presse'],
    ] as const) {
      const [bounded, ...others] = growth('-6.5', stated, language);
      expect(others).toEqual([]);
      expect(bounded).toMatchObject({ code: 'evidence/unread' });
      expect(bounded?.message).toContain('can be taken in two ways');
    }
    expect(growth('6.5', '下降6.5%')[0]?.hint).toContain('A decline is a growth below zero.');
    expect(read(figure('a.share', percent('6.5'), 'exact', [evidence('减少6.5%')], 'share'))).toEqual([]);
  });

  it('holds the date of an event against its phrases', () => {
    const [wrong] = read(fact('a.day', [evidence('11月16日')], { kind: 'event', date: '2025-11-17' }));
    expect(wrong).toMatchObject({ code: 'evidence/differs', at: { line: 10 } });
    expect(wrong?.message).toContain('reads as --11-16, the fact is 2025-11-17');
  });

  it.each([
    ['全国第3位', 3, 0],
    ['位列第十二', 12, 0],
    ['第三', 2, 1],
    ['ranked 21st', 1, 1],
    ['第5届大会首个', 1, 0],
    ['西部首个', 1, 0],
    ['第十二届大会', 1, 0],
  ])('holds the rank of a ranking against an ordinal in it: %s', (stated, rank, findings) => {
    expect(read(fact('a.rank', [evidence(stated)], { kind: 'ranking', rank }))).toHaveLength(findings);
  });

  it('warns of a date that no phrase states', () => {
    expect(read(fact('a.day', [evidence('大会')], { kind: 'event', date: '2025-11-16' }))).toMatchObject([
      { code: 'evidence/no-date', severity: 'warning' },
    ]);
  });

  it('warns once of a source in a language that has no reader', () => {
    const found = read(
      figure('a.one', people, 'nearly', [evidence('17万人近く', { paragraph: 1 }, 'zasshi')]),
      figure('a.two', people, 'nearly', [evidence('17万人近く', { paragraph: 1 }, 'zasshi')]),
    );
    expect(found).toMatchObject([{ code: 'evidence/no-reader', severity: 'warning' }]);
    expect(found[0]?.message).toContain('"ja"');
  });

  it('leaves derived facts to the evidence of their parts', () => {
    const derived = { formula: 'a.x + a.y', parts: ['a.x', 'a.y'] };
    expect(read({ ...figure('a.sum', people, 'exact', [evidence('5万人')]), derived })).toEqual([]);
  });
});
