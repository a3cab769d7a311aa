/** Layer 2. What is wrong with a theme's colours and fonts, each finding at its line. */
import type { Diagnostic, Place } from '../diagnostic.js';
import { Findings } from '../diagnostic.js';
import type { Theme } from '../document/theme.js';
import { nearest, oneOf } from '../facts/spelling.js';
import { faintOnBackdrop, readLight } from './backdrop.js';
import { faintTexts, groundColour, groundsOf, leastContrast, readableOn } from './contrast.js';
import { type FontScript, familyNames, familyOf, platforms, usualFallbacks } from './families.js';
import { faintOnGrounds } from './grounded.js';
import { placesOf } from './layout/places.js';
import { alikeIn, leastDistance } from './series.js';

/** Where a value of the theme is written: in its own file, or in the one that it extends. */
export type FindPlace = (path: readonly (string | number)[]) => Place;

export function checkTheme(theme: Theme, placeOf: FindPlace): Diagnostic[] {
  const findings = new Findings();
  checkContrast(theme, placeOf, findings);
  checkSeries(theme, placeOf, findings);
  checkLayout(theme, placeOf, findings);
  for (const script of ['latin', 'eastAsian'] as const) checkFonts(theme, script, placeOf, findings);
  return findings.all;
}

function checkContrast({ colors }: Theme, placeOf: FindPlace, findings: Findings): void {
  for (const { text, ground, where, contrast } of faintTexts(colors)) {
    const [colour, behind] = [colors[text], colors[ground]];
    const nearby = readableOn(colour, groundsOf(colors, text));
    const passing = nearby ?? readableOn(colour, [behind]);
    findings.error(
      'theme/contrast',
      `${text} ${colour} on ${ground} ${behind} (${where}) has a contrast of ${shortRatio(contrast)} to 1`,
      {
        at: placeOf(['colors', text]),
        expected: `at least ${leastContrast} to 1 (WCAG 2.2, 1.4.3)`,
        hint:
          nearby === undefined
            ? `${passing} would pass there, but no ${text} passes on each of its grounds: bring these nearer to each other`
            : `the nearest colour that passes wherever ${text} stands is "${nearby}"`,
      },
    );
  }
}

/** A layout is followed, or refused: slides that half follow it look like nobody's. */
function checkLayout({ layout, colors }: Theme, placeOf: FindPlace, findings: Findings): void {
  if (!layout) return;
  const told = new Set<string>();
  const found = ([1, 2] as const).map((lines) => placesOf(layout, lines));
  for (const { path, said, expected } of found.flatMap(({ faults }) => faults)) {
    const name = ['layout', ...path].join('.');
    if (told.has(name)) continue;
    told.add(name);
    findings.error('theme/layout', `${name}: ${said}`, {
      at: placeOf(['layout', ...path]),
      expected,
      hint: path.length === 0 ? 'give title, body or footer other places' : 'correct it, or leave it out',
    });
  }
  for (const { ground, text, what, contrast } of faintOnGrounds({ layout, colors })) {
    const behind = `${ground.color} ${groundColour(colors, ground.color)}`;
    findings.error(
      'theme/contrast',
      `no colour of the theme can be read on ${behind} (${what}): ${text} comes nearest, at ${shortRatio(contrast)} to 1`,
      {
        at: placeOf(['layout', 'grounds', ground.index]),
        expected: `at least ${leastContrast} to 1 (WCAG 2.2, 1.4.3)`,
        hint: 'give the area another colour of the theme, or leave it out',
      },
    );
  }
}

/** Text is held to the lightest and the darkest places of the picture behind it. */
export async function checkBackdrop(theme: Theme, placeOf: FindPlace): Promise<Diagnostic[]> {
  const { backdrop, colors } = theme;
  if (!backdrop) return [];
  const findings = new Findings();
  const at = placeOf(['backdrop', 'file']);
  const lightIn = await readLight(backdrop);
  if (!lightIn) {
    findings.error('theme/backdrop-unreadable', 'the picture behind slides cannot be decoded', {
      at,
      expected: 'a PNG or JPEG file that programs can show',
      hint: 'export it again',
    });
    return findings.all;
  }
  for (const { name, text, ground, contrast } of faintOnBackdrop(theme, lightIn))
    findings.error(
      'theme/contrast',
      `${text} ${colors[text]} has a contrast of ${shortRatio(contrast)} to 1 with ${ground}, a part of the backdrop behind the ${name}`,
      {
        at,
        expected: `at least ${leastContrast} to 1 (WCAG 2.2, 1.4.3)`,
        hint: 'make the picture plainer there, move the text, or put an area of colour under it (layout.grounds)',
      },
    );
  return findings.all;
}

/** Cut, not rounded: 4.46 must not be said to be 4.5. */
const shortRatio = (contrast: number): string => (Math.floor(contrast * 100) / 100).toFixed(2);

function checkSeries({ colors }: Theme, placeOf: FindPlace, findings: Findings): void {
  for (const { pair, sight, distance } of alikeIn(colors.series)) {
    const [one, other] = pair;
    const named = (index: number): string => `colour ${index + 1} (${colors.series[index]})`;
    findings.warn(
      'theme/colours-alike',
      `${named(one)} and ${named(other)} of the series look alike ${sight}, and stand side by side in charts`,
      {
        at: placeOf(['colors', 'series', other]),
        expected: `a distance of at least ${leastDistance[sight]} in OKLab; it is ${distance.toFixed(3)}`,
        hint: 'make one of the two clearly darker or lighter: lightness is what everyone sees',
      },
    );
  }
}

function checkFonts({ fonts }: Theme, script: FontScript, placeOf: FindPlace, findings: Findings): void {
  const own = fonts.fallback?.[script];
  const named: readonly { family: string; path: readonly (string | number)[] }[] = [
    { family: fonts[script], path: ['fonts', script] },
    ...(own ?? []).map((family, index) => ({ family, path: ['fonts', 'fallback', script, index] })),
  ];
  for (const { family, path } of named) {
    const known = familyOf(family);
    if (known) continue;
    const all = familyNames(script);
    const meant = nearest(family, all);
    findings.warn('theme/unknown-font', `no platform is known to have the font "${family}"`, {
      at: placeOf(path),
      expected: `a font of Windows, macOS, Office or LibreOffice, such as ${oneOf(all.slice(0, 4))}`,
      hint: meant
        ? `did you mean "${meant}"?`
        : 'readers without it see another font, and lines break elsewhere; install it on every machine, or take one of those',
    });
  }
  if (!own) return;
  const covered = new Set([fonts[script], ...own].flatMap((family) => familyOf(family)?.on ?? []));
  const bare = platforms.filter((platform) => !covered.has(platform));
  if (bare.length === 0) return;
  findings.warn('theme/no-fallback', `none of the ${script} fonts is on ${oneOf(bare)}`, {
    at: placeOf(['fonts', 'fallback', script]),
    expected: 'a list in which every platform finds a font of its own',
    hint: `add ${usualFallbacks[script].join(', ')}, or leave the list out: these are taken then`,
  });
}
