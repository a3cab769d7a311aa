/** Small disks of their own, where the machine lets this process have them: for root on Linux. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const mounted: string[] = [];

/** A disk in memory at a folder, which is made. @param options such as `size=400k` */
export function mount(folder: string, options: string): void {
  mkdirSync(folder, { recursive: true });
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'none', folder]);
  if (status !== 0) throw new Error(String(stderr));
  mounted.push(folder);
}

/** To be called after each test that mounts. */
export function unmountAll(): void {
  for (const folder of mounted.splice(0).reverse()) spawnSync('umount', [folder]);
}

export const mayMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'zonebrief-mount-'));
  try {
    mount(folder, 'size=64k');
    return true;
  } catch {
    return false;
  } finally {
    unmountAll();
    rmSync(folder, { recursive: true });
  }
})();
