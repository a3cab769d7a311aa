/** What only a real file system shows: links, permissions, a disk that is full or read-only, another disk. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeWorld } from '../../../src/world.js';
import { edition, filesIn, publication, publishIn, put, under } from '../../support/editions.js';
import { mayMount, mount, unmountAll } from '../../support/mount.js';

const world = nodeWorld();
const first = { 'briefing.en.md': 'deck', 'charts/a.en.md': 'chart' };
const next = { 'briefing.en.md': 'deck 2', 'charts/a.en.md': 'chart' };
const id = '2026-01-19.1';
const asFirst = publication(id, first);
const asNext = publication('2026-02-01.1', next, { archive: id, keep: ['charts/a.en.md'] });
const after = { ...edition('2026-02-01.1', next), ...under(`editions/${id}`, edition(id, first)) };

let out = '';
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'zonebrief-disk-'));
});
afterEach(() => {
  unmountAll();
  rmSync(out, { recursive: true, force: true });
});
const zone = () => join(out, 'zone');
const leftBehind = async () => Object.keys(await filesIn(world, join(out, '.zonebrief')));

describe('on a real disk', () => {
  it('keeps the time of a file that stays as it was, and gives others theirs', async () => {
    await publishIn(world, out, asFirst);
    const long = new Date('2020-02-02T02:02:02.500Z');
    utimesSync(join(zone(), 'charts', 'a.en.md'), long, long);
    await publishIn(world, out, asNext);
    expect(await filesIn(world, zone())).toEqual(after);
    expect(statSync(join(zone(), 'charts', 'a.en.md')).mtime).toEqual(long);
    expect(statSync(join(zone(), 'briefing.en.md')).mtimeMs).toBeGreaterThan(long.getTime());
  });

  it.skipIf(process.platform === 'win32')('keeps the permissions of the folder', async () => {
    mkdirSync(zone());
    chmodSync(zone(), 0o2770);
    await publishIn(world, out, asFirst);
    expect(statSync(zone()).mode & 0o7777).toBe(0o2770);
  });

  it.skipIf(process.getuid?.() !== 0)('keeps the owner of the folder', async () => {
    mkdirSync(zone());
    spawnSync('chown', ['1234:4321', zone()]);
    await publishIn(world, out, asFirst);
    expect([statSync(zone()).uid, statSync(zone()).gid]).toEqual([1234, 4321]);
  });

  it('moves empty folders and links of people along as they are', async () => {
    await publishIn(world, out, asFirst);
    mkdirSync(join(zone(), 'empty'));
    symlinkSync('../elsewhere', join(zone(), 'link'));
    symlinkSync('nowhere', join(zone(), 'charts', 'lost'));
    await publishIn(world, out, asNext);
    expect(readdirSync(zone()).sort()).toEqual([
      'briefing.en.md',
      'charts',
      'editions',
      'empty',
      'link',
      'manifest.json',
    ]);
    expect(readlinkSync(join(zone(), 'link'))).toBe('../elsewhere');
    expect(readlinkSync(join(zone(), 'charts', 'lost'))).toBe('nowhere');
    expect(await leftBehind()).toEqual([]);
  });

  it.skipIf(process.platform !== 'linux')(
    'says so of a name in another encoding, and moves nothing',
    async () => {
      await publishIn(world, out, asFirst);
      // 重 in GB 18030, as from an archive that was packed on Windows.
      const name = Buffer.concat([Buffer.from(`${zone()}/`), Buffer.from([0xd6, 0xd8]), Buffer.from('.txt')]);
      writeFileSync(name, 'mine');
      await expect(publishIn(world, out, asNext)).rejects.toMatchObject({
        name: 'UsageError',
        message: expect.stringContaining('is not written in UTF-8'),
      });
      expect(readFileSync(name, 'utf8')).toBe('mine');
      expect(await leftBehind()).toEqual([]);
      rmSync(name);
      expect(await filesIn(world, zone())).toEqual(edition(id, first));
    },
  );

  it('publishes where the folder of the zone leads, when it is a link', async () => {
    const real = join(out, 'share', 'chongqing');
    mkdirSync(real, { recursive: true });
    symlinkSync(real, zone());
    await publishIn(world, out, asFirst);
    await publishIn(world, out, asNext);
    expect(lstatSync(zone()).isSymbolicLink()).toBe(true);
    expect(await filesIn(world, real)).toEqual(after);
    expect(readdirSync(out).sort()).toEqual(['share', 'zone']);
  });

  it('says so where the link leads nowhere, and leaves it', async () => {
    symlinkSync(join(out, 'nowhere'), zone());
    await expect(publishIn(world, out, asFirst)).rejects.toMatchObject({
      name: 'UsageError',
      hint: expect.stringContaining('a link that leads nowhere'),
    });
    expect(readlinkSync(zone())).toBe(join(out, 'nowhere'));
    expect(await leftBehind()).toEqual([]);
  });

  it('replaces an output that is a link, and leaves what it led to', async () => {
    await publishIn(world, out, asFirst);
    const kept = join(out, 'latest.md');
    writeFileSync(kept, 'deck');
    rmSync(join(zone(), 'briefing.en.md'));
    symlinkSync(kept, join(zone(), 'briefing.en.md'));
    await publishIn(world, out, publication(id, next));
    expect(lstatSync(join(zone(), 'briefing.en.md')).isFile()).toBe(true);
    expect(await world.readText(kept)).toBe('deck');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'says so where it may not write, and changes nothing',
    async () => {
      await put(world, zone(), edition(id, first));
      chmodSync(out, 0o555);
      await expect(publishIn(world, out, asNext)).rejects.toMatchObject({
        name: 'UsageError',
        hint: 'check that the folder may be written, or name another with --out',
      });
      chmodSync(out, 0o755);
      expect(await filesIn(world, out)).toEqual(under('zone', edition(id, first)));
    },
  );
});

// Mounting is for root on Linux; elsewhere the failing worlds of faults.test.ts stand for these disks.
describe.skipIf(!mayMount)('on a disk of its own', () => {
  it('changes nothing where the disk is full at any of its sizes, and publishes where it fits', async () => {
    const large = { ...first, 'briefing.en.md': 'x'.repeat(30_000), 'summary.en.md': 'y'.repeat(30_000) };
    const outcomes: string[] = [];
    for (let pages = 10; pages <= 44; pages += 1) {
      const disk = join(out, `disk-${pages}`);
      mount(disk, `size=${pages * 4096}`);
      await put(world, join(disk, 'zone'), { ...edition(id, first), 'notes.txt': 'mine' });
      const error = await publishIn(world, disk, publication(id, large)).catch((thrown) => thrown);
      const files = await filesIn(world, join(disk, 'zone'));
      if (error instanceof Error) {
        expect(error).toMatchObject({ name: 'UsageError', hint: 'make room on the disk and run again' });
        expect(files).toEqual({ ...edition(id, first), 'notes.txt': 'mine' });
        expect(readdirSync(join(disk, '.zonebrief', 'zone'))).toEqual(['lock']);
        outcomes.push('full');
      } else {
        expect(files).toEqual({ ...edition(id, large), 'notes.txt': 'mine' });
        outcomes.push('published');
      }
    }
    expect(new Set(outcomes)).toEqual(new Set(['full', 'published']));
    expect(outcomes).toEqual([...outcomes].sort());
  });

  it('says so where the disk is read-only, and changes nothing', async () => {
    mount(join(out, 'disk'), 'size=1m');
    const disk = join(out, 'disk');
    await put(world, join(disk, 'zone'), edition(id, first));
    spawnSync('mount', ['-o', 'remount,ro', disk]);
    await expect(publishIn(world, disk, asNext)).rejects.toMatchObject({
      name: 'UsageError',
      hint: 'the disk is read-only: name a folder on another with --out',
    });
    expect(await filesIn(world, disk)).toEqual(under('zone', edition(id, first)));
  });

  it('archives onto another disk where editions/ leads there', async () => {
    const disk = join(out, 'archive');
    mount(disk, 'size=1m');
    await publishIn(world, out, asFirst);
    symlinkSync(disk, join(zone(), 'editions'));
    await publishIn(world, out, asNext);
    expect(await filesIn(world, zone())).toEqual(after);
    expect(await filesIn(world, disk)).toEqual(under(id, edition(id, first)));
    expect(await leftBehind()).toEqual([]);
  });

  it('changes nothing where that disk is full', async () => {
    const disk = join(out, 'archive');
    mount(disk, 'size=4k');
    await publishIn(world, out, asFirst);
    symlinkSync(disk, join(zone(), 'editions'));
    await expect(publishIn(world, out, asNext)).rejects.toMatchObject({
      hint: 'make room on the disk and run again',
    });
    expect(await filesIn(world, zone())).toEqual(edition(id, first));
    expect(readdirSync(disk)).toEqual([]);
    expect(await leftBehind()).toEqual([]);
  });

  it('says what to do where the folder of the zone is itself a disk', async () => {
    mount(zone(), 'size=1m');
    await put(world, zone(), edition(id, first));
    await expect(publishIn(world, out, asNext)).rejects.toMatchObject({
      name: 'UsageError',
      hint: expect.stringContaining('mount the one above it'),
    });
    expect(await filesIn(world, zone())).toEqual(edition(id, first));
    expect(await leftBehind()).toEqual([]);
  });
});
