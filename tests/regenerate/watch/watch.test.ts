import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zonesIn } from '../../../src/cli/zones.js';
import { briefMs, mostMs, quietMs, settleMs } from '../../../src/regenerate/watch/burst.js';
import { type Rebuild, retryMs, watchZones } from '../../../src/regenerate/watch/watch.js';
import { type Conditions, type Office, office } from './office.js';

const files = {
  '/data/first/zone.yaml': 'first',
  '/data/first/facts.yaml': '1',
  '/data/second/zone.yaml': 'second',
  '/templates/deck.md': 'deck',
};

interface Watched extends Office {
  readonly told: Rebuild<string>[];
  readonly gone: string[];
  end(): Promise<void>;
}

function watched(conditions: Conditions = {}, content: Record<string, string> = files): Watched {
  const here = office(content, conditions);
  const stop = new AbortController();
  const told: Rebuild<string>[] = [];
  const gone: string[] = [];
  const watching = watchZones<string>({
    world: here.world,
    root: '/',
    zones: () => zonesIn(here.world, '/'),
    build: here.build,
    watch: here.watch,
    timers: here.clock,
    stop: stop.signal,
    told: (rebuild) => {
      told.push(rebuild);
    },
    gone: (zone) => gone.push(zone),
  });
  const end = async (): Promise<void> => {
    stop.abort();
    // A build under way is waited for.
    await here.clock.pass(10_000);
    await watching;
  };
  return Object.assign(here, { told, gone, end });
}

const save = async (here: Office, path: string, text: string): Promise<void> => {
  await here.world.write(path, text);
  here.event(path.slice(0, path.lastIndexOf('/')));
};

/** What a build would read now. */
const current = (here: Office): Map<string, string> =>
  new Map(
    [...here.world.files]
      .filter(([path]) => /^\/(data\/[^/]+|templates)\//.test(path))
      .map(([path, content]) => [path, new TextDecoder().decode(content)]),
  );

describe('watching', () => {
  it('builds every zone once, and then what changed, naming it', async () => {
    const here = watched();
    await here.clock.pass(1000);
    expect(here.told.map(({ zone, first }) => [zone, first])).toEqual([
      ['first', true],
      ['second', true],
    ]);
    await save(here, '/data/first/facts.yaml', '2');
    await here.clock.pass(1000);
    expect(here.told.slice(2)).toMatchObject([
      { zone: 'first', changed: ['/data/first/facts.yaml'], first: false },
    ]);
    await save(here, '/templates/deck.md', 'other');
    await here.clock.pass(1000);
    expect(here.told.slice(3).map(({ zone }) => zone)).toEqual(['first', 'second']);
    expect(here.disk).toEqual(current(here));
    await here.end();
  });

  it('waits until it is quiet, but not for ever', async () => {
    const here = watched();
    await here.clock.pass(1000);
    const before = here.builds.length;
    const began = here.clock.now();
    for (let turn = 1; turn <= 60; turn += 1) {
      await save(here, '/data/first/facts.yaml', `turn ${turn}`);
      await here.clock.pass(settleMs - 5);
    }
    await here.clock.pass(1000);
    expect(here.builds.slice(before).map(({ began: at }) => at - began)).toEqual([
      mostMs,
      expect.any(Number),
    ]);
    await here.end();
  });

  it('waits less where one file is saved than where others follow', async () => {
    const here = watched();
    await here.clock.pass(1000);
    const built = async (): Promise<number> => {
      const [count, saved] = [here.builds.length, here.clock.now()];
      await here.clock.pass(1000);
      expect(here.builds).toHaveLength(count + 1);
      return (here.builds.at(-1)?.began ?? 0) - saved;
    };
    await save(here, '/data/first/facts.yaml', 'alone');
    expect(await built()).toBe(briefMs);
    await save(here, '/data/first/facts.yaml', 'of two');
    await save(here, '/data/first/zone.yaml', 'of two');
    expect(await built()).toBe(quietMs);
    await save(here, '/data/first/facts.yaml', '');
    expect(await built()).toBe(quietMs);
    await save(here, '/data/first/more.yaml', 'as a backup');
    expect(await built()).toBe(briefMs);
    await here.world.remove('/data/first/more.yaml');
    here.event('/data/first');
    expect(await built()).toBe(quietMs);
    await here.end();
  });

  it('takes no half of a save, be it heard of or not', async () => {
    const here = watched();
    await here.clock.pass(1000);
    const read: (string | undefined)[] = [];
    for (const pause of [settleMs, settleMs + 10, briefMs - 5]) {
      const before = here.builds.length;
      // Emptied, written in part, and the rest; then without an event, as where those are late.
      for (const tell of [true, false]) {
        if (tell) await save(here, '/data/first/facts.yaml', '');
        else {
          await here.world.write('/data/first/facts.yaml', '');
          here.look();
        }
        await here.clock.pass(pause);
        await here.world.write('/data/first/facts.yaml', 'ha');
        if (tell) here.event('/data/first');
        await here.clock.pass(settleMs);
        await here.world.write('/data/first/facts.yaml', `half and whole ${pause} ${tell}`);
        if (tell) here.event('/data/first');
        await here.clock.pass(1000);
        read.push(here.disk.get('/data/first/facts.yaml'));
      }
      expect(here.builds.length - before).toBe(2);
      expect(read.slice(-2)).toEqual([`half and whole ${pause} true`, `half and whole ${pause} false`]);
    }
    await here.end();
  });

  it('takes no half of a save that begins as a build ends', async () => {
    const here = watched({ pace: 50 });
    await here.clock.pass(1000);
    const before = here.builds.length;
    await save(here, '/data/first/facts.yaml', 'one');
    await here.clock.pass(briefMs + 10);
    here.event('/data/first');
    // Its events have not come yet when the build has ended.
    while (here.told.length === before) await here.clock.pass(1);
    await here.world.write('/data/first/facts.yaml', '');
    await here.clock.pass(5);
    await save(here, '/data/first/facts.yaml', 'two');
    await here.clock.pass(1000);
    expect(here.builds.length - before).toBe(2);
    expect(here.disk.get('/data/first/facts.yaml')).toBe('two');
    await here.end();
  });

  it('builds nothing where files are saved as they were, or others come beside its outputs', async () => {
    const here = watched();
    await here.clock.pass(1000);
    const before = here.builds.length;
    await save(here, '/data/first/facts.yaml', '1');
    await save(here, '/out/first/notes.txt', 'of a person');
    for (const name of ['.facts.yaml.swp', '.#facts.yaml', '.DS_Store'])
      await save(here, `/data/first/${name}`, 'of an editor');
    await here.clock.pass(1000);
    await here.world.remove('/data/first/.DS_Store');
    here.event('/data/first');
    here.look();
    await here.clock.pass(1000);
    expect(here.builds).toHaveLength(before);
    await here.end();
  });

  it('finds at once what changed while it was being built, though nothing told of it', async () => {
    const here = watched(
      { pace: 50 },
      { '/data/first/zone.yaml': 'first', '/templates/a.md': 'a', '/templates/b.md': 'b' },
    );
    await here.clock.pass(120);
    expect(here.builds).toHaveLength(1);
    await here.world.write('/data/first/zone.yaml', 'other');
    await here.clock.pass(1000);
    expect(here.told.map(({ changed }) => changed)).toEqual([[], ['/data/first/zone.yaml']]);
    expect(here.disk.get('/data/first/zone.yaml')).toBe('other');
    await here.end();
  });

  it('names all that a build read anew, though some of it was saved after the last look', async () => {
    const here = watched({ pace: 50 });
    await here.clock.pass(2000);
    await save(here, '/data/first/facts.yaml', '2');
    await here.clock.pass(briefMs + 10);
    // The build has begun, and comes to this file later.
    await here.world.write('/data/first/zone.yaml', 'other');
    await here.clock.pass(2000);
    expect(here.told.slice(2).map(({ changed }) => changed)).toEqual([
      ['/data/first/facts.yaml', '/data/first/zone.yaml'],
    ]);
    await here.end();
  });

  it('sees a file that was looked for and not there', async () => {
    const here = watched();
    await here.clock.pass(1000);
    await save(here, '/data/shared.yaml', 'now there');
    await here.clock.pass(1000);
    expect(here.told.slice(2).map(({ changed }) => changed)).toEqual([
      ['/data/shared.yaml'],
      ['/data/shared.yaml'],
    ]);
    await here.end();
  });

  it('names the file that came or went, not the folder', async () => {
    const here = watched();
    await here.clock.pass(1000);
    await save(here, '/data/first/more.yaml', '3');
    await here.clock.pass(1000);
    expect(here.told.at(-1)?.changed).toEqual(['/data/first/more.yaml']);
    await here.end();
  });

  it('leaves alone what is gone, and builds what comes back or is new', async () => {
    const here = watched();
    await here.clock.pass(1000);
    const kept = new Map(here.world.files);
    const before = here.builds.length;
    await here.world.remove('/data');
    here.event('/');
    await here.clock.pass(1000);
    expect(here.gone).toEqual(['first', 'second']);
    expect(here.builds).toHaveLength(before);
    for (const [path, content] of kept)
      if (path.startsWith('/data/first')) await here.world.write(path, content);
    await here.world.write('/data/third/zone.yaml', 'third');
    here.event('/');
    await here.clock.pass(1000);
    expect(here.builds.slice(before).map(({ zone }) => zone)).toEqual(['third']);
    await save(here, '/data/first/facts.yaml', 'again');
    await here.clock.pass(1000);
    expect(here.disk.get('/data/first/facts.yaml')).toBe('again');
    await here.end();
  });

  it('tries a build again that could not be made, and not without a pause', async () => {
    const here = watched({ failing: new Set([1, 3, 4]) }, { '/data/first/zone.yaml': 'first' });
    await here.clock.pass(1000);
    expect(here.builds).toHaveLength(1);
    await here.clock.pass(retryMs);
    expect(here.builds).toHaveLength(2);
    expect(here.disk.get('/data/first/zone.yaml')).toBe('first');
    await save(here, '/data/first/zone.yaml', 'second');
    await here.clock.pass(1000);
    expect(here.builds).toHaveLength(3);
    await here.clock.pass(2 * retryMs + 1000);
    expect(here.builds).toHaveLength(5);
    expect(here.disk.get('/data/first/zone.yaml')).toBe('second');
    await here.end();
  });

  it('looks at facts again when a day has passed', async () => {
    const content = { '/data/first/zone.yaml': 'first' };
    const here = watched({}, content);
    await here.clock.pass(1000);
    here.world.now = () => new Date('2026-01-02T00:00:10Z');
    here.look();
    await here.clock.pass(1000);
    expect(here.told.at(-1)).toMatchObject({ first: false, changed: [] });
    here.look();
    await here.clock.pass(1000);
    expect(here.builds).toHaveLength(2);
    await here.end();
  });
});

describe('whatever is saved while it watches', () => {
  const path = fc.constantFrom(
    '/data/first/zone.yaml',
    '/data/first/facts.yaml',
    '/data/second/zone.yaml',
    '/data/third/zone.yaml',
    '/templates/deck.md',
    '/templates/partial.md',
  );
  const step = fc.record({
    path,
    /** undefined: the file is removed. */
    text: fc.option(fc.string({ maxLength: 3 }), { nil: undefined }),
    wait: fc.nat({ max: 300 }),
    /** Events are lost now and then. */
    heard: fc.boolean(),
  });
  const failing = fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 2 });

  it('is on the disk in the end, by one build at a time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        failing,
        fc.nat({ max: 60 }),
        async (steps, fails, pace) => {
          const here = watched({ pace, failing: new Set(fails) });
          for (const { path: file, text, wait, heard } of steps) {
            if (text === undefined) await here.world.remove(file);
            else await here.world.write(file, text);
            if (heard)
              for (const folder of ['/data', '/', file.slice(0, file.lastIndexOf('/'))]) here.event(folder);
            await here.clock.pass(wait);
          }
          // The next look at intervals, and the next try of what failed.
          here.look();
          for (let turn = 0; turn < 4; turn += 1) await here.clock.pass(retryMs + 2000);
          // A zone without zone.yaml is gone, and what was made of it stays.
          const zones = await zonesIn(here.world, '/');
          const ofZones = (all: Map<string, string>) =>
            [...all].filter(([file]) => zones.some((zone) => file.startsWith(`/data/${zone}/`))).sort();
          expect(ofZones(here.disk)).toEqual(ofZones(current(here)));
          if (zones.length > 0)
            for (const [file, text] of current(here))
              if (file.startsWith('/templates/')) expect(here.disk.get(file)).toBe(text);
          expect(here.atOnce).toBe(1);
          await here.end();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is built a few times only, where a thousand files are saved in a burst', async () => {
    const here = watched();
    await here.clock.pass(1000);
    const before = here.builds.length;
    for (let turn = 0; turn < 1000; turn += 1) {
      await save(here, '/data/first/facts.yaml', `${turn}`);
      await here.clock.pass(1);
    }
    await here.clock.pass(2000);
    expect(here.builds.length - before).toBeLessThanOrEqual(3);
    expect(here.disk.get('/data/first/facts.yaml')).toBe('999');
    await here.end();
  });
});
