import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Two projects, both run by `npm test`: `slow` holds what starts processes, packs the package or renders with
// LibreOffice, here with the longest first.
const slow = [
  'tests/build/store/processes.test.ts',
  'tests/cli/watch-process.test.ts',
  'tests/cli/many-zones.test.ts',
  'tests/cli/regeneration.test.ts',
  'tests/validate.test.ts',
  'tests/pdf.test.ts',
  'tests/charts/libreoffice.test.ts',
  'tests/trace/office.test.ts',
  'tests/themes/libreoffice.test.ts',
  'tests/gallery/gallery.test.ts',
  'tests/summary/rendering.test.ts',
  'tests/summary/sample-rendering.test.ts',
  'tests/deck/rendering.test.ts',
  'tests/package.test.ts',
  'tests/render.test.ts',
  'tests/cli/schedule-process.test.ts',
];

/** Begins with the slow ones, so that nothing long is left when the rest has ended; the others by what they took before. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const index = slow.findIndex((path) => moduleId.endsWith(path));
      return index === -1 ? slow.length : index;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

const common = {
  setupFiles: ['tests/support/property-seed.ts'],
  // The files of a worker share what they import: loading it anew for each was half of the time. What a test sets
  // outside its own scope it puts back.
  isolate: false,
};

export default defineConfig({
  test: {
    // One more than there are cores, since some of the files wait: for processes, disks and clocks.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    globalSetup: ['tests/support/run-folder.ts'],
    projects: [
      { test: { ...common, name: 'slow', include: slow, testTimeout: 240_000, hookTimeout: 240_000 } },
      {
        test: {
          ...common,
          name: 'fast',
          include: ['tests/**/*.test.ts'],
          exclude: slow,
          testTimeout: 20_000,
        },
      },
    ],
  },
});
