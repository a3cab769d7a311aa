/** The steps of a build, and which file of the source belongs to which. */

export const loading = 'loading modules';

/**
 * A file belongs to the first pattern that fits its path under src/: `deck/` fits all below it, `summary/wri*` all that
 * begins so.
 */
const patterns = [
  [loading, ['cli/load.ts']],
  ['start', ['cli.ts', 'cli/']],
  ['read facts', ['facts/', 'build/ledger.ts', 'build/facts.ts']],
  ['read evidence back', ['sources/', 'build/evidence.ts']],
  [
    'read templates and theme',
    [
      'compose/template.ts',
      'compose/front-matter.ts',
      'compose/read-file.ts',
      'compose/source-file.ts',
      'build/zone-template.ts',
      'themes/',
    ],
  ],
  ['check texts', ['compose/parity.ts', 'compose/typed-figures.ts']],
  ['compose', ['compose/', 'build/compose-all.ts', 'build/edition.ts']],
  ['encode pictures', ['charts/png.ts']],
  ['draw charts', ['charts/draw.ts', 'charts/renderer.ts', 'charts/drawing.ts']],
  ['lay out charts', ['charts/']],
  ['record figures', ['trace/', 'deck/record.ts', 'summary/record.ts']],
  ['write decks', ['deck/output.ts', 'deck/library.ts', 'deck/masters.ts', 'deck/xml/']],
  ['lay out decks', ['deck/']],
  [
    'write summaries',
    ['summary/output.ts', 'summary/frame.ts', 'summary/styles.ts', 'summary/wri*', 'ooxml/word/'],
  ],
  ['model summaries', ['summary/']],
  ['lint and check', ['ooxml/lint.ts', 'ooxml/lint/']],
  ['mend', ['ooxml/mend-pptx.ts', 'ooxml/assemble-document.ts', 'ooxml/mend/']],
  ['zip', ['ooxml/zip.ts']],
  ['publish', ['build/store/']],
  [
    'keys, state and manifest',
    [
      'build/keys.ts',
      'build/state.ts',
      'build/manifest.ts',
      'build/manifest-for.ts',
      'build/checksum.ts',
      'build/chart-cache.ts',
      'build/standing.ts',
      'build/inputs.ts',
      'build/unchanged.ts',
      'build/wanted.ts',
    ],
  ],
  ['the build’s own', ['build/']],
];

/** Serves many steps: what it takes is counted for the one that called it. */
const shared = [
  'contrast.ts',
  'diagnostic.ts',
  'document/',
  'fonts/',
  'index.ts',
  'language/',
  'memory.ts',
  'ooxml/',
  'pictures/',
  'regenerate/',
  'world.ts',
  'world/',
];

export const stepNames = patterns.map(([name]) => name);
/** All that is said of files, for the test that holds it against the source. */
export const stepFiles = [...patterns.flatMap(([, files]) => files), ...shared];

/** Whether a pattern fits a file's path under src/. */
export const fits = (file, pattern) =>
  /[/*]$/.test(pattern) ? file.startsWith(pattern.replace(/\*$/, '')) : file === pattern;

/**
 * @param {string} file its path under src/: deck/layout.ts
 * @returns {string | undefined} the step; of what many steps share, none
 */
export const stepOf = (file) =>
  patterns.find(([, files]) => files.some((pattern) => fits(file, pattern)))?.[0];
