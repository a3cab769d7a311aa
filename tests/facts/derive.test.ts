import { describe, expect, it } from 'vitest';
import { loadLedger } from '../../src/facts/load.js';
import { memoryWorld } from '../../src/world.js';
import { sampleFolder, sampleZone, sampleZoneWith } from './fixtures.js';
import { marked, told } from './marked.js';

const label = 'label: { en: x, zh-CN: x, de: x }';
const path = `${sampleFolder}/facts/extra.yaml`;

/** Derived facts as an extra file of the sample zone; `⟦` marks the places of the findings. */
async function load(lines: string) {
  const { text, places } = marked(`topic: extra\nfacts:\n${lines}`);
  const { ledger, diagnostics } = await loadLedger(
    memoryWorld({ ...sampleZone(), [path]: text }),
    sampleFolder,
  );
  expect(diagnostics.map(({ at }) => `${at?.line}:${at?.column}`)).toEqual(places);
  for (const { at } of diagnostics) expect(at?.file).toBe(path);
  return { ledger, diagnostics, facts: ledger?.facts };
}
const derived = (id: string, formula: string, unit: string, rest = ''): string =>
  `  - id: extra.${id}\n    kind: quantity\n    ${label}\n    derived: { formula: ${formula}, unit: ${unit}${rest} }\n`;
const stated = (id: string, quantity: string, qualifier: string, rest = ''): string =>
  `  - id: extra.${id}\n    kind: quantity\n    ${label}\n    quantity: { ${quantity} }\n    qualifier: ${qualifier}\n${rest}` +
  '    evidence: [{ source: hafenblatt, locator: { paragraph: 1 }, stated: x }]\n';

describe('derived facts', () => {
  it.each([
    ['120', 'exact', '20', 'more-than', 'less-than'],
    ['120', 'exact', '20', 'at-least', 'at-most'],
    ['120', 'less-than', '20', 'exact', 'less-than'],
    ['120', 'at-most', '20', 'exact', 'at-most'],
    ['120', 'exact', '20', 'less-than', 'more-than'],
    ['120', 'exact', '20', 'about', 'about'],
  ])('keep the bound of a difference: %s %s less %s %s', async (all, one, part, other, qualifier) => {
    const { facts } = await load(
      stated('all', `amount: "${all}", unit: count`, one) +
        stated('part', `amount: "${part}", unit: count`, other) +
        derived('rest', 'extra.all - extra.part', 'count'),
    );
    expect(facts?.get('extra.rest')).toMatchObject({ quantity: { amount: '100' }, qualifier });
  });

  it('have amount, hedge, evidence and time from their parts', async () => {
    const { ledger } = await loadLedger(memoryWorld(sampleZone()), sampleFolder);
    expect(ledger?.facts.get('funds.paid-in-ratio')).toMatchObject({
      kind: 'share',
      topic: 'funds',
      quantity: { amount: '75', unit: 'percent' },
      qualifier: 'exact',
      asOf: '2025-11-16',
      evidence: [{ stated: 'EUR 6.3 billion' }, { stated: 'EUR 8.4 billion' }],
      derived: { formula: 'funds.paid-in / funds.committed', parts: ['funds.paid-in', 'funds.committed'] },
      at: { file: `${sampleFolder}/facts/funds.yaml`, line: 38, column: 5 },
    });
    expect(ledger?.facts.get('funds.uncalled')?.quantity).toEqual({ amount: '2100000000', unit: 'EUR' });
  });

  it('go on from the exact value of other derived facts, whatever their order', async () => {
    const { facts } = await load(
      derived('again', 'extra.third * funds.number', 'EUR') +
        derived('third', 'funds.committed / funds.number', 'EUR', ', digits: 1'),
    );
    expect(facts?.get('extra.third')?.quantity?.amount).toBe('700000000');
    expect(facts?.get('extra.again')?.quantity?.amount).toBe('8400000000');
    expect([...facts!.keys()].filter((id) => id.startsWith('extra'))).toEqual(['extra.again', 'extra.third']);
  });

  it('name evidence that parts share once', async () => {
    const { facts } = await load(derived('sum', '(funds.committed + funds.uncalled) - funds.paid-in', 'EUR'));
    expect(facts?.get('extra.sum')?.evidence.map(({ stated }) => stated)).toEqual([
      'EUR 8.4 billion',
      'EUR 6.3 billion',
    ]);
  });

  it('keep the hedge of their parts', async () => {
    const { facts } = await load(
      derived('each', 'funds.committed / people.talent', 'EUR', ', digits: 2') +
        derived('teams', 'people.visa-days * funds.number', 'count'),
    );
    expect(facts?.get('extra.each')).toMatchObject({ quantity: { amount: '49000' }, qualifier: 'more-than' });
    expect(facts?.get('extra.teams')).toMatchObject({
      quantity: { amount: '96', max: '120' },
      qualifier: 'range',
    });
  });

  it('have no time where their parts differ in it, unless one is stated', async () => {
    const { facts } = await load(
      stated('old', 'amount: "5", unit: EUR', 'exact', '    asOf: 2020-01\n    period: "2019"\n') +
        derived('none', 'funds.committed + extra.old', 'EUR') +
        `${derived('own', 'funds.committed + extra.old', 'EUR')}    asOf: 2025-12\n`,
    );
    expect(facts?.get('extra.none')).toMatchObject({ asOf: undefined, period: undefined });
    expect(facts?.get('extra.own')).toMatchObject({ asOf: '2025-12', period: undefined });
  });

  it('count percent and rates as what they mean', async () => {
    const { facts } = await load(
      stated('rate', 'amount: "30", unit: count, per: { amount: "1000", unit: people }', 'exact') +
        stated('people', 'amount: "5000", unit: people', 'exact') +
        derived('cases', 'extra.rate * extra.people', 'count') +
        derived('part', 'industry.share * funds.committed', 'EUR') +
        derived('change', 'industry.share - funds.paid-in-ratio', 'percentage-point'),
    );
    expect(facts?.get('extra.cases')?.quantity).toEqual({ amount: '150', unit: 'count' });
    expect(facts?.get('extra.part')?.quantity).toEqual({ amount: '3570000000', unit: 'EUR' });
    expect(facts?.get('extra.change')?.quantity).toEqual({ amount: '-32.5', unit: 'percentage-point' });
  });

  it('refuse tiers: a tier is a class, not an amount', async () => {
    const { diagnostics } = await load(derived('a', 'funds.committed / ⟦industry.batteries', 'percent'));
    expect(diagnostics[0]).toMatchObject({
      code: 'facts/formula-tier',
      expected: 'facts with an amount: a tier is a class, not an amount',
    });
  });

  it.each([
    ['an event', 'funds.number * ⟦industry.opening', 'facts/formula-no-figure'],
    ['a roster', '⟦people.schools + funds.number', 'facts/formula-no-figure'],
    ['a ranking', '⟦industry.rank', 'facts/formula-no-figure'],
    ['an unknown fact', 'funds.number + ⟦funds.numbr', 'facts/unknown-fact'],
    ['two units', 'funds.number ⟦+ funds.committed', 'facts/formula-units'],
    ['a zero divisor', 'funds.number ⟦/ (funds.number - funds.number)', 'facts/formula-division-by-zero'],
    [
      'a fraction without end',
      '⟦funds.number / (funds.number + funds.number + funds.number)',
      'facts/formula-not-exact',
    ],
    ['a number', 'funds.number * ⟦2', 'facts/formula-syntax'],
  ])('refuse %s at its place in the formula', async (_, formula, code) => {
    const { diagnostics } = await load(derived('a', formula, 'count'));
    expect(diagnostics[0]?.code).toBe(code);
  });

  it('point into a quoted formula as well', async () => {
    await load(derived('a', '"funds.number + ⟦funds.none"', 'count'));
  });

  it('name both units that do not go together', async () => {
    const { diagnostics } = await load(
      derived('a', 'funds.number ⟦- funds.committed', 'EUR') +
        derived('b', 'funds.committed / funds.number', '⟦percent'),
    );
    expect(diagnostics[0]?.message).toContain('count - EUR');
    expect(diagnostics[1]?.message).toContain('gives EUR/count, which cannot be told in percent');
  });

  it('name the whole cycle, once', async () => {
    const { diagnostics } = await load(
      derived('a', '⟦extra.b + funds.number', 'count') +
        derived('b', 'funds.number - extra.c', 'count') +
        derived('c', 'extra.a', 'count') +
        derived('user', 'extra.a + extra.b', 'count') +
        derived('self', '⟦extra.self', 'count'),
    );
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'formulas go in a circle: extra.a -> extra.b -> extra.c -> extra.a',
      'formulas go in a circle: extra.self -> extra.self',
    ]);
  });

  it('cut a cycle that is too long to read', async () => {
    const link = (index: number): string => `${index === 0 ? '⟦' : ''}extra.a${(index + 1) % 100}`;
    const { diagnostics } = await load(
      Array.from({ length: 100 }, (_, index) => derived(`a${index}`, link(index), 'count')).join(''),
    );
    expect(diagnostics[0]?.message).toContain('extra.a11 -> … 77 more … -> extra.a89');
    expect(diagnostics[0]?.message).toMatch(/extra\.a0$/);
  });

  it('are silent about a part that has findings of its own', async () => {
    const { diagnostics } = await load(
      stated('bad', 'amount: ⟦5, unit: count', 'exact') +
        derived('a', 'extra.bad + funds.number', 'count') +
        derived('b', 'extra.a + extra.c', 'count') +
        derived('c', 'funds.number ⟦+ funds.committed', 'count'),
    );
    expect(diagnostics.map(({ code }) => code)).toEqual(['yaml/wrong-type', 'facts/formula-units']);
  });

  it('are held to what their kind allows', async () => {
    const share = (whole: string, formula: string): string =>
      derived('a', formula, 'percent').replace('kind: quantity', `kind: share${whole}`);
    const whole = '\n    whole: { en: x, zh-CN: x, de: x }';
    const over = await load(
      share(whole, 'funds.committed / funds.paid-in')
        .replace('percent', 'percent, digits: 3')
        .replace('derived: {', 'derived: ⟦{'),
    );
    expect(over.diagnostics[0]).toMatchObject({
      code: 'facts/share-over-whole',
      message: expect.stringContaining('133'),
    });
    const none = await load(share('', 'funds.paid-in / funds.committed').replace('id:', '⟦id:'));
    expect(none.diagnostics[0]?.code).toBe('facts/whole');
  });

  it('end for chains of products that grow without bound', async () => {
    const links = Array.from({ length: 40 }, (_, index) =>
      derived(`a${index + 1}`, `extra.a${index} * extra.a${index}`, 'percent', ', digits: 3'),
    );
    const text = `topic: extra\nfacts:\n${derived('a0', 'funds.number / funds.number', 'percent')}${links.join('')}`;
    const grown = text.replace(
      'funds.number / funds.number',
      'people.talent / people.talent * industry.share',
    );
    const { diagnostics } = await loadLedger(memoryWorld({ ...sampleZone(), [path]: grown }), sampleFolder);
    expect(told(diagnostics).every((one) => /formula-too-large|formula-not-exact/.test(one))).toBe(true);
    expect(diagnostics.some(({ code }) => code === 'facts/formula-too-large')).toBe(true);
  });

  it('that misspell a fact in the same file are told its name', async () => {
    const { diagnostics } = await loadLedger(
      memoryWorld(
        sampleZoneWith(
          'facts/funds.yaml',
          'funds.committed - funds.paid-in',
          'funds.committed - funds.payed-in',
        ),
      ),
      sampleFolder,
    );
    expect(diagnostics[0]).toMatchObject({
      code: 'facts/unknown-fact',
      hint: 'Did you mean "funds.paid-in"?',
    });
    expect(told(diagnostics)).toEqual(['facts/unknown-fact 47:43']);
  });
});
