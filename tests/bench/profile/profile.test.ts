import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const load = (name: string) => import(new URL(name, import.meta.url).href);
const steps: {
  stepFiles: string[];
  stepNames: string[];
  stepOf: (file: string) => string | undefined;
  fits: (file: string, pattern: string) => boolean;
} = await load('steps.mjs');
const { sourcesIn }: { sourcesIn: (text: string) => (line: number) => string | undefined } =
  await load('sources.mjs');
const {
  profileBetween,
  timesBy,
}: {
  profileBetween: (
    profile: object,
    from: number,
    to: number,
    builds: number,
  ) => { samples: number[]; timeDeltas: number[] };
  timesBy: (
    profile: object,
    sourceOf: (url: string, line: number) => string | undefined,
    ownerOf: (file: string) => string | undefined,
  ) => Map<string, number>;
} = await load('cpu-profile.mjs');

const src = readdirSync(fileURLToPath(new URL('../../../src', import.meta.url)), { recursive: true })
  .map((name) => String(name).replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.ts'));

describe('the steps of a build', () => {
  it('know every file of the source, and no file that is not there', () => {
    expect(src.filter((file) => !steps.stepFiles.some((known) => steps.fits(file, known)))).toEqual([]);
    expect(steps.stepFiles.filter((known) => !src.some((file) => steps.fits(file, known)))).toEqual([]);
  });

  it('tell writing from laying out, and leave what many steps share to whoever calls it', () => {
    expect(steps.stepOf('deck/output.ts')).toBe('write decks');
    expect(steps.stepOf('deck/layouts/chart.ts')).toBe('lay out decks');
    expect(steps.stepOf('language/write.ts')).toBeUndefined();
  });
});

describe('the files that a bundle was made from', () => {
  it('are found by line, from the comments before each', () => {
    const sources = sourcesIn(
      ['import "x";', '// node_modules/docx/dist/index.mjs', 'a', '// src/deck/grid.ts', '// why', 'b'].join(
        '\n',
      ),
    );
    expect([0, 2, 4, 5].map(sources)).toEqual([
      undefined,
      'node_modules/docx/dist/index.mjs',
      'src/deck/grid.ts',
      'src/deck/grid.ts',
    ]);
  });
});

describe('a profile', () => {
  const frame = (id: number, file: string, children: number[] = [], functionName = 'f') => ({
    id,
    children,
    callFrame: { functionName, url: file, lineNumber: 1 },
  });
  const nodes = [
    frame(1, '', [2, 5, 6, 8, 9], '(root)'),
    frame(2, 'src/deck/layout.ts', [3]),
    frame(3, 'src/language/write.ts', [4]),
    frame(4, 'node_modules/zod/src/deck/x.ts'),
    frame(5, '', [], '(idle)'),
    frame(6, 'node:internal/modules/esm/loader', [7]),
    frame(7, 'node_modules/docx/index.js'),
    frame(8, 'node:buffer'),
    { id: 9, children: [10], callFrame: { functionName: '', url: '/dist/chunk.js', lineNumber: 0 } },
    frame(10, 'node_modules/zod/index.js'),
  ];
  const profile = {
    nodes,
    samples: [2, 4, 5, 7, 10, 8],
    // The first is the time until the first sample.
    timeDeltas: [900, 1000, 2000, 3000, 4000, 5000],
  };
  const asIs = (url: string) => (url.startsWith('node:') ? undefined : url);

  it('counts a library’s work for the step that called it, and tells the rest by what Node did', () => {
    expect(Object.fromEntries(timesBy(profile, asIs, steps.stepOf))).toEqual({
      'lay out decks': 3,
      waiting: 3,
      'loading modules': 9,
      else: 0,
    });
  });

  it('counts by file where files are asked for', () => {
    const times = timesBy(profile, asIs, (file) => file);
    expect(times.get('language/write.ts')).toBe(2);
    expect(times.get('deck/layout.ts')).toBe(1);
  });

  it('is cut to a time within it, as that of one of the builds in it', () => {
    // Samples at 1.9, 3.9, 6.9, 10.9 and 15.9 ms of a clock that began at 1 ms.
    const cut = profileBetween({ ...profile, startTime: 1000 }, 2500, 11_000, 2);
    expect(cut).toMatchObject({ samples: [4, 5, 7], timeDeltas: [500, 1000, 1500] });
    expect(profileBetween({ ...profile, startTime: 1000 }, 99_000, 99_999, 2).samples).toEqual([]);
  });
});
