import { describe, expect, it } from 'vitest';
import { buildZone, checkZone } from '../../src/build/build.js';
import { UsageError } from '../../src/diagnostic.js';
import { exampleWorld, exampleZone } from '../support/example.js';

const options = { root: '/', zone: exampleZone };
const folder = `/data/${exampleZone}`;
const facts = `${folder}/facts/park.yaml`;
const report = `${folder}/sources/annual-report.md`;
const check = (changes: Parameters<typeof exampleWorld>[0], rest = {}) =>
  checkZone(exampleWorld(changes), { ...options, ...rest });

describe('the evidence of a zone', () => {
  it('is found in the copy that the zone brings along, and all figures of that are used', async () => {
    const { sources, diagnostics } = await check({}, { coverage: true });
    expect(diagnostics).toEqual([]);
    expect(sources).toEqual([{ id: 'annual-report', file: report, by: 'file', found: 5, unused: [] }]);
  });

  it('that says another figure than its fact stops the build, at its place in the file', async () => {
    const world = exampleWorld({ [facts]: (text) => text.replace('amount: "120"', 'amount: "130"') });
    const { ok, diagnostics, outputs } = await buildZone(world, options);
    expect({ ok, outputs }).toEqual({ ok: false, outputs: [] });
    expect(diagnostics).toMatchObject([{ code: 'evidence/differs', at: { file: facts, line: 14 } }]);
    expect(diagnostics[0]?.at?.excerpt?.slice((diagnostics[0].at.column ?? 0) - 1)).toMatch(
      /^rund 120 Unternehmen/,
    );
  });

  it('that the source no longer says stops the build', async () => {
    const { diagnostics } = await check({ [report]: (text) => text.replace('8.400', '8.500') });
    expect(diagnostics.map(({ code }) => code)).toEqual(['evidence/not-found']);
  });

  it('at another place than its locator says stops the build', async () => {
    const moved = (text: string) => text.replace('## 2 Der Fonds\n', '');
    const { diagnostics } = await check({ [report]: moved });
    expect(diagnostics.map(({ code }) => code)).toEqual(['evidence/elsewhere', 'evidence/elsewhere']);
  });

  it('is looked up in the folder given, too', async () => {
    const press = { '/press/annual-report.txt': 'Nichts davon.' };
    const without = (text: string) => text.replace(/ {4}file: .*\n/, '');
    const { sources, diagnostics } = await check(
      { ...press, [`${folder}/sources.yaml`]: without },
      { sources: '/press' },
    );
    expect(sources).toMatchObject([{ file: '/press/annual-report.txt', by: 'id', found: 0 }]);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array(5).fill('evidence/not-found'));
    await expect(check({}, { sources: '/nowhere' })).rejects.toThrow(UsageError);
  });

  it('that is not used is listed', async () => {
    const more = (text: string) => `${text}\nVon 24 Gründungen bestehen 19 noch.\n`;
    const { ok, sources } = await check({ [report]: more }, { coverage: true });
    expect(ok).toBe(true);
    expect(sources[0]?.unused).toMatchObject([
      {
        locator: { section: '2', paragraph: 2 },
        phrase: '24',
        after: ' Gründungen bestehen 19 noch.',
        figure: { amount: '24' },
      },
      { locator: { section: '2', paragraph: 2 }, figure: { amount: '19' } },
    ]);
  });

  it('has a copy that belongs to the inputs of the edition', async () => {
    const world = exampleWorld();
    await buildZone(world, options);
    const manifest = new TextDecoder().decode(world.files.get(`/out/${exampleZone}/manifest.json`));
    expect(manifest).toContain(report.slice(1));
  });
});
