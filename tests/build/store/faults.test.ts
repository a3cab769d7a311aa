/**
 * The laws of publishing, held against a fault at every single step of it.
 *
 * 1. Whole: the zone's folder holds one edition, every file of it with the bytes its manifest says. Only between the two
 *    renames of the swap is there none, and then two stand whole backstage.
 * 2. Refused, nothing happened: where `publish` throws, all is as it was, and nothing is left backstage.
 * 3. Nothing is lost: what people keep in the folder stands where it stood, with its bytes; so do earlier editions.
 * 4. Once recovered, it is as if nothing had happened: the folder holds the edition before or the new one, and publishing
 *    again gives what it gives without any fault. That holds of a recovery that is cut short, too.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/diagnostic.js';
import { type MemoryWorld, memoryWorld, nodeWorld, type World } from '../../../src/world.js';
import { type Files, filesIn, laterProcess, publishIn, put, recoverIn } from '../../support/editions.js';
import { type Fault, faultyWorld } from '../../support/faulty-world.js';
import { otherDisk, type Scenario, scenarios } from './scenarios.js';

/** The one that archives, with the archive on another disk. */
const elsewhere = scenarios
  .filter(({ wanted }) => wanted.archive !== undefined)
  .map((scenario) => ({ ...scenario, name: `${scenario.name}, on another disk`, disk: otherDisk }));

const backstage = (out: string) => join(out, '.zonebrief', 'zone');

async function start(scenario: Scenario): Promise<MemoryWorld> {
  const world = memoryWorld();
  await put(world, '/out/zone', scenario.before);
  return scenario.disk?.(world) ?? world;
}

/** The same files, for another try. */
function again(world: MemoryWorld, scenario: Scenario): MemoryWorld {
  const same = memoryWorld(Object.fromEntries(world.files));
  return scenario.disk?.(same) ?? same;
}

/**
 * Tells states of the files that were seen before: many a step changes nothing that another run could find, and what
 * recovers them goes by nothing else.
 */
function seenBefore(): (world: MemoryWorld) => boolean {
  const seen = new Set<string>();
  return (world) => {
    const state = [...world.files].map(
      ([path, bytes]) => `${path}\0${Buffer.from(bytes).toString('latin1')}`,
    );
    const before = seen.size;
    return seen.add(state.sort().join('\0')).size === before;
  };
}

/** @returns what was thrown, or nothing, and how many steps it took */
async function run(
  world: World,
  fault: Fault,
  work: (world: World) => Promise<unknown>,
): Promise<{ error: unknown; steps: number }> {
  const faulty = faultyWorld(world, fault);
  const error = await work(faulty).then(
    () => undefined,
    (thrown) => thrown,
  );
  return { error, steps: faulty.steps() };
}

const holds = (files: Files, part: Files): boolean =>
  Object.entries(part).every(([path, text]) => files[path] === text);

const same = (a: Files, b: Files): boolean => holds(a, b) && holds(b, a);

/** Law 1. @returns which edition stands in its place */
function checkWhole(scenario: Scenario, standing: Files, behind: Files): 'new' | 'before' | 'none' {
  if (holds(standing, scenario.edition)) return 'new';
  if (same(standing, scenario.before)) return 'before';
  expect(standing).toEqual({});
  const below = (folder: string): Files =>
    Object.fromEntries(
      Object.entries(behind).flatMap(([path, text]) =>
        path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), text]] : [],
      ),
    );
  expect(holds(below('new'), scenario.edition)).toBe(true);
  expect(below('old')).toEqual(scenario.before);
  return 'none';
}

/** Laws 3 and 4. */
async function checkRecovered(scenario: Scenario, world: World, out: string): Promise<void> {
  await recoverIn(world, out);
  const recovered = await filesIn(world, join(out, 'zone'));
  const { 'held.md': _, ...before } = scenario.before;
  const { 'held.md': __, ...now } = recovered;
  // Retention comes after the swap: the edition it is to remove may still be there.
  const retiring = Object.entries(scenario.before).filter(
    ([path]) => path.startsWith('editions/') && !(path in scenario.after),
  );
  const settled = [before, scenario.after, { ...scenario.after, ...Object.fromEntries(retiring) }];
  // Compared by hand first: this is done some ten thousand times.
  if (!settled.some((files) => same(files, now))) expect(settled).toContainEqual(now);
  expect(Object.keys(await filesIn(world, backstage(out)))).toEqual([]);
  await publishIn(world, out, scenario.wanted);
  const published = await filesIn(world, join(out, 'zone'));
  if (!same(published, scenario.after)) expect(published).toEqual(scenario.after);
  expect(Object.keys(await filesIn(world, backstage(out)))).toEqual([]);
}

/** Every step of it, or every so many, until there are no more. @returns how many there were */
async function everyStep(test: (at: number) => Promise<number>, by = 1): Promise<number> {
  for (let at = 1; ; at += by) if ((await test(at)) < at) return at - by;
}

describe.each([...scenarios, ...elsewhere])('$name', (scenario) => {
  const { wanted } = scenario;

  it('is published as a whole where nothing is in the way', async () => {
    const world = await start(scenario);
    await publishIn(world, '/out', wanted);
    expect(await filesIn(world, '/out/zone')).toEqual(scenario.after);
    expect(await filesIn(world, backstage('/out'))).toEqual({});
  });

  it('is undone, whichever step is refused', async () => {
    let refused = 0;
    const count = await everyStep(async (at) => {
      const world = await start(scenario);
      const { error, steps } = await run(world, { at, how: 'refuses' }, (faulty) =>
        publishIn(faulty, '/out', wanted),
      );
      if (error !== undefined) {
        refused += 1;
        expect(error).toBeInstanceOf(UsageError);
        expect(await filesIn(world, '/out/zone')).toEqual(scenario.before);
        expect(await filesIn(world, backstage('/out'))).toEqual({});
      }
      await checkRecovered(scenario, laterProcess(world), '/out');
      return steps;
    });
    expect(refused).toBeGreaterThan(count / 3);
  });

  it('is undone when the disk is full from any step on', async () => {
    await everyStep(async (at) => {
      const world = await start(scenario);
      const { error, steps } = await run(world, { at, how: 'full' }, (faulty) =>
        publishIn(faulty, '/out', wanted),
      );
      if (error !== undefined) {
        expect(error).toMatchObject({ name: 'UsageError', hint: 'make room on the disk and run again' });
        expect(await filesIn(world, '/out/zone')).toEqual(scenario.before);
        expect(await filesIn(world, backstage('/out'))).toEqual({});
      }
      await checkRecovered(scenario, laterProcess(world), '/out');
      return steps;
    });
  });

  it('is put right by the next run when nothing can be changed any more from any step on', async () => {
    await everyStep(async (at) => {
      const world = await start(scenario);
      const { error, steps } = await run(world, { at, how: 'refuses-all', code: 'EROFS' }, (faulty) =>
        publishIn(faulty, '/out', wanted),
      );
      if (error !== undefined) expect(error).toBeInstanceOf(UsageError);
      checkWhole(scenario, await filesIn(world, '/out/zone'), await filesIn(world, backstage('/out')));
      await checkRecovered(scenario, laterProcess(world), '/out');
      return steps;
    });
  });

  it('leaves a whole edition when it is killed at any step, and when its recovery is killed at any step', async () => {
    let between = 0;
    const [known, knownAfter] = [seenBefore(), seenBefore()];
    const count = await everyStep(async (at) => {
      const killed = await start(scenario);
      const { steps } = await run(killed, { at, how: 'dies' }, (faulty) => publishIn(faulty, '/out', wanted));
      const left = [await filesIn(killed, '/out/zone'), await filesIn(killed, backstage('/out'))] as const;
      if (checkWhole(scenario, ...left) === 'none') between += 1;
      if (known(killed)) return steps;
      await everyStep(async (second) => {
        const world = again(killed, scenario);
        const later = await run(laterProcess(world), { at: second, how: 'dies' }, (faulty) =>
          recoverIn(faulty, '/out'),
        );
        if (knownAfter(world)) return later.steps;
        checkWhole(scenario, await filesIn(world, '/out/zone'), await filesIn(world, backstage('/out')));
        const last = laterProcess(world);
        await checkRecovered(scenario, { ...last, isAlive: () => false }, '/out');
        return later.steps;
      });
      return steps;
    });
    expect(between).toBe(Object.keys(scenario.before).length > 0 ? 1 : 0);
    expect(count).toBeGreaterThan(10);
  });

  it('leaves a whole edition when it is killed, and any step of its recovery is refused', async () => {
    const [known, knownAfter] = [seenBefore(), seenBefore()];
    await everyStep(async (at) => {
      const killed = await start(scenario);
      const { steps } = await run(killed, { at, how: 'dies' }, (faulty) => publishIn(faulty, '/out', wanted));
      const left = [await filesIn(killed, '/out/zone'), await filesIn(killed, backstage('/out'))] as const;
      const between = checkWhole(scenario, ...left) === 'none';
      if (known(killed)) return steps;
      await everyStep(async (second) => {
        const world = again(killed, scenario);
        const later = await run(laterProcess(world), { at: second, how: 'refuses' }, (faulty) =>
          recoverIn(faulty, '/out'),
        );
        const standing = await filesIn(world, '/out/zone');
        const which = checkWhole(scenario, standing, await filesIn(world, backstage('/out')));
        if (later.error !== undefined) {
          expect(later.error).toBeInstanceOf(UsageError);
          // Where it began with nothing in place, it ends with that or with all in place, and nobody misses a file.
          if (between && which === 'new') expect(holds(standing, scenario.after)).toBe(true);
        }
        if (!knownAfter(world))
          await checkRecovered(scenario, { ...laterProcess(world), isAlive: () => false }, '/out');
        return later.steps;
      });
      return steps;
    });
  });

  it('leaves a whole edition when it is killed while a refused one is undone', async () => {
    const known = seenBefore();
    await everyStep(async (at) => {
      let steps = 0;
      await everyStep(async (second) => {
        const world = await start(scenario);
        const undone = await run(world, { at: at + second, how: 'dies' }, async (dying) => {
          const refused = await run(dying, { at, how: 'refuses' }, (faulty) =>
            publishIn(faulty, '/out', wanted),
          );
          steps = Math.max(steps, refused.steps);
        });
        if (known(world)) return undone.steps - at;
        checkWhole(scenario, await filesIn(world, '/out/zone'), await filesIn(world, backstage('/out')));
        await checkRecovered(scenario, laterProcess(world), '/out');
        return undone.steps - at;
      });
      return steps;
    });
  });

  it.skipIf(scenario.disk)(
    'leaves a whole edition on a real disk when it is killed at one step or another',
    async () => {
      await everyStep(async (at) => {
        const out = mkdtempSync(join(tmpdir(), 'zonebrief-store-'));
        try {
          // What a disk keeps in its cache is not what this is about.
          const world: World = { ...nodeWorld(), flush: async () => undefined };
          await put(world, join(out, 'zone'), scenario.before);
          const { steps } = await run(world, { at, how: 'dies' }, (faulty) => publishIn(faulty, out, wanted));
          checkWhole(scenario, await filesIn(world, join(out, 'zone')), await filesIn(world, backstage(out)));
          await checkRecovered(scenario, laterProcess(world), out);
          return steps;
        } finally {
          rmSync(out, { recursive: true });
        }
      }, 5);
    },
  );
});
