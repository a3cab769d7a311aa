import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Run } from '../../../src/regenerate/notify/report.js';
import { tell } from '../../../src/regenerate/notify/tell.js';
import { readSettings } from '../../../src/regenerate/settings.js';
import { machine, zoneYaml } from '../machine.js';

type Step = { readonly outcome: Run['outcome']; readonly reason: string; readonly up: boolean };

const step: fc.Arbitrary<Step> = fc.record({
  outcome: fc.constantFrom('made', 'rebuilt', 'unchanged', 'held', 'failed'),
  reason: fc.constantFrom('a', 'b'),
  up: fc.boolean(),
});

/** Runs a channel through nights on which it takes notices or does not. */
async function nights(
  steps: readonly Step[],
): Promise<{ received: string[]; ids: string[]; told: string[][] }> {
  const received: string[] = [];
  const ids: string[] = [];
  let up = false;
  const on = machine(
    '2026-01-20T06:00:00Z',
    { '/data/park/zone.yaml': zoneYaml('notify:\n  - { kind: command, run: [tell] }') },
    {
      async run(_, { input }) {
        const { id, outcome, edition, findings } = JSON.parse(input);
        if (!up) return { code: 1, output: '', timedOut: false };
        ids.push(id);
        received.push(`${outcome} ${edition?.id ?? findings[0]?.message}`);
        return { code: 0, output: '', timedOut: false };
      },
    },
  );
  const { settings } = await readSettings(on.world, '/', 'park');
  if (!settings) throw new Error('zone.yaml of the test cannot be read');
  const told: string[][] = [];
  for (const [night, { outcome, reason, up: isUp }] of steps.entries()) {
    up = isUp;
    const bad = outcome === 'held' || outcome === 'failed';
    const run: Run = {
      zone: 'park',
      outcome,
      ...(!bad && { edition: { id: `2026-01-19.${night + 1}`, date: '2026-01-19', number: night + 1 } }),
      changes: [],
      diagnostics: bad ? [{ code: 'x/y', severity: 'error', message: reason }] : [],
      folder: '/out/park',
      files: [],
    };
    const before = received.length;
    const { world, outside } = on;
    await tell({ world, outside, log: () => undefined, root: '/', out: '/out', settings }, run);
    told.push(received.slice(before));
  }
  return { received, ids, told };
}

const few = { minLength: 1, maxLength: 9 };

describe('whatever happens, night after night', () => {
  it('each edition that was made is told once, in order, as soon as the channel takes notices', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, few), async (steps) => {
        const last: Step = { outcome: 'unchanged', reason: '', up: true };
        const { received, ids } = await nights([...steps, last]);
        const made = steps.flatMap(({ outcome }, night) =>
          outcome === 'made' ? [`made 2026-01-19.${night + 1}`] : [],
        );
        expect(received.filter((one) => one.startsWith('made'))).toEqual(made);
        expect(new Set(ids).size).toBe(ids.length);
        expect(received.some((one) => one.startsWith('unchanged') || one.startsWith('rebuilt'))).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('a hold is told once while it lasts, and as it is: the last that is heard of holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, few), fc.constantFrom('a', 'b'), async (steps, reason) => {
        const held: Step = { outcome: 'held', reason, up: true };
        const { received, told } = await nights([...steps, held, held, { ...held, up: true }]);
        expect(received.filter((one) => one.startsWith('held')).at(-1)).toBe(`held ${reason}`);
        expect(told.slice(-2)).toEqual([[], []]);
      }),
      { numRuns: 150 },
    );
  });

  it('a channel that always takes notices hears nothing twice running', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, few), async (steps) => {
        const { received, told } = await nights(steps.map((one) => ({ ...one, up: true })));
        expect(told.every((night) => night.length <= 1)).toBe(true);
        for (const [index, one] of received.slice(1).entries()) {
          if (one.startsWith('held') && received[index] === one) {
            // Only where a sound build lay between the two, of which nothing was told.
            const nightsOf = told.flatMap((night, at) => (night[0] === one ? [at] : []));
            const between = steps.slice(nightsOf[0], nightsOf.at(-1)).map(({ outcome }) => outcome);
            expect(between.some((outcome) => outcome === 'unchanged' || outcome === 'rebuilt')).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});
