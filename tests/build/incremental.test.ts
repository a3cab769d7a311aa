import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildZone } from '../../src/build/build.js';
import { sha256 } from '../../src/build/inputs.js';
import { parseManifest } from '../../src/build/manifest.js';
import { Memory } from '../../src/memory.js';
import { type MemoryWorld, memoryWorld } from '../../src/world.js';
import { exampleZone } from '../support/example.js';
import {
  builtZoneWithArea,
  data,
  edit,
  filesIn,
  setArea,
  setJobs,
  template,
  zoneFolder,
} from '../support/zone-edits.js';

const options = { root: '/', zone: exampleZone };

/** What an editor does between two builds; some of it undoes what was done before. */
const step = fc.oneof(
  fc.record({ kind: fc.constant('jobs' as const), value: fc.constantFrom(8400, 8500, 9000) }),
  fc.record({ kind: fc.constant('area' as const), value: fc.constantFrom(45, 46) }),
  fc.record({ kind: fc.constant('label' as const), value: fc.constantFrom('Jobs', 'Jobs in the park') }),
  fc.record({ kind: fc.constant('issued' as const), value: fc.constantFrom('2025-06-30', '2025-07-31') }),
  fc.record({ kind: fc.constant('title' as const), value: fc.constantFrom('Jahresbericht', 'Jahrbuch') }),
  fc.record({ kind: fc.constant('words' as const), value: fc.constantFrom('called', 'drawn') }),
  fc.record({ kind: fc.constant('comment' as const), value: fc.nat(3) }),
  fc.record({ kind: fc.constant('theme' as const), value: fc.constantFrom('', 'theme: bold\n') }),
  fc.record({
    kind: fc.constant('lose' as const),
    value: fc.constantFrom('briefing.en.pptx', 'summary.en-de.docx', 'charts/fund.de.png', 'manifest.json'),
  }),
  fc.record({
    kind: fc.constant('cut' as const),
    value: fc.constantFrom('briefing.de.pptx', 'charts/fund.en.png'),
  }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

async function take(world: MemoryWorld, { kind, value }: Step): Promise<void> {
  const replace = (path: string, pattern: RegExp, by: string) =>
    // What is the same already is no edit.
    edit(world, path, (text) => text.replace(pattern, by)).catch(() => undefined);
  switch (kind) {
    case 'jobs':
      return setJobs(world, value).catch(() => undefined);
    case 'area':
      return setArea(world, value).catch(() => undefined);
    case 'label':
      return replace(`${data}/facts/park.yaml`, /Jobs[a-z ]*(?=, de: Beschäftigte \})/, value);
    case 'issued':
      return replace(`${data}/sources.yaml`, /(?<=issued: )\S+/, value);
    case 'title':
      return replace(`${data}/sources.yaml`, /(?<=title: )\w+/, value);
    case 'words':
      return replace(`${template}/deck.en.md.hbs`, /(?<=can still be )\w+/, value);
    case 'comment':
      return edit(world, `${data}/facts/park.yaml`, (text) => `${'\n'.repeat(value)}# looked over\n${text}`);
    case 'theme':
      return replace(`${data}/zone.yaml`, /(theme: bold\n)?$/, value);
    case 'lose':
      return world.remove(`${zoneFolder}/${value}`);
    case 'cut': {
      const path = `${zoneFolder}/${value}`;
      return world.write(path, (await world.readBytes(path)).subarray(0, 99));
    }
  }
}

/** The hashes of all files; of the manifest all but the hashes of what it was made from, which a comment changes. */
function told(world: MemoryWorld): Record<string, unknown> {
  return Object.fromEntries(
    [...filesIn(world)]
      .sort()
      .map(([name, content]) => [
        name,
        name.endsWith('manifest.json')
          ? { ...parseManifest(new TextDecoder().decode(content)), inputs: [] }
          : sha256(content),
      ]),
  );
}

describe('a build that makes only what changed', () => {
  it('gives what a build of everything gives, whatever was done before', { timeout: 120_000 }, async () => {
    const { world: base, report: first } = await builtZoneWithArea();
    expect(first.ok).toBe(true);
    // One for all series, as in a thread that builds many zones.
    const memory = new Memory();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 4 }),
        fc.boolean(),
        async (steps, remembers) => {
          const world = memoryWorld(Object.fromEntries(base.files), { assets: '/src' });
          for (const one of steps) {
            await take(world, one);
            // The same edition before, and nothing else known of what was made.
            const anew = memoryWorld(
              Object.fromEntries([...world.files].filter(([path]) => !path.startsWith('/out/.zonebrief/'))),
              { assets: '/src' },
            );
            const [report, whole] = [
              await buildZone(world, remembers ? { ...options, memory } : options),
              await buildZone(anew, { ...options, force: true }),
            ];
            expect(report.ok, JSON.stringify(report.diagnostics)).toBe(true);
            expect(report.outcome).toBe(whole.outcome);
            expect(told(world)).toEqual(told(anew));
          }
        },
      ),
      { numRuns: 6 },
    );
  });
});
