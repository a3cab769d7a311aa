/** Layer 4. Claims on a lock: whose they are, and whether they still count. See lock.ts. */
import { join } from 'node:path';
import type { World } from '../../world.js';

export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** On this machine, among the processes that this one sees. */
  readonly here: boolean;
}

/** Far longer than any build keeps its process from touching its claim. */
export const patienceMs = 30_000;
export const pollMs = 100;

/** The name of a claim says whose it is; it holds nothing. */
export function claimName({ self }: World, token: string): string {
  const { pid, host, machine } = self();
  return `${pid}@${host.replace(/[^\w.-]/g, '_').slice(0, 64)}~${machine}~${token}`;
}

const claimPattern = /^(\d+)@([^~]*)~([^~]+)~[^~]+$/;

export interface Rival {
  readonly path: string;
  readonly holder: Holder;
}

/** The claims of others, as this process has seen them. */
export class Rivals {
  private readonly seen = new Map<string, { stamp: string; quietMs: number }>();
  private looked: number;

  constructor(
    private readonly world: World,
    private readonly folder: string,
  ) {
    this.looked = world.elapsed();
  }

  /** The first claim that counts; those that do not are removed. What is no claim (`.DS_Store`) is let be. */
  async first(own?: string): Promise<Rival | undefined> {
    const { world, folder } = this;
    // After this machine slept, the claim of another process had no more time to be touched than this one had to look.
    const passed = Math.min(world.elapsed() - this.looked, 10 * pollMs);
    this.looked = world.elapsed();
    for (const name of await world.list(folder)) {
      const [, pid, host, machine] = claimPattern.exec(name) ?? [];
      if (pid === undefined || name === own) continue;
      const path = join(folder, name);
      const here = machine === world.self().machine;
      const gone = here && !world.isAlive(Number(pid));
      if (!gone && !(await this.isQuiet(path, passed)))
        return { path, holder: { pid: Number(pid), host: host as string, here } };
      // It counts no more, removed or not.
      await world.removeOne(path).catch(() => undefined);
    }
    return undefined;
  }

  private async isQuiet(path: string, passed: number): Promise<boolean> {
    const stamp = await this.world.stampOf(path);
    // Released since it was listed.
    if (stamp === undefined) return true;
    const before = this.seen.get(path);
    const quietMs = before?.stamp === stamp ? before.quietMs + passed : 0;
    this.seen.set(path, { stamp, quietMs });
    return quietMs >= patienceMs;
  }
}
