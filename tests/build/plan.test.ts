import { describe, expect, it } from 'vitest';
import { fileDate } from '../../src/build/date.js';
import { planFor } from '../../src/build/plan.js';
import { UsageError } from '../../src/diagnostic.js';
import type { Zone } from '../../src/facts/schema.js';
import { memoryWorld } from '../../src/world.js';

const zone: Zone = {
  name: {},
  issuer: {},
  template: 't',
  languages: ['en', 'zh-CN', 'de'],
  summaries: [['zh-CN', 'en']],
};

describe('the plan', () => {
  it('is what zone.yaml says when nothing is asked for', () => {
    expect(planFor(zone, {})).toMatchObject({ decks: ['en', 'zh-CN', 'de'], summaries: [['zh-CN', 'en']] });
  });

  it('is what is asked for, each once', () => {
    expect(
      planFor(zone, { languages: ['de', 'de'], summaries: [['de'], ['en', 'de'], ['en', 'de']] }),
    ).toMatchObject({
      decks: ['de'],
      summaries: [['de'], ['en', 'de']],
    });
  });

  it('sets the languages of a summary as zone.yaml says of the pair, or as the caller says of all', () => {
    const pair = ['zh-CN', 'en'];
    const listed: Zone = { ...zone, summaries: [{ languages: pair, arrangement: 'sequential' }, ['de']] };
    const plan = planFor(listed, {});
    expect(plan.summaries).toEqual([pair, ['de']]);
    expect([pair, ['en', 'zh-CN']].map(plan.arrangementOf)).toEqual(['sequential', 'facing']);
    expect(planFor(listed, { arrangement: 'facing' }).arrangementOf(pair)).toBe('facing');
    expect(planFor(zone, {}).arrangementOf(pair)).toBe('facing');
    expect(planFor(zone, { arrangement: 'sequential' }).arrangementOf(pair)).toBe('sequential');
  });

  it('can be decks only, or summaries only', () => {
    expect(planFor(zone, { languages: [], summaries: [['en']] })).toMatchObject({
      decks: [],
      summaries: [['en']],
    });
    expect(planFor(zone, { languages: ['en'], summaries: [] })).toMatchObject({
      decks: ['en'],
      summaries: [],
    });
  });

  it('refuses a language that the zone does not have and says which it has', () => {
    expect(() => planFor(zone, { languages: ['fr'] })).toThrow(
      'no language "fr"; its languages are: en, zh-CN, de',
    );
    expect(() => planFor(zone, { summaries: [['en', 'fr']] })).toThrow(UsageError);
  });

  it.each([[['en', 'en']], [[]], [['en', 'de', 'zh-CN']]])('refuses a summary of %j', (pair) => {
    expect(() => planFor(zone, { summaries: [pair] })).toThrow(UsageError);
  });
});

describe('the date of the files', () => {
  const dated = (epoch: string, edition = '2026-01-19') =>
    fileDate(memoryWorld({}, { environment: { SOURCE_DATE_EPOCH: epoch } }), edition);

  it("is the edition's day", () => {
    expect(fileDate(memoryWorld(), '2026-01-19')).toBe('2026-01-19');
  });

  it.each([
    ['2026', '2026-01-01'],
    ['2026-03', '2026-03-01'],
  ])('is the first day of an edition dated %s', (edition, day) => {
    expect(fileDate(memoryWorld(), edition)).toBe(day);
  });

  it('is SOURCE_DATE_EPOCH where that is set', () => {
    expect(dated('1767225600')).toBe('2026-01-01T00:00:00Z');
    expect(dated('')).toBe('2026-01-19');
  });

  it.each(['yesterday', '-1', '1e9', '0', '99999999999', '1767225600.5'])(
    'is refused when SOURCE_DATE_EPOCH is %s',
    (epoch) => {
      expect(() => dated(epoch)).toThrow(UsageError);
    },
  );
});
