import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostic.js';
import { loadLedger } from '../../src/facts/load.js';
import { memoryWorld, type World } from '../../src/world.js';
import { sampleFolder, sampleZone, sampleZoneWith } from './fixtures.js';
import { marked } from './marked.js';

/** Loads the sample with one text replaced; `⟦` marks where the findings are expected, in this file alone. */
async function findings(
  file: string,
  text: string,
  replacement: string,
  world: Parameters<typeof memoryWorld>[1] = {},
) {
  const files = sampleZoneWith(file, text, replacement);
  const path = `${sampleFolder}/${file}`;
  const { text: plain, places } = marked(files[path]!);
  const { ledger, diagnostics } = await loadLedger(
    memoryWorld({ ...files, [path]: plain }, world),
    sampleFolder,
  );
  const printed = diagnostics.map(formatDiagnostic).join('\n');
  expect(
    diagnostics.map(({ at }) => `${at?.line}:${at?.column}`),
    printed,
  ).toEqual(places);
  for (const { at } of diagnostics) expect(at?.file).toBe(path);
  return { ledger, diagnostics };
}
const only = async (...args: Parameters<typeof findings>) => {
  const { ledger, diagnostics } = await findings(...args);
  expect(diagnostics).toHaveLength(1);
  return { ...diagnostics[0]!, ledger };
};

describe('a ledger', () => {
  it('holds every kind of fact in the order of files and entries', async () => {
    const { ledger, diagnostics } = await loadLedger(memoryWorld(sampleZone()), sampleFolder);
    expect(diagnostics).toEqual([]);
    expect([...ledger!.facts.keys()].slice(0, 6)).toEqual([
      'funds.number',
      'funds.committed',
      'funds.paid-in',
      'funds.paid-in-ratio',
      'funds.uncalled',
      'industry.share',
    ]);
    expect(new Set([...ledger!.facts.values()].map(({ kind }) => kind)).size).toBe(8);
    expect(ledger).toMatchObject({ zoneId: 'port-aurel', editionDate: '2025-12-01' });
    expect([...ledger!.sources.keys()]).toEqual(['harbour-gazette', 'hafenblatt']);
    expect(ledger!.facts.get('people.talent')?.at).toMatchObject({
      file: `${sampleFolder}/facts/people.yaml`,
      line: 3,
    });
  });

  it('is named after its folder, also when that is the working folder', async () => {
    const world: World = { ...memoryWorld(sampleZone('/here')), realPath: async () => '/zones/port-aurel' };
    const there: World = {
      ...world,
      kindOf: (path) => world.kindOf(`/here/${path}`),
      list: (path) => world.list(`/here/${path}`),
      readText: (path) => world.readText(`/here/${path}`),
    };
    expect((await loadLedger(there, '.')).ledger?.zoneId).toBe('port-aurel');
  });

  it('is dated by the newest source, of coarse dates by their first day', async () => {
    const files = sampleZoneWith('sources.yaml', 'issued: 2025-09', 'issued: "2026"');
    expect((await loadLedger(memoryWorld(files), sampleFolder)).ledger?.editionDate).toBe('2026-01-01');
  });

  it('does not depend on the order in which languages are written', async () => {
    const { ledger } = await findings(
      'facts/funds.yaml',
      '{ en: Funds, zh-CN: 基金数量, de: Fonds }',
      '{ de: Fonds, zh-CN: 基金数量, en: Funds }',
    );
    expect(Object.keys(ledger!.facts.get('funds.number')!.label)).toEqual(['en', 'zh-CN', 'de']);
  });
});

describe('languages', () => {
  it.each([
    [
      'facts/funds.yaml',
      'label: { en: Funds, zh-CN: 基金数量, de: Fonds }',
      'label: ⟦{ en: Funds, zh-CN: 基金数量 }',
      'label of funds.number has no text in "de"',
    ],
    [
      'facts/funds.yaml',
      '      zh-CN: 为认缴额，并非实缴额。\n',
      '',
      'note of funds.committed has no text in "zh-CN"',
    ],
    [
      'facts/funds.yaml',
      'whole: { en: committed capital, ',
      'whole: ⟦{ ',
      'whole of funds.paid-in-ratio has no text in "en"',
    ],
    [
      'facts/funds.yaml',
      '      de: { one: Fonds, other: Fonds }\n',
      '',
      'counted of funds.number has no text in "de"',
    ],
    [
      'facts/industry.yaml',
      'among: { en: on the coast, ',
      'among: ⟦{ ',
      'among of industry.rank has no text in "en"',
    ],
    [
      'facts/people.yaml',
      '      de: eine Stelle für Genehmigungen, Visa und Wohnungen\n',
      '',
      'text of people.counter has no text in "de"',
    ],
    [
      'facts/people.yaml',
      ', de: die Handelsschule }',
      ' }',
      'members.label of school-of-trade in people.schools has no text in "de"',
    ],
    ['zone.yaml', '  de: Investitionsbüro Port Aurel\n', '', 'issuer of the zone has no text in "de"'],
  ])('missing in %s are named with their fact', async (file, text, replacement, message) => {
    const files = sampleZoneWith(file, text, replacement.replace('⟦', ''));
    const { ledger, diagnostics } = await loadLedger(memoryWorld(files), sampleFolder);
    expect(ledger).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'facts/missing-language', message, at: { file: `${sampleFolder}/${file}` } },
    ]);
    if (replacement.includes('⟦')) await findings(file, text, replacement);
  });

  it('written another way are recognised', async () => {
    const { diagnostics } = await findings(
      'facts/funds.yaml',
      '{ en: Funds, zh-CN:',
      '⟦{ en: Funds, ⟦zh-TW:',
    );
    expect(diagnostics).toMatchObject([
      { code: 'facts/missing-language', hint: 'Write zh-CN instead of zh-TW.' },
      { code: 'facts/extra-language', severity: 'warning' },
    ]);
  });

  it('that the zone does not have are warned about and left out', async () => {
    const found = await only('facts/funds.yaml', 'de: Fonds }\n', 'de: Fonds, ⟦fr: Fonds }\n');
    expect(found).toMatchObject({ code: 'facts/extra-language', severity: 'warning' });
    expect(found.ledger!.facts.get('funds.number')!.label).not.toHaveProperty('fr');
  });

  it('of summaries must be languages of the zone', async () => {
    expect(await only('zone.yaml', '[zh-CN, en]', '[zh-CN, ⟦fr]')).toMatchObject({
      code: 'facts/summary-language',
    });
    expect(await only('zone.yaml', '[zh-CN, en]', '[en, ⟦en]')).toMatchObject({
      message: 'a summary pairs "en" with itself',
    });
    expect(
      await only('zone.yaml', '[zh-CN, en]', '{ languages: [zh-CN, ⟦fr], arrangement: sequential }'),
    ).toMatchObject({ code: 'facts/summary-language' });
    expect(
      await only('zone.yaml', '[zh-CN, en]', '{ languages: [zh-CN, en], arrangement: ⟦beside }'),
    ).toMatchObject({ severity: 'error' });
    expect(
      await only(
        'zone.yaml',
        '[zh-CN, en]',
        '[zh-CN, en]\n  - ⟦{ languages: [zh-CN, en], arrangement: sequential }',
      ),
    ).toMatchObject({ message: 'the summary of zh-CN and en is listed twice' });
    expect(await only('zone.yaml', '[en, zh-CN, de]', '[en, zh-CN, de, ⟦en]')).toMatchObject({
      code: 'facts/duplicate-language',
    });
  });

  it('must not be blank', async () => {
    expect(await only('facts/funds.yaml', 'en: Funds,', 'en: ⟦" ",')).toMatchObject({
      code: 'facts/blank-text',
    });
  });
});

describe('a fact', () => {
  const funds = 'facts/funds.yaml';
  const industry = 'facts/industry.yaml';
  const people = 'facts/people.yaml';

  it('is written once; both places are named', async () => {
    const found = await only(people, 'id: people.visa-days', 'id: ⟦funds.number');
    expect(found).toMatchObject({
      code: 'facts/duplicate-id',
      expected: `each id once; the first is at ${sampleFolder}/facts/funds.yaml:3:9`,
    });
  });

  it('names a source that is listed', async () => {
    expect(await only(funds, 'source: harbour-gazette', 'source: ⟦harbor-gazette')).toMatchObject({
      code: 'facts/unknown-source',
      expected: 'harbour-gazette or hafenblatt',
      hint: 'Did you mean "harbour-gazette"?',
    });
  });

  it.each([
    [
      'range without max',
      people,
      'quantity: { amount: "8", max: "10", unit: count }',
      'quantity: ⟦{ amount: "8", unit: count }',
      'facts/range',
    ],
    [
      'max without range',
      people,
      'max: "10", unit: count }\n    qualifier: range',
      'max: ⟦"10", unit: count }\n    qualifier: exact',
      'facts/range',
    ],
    ['max below amount', people, 'max: "10"', 'max: ⟦"7"', 'facts/range'],
    ['max equal to amount', people, 'max: "10"', 'max: ⟦"8.0"', 'facts/range'],
    ['tier without qualifier', industry, 'qualifier: tier', 'qualifier: ⟦about', 'facts/tier'],
    ['qualifier tier on a quantity', people, 'qualifier: nearly', 'qualifier: ⟦tier', 'facts/tier'],
    [
      'code of no currency',
      industry,
      '"10000000000", unit: EUR',
      '"10000000000", unit: ⟦RMB',
      'facts/unknown-unit',
    ],
    ['share in another unit', industry, '"42.5", unit: percent', '"42.5", unit: ⟦EUR', 'facts/share-unit'],
    ['share above the whole', industry, 'amount: "42.5"', 'amount: ⟦"425"', 'facts/share-over-whole'],
    ['share below zero', industry, 'amount: "42.5"', 'amount: ⟦"-1"', 'facts/share-over-whole'],
    ['growth in another unit', industry, '"15", unit: percent', '"15", unit: ⟦EUR', 'facts/growth-unit'],
    [
      'growth without basis',
      industry,
      '{ amount: "15", unit: percent, basis: year-on-year }',
      '⟦{ amount: "15", unit: percent }',
      'facts/growth-basis',
    ],
    [
      'basis without growth',
      funds,
      '"12", unit: count',
      '"12", unit: count, basis: ⟦annual-average',
      'facts/basis',
    ],
    [
      'rate per nothing',
      funds,
      '"12", unit: count',
      '"12", unit: count, per: { amount: ⟦"0", unit: people }',
      'facts/rate',
    ],
    [
      'fewer significant digits than written',
      funds,
      '"8400000000"',
      '"8400000000", significantDigits: ⟦1',
      'facts/significant-digits',
    ],
    [
      'counted with a currency',
      funds,
      'EUR }\n    qualifier: exact',
      'EUR }\n    qualifier: exact\n    ⟦counted: { en: { other: x }, zh-CN: { other: x }, de: { other: x } }',
      'facts/counted-unit',
    ],
    [
      'counted without other',
      funds,
      'en: { one: fund, other: funds }',
      'en: ⟦{ one: fund }',
      'facts/counted-other',
    ],
    ['an impossible day', funds, 'asOf: 2025-11-16', 'asOf: ⟦2025-02-30', 'facts/impossible-date'],
    ['an impossible event', industry, 'date: 2024-05-02', 'date: ⟦2023-02-29', 'facts/impossible-date'],
    ['a member twice', people, 'id: school-of-trade', 'id: ⟦nautical-college', 'facts/duplicate-member'],
    ['a blank phrase', funds, 'stated: 12 funds', 'stated: ⟦" "', 'facts/blank-text'],
    ['an empty phrase', funds, 'stated: 12 funds', 'stated: ⟦""', 'yaml/wrong-size'],
    [
      'a phrase over 40 characters',
      funds,
      'stated: 12 funds',
      `stated: ⟦${'x'.repeat(41)}`,
      'yaml/wrong-size',
    ],
    ['an amount that is a number', funds, '"8400000000"', '⟦8400000000', 'yaml/wrong-type'],
    [
      'a whole where there is no share',
      funds,
      'derived: { formula: funds.committed - ',
      '⟦whole: { en: x, zh-CN: x, de: x }\n    derived: { formula: funds.committed - ',
      'facts/whole',
    ],
  ])('with %s is refused at its place', async (_, file, text, replacement, code) => {
    const { diagnostics } = await findings(file, text, replacement);
    // What was derived from a fact that could not be read is not reported again.
    expect(diagnostics.map((one) => one.code)).toEqual([code]);
    expect(diagnostics[0]?.message).not.toBe('');
    expect(diagnostics[0]?.expected ?? diagnostics[0]?.hint).toBeTruthy();
  });

  it.each([
    ['2025-11-16', '2025-12-01'],
    ['2025-11-16', '2025-12'],
    ['2025-11-16', '"2025"'],
  ])('may hold as of the day on which its source was looked at: %s → %s', async (from, to) => {
    await findings(funds, `asOf: ${from}`, `asOf: ${to}`);
  });

  it.each(['2025-12-02', '2026-01', '2099-06-30'])(
    'holds as of no day after its sources: %s',
    async (day) => {
      expect(await only(funds, 'asOf: 2025-11-16', `asOf: ⟦${day}`)).toMatchObject({
        code: 'facts/as-of',
        expected: 'a day by 2025-12-01, when the latest of its sources was issued or looked at',
      });
    },
  );

  it('may be of a leap day', async () => {
    await findings(industry, 'date: 2024-05-02', 'date: 2024-02-29');
  });

  it('that has expired is an error, by the clock or by SOURCE_DATE_EPOCH', async () => {
    const args = [funds, 'asOf: 2025-11-16', 'asOf: 2025-11-16\n    expires: ⟦2025-12'] as const;
    const found = await only(...args, { now: new Date('2026-01-01T00:00:00Z') });
    expect(found).toMatchObject({ code: 'facts/expired', severity: 'error' });
    expect(found.ledger).toBeUndefined();
    const unmarked = [args[0], args[1], args[2].replace('⟦', '')] as const;
    await findings(...unmarked, { now: new Date('2025-12-31T23:00:00Z') });
    await findings(...unmarked, { environment: { SOURCE_DATE_EPOCH: '1764547200' } });
  });
});

describe('a zone folder', () => {
  const without = async (name: string) => {
    const files = Object.entries(sampleZone()).filter(
      ([path]) => !path.startsWith(`${sampleFolder}/${name}`),
    );
    return (await loadLedger(memoryWorld(Object.fromEntries(files)), sampleFolder)).diagnostics;
  };

  it('that is not there is a finding that names the zones there are', async () => {
    const { ledger, diagnostics } = await loadLedger(memoryWorld(sampleZone()), '/data/port-aurell');
    expect(ledger).toBeUndefined();
    expect(diagnostics).toMatchObject([
      { code: 'facts/no-zone', expected: 'one of port-aurel in /data', hint: 'Did you mean port-aurel?' },
    ]);
  });

  it('without a file is a finding that names the file', async () => {
    expect(await without('zone.yaml')).toMatchObject([
      { code: 'facts/no-file', at: { file: `${sampleFolder}/zone.yaml` } },
    ]);
    expect(await without('sources.yaml')).toMatchObject([
      { code: 'facts/no-file', at: { file: `${sampleFolder}/sources.yaml` } },
    ]);
    expect(await without('facts/')).toMatchObject([
      { code: 'facts/no-facts', at: { file: `${sampleFolder}/facts` } },
    ]);
  });

  it('with files that are not read is warned about', async () => {
    const extra = {
      [`${sampleFolder}/facts/more.yml`]: '',
      [`${sampleFolder}/facts/old/a.yaml`]: '',
      [`${sampleFolder}/facts/.hidden`]: '',
    };
    const { ledger, diagnostics } = await loadLedger(
      memoryWorld({ ...sampleZone(), ...extra }),
      sampleFolder,
    );
    expect(ledger).toBeDefined();
    expect(diagnostics).toMatchObject([
      {
        code: 'facts/not-read',
        severity: 'warning',
        message: 'more.yml is not read',
        hint: 'Rename it to .yaml.',
      },
      { code: 'facts/not-read', severity: 'warning', message: 'old is not read' },
    ]);
  });

  it('with a link that leads nowhere is a finding', async () => {
    const world = memoryWorld(sampleZone());
    const list = async (path: string): Promise<string[]> =>
      path.endsWith('facts') ? [...(await world.list(path)), 'lost.yaml'] : world.list(path);
    const { diagnostics } = await loadLedger({ ...world, list }, sampleFolder);
    expect(diagnostics).toMatchObject([
      { code: 'facts/unreadable', severity: 'error', message: 'lost.yaml is no file, nor a link to one' },
    ]);
  });

  it('with a file that cannot be read is a finding', async () => {
    const world = memoryWorld(sampleZone());
    const readText = async (path: string): Promise<string> => {
      if (path.endsWith('funds.yaml')) throw new Error('EACCES: permission denied');
      return world.readText(path);
    };
    const { diagnostics } = await loadLedger({ ...world, readText }, sampleFolder);
    expect(diagnostics).toMatchObject([
      { code: 'facts/unreadable', message: expect.stringContaining('EACCES') },
    ]);
  });

  it('is told all that is wrong with all its files, file by file, top to bottom', async () => {
    const files = {
      ...sampleZone(),
      ...Object.fromEntries(
        [
          sampleZoneWith('zone.yaml', 'template: sample', 'templat: sample'),
          sampleZoneWith('sources.yaml', 'issued: 2025-09', 'issued: 2025-09-31'),
          sampleZoneWith('facts/funds.yaml', 'unit: count', 'unit: cuont'),
          sampleZoneWith('facts/industry.yaml', 'topic: industry', 'topic: a: b'),
          sampleZoneWith('facts/people.yaml', 'source: harbour-gazette', 'source: gazette'),
        ].flatMap((changed) => Object.entries(changed).filter(([path, text]) => text !== sampleZone()[path])),
      ),
    };
    const { ledger, diagnostics } = await loadLedger(memoryWorld(files), sampleFolder);
    expect(ledger).toBeUndefined();
    expect(diagnostics.map(({ code, at }) => `${at?.file.slice(sampleFolder.length + 1)} ${code}`)).toEqual([
      'zone.yaml yaml/missing-key',
      'zone.yaml yaml/unknown-key',
      'sources.yaml facts/impossible-date',
      'facts/funds.yaml yaml/wrong-form',
      'facts/industry.yaml yaml/syntax',
      'facts/people.yaml facts/unknown-source',
    ]);
  });

  it('with a source twice is a finding', async () => {
    const files = sampleZoneWith(
      'sources.yaml',
      '  - id: hafenblatt',
      '  - id: harbour-gazette\n    publisher: x\n    title: x\n    language: en\n    issued: "2025"\n  - id: hafenblatt',
    );
    const { diagnostics } = await loadLedger(memoryWorld(files), sampleFolder);
    expect(diagnostics).toMatchObject([
      {
        code: 'facts/duplicate-source',
        at: { line: 9, column: 9 },
        expected: 'each id once; the first stands on line 2',
      },
    ]);
  });

  it('stays silent about unknown facts while a file cannot be read', async () => {
    const files = sampleZoneWith('facts/industry.yaml', 'topic: industry', 'topic: [');
    const path = `${sampleFolder}/facts/people.yaml`;
    const derived =
      '\n  - id: people.each\n    kind: quantity\n    label: { en: x, zh-CN: x, de: x }\n    derived: { formula: industry.share, unit: percent }\n';
    const { diagnostics } = await loadLedger(
      memoryWorld({ ...files, [path]: files[path] + derived }),
      sampleFolder,
    );
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(['yaml/syntax']));
  });
});
