import { describe, expect, it } from 'vitest';
import { makeManifest, type Output, readManifest } from '../../src/build/manifest.js';
import { writeOutputs } from '../../src/build/outputs.js';
import { UsageError } from '../../src/diagnostic.js';
import type { Fact } from '../../src/facts/fact.js';
import { type MemoryWorld, memoryWorld } from '../../src/world.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const output = (name: string, text: string): Output => ({
  name,
  content: bytes(text),
  facts: ['b.b', 'a.a'],
});
const texts = (world: MemoryWorld) =>
  Object.fromEntries([...world.files].map(([path, content]) => [path, new TextDecoder().decode(content)]));
const write = (world: MemoryWorld, ...outputs: Output[]) =>
  writeOutputs(world, '/out/zone', outputs, makeManifest('zone', '2026-01-19', [], outputs));

describe('writing the outputs', () => {
  it('puts every file and the manifest in place and leaves no staging behind', async () => {
    const world = memoryWorld();
    const written = await write(
      world,
      output('briefing.en.pptx', 'deck'),
      output('charts/a.en.png', 'chart'),
    );
    expect(written.map(({ name, changed }) => [name, changed])).toEqual([
      ['briefing.en.pptx', true],
      ['charts/a.en.png', true],
      ['manifest.json', true],
    ]);
    expect(Object.keys(texts(world)).sort()).toEqual([
      '/out/zone/briefing.en.pptx',
      '/out/zone/charts/a.en.png',
      '/out/zone/manifest.json',
    ]);
  });

  it('does not touch files that would come out the same', async () => {
    const world = memoryWorld();
    await write(world, output('a.pptx', 'same'), output('b.docx', 'old'));
    const moved: string[] = [];
    const watched = {
      ...world,
      move: (from: string, to: string) => {
        moved.push(to);
        return world.move(from, to);
      },
    };
    const written = await writeOutputs(
      watched,
      '/out/zone',
      [output('a.pptx', 'same'), output('b.docx', 'new')],
      makeManifest('zone', '2026-01-19', [], [output('a.pptx', 'same'), output('b.docx', 'new')]),
    );
    expect(written.map(({ name, changed }) => [name, changed])).toEqual([
      ['a.pptx', false],
      ['b.docx', true],
      ['manifest.json', true],
    ]);
    expect(moved.some((path) => path.endsWith('a.pptx'))).toBe(false);
  });

  it('removes what an earlier build made and this one does not, and nothing else', async () => {
    const world = memoryWorld({
      '/out/zone/notes.txt': 'mine',
      '/out/zone/briefing.fr.pptx': 'made by hand',
    });
    await write(world, output('briefing.en.pptx', 'deck'), output('briefing.de.pptx', 'deck'));
    await write(world, output('briefing.en.pptx', 'deck'));
    expect(Object.keys(texts(world)).sort()).toEqual([
      '/out/zone/briefing.en.pptx',
      '/out/zone/briefing.fr.pptx',
      '/out/zone/manifest.json',
      '/out/zone/notes.txt',
    ]);
  });

  it('puts everything back when a file cannot be moved', async () => {
    const world = memoryWorld();
    await write(world, output('a.pptx', 'old a'), output('b.pptx', 'old b'), output('gone.pptx', 'old c'));
    const before = texts(world);
    let open = true;
    const locked = {
      ...world,
      move: async (from: string, to: string) => {
        if (open && to === '/out/zone/b.pptx') {
          open = false;
          throw Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' });
        }
        return world.move(from, to);
      },
    };
    const outputs = [output('a.pptx', 'new a'), output('b.pptx', 'new b')];
    const attempt = writeOutputs(
      locked,
      '/out/zone',
      outputs,
      makeManifest('zone', '2026-02-01', [], outputs),
    );
    await expect(attempt).rejects.toThrow(UsageError);
    await expect(attempt).rejects.toThrow('EBUSY');
    await expect(attempt).rejects.toMatchObject({ hint: expect.stringContaining('PowerPoint') });
    expect(texts(world)).toEqual(before);
  });

  it('takes no folder away that stands in the place of a file', async () => {
    const world = memoryWorld({ '/out/zone/a.pptx/mine.txt': 'kept', '/out/zone/b.pptx': 'old b' });
    const before = texts(world);
    const attempt = write(world, output('a.pptx', 'a'), output('b.pptx', 'b'));
    await expect(attempt).rejects.toThrow('/out/zone/a.pptx is a folder');
    expect(texts(world)).toEqual(before);
  });

  it('takes no folder away that has the name of a file made before', async () => {
    const world = memoryWorld();
    await write(world, output('a.pptx', 'a'), output('b.pptx', 'b'));
    await world.remove('/out/zone/b.pptx');
    await world.write('/out/zone/b.pptx/mine.txt', 'kept');
    await write(world, output('a.pptx', 'a'));
    expect(texts(world)).toMatchObject({ '/out/zone/b.pptx/mine.txt': 'kept' });
  });

  it('follows no path out of the folder that a tampered manifest names', async () => {
    const hash = '0'.repeat(64);
    for (const path of ['../../data/zone.yaml', '/data/zone.yaml', 'a/../../x', '..\\x']) {
      const manifest = {
        ...makeManifest('zone', '2026-01-19', [], []),
        outputs: [{ path, sha256: hash, facts: [] }],
      };
      const world = memoryWorld({
        '/data/zone.yaml': 'kept',
        '/out/x': 'kept',
        '/out/zone/manifest.json': JSON.stringify(manifest),
      });
      expect(await readManifest(world, '/out/zone/manifest.json')).toBeUndefined();
      await write(world, output('a.pptx', 'a'));
      expect(texts(world)).toMatchObject({ '/data/zone.yaml': 'kept', '/out/x': 'kept' });
    }
  });

  it('lists inputs and outputs with hashes and sorted facts in the manifest', async () => {
    const world = memoryWorld();
    await write(world, output('a.pptx', 'a'));
    expect(await readManifest(world, '/out/zone/manifest.json')).toEqual({
      zonebrief: expect.stringMatching(/^\d+\.\d+\.\d+/),
      zone: 'zone',
      editionDate: '2026-01-19',
      inputs: [],
      outputs: [
        {
          path: 'a.pptx',
          sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb',
          facts: ['a.a', 'b.b'],
        },
      ],
      facts: {},
    });
  });

  it('keeps every figure in the manifest for the next edition, and reads a manifest that has none', async () => {
    const evidenced = { topic: 'a', label: { en: 'a' }, evidence: [], at: { file: 'a.yaml' } };
    const facts: Fact[] = [
      {
        ...evidenced,
        id: 'a.days',
        kind: 'quantity',
        quantity: { amount: '8', max: '10', unit: 'count', per: { amount: '1', unit: 'year' } },
        qualifier: 'range',
      },
      { ...evidenced, id: 'a.name', kind: 'statement', text: { en: 'a' } },
    ];
    const world = memoryWorld();
    const manifest = makeManifest('zone', '2026-01-19', [], [], facts);
    await writeOutputs(world, '/out/zone', [], manifest);
    const read = await readManifest(world, '/out/zone/manifest.json');
    expect(read?.facts).toEqual({
      'a.days': {
        amount: '8',
        max: '10',
        unit: 'count',
        per: { amount: '1', unit: 'year' },
        qualifier: 'range',
      },
    });
    await world.write('/old.json', JSON.stringify({ ...manifest, facts: undefined }));
    expect(await readManifest(world, '/old.json')).toBeDefined();
    await world.write('/bad.json', JSON.stringify({ ...manifest, facts: { 'a.days': { amount: 'many' } } }));
    expect(await readManifest(world, '/bad.json')).toBeUndefined();
  });
});
