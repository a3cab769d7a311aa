/** Several zones at once, in threads: the bundled command, and threads that crash. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { zoneThreads } from '../../src/cli/threads/zone-threads.js';
import { nodeWorld } from '../../src/world.js';
import { bundle, temporaryFolder } from '../support/sample.js';
import {
  endAll,
  factsOf,
  filesBelow,
  locksIn,
  manifestOf,
  office,
  setJobs,
  start,
  zonebrief,
} from './office.js';

beforeAll(bundle);
afterEach(endAll);

const zones = Array.from({ length: 12 }, (_, index) => `zone-${String(index + 1).padStart(2, '0')}`);

/** Twelve zones, each with figures of its own: 03 is broken YAML, 07 has evidence that reads otherwise, 09 no place to go. */
function country(): string {
  const root = office(zones);
  zones.forEach((zone, index) => {
    setJobs(root, 4000 + 100 * index, zone);
  });
  writeFileSync(factsOf(root, 'zone-03'), 'topic: [');
  writeFileSync(
    factsOf(root, 'zone-07'),
    readFileSync(factsOf(root, 'zone-07'), 'utf8').replace('"4600"', '"4700"'),
  );
  writeFileSync(join(root, 'out', 'zone-09'), 'a file, where a folder is needed');
  return root;
}

/** All that is made for somebody; not what lies backstage, where a zone alone begins to draw before it is known to be held. */
const editionsIn = (root: string): Map<string, string> =>
  new Map([...filesBelow(join(root, 'out'))].filter(([name]) => !name.startsWith('.zonebrief/')));

interface Result {
  readonly ok: boolean;
  readonly zones: readonly {
    readonly zone: string;
    readonly outcome: string;
    readonly seconds?: number;
    readonly error?: { readonly message: string };
  }[];
}

describe('zonebrief build of twelve zones', () => {
  it('makes the same files as one by one, byte for byte, and stops for none', () => {
    const root = country();
    const together = zonebrief(root, 'build', '--jobs', '3');
    const all = editionsIn(root);
    // The worst of all: a folder that cannot be written.
    expect(together.code).toBe(2);
    for (const [number, zone] of zones.entries()) {
      const outcome = { 2: 'held back', 6: 'held back', 8: 'failed' }[number] ?? 'made';
      expect(together.stdout).toMatch(new RegExp(`^${zone} +${outcome} `, 'm'));
    }
    expect(together.stdout).toMatch(/\n12 zones: 9 made, 2 held back, 1 failed; [\d.]+ s in 3 threads\n$/);
    for (let done = 1; done <= 12; done += 1) expect(together.stderr).toContain(`[${done}/12] zone-`);
    expect(together.stderr).toContain('zone-03/facts/park.yaml:1:');
    expect(together.stderr).toContain('zone-07/facts/park.yaml');
    expect(together.stderr).toMatch(/^zone-09: /m);
    rmSync(join(root, 'out'), { recursive: true });
    mkdirSync(join(root, 'out'));
    writeFileSync(join(root, 'out', 'zone-09'), 'a file, where a folder is needed');
    const codes = zones.map((zone) => zonebrief(root, 'build', zone).code);
    expect(codes).toEqual(zones.map((_, index) => ({ 2: 1, 6: 1, 8: 2 })[index] ?? 0));
    const same = editionsIn(root);
    expect([...all.keys()]).toEqual([...same.keys()]);
    for (const [name, content] of same) expect(all.get(name) === content, name).toBe(true);
    for (const zone of zones.filter((name) => name !== 'zone-09')) expect(locksIn(root, zone)).toEqual([]);
  });

  it('answers for those that did not change at once, and says the same as JSON', () => {
    const root = office(zones.slice(0, 4));
    expect(zonebrief(root, 'build').code).toBe(0);
    setJobs(root, 8450, 'zone-02');
    writeFileSync(factsOf(root, 'zone-03'), 'topic: [');
    const { code, stdout, stderr } = zonebrief(root, 'build', '--json');
    const result = JSON.parse(stdout) as Result;
    expect([code, result.ok, stderr]).toEqual([1, false, '']);
    expect(result.zones.map(({ zone, outcome }) => [zone, outcome])).toEqual([
      ['zone-01', 'unchanged'],
      ['zone-02', 'made'],
      ['zone-03', 'held'],
      ['zone-04', 'unchanged'],
    ]);
    for (const { outcome, seconds } of result.zones)
      expect(seconds === undefined).toBe(outcome === 'unchanged');
    expect(manifestOf(root, 'zone-02').edition.number).toBe(2);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'ends on %s with all its threads, gives its locks back, and goes on later',
    async (signal) => {
      const few = zones.slice(0, 5);
      const root = office(few);
      const building = start(root, 'build', '--jobs', '2');
      await building.until(() => building.err().includes('[1/5]'));
      building.child.kill(signal);
      expect(await building.ended).toBe(signal);
      const begun = few.filter((zone) => filesBelow(join(root, 'out')).has(`${zone}/manifest.json`));
      expect(begun.length).toBeLessThan(5);
      for (const zone of begun) expect(locksIn(root, zone)).toEqual([]);
      const again = zonebrief(root, 'build');
      expect(again.code, again.stderr).toBe(0);
      expect(again.stdout).toContain('5 zones:');
    },
  );

  it('refuses a number of jobs that is none', () => {
    const { code, stderr } = zonebrief(office(zones.slice(0, 2)), 'build', '--jobs', '0');
    expect([code, stderr]).toEqual([2, expect.stringContaining('whole number from 1 to 99')]);
  });
});

describe('a thread that crashes', () => {
  /** Builds nothing: says of which process it is, holds a claim, or ends in the midst of a zone. */
  function threadsOf(claim: string) {
    const file = join(temporaryFolder(), 'crashing.mjs');
    writeFileSync(
      file,
      `import { parentPort } from 'node:worker_threads';
       let builds = 0;
       parentPort.on('message', ({ request }) => {
         builds += 1;
         if (request.zone === 'claims') parentPort.postMessage({ kind: 'claims', path: ${JSON.stringify(claim)} });
         if (request.zone === 'claims' || request.zone === 'ends') setTimeout(() => process.exit(1), 20);
         else if (request.zone === 'throws') setTimeout(() => { throw new Error('out of order'); });
         else parentPort.postMessage({ kind: 'built', answer: { report: { zone: request.zone, builds } } });
       });`,
    );
    const run = async () => ({ code: 0, output: '', timedOut: false });
    return zoneThreads({ world: nodeWorld(), run, most: 2, sharesFiles: false, entry: pathToFileURL(file) });
  }

  it('takes its zone with it and no other, and its claim on the lock is given back', async () => {
    const claim = join(temporaryFolder(), 'claim');
    writeFileSync(claim, '');
    const threads = await threadsOf(claim);
    const request = (zone: string) => ({ root: '/', out: '/out', zone });
    const names = ['a', 'claims', 'b', 'throws', 'c', 'ends', 'd', 'e'];
    const answers = await Promise.all(names.map((zone) => threads?.build(request(zone))));
    expect(answers.map((answer) => answer?.report?.zone)).toEqual([
      'a',
      undefined,
      'b',
      undefined,
      'c',
      undefined,
      'd',
      'e',
    ]);
    expect(answers[3]?.fault).toEqual({
      message: 'the thread that built throws ended: out of order',
      usage: false,
    });
    expect(await nodeWorld().kindOf(claim)).toBe('nothing');
    // Threads are used again.
    const more = await Promise.all(['f', 'g', 'h', 'i'].map((zone) => threads?.build(request(zone))));
    const counts = more.map((answer) => (answer as unknown as { report: { builds: number } }).report.builds);
    expect(Math.max(...counts)).toBeGreaterThan(1);
    await threads?.end();
  });
});
