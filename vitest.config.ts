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
  'tests/themes/libreoffice.test.ts',
  'tests/trace/office.test.ts',
  'tests/validate.test.ts',
];

const setupFiles = ['tests/support/property-seed.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'fast',
          include: ['tests/**/*.test.ts'],
          exclude: slow,
          setupFiles,
          testTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'slow',
          include: slow,
          setupFiles,
          testTimeout: 240_000,
          hookTimeout: 240_000,
          // One after the other, after the rest: each of them wants the whole machine.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
