/** The watcher as a process of its own, with real files: editors, bursts, kills, others that build the same zone. */
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exampleZone } from '../support/example.js';
import { bundle, repository } from '../support/sample.js';
import {
  copyOf,
  endAll,
  factsOf,
  locksIn,
  manifestOf,
  office,
  pause,
  type Started,
  setJobs,
  start,
  withJobs,
  zonebrief,
} from './office.js';

beforeAll(bundle);
afterEach(endAll);

interface Line {
  readonly zone: string;
  readonly outcome: string;
  readonly edition?: string;
  readonly changed: readonly string[];
  readonly changes: readonly unknown[];
  readonly findings: readonly { readonly code: string }[];
  readonly files: readonly string[];
  readonly seconds: number;
}

interface Watching extends Started {
  readonly root: string;
  lines(): Line[];
  /** Waits for the next rebuild after those that were told before. */
  next(): Promise<Line>;
}

function watching(root: string, ...words: string[]): Watching {
  const process = start(root, 'watch', '--json', ...words);
  const lines = (): Line[] =>
    process
      .out()
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line));
  let seen = 0;
  return Object.assign(process, {
    root,
    lines,
    async next() {
      const line = await process.until(() => lines()[seen]);
      seen += 1;
      return line;
    },
  });
}

const facts = `data/${exampleZone}/facts/park.yaml`;
const source = `data/${exampleZone}/sources/annual-report.md`;
const jobsIn = (root: string): string => manifestOf(root).facts['park.jobs'].quantity.amount;

async function end(watcher: Watching, signal: NodeJS.Signals = 'SIGINT'): Promise<void> {
  watcher.child.kill(signal);
  expect(await watcher.ended, watcher.err()).toBe(0);
  expect(locksIn(watcher.root)).toEqual([]);
}

describe.each([
  ['events', []],
  ['looks at intervals', ['--poll', '100']],
] as const)('zonebrief watch, by %s', (_, words) => {
  it('builds, and again at each save: in place, by renaming, with a backup', async () => {
    const watcher = watching(office(), ...words);
    const { root } = watcher;
    expect(await watcher.next()).toMatchObject({ outcome: 'made', edition: '2025-06-30.1', changed: [] });
    setJobs(root, 8410);
    expect(await watcher.next()).toMatchObject({
      outcome: 'made',
      edition: '2025-06-30.2',
      changed: [facts, source],
      changes: [{ fact: 'park.jobs', kind: 'changed' }],
      files: expect.arrayContaining(['briefing.en.pptx', 'changes.md']),
    });
    // Written beside, and put in its place.
    const path = factsOf(root);
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      `${path}.tmp`,
      text.replace(/(id: park\.jobs[\s\S]*?label: \{ en: )[^,]+/, '$1People at work'),
    );
    renameSync(`${path}.tmp`, path);
    expect(await watcher.next()).toMatchObject({
      outcome: 'rebuilt',
      edition: '2025-06-30.2',
      changed: [facts],
    });
    // The old one put aside, a new one written: as vim and emacs do.
    renameSync(path, `${path}~`);
    writeFileSync(path, text);
    expect((await watcher.next()).outcome).toBe('rebuilt');
    const template = join(root, 'templates/starter-briefing/deck.en.md.hbs');
    writeFileSync(template, readFileSync(template, 'utf8').replace(/^# /m, '# Now: '));
    expect(await watcher.next()).toMatchObject({
      outcome: 'rebuilt',
      changed: ['templates/starter-briefing/deck.en.md.hbs'],
    });
    await end(watcher);
  });

  it('holds a broken edition and goes on; survives folders that vanish and come back, and others in their place', async () => {
    const watcher = watching(office(), ...words);
    const { root } = watcher;
    await watcher.next();
    const path = factsOf(root);
    const text = readFileSync(path, 'utf8');
    writeFileSync(path, `${text}\nfacts: [`);
    expect(await watcher.next()).toMatchObject({
      outcome: 'held',
      edition: '2025-06-30.1',
      changed: [facts],
    });
    writeFileSync(path, text);
    expect((await watcher.next()).outcome).toBe('unchanged');
    renameSync(join(root, 'data'), join(root, 'aside'));
    await watcher.until(() => watcher.err().includes('is gone'));
    cpSync(join(root, 'aside'), join(root, 'data'), { recursive: true });
    setJobs(root, 8420);
    // Another folder of that name: the watch of the one before tells nothing of it.
    for (;;) if ((await watcher.next()).outcome === 'made') break;
    rmSync(join(root, 'data', exampleZone, 'facts'), { recursive: true });
    cpSync(join(root, 'aside', exampleZone, 'facts'), join(root, 'data', exampleZone, 'facts'), {
      recursive: true,
    });
    setJobs(root, 8430);
    await watcher.until(() => jobsIn(root) === '8430');
    setJobs(root, 8440);
    await watcher.until(() => jobsIn(root) === '8440');
    await end(watcher, 'SIGTERM');
  });
});

describe('zonebrief watch', () => {
  it('ends a thousand saves in a burst with few builds and the last state on the disk', async () => {
    const watcher = watching(office());
    await watcher.next();
    // Read once: the burst is to be one on a busy machine, too.
    const before = [copyOf(watcher.root), factsOf(watcher.root)].map(
      (path) => [path, readFileSync(path, 'utf8')] as const,
    );
    for (let turn = 1; turn <= 1000; turn += 1) {
      for (const [path, text] of before) writeFileSync(path, withJobs(text, 8400 + (turn % 90)));
      if (turn % 25 === 0) await pause(20);
    }
    setJobs(watcher.root, 8521);
    await watcher.until(() => jobsIn(watcher.root) === '8521');
    await pause(700);
    expect(jobsIn(watcher.root)).toBe('8521');
    expect(watcher.lines().length).toBeLessThan(20);
    expect(watcher.lines().every(({ outcome }) => outcome !== 'failed')).toBe(true);
    await end(watcher);
  });

  it('builds a zone that comes, and leaves its own output alone', async () => {
    const watcher = watching(office());
    const { root } = watcher;
    await watcher.next();
    cpSync(join(repository, 'data', exampleZone), join(root, 'data', 'second-zone'), { recursive: true });
    expect(await watcher.next()).toMatchObject({ zone: 'second-zone', first: true, changed: [] });
    appendFileSync(join(root, 'out', exampleZone, 'notes.txt'), 'of a person');
    await pause(700);
    expect(watcher.lines()).toHaveLength(2);
    await end(watcher);
  });

  it('is killed in the midst of a build, and the next one finishes', async () => {
    const root = office();
    const first = watching(root);
    await first.next();
    setJobs(root, 8450);
    await first.until(() => locksIn(root).length > 0);
    first.child.kill('SIGKILL');
    expect(await first.ended).toBe('SIGKILL');
    const second = watching(root);
    await second.next();
    expect(jobsIn(root)).toBe('8450');
    await end(second);
  });

  it('ends at once in the midst of a build, and gives its lock back', async () => {
    const root = office();
    const watcher = watching(root);
    await watcher.until(() => {
      try {
        return locksIn(root).length > 0;
      } catch {
        return false;
      }
    });
    await end(watcher);
    const { code, stderr } = zonebrief(root, 'build');
    expect(code, stderr).toBe(0);
  });

  it('shares a zone with another watcher: each change is built, and the edition is whole', async () => {
    const root = office();
    const both = [watching(root), watching(root)];
    for (const watcher of both) await watcher.next();
    for (const jobs of [8460, 8470, 8480]) {
      setJobs(root, jobs);
      await both[0]?.until(() => jobsIn(root) === String(jobs));
    }
    // Each of them may have found two changes at once, or what the other had built already.
    for (const watcher of both) await watcher.until(() => watcher.lines().at(-1)?.edition === '2025-06-30.4');
    expect(both.flatMap((watcher) => watcher.lines()).filter(({ outcome }) => outcome === 'failed')).toEqual(
      [],
    );
    expect(zonebrief(root, 'build', exampleZone).stdout).toBe(
      `${exampleZone}: unchanged, edition 2025-06-30.4\n`,
    );
    for (const watcher of both) await end(watcher);
  });

  // Root may write anywhere: a file where the folder should be has the same effect for everybody.
  it('says once that it cannot write, and makes the edition when it can again', async () => {
    const root = office();
    rmSync(join(root, 'out'), { recursive: true });
    writeFileSync(join(root, 'out'), '');
    const watcher = watching(root);
    expect(await watcher.next()).toMatchObject({ outcome: 'failed', error: { message: expect.any(String) } });
    await pause(6000);
    expect(watcher.lines()).toHaveLength(1);
    rmSync(join(root, 'out'));
    mkdirSync(join(root, 'out'));
    expect(await watcher.next()).toMatchObject({ outcome: 'made' });
    await end(watcher);
  });

  it.skipIf(process.getuid?.() === 0)('keeps the edition where its folder is read-only', async () => {
    const watcher = watching(office());
    await watcher.next();
    chmodSync(join(watcher.root, 'out'), 0o555);
    setJobs(watcher.root, 8490);
    expect((await watcher.next()).outcome).toBe('failed');
    chmodSync(join(watcher.root, 'out'), 0o755);
    expect((await watcher.next()).outcome).toBe('made');
    await end(watcher);
  });

  it('says in a line what changed, from what to what, and findings before it', async () => {
    const root = office();
    const watcher = start(root, 'watch', exampleZone);
    const lines = () => watcher.out().split('\n').slice(0, -1);
    await watcher.until(() => lines().length === 1);
    setJobs(root, 8500);
    await watcher.until(() => lines().length === 2);
    expect(lines()[1]).toMatch(
      /^\d\d:\d\d:\d\d example-zone: edition 2025-06-30\.2 made, \d+ files, in [\d.]+ s · facts\/park\.yaml, sources\/annual-report\.md · .*8,500/,
    );
    expect(lines()[1]).toContain(' → ');
    writeFileSync(factsOf(root), 'topic: [');
    await watcher.until(() => lines().length === 3);
    expect(lines()[2]).toMatch(
      /example-zone: held back, edition 2025-06-30\.2 stays, in .* · facts\/park\.yaml · 1 error$/,
    );
    expect(watcher.err()).toContain('facts/park.yaml:1:');
    watcher.child.kill('SIGINT');
    expect(await watcher.ended).toBe(0);
  });

  it('knows wrong use before it watches', () => {
    expect(zonebrief(office(), 'watch', 'no-such-zone')).toMatchObject({ code: 2, stdout: '' });
    expect(zonebrief(office(), 'watch', '--poll', 'often')).toMatchObject({ code: 2, stdout: '' });
  });
});
