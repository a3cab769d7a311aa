import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What starts processes, packs the package or renders with LibreOffice; the longest first. */
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

/** So that nothing long is left when the rest has ended, which goes by what it took before. */
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const index = slow.findIndex((path) => moduleId.endsWith(path));
      return index === -1 ? slow.length : index;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/support/run-folder.ts'],
    setupFiles: ['tests/support/property-seed.ts', 'tests/support/timeouts.ts'],
    provide: { slow },
    testTimeout: 20_000,
    // One more than there are cores, since some of the files wait: for processes, disks and clocks.
    maxWorkers: availableParallelism() + 1,
    // The files of a worker share what they import: loading it anew for each was half of the time. What a test sets
    // outside its own scope it puts back.
    isolate: false,
    // A worker runs a hundred files, and what one of them makes is soon done with: with more room for new objects, a fifth
    // of all that the processors do falls away, which was the collection of garbage.
    execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=128'],
    sequence: { sequencer: SlowFirst },
  },
});
