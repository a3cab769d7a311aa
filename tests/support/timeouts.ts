/** Gives the slow files of vitest.config.ts more time than the rest. */
import { expect, inject, vi } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly slow: readonly string[];
  }
}

const path = expect.getState().testPath?.replaceAll('\\', '/') ?? '';
if (inject('slow').some((file) => path.endsWith(file)))
  vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
