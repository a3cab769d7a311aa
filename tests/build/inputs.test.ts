import { describe, expect, it } from 'vitest';
import { checksum, checksumOfNames } from '../../src/build/checksum.js';
import { recordingWorld, sha256 } from '../../src/build/inputs.js';
import { memoryWorld } from '../../src/world.js';

describe('the recording world', () => {
  const files = {
    '/zones/data/z/zone.yaml': '\uFEFFname: z',
    '/zones/templates/t/theme.yaml': 'colors',
    '/assets/font.ttf': 'font',
  };

  it('notes each file read under the root once, sorted, with its hash', async () => {
    const { world, inputs } = recordingWorld(memoryWorld(files), '/zones');
    await world.readText('/zones/templates/t/theme.yaml');
    await world.readBytes('/zones/templates/t/theme.yaml');
    await world.readText('/zones/data/z/zone.yaml');
    expect(inputs()).toEqual([
      {
        path: 'data/z/zone.yaml',
        sha256: sha256(new TextEncoder().encode(files['/zones/data/z/zone.yaml'])),
      },
      { path: 'templates/t/theme.yaml', sha256: sha256(new TextEncoder().encode('colors')) },
    ]);
  });

  it('leaves the byte order mark out of the text', async () => {
    const { world } = recordingWorld(memoryWorld(files), '/zones');
    expect(await world.readText('/zones/data/z/zone.yaml')).toBe('name: z');
  });

  it('does not count what comes with the program, wherever it lies', async () => {
    const here = memoryWorld({ ...files, '/zones/dist/fonts/font.ttf': 'font' });
    const { world, inputs } = recordingWorld(here, '/zones');
    await world.readBytes('/assets/font.ttf');
    await world.readBytes('/zones/dist/fonts/font.ttf');
    expect(inputs()).toEqual([]);
  });

  it('notes all that it is asked, what is not there too', async () => {
    const { world, seen } = recordingWorld(memoryWorld(files, { environment: { A: '1' } }), '/zones');
    await world.readText('/zones/templates/t/theme.yaml');
    await world.kindOf('/zones/templates/t/theme.yaml');
    await world.kindOf('/zones/data/z/checks.yaml');
    await world.list('/zones/data/z');
    world.environment('A');
    world.environment('B');
    expect(seen()).toEqual({
      files: { '/zones/templates/t/theme.yaml': checksum(new TextEncoder().encode('colors')) },
      kinds: { '/zones/data/z/checks.yaml': 'nothing' },
      lists: { '/zones/data/z': checksumOfNames(['zone.yaml']) },
      realPaths: {},
      environment: { A: '1', B: null },
    });
  });

  it('trusts nothing it noted where a file was another at a second look', async () => {
    const below = memoryWorld(files);
    const { world, seen } = recordingWorld(below, '/zones');
    await world.readText('/zones/templates/t/theme.yaml');
    await below.write('/zones/templates/t/theme.yaml', 'other');
    expect(seen()).toBeDefined();
    await world.readText('/zones/templates/t/theme.yaml');
    expect(seen()).toBeUndefined();
  });

  it('fails on a missing file as the world below does', async () => {
    const { world, inputs } = recordingWorld(memoryWorld(files), '/zones');
    await expect(world.readText('/zones/data/z/absent.yaml')).rejects.toThrow('ENOENT');
    expect(inputs()).toEqual([]);
  });
});
