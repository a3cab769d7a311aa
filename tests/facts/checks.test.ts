import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EarlierFigures } from '../../src/facts/checks/jump.js';
import { loadLedger } from '../../src/facts/load.js';
import { memoryWorld } from '../../src/world.js';
import { sampleFolder, sampleZone } from './fixtures.js';
import { marked, told } from './marked.js';

interface Sketch {
  readonly id: string;
  readonly kind?: string;
  readonly unit?: string;
  /** "nearly 30", "range 2 3" */
  readonly figure: string;
  readonly extra?: string;
  readonly basis?: string;
}

function fact({ id, kind = 'quantity', unit = 'EUR', figure, extra = '', basis }: Sketch): string {
  const [qualifier, amount, max] = figure.split(' ');
  const parts = [`amount: "${amount}"`, max && `max: "${max}"`, `unit: ${unit}`, basis && `basis: ${basis}`];
  const whole = kind === 'share' ? '    whole: { en: all, zh-CN: 全部, de: alles }\n' : '';
  return `  - id: ${id}
    kind: ${kind}
    label: { en: a, zh-CN: 甲, de: a }
    quantity: { ${parts.filter(Boolean).join(', ')} }
    qualifier: ${qualifier}
${whole}${extra}    evidence:
      - { source: harbour-gazette, locator: {}, stated: ${qualifier} ${amount} }
`;
}

/** Findings of the sample zone with these facts and checks. */
async function findings(checks: string, facts: readonly Sketch[] = [], earlier?: EarlierFigures) {
  const files = {
    ...sampleZone(),
    [`${sampleFolder}/checks.yaml`]: checks,
    ...(facts.length > 0 && {
      [`${sampleFolder}/facts/extra.yaml`]: `topic: extra\nfacts:\n${facts.map(fact).join('\n')}`,
    }),
  };
  const world = memoryWorld(files);
  const { ledger, diagnostics } = await loadLedger(world, sampleFolder, { earlier });
  return { ledger, diagnostics, codes: diagnostics.map(({ code }) => code) };
}

const level = (id: string, figure: string, period?: string): Sketch => ({
  id: `x.${id}`,
  figure,
  ...(period && { extra: `    period: "${period}"\n` }),
});
const share = (id: string, figure: string): Sketch => ({
  id: `x.${id}`,
  kind: 'share',
  unit: 'percent',
  figure,
});

describe('checks between facts', () => {
  it('have nothing to say where all holds, and where there is no file', async () => {
    const { diagnostics, ledger } = await findings(
      'part-of:\n  - { part: funds.paid-in, whole: funds.committed }\n',
    );
    expect(diagnostics).toEqual([]);
    expect(ledger).toBeDefined();
    expect((await loadLedger(memoryWorld(sampleZone()), sampleFolder)).diagnostics).toEqual([]);
  });

  it('name both facts, their places and figures as written, and the rule', async () => {
    const { diagnostics, ledger } = await findings(
      'part-of:\n  - { part: funds.committed, whole: funds.paid-in }\n',
    );
    expect(ledger).toBeDefined();
    expect(diagnostics).toEqual([
      {
        code: 'checks/part-of',
        severity: 'error',
        message:
          `funds.committed is larger than funds.paid-in, whose part it is: 8400000000 EUR ("EUR 8.4 billion", ` +
          `${sampleFolder}/facts/funds.yaml:16); 6300000000 EUR ("EUR 6.3 billion", ${sampleFolder}/facts/funds.yaml:29)`,
        at: expect.objectContaining({ file: `${sampleFolder}/checks.yaml`, line: 2, column: 5 }),
        expected: 'funds.committed ≤ funds.paid-in',
        hint: expect.stringContaining('Look both up'),
      },
    ]);
  });

  it.each([
    ['exact 5', 'exact 4', true],
    ['exact 4', 'exact 4', false],
    ['more-than 4', 'exact 4', true],
    ['at-least 5', 'exact 4', true],
    ['at-least 4', 'exact 4', false],
    ['exact 4', 'less-than 4', true],
    ['exact 4', 'at-most 4', false],
    ['exact 4', 'more-than 1', false],
    ['less-than 9', 'exact 4', false],
    ['range 5 6', 'exact 4', true],
    ['range 3 6', 'exact 4', false],
    // Within 10 percent: from 27, from 45.
    ['nearly 30', 'exact 28', false],
    ['nearly 30', 'exact 26', true],
    ['about 50', 'exact 46', false],
    ['about 50', 'exact 44', true],
    ['exact 54', 'about 50', false],
    ['exact 56', 'about 50', true],
    ['exact 30', 'nearly 30', true],
  ])('hold %s against a whole of %s', async (part, whole, broken) => {
    const facts: Sketch[] = [
      { id: 'x.part', unit: 'count', figure: part },
      { id: 'x.whole', unit: 'count', figure: whole },
    ];
    const { codes } = await findings('part-of:\n  - { part: x.part, whole: x.whole }\n', facts);
    expect(codes).toEqual(broken ? ['checks/part-of'] : []);
  });

  it.each([
    ['exact 28.66', 'exact 28.7', false],
    ['exact 28.66', 'exact 28.8', true],
    ['exact 28660000000', 'exact 28700000000', false],
    ['exact 28660000000', 'exact 28800000000', true],
    ['exact 30000000000', 'exact 20000000000', true],
    ['exact 250000000', 'exact 249600000', false],
    ['exact 250000000', 'exact 249000000', true],
    ['exact 8400', 'exact 8390', true],
    ['exact 28660000000', 'exact 29000000000', false],
    ['nearly 30000000000', 'exact 28660000000', false],
    ['nearly 30000000000', 'exact 30000000000', false],
    ['nearly 30000000000', 'exact 31000000000', true],
    ['nearly 30000000000', 'exact 26000000000', true],
    ['about 30', 'more-than 32', false],
    ['about 30', 'more-than 33', true],
    ['more-than 30', 'exact 63', false],
    ['less-than 30', 'more-than 30', true],
    ['range 2 3', 'range 3 4', false],
    ['about -30', 'exact -32', false],
    ['about -30', 'exact -36', true],
    ['exact 0', 'exact 0', false],
    ['exact 0', 'exact 1', true],
  ])('hold %s against %s as statements of one thing', async (one, other, apart) => {
    const facts = [level('one', one), level('other', other)];
    expect((await findings('agree:\n  - facts: [x.one, x.other]\n', facts)).codes).toEqual(
      apart ? ['checks/agree'] : [],
    );
  });

  it('take what "nearly" means from the check', async () => {
    const facts = [level('one', 'nearly 30000000000'), level('other', 'exact 28660000000')];
    const check = (within: string) => `agree:\n  - { facts: [x.one, x.other], within: "${within}" }\n`;
    expect((await findings(check('5'), facts)).codes).toEqual([]);
    const { diagnostics } = await findings(check('4'), facts);
    expect(diagnostics).toMatchObject([
      {
        code: 'checks/agree',
        expected:
          'a value that fits both; x.one leaves 28800000000 to below 30000000000, x.other 28655000000 to below 28665000000, with nearly and about reaching 4% far',
      },
    ]);
  });

  it('count things and people without rounding, and amounts with half of the last digit', async () => {
    const things = (figure: string, id: string): Sketch => ({ id, unit: 'count', figure });
    const check = 'agree:\n  - facts: [x.one, x.other]\n';
    expect(
      (await findings(check, [things('exact 24', 'x.one'), things('exact 25', 'x.other')])).codes,
    ).toEqual(['checks/agree']);
    expect(
      (await findings(check, [things('exact 170000', 'x.one'), things('exact 170321', 'x.other')])).codes,
    ).toEqual([]);
  });

  it.each([
    [['exact 60', 'exact 40'], false, []],
    [['exact 33.4', 'exact 33.3', 'exact 33.4'], true, []],
    [['exact 60', 'exact 42'], false, ['checks/shares-of-whole']],
    [['more-than 60', 'more-than 40'], false, ['checks/shares-of-whole']],
    [['exact 60', 'nearly 40'], true, []],
    [['exact 60', 'nearly 30'], true, ['checks/shares-of-whole']],
    [['exact 60', 'less-than 30'], true, ['checks/shares-of-whole']],
    [['exact 60', 'more-than 30'], true, []],
    [['exact 60', 'exact 30'], false, []],
  ])('hold the sum of %s (complete: %s)', async (figures, complete, expected) => {
    const facts = figures.map((figure, index) => share(`s${index}`, figure));
    const ids = facts.map(({ id }) => id).join(', ');
    const { codes } = await findings(
      `shares-of-whole:\n  - { shares: [${ids}], complete: ${complete} }\n`,
      facts,
    );
    expect(codes).toEqual(expected);
  });

  const rate = (figure: string, basis = 'year-on-year', unit = 'percent'): Sketch => ({
    id: 'x.rate',
    kind: 'growth',
    unit,
    figure,
    basis,
  });
  it.each([
    ['exact 20', 'exact 100', 'exact 120', []],
    // 19.5 to 20.5 percent on 99.5 to 100.5
    ['exact 20', 'exact 100', 'exact 121', []],
    ['exact 20', 'exact 100', 'exact 123', ['checks/growth']],
    ['exact 20', 'exact 100', 'exact 117', ['checks/growth']],
    ['more-than 20', 'exact 100', 'exact 180', []],
    ['more-than 20', 'exact 100', 'exact 115', ['checks/growth']],
    ['nearly 20', 'exact 100', 'exact 119', []],
    ['nearly 20', 'exact 100', 'exact 130', ['checks/growth']],
    ['exact -10', 'exact 100', 'exact 90', []],
    ['exact -10', 'exact 100', 'exact 110', ['checks/growth']],
    ['exact 20', 'more-than 100', 'exact 500', []],
    ['exact 20', 'more-than 100', 'exact 100', ['checks/growth']],
    ['exact 20', 'exact -100', 'exact 7', []],
  ])('hold a growth of %s from %s to %s', async (growth, from, to, expected) => {
    const facts = [rate(growth), level('from', from, '2023'), level('to', to, '2024')];
    const { codes } = await findings('growth:\n  - { rate: x.rate, from: x.from, to: x.to }\n', facts);
    expect(codes).toEqual(expected);
  });

  it('compound an annual average over the years, and refuse years that do not fit the basis', async () => {
    const check = 'growth:\n  - { rate: x.rate, from: x.from, to: x.to }\n';
    const over = async (growth: Sketch, first: string | undefined, last: string, to: string) =>
      (await findings(check, [growth, level('from', 'exact 100', first), level('to', `exact ${to}`, last)]))
        .codes;
    expect(await over(rate('exact 10', 'annual-average'), '2020', '2024', '146')).toEqual([]);
    expect(await over(rate('exact 10', 'annual-average'), '2020', '2024', '110')).toEqual(['checks/growth']);
    expect(await over(rate('exact 10', 'annual-average'), undefined, '2024', '110')).toEqual([
      'checks/years',
    ]);
    expect(await over(rate('exact 10', 'annual-average'), '1800', '2024', '110')).toEqual(['checks/years']);
    expect(await over(rate('exact 10'), '2020', '2024', '110')).toEqual(['checks/years']);
  });

  it('add percentage points', async () => {
    const facts = (to: string): Sketch[] => [
      rate('exact 3', 'year-on-year', 'percentage-point'),
      share('from', 'exact 40'),
      share('to', to),
    ];
    const check = 'growth:\n  - { rate: x.rate, from: x.from, to: x.to }\n';
    expect((await findings(check, facts('exact 43'))).codes).toEqual([]);
    expect((await findings(check, facts('exact 46'))).codes).toEqual(['checks/growth']);
  });

  it('take a derived figure for what it prints, without nearness', async () => {
    const derived = 'part-of:\n  - { part: funds.uncalled, whole: funds.paid-in }\n';
    expect((await findings(derived)).codes).toEqual([]);
    const { diagnostics } = await findings('part-of:\n  - { part: funds.paid-in, whole: funds.uncalled }\n');
    expect(diagnostics[0]?.message).toContain('2100000000 EUR (= funds.committed - funds.paid-in, ');
  });
});

describe('checks.yaml', () => {
  it('is read strictly, and what it names must be there, a figure and of one unit', async () => {
    const { text, places } = marked(`part-of:
  - { part: ⟦funds.payed-in, whole: funds.committed }
  - { part: funds.number, whole: ⟦funds.committed }
  - { part: ⟦industry.batteries, whole: funds.committed }
  - { part: ⟦people.schools, whole: funds.committed }
shares-of-whole:
  - shares: [⟦industry.growth, industry.share]
agree:
  - facts: [funds.committed, ⟦industry.batteries]
growth:
  - { rate: ⟦industry.share, from: funds.paid-in, to: funds.committed }
jump:
  - { limit: "20", facts: [⟦industry.batteries], accepted: { funds.none: ⟦"5" } }
`);
    const { diagnostics } = await findings(text);
    const codes = [
      'unknown-fact',
      'unit',
      'tier',
      'no-figure',
      'unit',
      'tier',
      'no-growth',
      'tier',
      'unknown-fact',
    ];
    expect(told(diagnostics)).toEqual(codes.map((code, index) => `checks/${code} ${places[index]}`));
    expect(diagnostics[0]?.hint).toBe('Did you mean funds.paid-in?');
  });

  it.each([
    ['an unknown rule', '⟦parts:\n  - { part: a.b, whole: a.c }', 'yaml/unknown-key'],
    ['an unknown key', 'agree:\n  - { facts: [a.b, a.c], ⟦near: "5" }', 'yaml/unknown-key'],
    ['one statement', 'agree:\n  - { facts: ⟦[a.b] }', 'yaml/wrong-size'],
    ['a fact twice', 'agree:\n  - { facts: ⟦[a.b, a.b] }', 'yaml/wrong-value'],
    ['a number without quotes', 'jump:\n  - { limit: ⟦20 }', 'yaml/wrong-type'],
    ['all of an amount as near', 'agree:\n  - { facts: [a.b, a.c], within: ⟦"100" }', 'yaml/wrong-form'],
  ])('refuses %s', async (_, checks, code) => {
    const { text, places } = marked(checks);
    const { diagnostics } = await findings(text);
    expect(told(diagnostics)).toEqual([`${code} ${places[0]}`]);
  });

  it('is read even where a fact is broken, and refused where it is a folder', async () => {
    const broken = { ...sampleZone(), [`${sampleFolder}/facts/broken.yaml`]: 'topic: x\nfacts: [{}]\n' };
    const world = memoryWorld({ ...broken, [`${sampleFolder}/checks.yaml`]: 'parts: []\n' });
    const { diagnostics, ledger } = await loadLedger(world, sampleFolder);
    expect(ledger).toBeUndefined();
    expect(diagnostics.map(({ at }) => at?.file)).toContain(`${sampleFolder}/checks.yaml`);
    const folder = memoryWorld({ ...sampleZone(), [`${sampleFolder}/checks.yaml/x`]: '' });
    expect((await loadLedger(folder, sampleFolder)).diagnostics).toMatchObject([{ code: 'facts/no-file' }]);
  });
});

describe('jumps between editions', () => {
  const earlier: EarlierFigures = {
    'funds.committed': { amount: '7000000000', unit: 'EUR', qualifier: 'exact' },
    'people.visa-days': { amount: '8', max: '20', unit: 'count', qualifier: 'range' },
    'industry.batteries': { amount: '1000000000', unit: 'EUR', qualifier: 'tier' },
    'funds.gone': { amount: '1', unit: 'EUR', qualifier: 'exact' },
  };

  it('are found beyond the limit, old and new named, with the way to accept them', async () => {
    const { diagnostics } = await findings('jump:\n  - { limit: "15" }\n', [], earlier);
    expect(diagnostics).toMatchObject([
      {
        code: 'checks/jump',
        message: expect.stringMatching(
          /^funds\.committed was 7000000000 EUR in the edition built last; now it is 8400000000 EUR \("EUR 8\.4 billion", .*funds\.yaml:16\)$/,
        ),
        at: { line: 2, column: 14 },
        expected: 'a change of at most 15 percent; it is +20 percent',
        hint: expect.stringContaining('add accepted: { funds.committed: "8400000000" }'),
      },
      { message: expect.stringContaining('8 to 20 count') },
    ]);
  });

  it('are none at the limit, among others than the facts watched, without an earlier edition, or accepted', async () => {
    const jumps = async (check: string, before?: EarlierFigures) =>
      (await findings(`jump:\n  - { ${check} }\n`, [], before)).codes;
    expect(await jumps('limit: "20", facts: [funds.committed]', earlier)).toEqual([]);
    expect(await jumps('limit: "1", facts: [funds.number]', earlier)).toEqual([]);
    expect(await jumps('limit: "1"')).toEqual([]);
    const accepted = (amount: string) =>
      jumps(`limit: "1", facts: [funds.committed], accepted: { funds.committed: "${amount}" }`, earlier);
    expect(await accepted('8400000000')).toEqual([]);
    expect(await accepted('8500000000')).toEqual(['checks/jump']);
  });

  it('are every change of unit and every change from 0', async () => {
    const was = (amount: string, unit: string): EarlierFigures => ({
      'funds.committed': { amount, unit, qualifier: 'exact' },
    });
    const { diagnostics } = await findings('jump:\n  - { limit: "999" }\n', [], was('8400000000', 'USD'));
    expect(diagnostics).toMatchObject([{ code: 'checks/jump', expected: 'the unit USD' }]);
    expect((await findings('jump:\n  - { limit: "999" }\n', [], was('0', 'EUR'))).codes).toEqual([
      'checks/jump',
    ]);
  });
});

describe('soundness: where true values fit hedges and rule, nothing is found', () => {
  /** A true value in whole cents, and a phrase that is true of it. */
  const statement = (value: number, near = 0.1) =>
    fc.oneof(
      fc.constant(`exact ${value}`),
      // A whole number of thousands may stand for a rounded one.
      fc.constant(value >= 10_000 ? `exact ${Math.round(value / 1000) * 1000}` : `exact ${value}`),
      fc.integer({ min: 0, max: value }).map((least) => `at-least ${least}`),
      fc
        .integer({ min: 0, max: Math.max(0, value - 1) })
        .map((least) => (least < value ? `more-than ${least}` : `exact ${value}`)),
      fc.integer({ min: 1, max: 100_000 }).map((more) => `less-than ${value + more}`),
      fc.integer({ min: 0, max: 100_000 }).map((more) => `at-most ${value + more}`),
      fc
        .tuple(fc.integer({ min: 0, max: value }), fc.integer({ min: 1, max: 100_000 }))
        .map(([low, more]) => `range ${low} ${value + more}`),
      fc
        .integer({ min: value + 1, max: Math.max(value + 1, Math.floor(value / (1 - near))) })
        .map((amount) => (amount * (1 - near) <= value ? `nearly ${amount}` : `exact ${value}`)),
      fc
        .integer({
          min: Math.ceil(value / (1 + near)),
          max: Math.max(Math.ceil(value / (1 + near)), Math.floor(value / (1 - near))),
        })
        .map((amount) => (amount > 0 ? `about ${amount}` : `exact ${value}`)),
    );
  const value = fc.integer({ min: 1, max: 1_000_000 });

  /**
   * Holds that nothing is found in 300 cases, 20 of them in each zone, since reading a zone takes longer than a check.
   * @param made the facts of a case and its entry in checks.yaml; their ids begin with a name of the case
   */
  const nothingIsFound = <Figures>(
    rule: string,
    cases: fc.Arbitrary<Figures>,
    made: (figures: Figures, name: string) => { facts: readonly Sketch[]; check: string },
  ): Promise<void> =>
    fc.assert(
      fc.asyncProperty(fc.array(cases, { minLength: 20, maxLength: 20 }), async (drawn) => {
        const zone = drawn.map((figures, index) => made(figures, `c${index}`));
        const entries = zone.map(({ check }) => `  - ${check}\n`);
        const { diagnostics } = await findings(
          `${rule}:\n${entries.join('')}`,
          zone.flatMap(({ facts }) => facts),
        );
        expect(diagnostics).toEqual([]);
      }),
      { numRuns: 15 },
    );

  it('of a part and its whole', async () => {
    const cases = fc
      .tuple(value, value)
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)
      .chain(([part, whole]) => fc.tuple(statement(part), statement(whole)));
    await nothingIsFound('part-of', cases, ([part, whole], name) => ({
      facts: [level(`${name}-part`, part), level(`${name}-whole`, whole)],
      check: `{ part: x.${name}-part, whole: x.${name}-whole }`,
    }));
  });

  it('of statements of one thing', async () => {
    const cases = value.chain((one) => fc.tuple(statement(one), statement(one), statement(one)));
    await nothingIsFound('agree', cases, (figures, name) => {
      const facts = figures.map((figure, index) => level(`${name}-s${index}`, figure));
      return { facts, check: `{ facts: [${facts.map(({ id }) => id).join(', ')}] }` };
    });
  });

  it('of shares that make up a whole', async () => {
    const cases = fc
      .tuple(fc.integer({ min: 1, max: 98 }), fc.integer({ min: 1, max: 98 }))
      .filter(([a, b]) => a + b < 100)
      .chain(([a, b]) => fc.tuple(statement(a), statement(b), statement(100 - a - b)))
      .filter((figures) =>
        figures.every((figure) =>
          figure
            .split(' ')
            .slice(1)
            .every((one) => Number(one) <= 100),
        ),
      );
    await nothingIsFound('shares-of-whole', cases, (figures, name) => {
      const facts = figures.map((figure, index) => share(`${name}-s${index}`, figure));
      return { facts, check: `{ shares: [${facts.map(({ id }) => id).join(', ')}], complete: true }` };
    });
  });

  it('of a growth and its levels', async () => {
    // Whole percents of whole hundreds, so that the true level after is whole.
    const cases = fc
      .tuple(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 1, max: 300 }))
      .chain(([hundreds, percent]) =>
        fc.tuple(statement(hundreds * 100), statement(percent), statement(hundreds * (100 + percent))),
      );
    await nothingIsFound('growth', cases, ([from, growth, to], name) => ({
      facts: [
        level(`${name}-from`, from),
        level(`${name}-to`, to),
        {
          id: `x.${name}-rate`,
          kind: 'growth',
          unit: 'percent',
          figure: growth,
          basis: 'year-on-year',
        },
      ],
      check: `{ rate: x.${name}-rate, from: x.${name}-from, to: x.${name}-to }`,
    }));
  });
});

describe('checks of absurd size', () => {
  it('are made at once, and told in short', async () => {
    const amount = '9'.repeat(33);
    const rate: Sketch = {
      id: 'x.rate',
      kind: 'growth',
      unit: 'percent',
      figure: `exact 0.${'9'.repeat(30)}`,
      basis: 'annual-average',
    };
    const levels = [level('from', `about ${amount}`, '1950'), level('to', `about ${amount}`, '2009')];
    const many = Array.from({ length: 98 }, (_, index) => level(`n${index}`, `about ${amount}`));
    const all = [...levels, ...many].map(({ id }) => id).join(', ');
    const checks = `agree:\n  - facts: [${all}]\ngrowth:\n${'  - { rate: x.rate, from: x.from, to: x.to }\n'.repeat(20)}`;
    const { diagnostics } = await findings(checks, [rate, ...levels, ...many]);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(20).fill('checks/growth'));
    expect(diagnostics[0]?.expected?.length).toBeLessThan(300);
  });
});
