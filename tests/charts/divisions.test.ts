/** Long words in charts: whole where a little smaller type will do, else divided as a typesetter does, never torn. */
import { beforeAll, describe, expect, it } from 'vitest';
import { checkChart } from '../../src/charts/check.js';
import { layoutChart } from '../../src/charts/layout.js';
import type { BarsChart, ChartSpec, ClassesChart, PartsChart } from '../../src/document/chart.js';
import { loadHyphenation, type MarkDivisions } from '../../src/language/hyphenation.js';
import { languageFor } from '../../src/language/registry.js';
import { theme } from '../deck/fixtures.js';

const labels = [
  'Halbleiterfertigungskapazitäten',
  'Beteiligungsfinanzierungsinstrumente',
  'Wirtschaftsförderungsgesellschaft',
  'Gewerbeansiedlungsgenehmigungsverfahrensbeschleunigungsgesetzgebung',
];
const data = labels.map((label, index) => ({
  fact: `f${index}`,
  label,
  value: index + 1,
  text: String(index + 1),
  qualifier: 'exact' as const,
}));
const base = {
  id: 'long',
  language: 'de',
  title: 'Kooperationsvereinbarungen',
  unit: 'Anzahl',
  source: 'Quelle: X',
  asOf: '2025',
  alt: '',
};
const [first, second] = data as [(typeof data)[number], (typeof data)[number]];
const bars: BarsChart = { ...base, type: 'bars', items: data };
const parts: PartsChart = {
  ...base,
  type: 'parts',
  parts: data.slice(0, 3),
  whole: { ...first, value: 6, label: 'Gesamtinvestitionsvolumen' },
  centre: { ...second, label: 'Bruttowertschöpfungswachstumsbeitrag' },
};
const classes: ClassesChart = {
  ...base,
  type: 'classes',
  steps: ['10-Milliarden-Yuan-Klasse', '100-Milliarden-Yuan-Klasse'],
  items: data.map((datum, step) => ({ ...datum, step: step % 2 })),
};

let mark: MarkDivisions;
beforeAll(async () => {
  const { hyphenation } = languageFor('de');
  if (!hyphenation) throw new Error('German divides words');
  mark = await loadHyphenation(hyphenation);
});
const words = [...labels, 'Gesamtinvestitionsvolumen', 'Bruttowertschöpfungswachstumsbeitrag'];
const divided = <T extends ChartSpec>(spec: T): T => ({
  ...spec,
  divisions: new Map(words.map((word) => [word, mark(word)])),
});
const linesOf = (spec: ChartSpec, format: 'slide' | 'column'): string[] =>
  layoutChart(spec, theme, format).texts.flatMap(({ lines }) => lines);

describe('a chart with long words', () => {
  it.each([
    ['bars', 'slide', bars],
    ['bars', 'column', bars],
    ['classes', 'slide', classes],
    ['parts', 'column', parts],
  ] as const)(
    '%s in a %s: has no room while they are whole, and has it where they are divided',
    (_, format, spec) => {
      expect(checkChart(spec, theme, format).map(({ code }) => code)).toEqual(['chart/no-room']);
      expect(checkChart(divided(spec), theme, format)).toEqual([]);
      const lines = linesOf(divided(spec), format);
      expect(lines.join('')).not.toContain('\u00ad');
      // Each line of a divided word ends with a hyphen, at one of its divisions.
      const starts = words.flatMap((word) => {
        const syllables = mark(word).split(/\u00ad+/);
        return syllables.map((_, index) => syllables.slice(0, index + 1).join(''));
      });
      for (const line of lines.filter((each) => each.endsWith('-') && !each.startsWith('10')))
        expect(
          starts.some((start) => start.endsWith(line.slice(0, -1))),
          line,
        ).toBe(true);
      expect(lines.some((line) => line.endsWith('-'))).toBe(true);
    },
  );

  it('keeps words whole where there is room for them', () => {
    const short = { ...bars, items: data.slice(0, 3) };
    expect(linesOf(divided(short), 'slide')).toEqual(linesOf(short, 'slide'));
  });
});
