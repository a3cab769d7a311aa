import { defineConfig } from 'vitest/config';

// Two projects, both run by `npm test`: `slow` holds what starts processes, packs the package or renders with LibreOffice.
const slow = [
  'tests/build/store/processes.test.ts',
  'tests/charts/libreoffice.test.ts',
  'tests/cli/many-zones.test.ts',
  'tests/cli/regeneration.test.ts',
  'tests/cli/schedule-process.test.ts',
  'tests/cli/watch-process.test.ts',
  'tests/gallery/gallery.test.ts',
  'tests/deck/rendering.test.ts',
  'tests/package.test.ts',
  'tests/pdf.test.ts',
  'tests/render.test.ts',
  'tests/summary/rendering.test.ts',
  'tests/summary/sample-rendering.test.ts',
  'tests/themes/libreoffice.test.ts',
  'tests/trace/office.test.ts',
  'tests/validate.test.ts',
];

const setupFiles = ['tests/support/property-seed.ts'];

export default defineConfig({
  test: {
    // All cores: left to itself, it keeps one free, which is half of a machine that has two.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'fast',
          include: ['tests/**/*.test.ts'],
          exclude: slow,
          setupFiles,
          testTimeout: 20_000,
          // The files of a worker share what they import: loading it anew for each was half of the time. What a test
          // sets outside its own scope it puts back.
          isolate: false,
        },
      },
      {
        test: {
          name: 'slow',
          include: slow,
          setupFiles,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // After the rest, a file a core: they wait for processes most of the time.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
