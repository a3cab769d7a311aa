import { describe, expect, it } from 'vitest';
import { composeInlines, composeSlide, ledger } from './fixtures.js';

const one = async (call: string, language = 'en') => (await composeInlines(call, { language }))[0];

describe('helpers', () => {
  it.each([
    ['a quantity', '{{fact "funds.committed"}}', 'RMB 28.66 billion'],
    ['a tile', '{{fact "funds.committed" style="tile"}}', 'RMB 28.66bn'],
    ['a hedge', '{{fact "industry.growth"}}', 'more than 15%'],
    ['a tier', '{{fact "industry.chips"}}', 'RMB 100 billion class'],
    ['people with what they are', '{{fact "talent.researchers"}}', 'nearly 200 researchers'],
    ['people without', '{{fact "talent.researchers" noun=false}}', 'nearly 200'],
    ['the rank of a ranking', '{{fact "talent.rank"}}', 'first'],
    ['the date of an event', '{{fact "talent.conference"}}', '16 November 2025'],
    ['the members of a roster', '{{fact "industry.companies"}}', 'North Semi and South Fab'],
    ['the text of a statement', '{{fact "industry.service"}}', 'one desk for all'],
    ['a label', '{{label "funds.ratio"}}', 'Paid in'],
    ['a label within a sentence', '{{label "funds.ratio" initial="lower"}}', 'paid in'],
    ['a hedge at its beginning', '{{fact "industry.growth" initial="upper"}}', 'More than 15%'],
    ['one member', '{{member "industry.companies" "south"}}', 'South Fab'],
    ['a note', '{{note "funds.committed"}}', 'All funds together'],
    ['among which', '{{among "talent.rank"}}', 'in the west'],
    ['of what', '{{whole "industry.share"}}', "the city's output"],
    ['a period', '{{time "industry.share"}}', '2024'],
    ['an as-of date', '{{time "funds.committed"}}', '19 January 2026'],
  ])('write %s', async (_, call, value) => {
    expect(await one(call)).toEqual({ kind: 'figure', value, fact: /"([^"]+)"/.exec(call)![1] });
  });

  it('write in the language of the template', async () => {
    expect(await one('{{fact "funds.committed"}}', 'zh-CN')).toMatchObject({ value: '286.6亿元' });
    expect(await one('{{fact "talent.researchers" case="dative"}}', 'de')).toMatchObject({
      value: expect.stringMatching(/Forschern$/),
    });
  });

  it('give an ordinal the ending its noun needs', async () => {
    expect(await one('{{fact "talent.rank"}}', 'de')).toMatchObject({ value: 'erste' });
    expect(await one('{{fact "talent.rank" form="neuter"}}', 'de')).toMatchObject({ value: 'erstes' });
  });

  it('leave acronyms as they are at the beginning of a label', async () => {
    const changed = ledger([{ id: 'funds.ratio', label: { en: 'R&D intensity' } }]);
    const [label] = await composeInlines('{{label "funds.ratio" initial="lower"}}', { ledger: changed });
    expect(label).toMatchObject({ value: 'R&D intensity' });
  });

  it('write zone and edition as literals, since no fact stands behind them', async () => {
    expect(await one('{{zone "issuer"}}')).toEqual({ kind: 'literal', value: 'Harbour Office' });
    expect(await one('{{edition}}')).toEqual({ kind: 'literal', value: '19 January 2026' });
  });

  it('fall back to the full name where the zone has no short one', async () => {
    const without = ledger();
    const { shortName: _, ...zone } = without.zone;
    const inlines = await composeInlines('{{zone "shortName"}}', { ledger: { ...without, zone } });
    expect(inlines).toEqual([{ kind: 'literal', value: 'Harbour Innovation Zone' }]);
  });

  it.each([
    ['an unknown fact', '{{fact "fund.committed"}}', 'unknown-fact', 8, 'did you mean "funds.committed"?'],
    [
      'an unknown member',
      '{{member "industry.companies" "sout"}}',
      'unknown-member',
      31,
      'did you mean "south"?',
    ],
    ['members of what has none', '{{member "funds.ratio" "a"}}', 'nothing-to-write', 10, undefined],
    ['a style mistyped', '{{fact "funds.ratio" style="proze"}}', 'wrong-value', 28, 'did you mean "prose"?'],
    [
      'a case that is none',
      '{{fact "funds.ratio" case="datif"}}',
      'wrong-value',
      27,
      'did you mean "dative"?',
    ],
    [
      'a case of what is no figure',
      '{{fact "talent.conference" case="dative"}}',
      'option-without-effect',
      33,
      'delete it',
    ],
    [
      'an ending of what is no ranking',
      '{{fact "funds.ratio" form="neuter"}}',
      'option-without-effect',
      27,
      'delete it',
    ],
    [
      'a note there is not',
      '{{note "funds.ratio"}}',
      'nothing-to-write',
      8,
      expect.stringContaining('note:'),
    ],
    [
      'the date of an undated event',
      '{{fact "talent.opening"}}',
      'nothing-to-write',
      8,
      expect.stringContaining('{{label'),
    ],
    [
      'a time there is not',
      '{{time "talent.growth"}}',
      'nothing-to-write',
      8,
      expect.stringContaining('period'),
    ],
    ['something else of the zone', '{{zone "shortname"}}', 'wrong-value', 8, 'did you mean "shortName"?'],
    [
      'an unknown topic',
      '{{#each (facts topic="fundz")}}x{{/each}}',
      'wrong-value',
      22,
      'did you mean "funds"?',
    ],
    ['an unknown kind', '{{#each (facts kind="tire")}}x{{/each}}', 'wrong-value', 21, 'did you mean "tier"?'],
    ['an unknown chart', '{{chart "scal"}}', 'unknown-chart', 9, 'did you mean "scale"?'],
  ])('report %s', async (_, call, code, column, hint) => {
    const { document, diagnostics } = await composeSlide(call);
    expect(document).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: `template/${code}`, severity: 'error', at: { line: 7, column }, hint },
    ]);
  });

  it('report a label that is missing in the language', async () => {
    const changed = ledger([{ id: 'talent.rank', label: { en: 'Centre' } }]);
    const { diagnostics } = await composeSlide('{{label "talent.rank"}}', {
      language: 'de',
      ledger: changed,
    });
    expect(diagnostics).toMatchObject([
      {
        code: 'template/missing-language',
        message: 'label of talent.rank is not given in de',
        at: { line: 7, column: 9 },
      },
    ]);
  });

  it('take names of Object for what they are, no fact and no label', async () => {
    const changed = ledger([{ id: 'talent.rank', label: {} }]);
    const { diagnostics } = await composeSlide(
      '{{label "constructor"}} {{fact "__proto__"}} {{zone "toString"}}',
      {
        ledger: changed,
      },
    );
    expect(diagnostics).toHaveLength(3);
  });
});
