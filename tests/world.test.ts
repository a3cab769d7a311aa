import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memoryWorld, nodeWorld, type World } from '../src/world.js';
import { filesIn } from './support/editions.js';

const world = nodeWorld();
const folder = () => mkdtempSync(join(tmpdir(), 'zonebrief-world-'));

describe('the machine as a world', () => {
  it('makes the folders on the way to a file, several writers at once', async () => {
    const root = folder();
    const paths = ['a/b/c.txt', 'a/b/d.txt', 'a/e/f.txt', 'a/b/c/../g.txt'].map((path) => join(root, path));
    await Promise.all(paths.map((path) => world.write(path, path)));
    for (const path of paths) expect(await world.readText(path)).toBe(path);
  });

  it('refuses to write below a file', async () => {
    const root = folder();
    writeFileSync(join(root, 'file'), '');
    await expect(world.write(join(root, 'file', 'below', 'x'), '')).rejects.toThrow(/ENOTDIR|EEXIST|ENOENT/);
  });

  // `mkdir` with `recursive` never returns here.
  it.runIf(process.platform === 'linux')('refuses to write where the system takes no folders', async () => {
    await expect(world.write('/proc/zonebrief/x', '')).rejects.toThrow('ENOENT');
  });

  it('lists nothing where there is no folder', async () => {
    const root = folder();
    writeFileSync(join(root, 'file'), '');
    symlinkSync(join(root, 'nowhere'), join(root, 'lost'));
    expect(await world.list(join(root, 'none'))).toEqual([]);
    expect(await world.list(join(root, 'file'))).toEqual([]);
    expect(await world.list(join(root, 'file', 'below'))).toEqual([]);
    expect(await world.kindOf(join(root, 'lost'))).toBe('nothing');
  });

  it('has no stamp of what cannot be looked at', async () => {
    const root = folder();
    writeFileSync(join(root, 'file'), '');
    symlinkSync(join(root, 'loop'), join(root, 'loop'));
    expect(await world.stampOf(join(root, 'file'))).toMatch(/^0-/);
    for (const name of ['none', join('file', 'below'), 'loop', 'x'.repeat(300)])
      expect(await world.stampOf(join(root, name)), name).toBeUndefined();
  });

  // Whoever reads one waits for a writer that never comes, and holds the lock meanwhile.
  it.skipIf(process.platform === 'win32')('takes no pipe or device for a file', async () => {
    const pipe = join(folder(), 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    expect(await world.kindOf(pipe)).toBe('nothing');
    expect(await world.kindOf('/dev/null')).toBe('nothing');
  });
});

describe('moving together', () => {
  it('undoes what it did where the last cannot be done', async () => {
    const root = folder();
    for (const name of ['a', 'b']) writeFileSync(join(root, name), name);
    const moves = [
      [join(root, 'a'), join(root, 'c')],
      [join(root, 'b'), join(root, 'none', 'b')],
    ] as const;
    await expect(world.moveTogether(moves)).rejects.toThrow('ENOENT');
    expect(readdirSync(root)).toEqual(['a', 'b']);
  });
});

describe('a file of several who try', () => {
  it('is made by one', async () => {
    const root = folder();
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => world.create(join(root, 'x', 'lock'))),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is not made by setting its time', async () => {
    const path = join(folder(), 'lock');
    await expect(world.touch(path, new Date(0))).rejects.toThrow('ENOENT');
    await expect(memoryWorld().touch('/lock', new Date(0))).rejects.toThrow('ENOENT');
    expect(await world.kindOf(path)).toBe('nothing');
  });
});

describe('removing one', () => {
  it('removes a link and not what it leads to, and no folder that holds anything', async () => {
    const root = folder();
    mkdirSync(join(root, 'full', 'below'), { recursive: true });
    symlinkSync(join(root, 'full'), join(root, 'link'));
    await world.removeOne(join(root, 'link'));
    await world.removeOne(join(root, 'none'));
    await expect(world.removeOne(join(root, 'full'))).rejects.toThrow('ENOTEMPTY');
    await world.removeOne(join(root, 'full', 'below'));
    await world.removeOne(join(root, 'full'));
    expect(readdirSync(root)).toEqual([]);
  });
});

describe('a copy', () => {
  it.skipIf(process.platform === 'win32')('has the time and the permissions of the file', async () => {
    const root = folder();
    const [from, to] = [join(root, 'a'), join(root, 'b', 'a')];
    writeFileSync(from, 'a');
    chmodSync(from, 0o640);
    const time = (path: string) => statSync(path, { bigint: true }).mtimeNs / 1000n;
    const before = time(from);
    for (let count = 0; count < 20; count += 1) {
      await world.copy(from, to);
      await world.copy(to, from);
    }
    expect([time(from), time(to)]).toEqual([before, before]);
    expect(statSync(to).mode & 0o777).toBe(0o640);
  });
});

describe('the running process', () => {
  it('knows which processes run', () => {
    expect(world.isAlive(process.pid)).toBe(true);
    // Beyond what any system gives out.
    expect(world.isAlive(2 ** 30)).toBe(false);
    expect(world.self()).toMatchObject({
      pid: process.pid,
      machine: expect.stringMatching(/^[0-9a-f]{12}$/),
    });
    expect(world.self().machine).toBe(nodeWorld().self().machine);
    expect(world.token()).not.toBe(world.token());
  });
});

describe('the world in memory', () => {
  const names = fc.constantFrom('a', 'b', 'f/a', 'f/b', 'f/g/a', 'f', 'f/g', 'none');
  const steps = fc.array(
    fc.oneof(
      fc.record({
        do: fc.constantFrom('write', 'create', 'touch', 'remove', 'removeOne'),
        from: names,
        to: names,
      }),
      fc.record({ do: fc.constantFrom('copy', 'move', 'together'), from: names, to: names }),
    ),
    { maxLength: 12 },
  );
  type Step = { do: string; from: string; to: string };

  /** @returns the code of what was refused */
  async function take(on: World, root: string, step: Step): Promise<string> {
    const [from, to] = [join(root, step.from), join(root, step.to)];
    const works: Record<string, () => Promise<void>> = {
      write: () => on.write(from, step.to),
      create: () => on.create(from),
      touch: () => on.touch(from, new Date(0)),
      remove: () => on.remove(from),
      removeOne: () => on.removeOne(from),
      copy: () => on.copy(from, to),
      move: () => on.move(from, to),
      together: () => on.moveTogether([[from, to]]),
    };
    try {
      await works[step.do]?.();
      return 'done';
    } catch {
      return 'refused';
    }
  }

  /** What it has no notion of: folders in the place of files and the other way round, and empty folders. */
  async function isPlain(on: World, { do: what, from, to }: Step): Promise<boolean> {
    const kind = (path: string) => on.kindOf(join('/root', path));
    const parents = (path: string) => path.split('/').map((_, index, all) => all.slice(0, index).join('/'));
    const clear = async (path: string) =>
      (await Promise.all(parents(path).filter(Boolean).map(kind))).every((found) => found !== 'file');
    if (!(await clear(from)) || !(await clear(to))) return false;
    if (['write', 'create', 'touch'].includes(what)) return (await kind(from)) !== 'folder';
    if (['remove', 'removeOne'].includes(what)) return true;
    const within = from === to || to.startsWith(`${from}/`) || from.startsWith(`${to}/`);
    if (within || (await kind(from)) === 'nothing') return false;
    if (what === 'together' && (await kind(join(to, '..'))) !== 'folder') return false;
    return (await kind(from)) === 'file' && (await kind(to)) !== 'folder';
  }

  it('does as the machine does', async () => {
    const alike = fc.asyncProperty(steps, async (all) => {
      const root = folder();
      const memory = memoryWorld();
      try {
        for (const step of all) {
          if (!(await isPlain(memory, step))) continue;
          const [onDisk, inMemory] = [await take(world, root, step), await take(memory, '/root', step)];
          // Empty folders are on the disk only.
          if (step.do !== 'removeOne') expect([step, inMemory]).toEqual([step, onDisk]);
          expect(await filesIn(memory, '/root')).toEqual(await filesIn(world, root));
        }
      } finally {
        rmSync(root, { recursive: true });
      }
    });
    await fc.assert(alike, { numRuns: 60 });
  });

  it('has time that goes on while somebody waits, and what is to be done then', async () => {
    const memory = memoryWorld();
    const done: number[] = [];
    const stop = memory.every(30, () => done.push(memory.elapsed()));
    await memory.wait(100);
    stop();
    await memory.wait(100);
    expect([done, memory.elapsed()]).toEqual([[30, 60, 90], 200]);
  });
});
