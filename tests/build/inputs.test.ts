import { describe, expect, it } from 'vitest';
import { recordingWorld, sha256 } from '../../src/build/inputs.js';
import { memoryWorld } from '../../src/world.js';

describe('the recording world', () => {
  const files = {
    '/root/data/z/zone.yaml': '\uFEFFname: z',
    '/root/templates/t/theme.yaml': 'colors',
    '/assets/font.ttf': 'font',
  };

  it('notes each file read under the root once, sorted, with its hash', async () => {
    const { world, inputs } = recordingWorld(memoryWorld(files), '/root');
    await world.readText('/root/templates/t/theme.yaml');
    await world.readBytes('/root/templates/t/theme.yaml');
    await world.readText('/root/data/z/zone.yaml');
    expect(inputs()).toEqual([
      { path: 'data/z/zone.yaml', sha256: sha256(new TextEncoder().encode(files['/root/data/z/zone.yaml'])) },
      { path: 'templates/t/theme.yaml', sha256: sha256(new TextEncoder().encode('colors')) },
    ]);
  });

  it('leaves the byte order mark out of the text', async () => {
    const { world } = recordingWorld(memoryWorld(files), '/root');
    expect(await world.readText('/root/data/z/zone.yaml')).toBe('name: z');
  });

  it('does not count what comes with the program, wherever it lies', async () => {
    const here = memoryWorld({ ...files, '/root/dist/fonts/font.ttf': 'font' });
    const { world, inputs } = recordingWorld(here, '/root');
    await world.readBytes('/assets/font.ttf');
    await world.readBytes('/root/dist/fonts/font.ttf');
    expect(inputs()).toEqual([]);
  });

  it('fails on a missing file as the world below does', async () => {
    const { world, inputs } = recordingWorld(memoryWorld(files), '/root');
    await expect(world.readText('/root/data/z/absent.yaml')).rejects.toThrow('ENOENT');
    expect(inputs()).toEqual([]);
  });
});
