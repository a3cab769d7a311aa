import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coloursFor, greyOf, mix } from '../../src/charts/colours.js';
import { layoutChart } from '../../src/charts/layout.js';
import type { Rect } from '../../src/charts/placed-text.js';
import { type ChartFormat, type ChartSpec, sizeOf } from '../../src/document/chart.js';
import { anyChart, anyFormat } from './any-chart.js';
import { languages, samples, theme } from './samples.js';

const formats = ['slide', 'column'] as const;

const overlap = (a: Rect, b: Rect): boolean =>
  Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x) > 0.01 &&
  Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y) > 0.01;

/** Pairs of boxes that overlap, and boxes that leave the canvas: none, in a layout that says it fits. */
function faults(spec: ChartSpec, format: ChartFormat): string[] {
  const { texts, taken, plot } = layoutChart(spec, theme, format);
  const { width, height } = sizeOf(format);
  const boxes: (Rect & { readonly name: string })[] = texts.map((text) => ({
    ...text,
    name: text.lines.join('|'),
  }));
  // The middle of a ring is text inside the plot on purpose; the ring itself is held clear by its layout.
  const ring = spec.type === 'share' || spec.type === 'parts';
  const marks = ring ? [...taken, plot] : taken;
  const centred = (index: number): boolean => ring && texts[index]?.align === 'center';
  return boxes.flatMap((box, index) => [
    ...(box.x < -0.01 ||
    box.y < -0.01 ||
    box.x + box.width > width + 0.01 ||
    box.y + box.height > height + 0.01
      ? [`${box.name} leaves the canvas`]
      : []),
    ...boxes
      .slice(index + 1)
      .flatMap((other) => (overlap(box, other) ? [`${box.name} × ${other.name}`] : [])),
    ...(centred(index) ? [] : marks.filter((mark) => overlap(box, mark)).map(() => `${box.name} × mark`)),
  ]);
}

describe('the layout of a chart', () => {
  for (const format of formats) {
    for (const language of languages) {
      it(`gives every text of the sample charts its place: ${language}, ${format}`, () => {
        for (const sample of Object.values(samples(language))) {
          expect(layoutChart(sample, theme, format).fits, sample.id).toBe(true);
          expect(faults(sample, format), sample.id).toEqual([]);
        }
      });
    }
  }

  it('lets no text overlap another, a mark or the edge when it says that all fits', () => {
    let fitting = 0;
    fc.assert(
      fc.property(anyChart, anyFormat, (any, format) => {
        if (!layoutChart(any, theme, format).fits) return;
        fitting += 1;
        expect(faults(any, format)).toEqual([]);
      }),
      { numRuns: 250 },
    );
    expect(fitting).toBeGreaterThan(10);
  });

  it('says that there is no room rather than cutting a text', () => {
    const sample = samples('de')['innovation-base'] as Extract<ChartSpec, { type: 'bars' }>;
    const long = {
      ...sample,
      items: sample.items.map((item) => ({ ...item, label: 'Forschung '.repeat(60) })),
    };
    expect(layoutChart(long, theme, 'column').fits).toBe(false);
  });

  it('comes to an end when the frame leaves no room for marks at all', () => {
    for (const id of Object.keys(samples('en'))) {
      const tall = { ...(samples('en')[id] as ChartSpec), title: 'Long title '.repeat(200) };
      expect(layoutChart(tall, theme, 'column').fits).toBe(false);
    }
  });

  it('sets all of the frame on one left edge', () => {
    const sample = samples('en')['industry-scale'] as ChartSpec;
    const { texts } = layoutChart(sample, theme, 'slide');
    const edges = texts.filter(({ role }) => role !== 'tick').map(({ x }) => x);
    expect(new Set(edges).size).toBe(1);
  });

  it('sets no type too small to read where the picture is placed: 0.76 pt a pixel on slides, 0.47 in columns', () => {
    const least = {
      slide: { title: 15, label: 12, value: 12, note: 9.8, unit: 9.8, tick: 9.8, source: 9.8 },
      column: { title: 9, label: 7.5, value: 7.5, note: 6.5, unit: 6.5, tick: 6.5, source: 6.5 },
    };
    const points = { slide: 0.76, column: 227 / sizeOf('column').width };
    for (const language of languages) {
      for (const format of formats) {
        for (const sample of Object.values(samples(language))) {
          for (const { role, font, lines, align } of layoutChart(sample, theme, format).texts) {
            const size = font.size * points[format];
            // The name in the middle of a ring explains the figure above it.
            const expected = least[format][align === 'center' && role === 'label' ? 'unit' : role];
            expect(size, `${sample.id} ${language} ${format}: ${lines}`).toBeGreaterThanOrEqual(expected);
          }
        }
      }
    }
  });

  it('keeps what only explains at that size however small the rest gets', () => {
    const sample = samples('de')['innovation-base'] as Extract<ChartSpec, { type: 'bars' }>;
    const items = [...sample.items, ...sample.items].slice(0, 7);
    const crowded = items.map((item) => ({ ...item, label: `${item.label} und ${item.label}` }));
    const layout = layoutChart({ ...sample, items: crowded }, theme, 'slide');
    expect(layout.fits).toBe(true);
    expect(layout.frame.style.label.size).toBeLessThan(16);
    for (const { font } of layout.texts) expect(font.size * 0.7).toBeGreaterThanOrEqual(9);
  });

  it('sets the time beside the unit and the note above the marks, bold', () => {
    const sample = samples('en')['industry-scale'] as ChartSpec;
    for (const format of formats) {
      const { texts, plot } = layoutChart(sample, theme, format);
      const unit = texts.find(({ role }) => role === 'unit');
      expect(unit?.lines).toEqual(['Scale class in RMB\u00a0· As of 19 January 2026']);
      const note = texts.find(({ role }) => role === 'note');
      expect(note?.font.bold).toBe(true);
      expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThan(plot.y);
    }
  });

  it('names the time alone where the unit is nothing', () => {
    const sample = { ...(samples('en')['innovation-base'] as ChartSpec), unit: '', asOf: '2024' };
    expect(layoutChart(sample, theme, 'slide').texts.find(({ role }) => role === 'unit')?.lines).toEqual([
      '2024',
    ]);
  });

  it('breaks sources between one and the next', () => {
    const source = 'Sources: 投资界 (PEdaily), 19 January 2026; GlobeNewswire, 22 December 2025';
    const sample = { ...(samples('en')['growth-rates'] as ChartSpec), source };
    const linesIn = (format: ChartFormat) =>
      layoutChart(sample, theme, format).texts.find(({ role }) => role === 'source')?.lines;
    expect(linesIn('slide')).toEqual([source]);
    expect(linesIn('column')).toEqual([
      'Sources: 投资界 (PEdaily), 19 January 2026;',
      'GlobeNewswire, 22 December 2025',
    ]);
  });

  it('stands ring and names in the middle of the room they have', () => {
    for (const id of ['circuit-share', 'fund-structure']) {
      for (const format of formats) {
        const { texts, plot, frame } = layoutChart(samples('de')[id] as ChartSpec, theme, format);
        const own = texts.slice(frame.texts.length);
        const right = Math.max(...own.map((text) => text.x + text.width));
        const { area } = frame;
        expect(plot.x - area.x).toBeCloseTo(area.x + area.width - right, 5);
        expect(plot.y - area.y).toBeCloseTo(area.y + area.height - plot.y - plot.height, 5);
      }
    }
  });

  it('spreads rows over the height there is, evenly', () => {
    for (const id of ['innovation-base', 'growth-rates', 'industry-scale', 'hedges']) {
      for (const format of formats) {
        const { taken, frame, texts } = layoutChart(samples('en')[id] as ChartSpec, theme, format);
        const tops = [...new Set(taken.map(({ y }) => Math.round(y * 1000) / 1000))];
        const pitches = tops.slice(1).map((top, row) => top - (tops[row] as number));
        for (const pitch of pitches) expect(pitch).toBeCloseTo(pitches[0] as number, 2);
        const bottom = Math.max(
          ...[...taken, ...texts.slice(frame.texts.length)].map(({ y, height }) => y + height),
        );
        const spare = frame.area.y + frame.area.height - bottom;
        expect(spare, `${id} ${format}`).toBeLessThan((pitches[0] as number) / 2);
      }
    }
  });

  it('sets names beside the marks in a column where there is no height for them above', () => {
    const few = layoutChart(samples('en')['innovation-base'] as ChartSpec, theme, 'column');
    const many = layoutChart(samples('en').hedges as ChartSpec, theme, 'column');
    expect(few.frame.style.names).toBe('above');
    expect(many.frame.style.names).toBe('beside');
    expect(many.plot.x).toBeGreaterThan(few.plot.x);
  });

  it('shows title, unit, note, source and date', () => {
    const sample = samples('de')['industry-scale'] as ChartSpec;
    const all = layoutChart(sample, theme, 'column')
      .texts.map(({ lines }) => lines.join(' '))
      .join('\n');
    for (const text of [sample.title, sample.unit, sample.note ?? '', sample.source, sample.asOf]) {
      expect(all).toContain(text);
    }
  });
});

describe('colours', () => {
  it('are told apart in grey: those next to each other differ by a seventh of the range', () => {
    for (const count of [2, 3]) {
      const greys = coloursFor(theme.colors.series, count).map(greyOf);
      for (const [index, grey] of greys.entries()) {
        expect(Math.abs(grey - (greys[(index + 1) % count] as number))).toBeGreaterThan(255 / 7);
      }
    }
  });

  it('begin again when there are more parts than colours', () => {
    const [first, , , , , sixth] = coloursFor(theme.colors.series, 6);
    expect(sixth).toBe(first);
  });

  it('mix towards the paper', () => {
    expect(mix('#000000', '#FFFFFF', 0.5)).toBe('#808080');
    expect(mix('#0B3C5D', '#FFFFFF', 1)).toBe('#0b3c5d');
  });
});
