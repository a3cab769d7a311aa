/** Layer 2. What would make a chart wrong or illegible, found before anything is drawn. Pure. */
import type { Diagnostic, Place } from '../diagnostic.js';
import { Findings } from '../diagnostic.js';
import { type ChartFormat, type ChartSpec, type Datum, sizeOf } from '../document/chart.js';
import type { Theme } from '../document/theme.js';
import { missingGlyphs } from '../fonts/measure.js';
import { layoutChart } from './layout.js';

/** Half a percent of the whole: what rounding of the parts may add up to. */
const roundingOfParts = 0.005;

/**
 * Finds values that the chart type cannot show, characters for which no bundled font has a glyph, and texts for which
 * there is no room even in the smallest type.
 *
 * @param at where the template asks for the chart
 */
export function checkChart(spec: ChartSpec, theme: Theme, format: ChartFormat, at?: Place): Diagnostic[] {
  const findings = new Findings();
  const chart = `chart "${spec.id}" (${spec.language})`;
  const value = (datum: Datum, problem: string, expected: string): void =>
    findings.error('chart/unfit-value', `${chart}: "${datum.label}" is ${datum.value}, ${problem}`, {
      at,
      expected,
      hint: `Look at fact ${datum.fact}, or give the chart another type in charts.yaml`,
    });

  for (const datum of dataOf(spec)) {
    if (!Number.isFinite(datum.value)) value(datum, 'which cannot be drawn', 'a finite number');
  }
  checkValues(spec, value, (message) => findings.error('chart/unfit-value', `${chart}: ${message}`, { at }));
  if (findings.failed) return findings.all;

  const layout = layoutChart(spec, theme, format);
  const missing = missingGlyphs(layout.texts.flatMap((text) => text.lines).join(''));
  if (missing.length > 0) {
    const named = missing.map((character) => `${character} (${codePoint(character)})`).join(', ');
    findings.error('chart/missing-glyph', `${chart}: the bundled fonts have no glyph for ${named}`, {
      at,
      expected: 'characters of GB 2312, or Latin, Greek and Cyrillic letters',
      hint: 'Write it with other characters, or add them in scripts/subset-fonts.mjs and run npm run fonts',
    });
  }
  if (!layout.fits) {
    const { width, height } = sizeOf(format);
    findings.error(
      'chart/no-room',
      `${chart}: its texts do not fit into ${width} × ${height} even in small type`,
      {
        at,
        expected: 'shorter texts or fewer items',
        hint: `Longest texts: ${longest(spec).join('; ')}. Shorten title, unit and labels in charts.yaml`,
      },
    );
  }
  return findings.all;
}

function dataOf(spec: ChartSpec): readonly Datum[] {
  if (spec.type === 'share') return [spec.part];
  return spec.type === 'parts' ? spec.parts : spec.items;
}

function checkValues(
  spec: ChartSpec,
  report: (datum: Datum, problem: string, expected: string) => void,
  refuse: (message: string) => void,
): void {
  switch (spec.type) {
    case 'share':
      if (spec.part.value < 0 || spec.part.value > 100) {
        report(spec.part, 'which is no share of a whole', 'percent from 0 to 100');
      }
      break;
    case 'parts': {
      for (const part of spec.parts)
        if (part.value < 0) report(part, 'less than nothing', 'parts of zero or more');
      // What hedged parts add up to is not known.
      if ([...spec.parts, spec.whole].some(({ qualifier }) => qualifier !== 'exact')) break;
      const sum = spec.parts.reduce((total, part) => total + part.value, 0);
      if (Math.abs(sum - spec.whole.value) > Math.abs(spec.whole.value) * roundingOfParts) {
        refuse(`its parts add up to ${sum}, but the whole "${spec.whole.label}" is ${spec.whole.value}`);
      }
      break;
    }
    case 'classes':
      for (const item of spec.items) {
        if (spec.steps[item.step] === undefined) {
          report(item, `in step ${item.step}`, `a step from 0 to ${spec.steps.length - 1}`);
        }
      }
      break;
    case 'bars':
      break;
  }
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;

function longest(spec: ChartSpec): string[] {
  const texts = [spec.title, spec.unit, spec.note ?? '', ...dataOf(spec).map((datum) => datum.label)];
  return texts
    .filter((text) => text !== '')
    .sort((a, b) => b.length - a.length)
    .slice(0, 3)
    .map((text) => `"${text.length > 60 ? `${text.slice(0, 60)}…` : text}"`);
}
