/**
 * Layer 0. Everything outside the program behind one interface: files, clock, environment, its own process. Nothing else
 * in `src/` touches `node:fs`, `Date.now()` or `process.env` (held by a test), so tests run on a world in memory and the
 * same input gives the same bytes.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Files } from './world/files.js';
import { memoryFiles } from './world/memory-files.js';
import { nodeFiles } from './world/node-files.js';
import { memoryRunning, nodeRunning, type Running } from './world/running.js';

export interface World extends Files, Running {
  environment(name: string): string | undefined;
  now(): Date;
  /** Bundled assets (fonts, scaffold): the folder that holds `fonts/`, beside this file or in the package. */
  readonly assets: string;
}

/** The machine itself. */
export function nodeWorld(): World {
  return {
    ...nodeFiles(),
    ...nodeRunning(),
    environment: (name) => process.env[name],
    now: () => new Date(),
    assets: dirname(fileURLToPath(import.meta.url)),
  };
}

export interface MemoryWorld extends World {
  readonly files: Map<string, Uint8Array>;
}

/** A world in memory for tests: absolute POSIX paths, no links, a clock that stands still. */
export function memoryWorld(
  content: Record<string, string | Uint8Array> = {},
  options: { now?: Date; environment?: Record<string, string>; assets?: string } = {},
): MemoryWorld {
  return {
    ...memoryFiles(content),
    ...memoryRunning(),
    environment: (name) => options.environment?.[name],
    now: () => options.now ?? new Date('2026-01-01T00:00:00Z'),
    assets: options.assets ?? join('/', 'assets'),
  };
}
