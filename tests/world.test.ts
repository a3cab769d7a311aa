import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeWorld } from '../src/world.js';

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
});
