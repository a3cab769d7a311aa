import { describe, expect, it } from 'vitest';
import type { BuildReport } from '../../src/build/report.js';
import { main } from '../../src/cli/main.js';
import { exitCodeOf, resultsJson, summaryTable } from '../../src/cli/many/table.js';
import { exampleWorld, exampleZone } from '../support/example.js';
import { testTerminal } from '../support/terminal.js';

const report = (zone: string, over: Partial<BuildReport> = {}): BuildReport => ({
  ok: true,
  zone,
  facts: 7,
  outputs: [{ name: 'briefing.en.pptx', bytes: 1, changed: true, facts: [] }],
  sources: [],
  diagnostics: [],
  outcome: 'made',
  edition: { id: '2026-01-19.2', date: '2026-01-19', number: 2 },
  ...over,
});
const error = { code: 'facts/x', severity: 'error', message: 'x' } as const;

describe('the table of several zones', () => {
  const held = report('held', { ok: false, outcome: 'held', outputs: [], diagnostics: [error, error] });
  const results = [
    { zone: 'long-name-of-a-zone', report: report('long-name-of-a-zone'), milliseconds: 840 },
    { zone: 'held', report: held, milliseconds: 90 },
    { zone: 'crashed', fault: { message: 'out of memory', usage: false }, milliseconds: 12_345 },
  ];

  it('has a line for each, in columns, and one for all', () => {
    expect(summaryTable(testTerminal(), results, { milliseconds: 12_400, jobs: 2 })).toBe(
      [
        'zone                 outcome    edition       files changed  findings     time',
        'long-name-of-a-zone  made       2026-01-19.2              1  –          0.84 s',
        'held                 held back  2026-01-19.2              0  2 errors   0.09 s',
        'crashed              failed     –                         –  1 fault   12.35 s',
        '3 zones: 1 made, 1 held back, 1 failed; 12.40 s in 2 threads',
        '',
      ].join('\n'),
    );
  });

  it('ends with the worst of all', () => {
    expect(exitCodeOf(results)).toBe(2);
    expect(exitCodeOf(results.slice(0, 2))).toBe(1);
    expect(exitCodeOf(results.slice(0, 1))).toBe(0);
  });

  it('is the same as JSON', () => {
    expect(resultsJson(results)).toMatchObject({
      ok: false,
      zones: [
        { zone: 'long-name-of-a-zone', ok: true, seconds: 0.84 },
        { zone: 'held', ok: false, outcome: 'held', seconds: 0.09 },
        { zone: 'crashed', ok: false, outcome: 'failed', error: { message: 'out of memory' } },
      ],
    });
  });
});

describe('several zones without threads', () => {
  it('are built one after the other, and one that is wrong stops no other', async () => {
    const world = exampleWorld();
    for (const [path, content] of [...world.files])
      if (path.startsWith(`/data/${exampleZone}/`))
        for (const zone of ['broken', 'second'])
          await world.write(
            path.replace(exampleZone, zone),
            path.endsWith('park.yaml') && zone === 'broken' ? 'topic: [' : content,
          );
    const terminal = testTerminal(world);
    expect(await main(['build', '--root', '/', '--languages', 'en', '--summaries', 'en'], terminal)).toBe(1);
    const { out, err } = terminal.printed;
    expect(out.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2))).toEqual([
      ['zone', 'outcome'],
      ['broken', 'held back'],
      [exampleZone, 'made'],
      ['second', 'made'],
      [expect.stringMatching(/^3 zones: 1 held back, 2 made; [\d.]+ s$/)],
      [''],
    ]);
    expect(err).toContain('data/broken/facts/park.yaml:1:');
    expect(err).toContain(`[2/3] `);
  });
});
