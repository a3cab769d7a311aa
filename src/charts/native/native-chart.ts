/**
 * Layer 2. A chart that Office draws itself and a reader can edit: its data as a workbook holds them, its marks, and
 * the texts around these, placed as in the picture of the same chart. Pure.
 */
import { Decimal } from 'decimal.js';
import type {
  BarsChart,
  ChartFormat,
  ChartSpec,
  ClassesChart,
  Datum,
  PartsChart,
  ShareChart,
} from '../../document/chart.js';
import { chartSizes } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import { coloursFor, mix } from '../colours.js';
import type { Names } from '../frame.js';
import { lengthOf } from '../hedged-ends.js';
import { type ChartLayout, layoutChart } from '../layout.js';
import type { PlacedText, Rect } from '../placed-text.js';
import { holeShare } from '../ring.js';
import { cellsOf } from './cells.js';
import { rowsWithin } from './rows-within.js';

/** A number as a workbook holds it: the shortest decimal that is this number, and how it is computed, if it is. */
export interface DataCell {
  readonly value: string;
  /** In the notation of A1 cells. */
  readonly formula?: string | undefined;
}

/** One column of numbers, and how its marks look. */
export interface DataSeries {
  readonly name: string;
  readonly cells: readonly DataCell[];
  /** Of each mark; #RRGGBB. */
  readonly colours: readonly string[];
  /** Of each mark the share that fades at its end: how far it reaches is not quite known. Left out: all end sharply. */
  readonly fades?: readonly number[];
}

/** A figure that stands in the chart but has no mark: it is kept below the data. */
export interface AsideRow {
  readonly label: string;
  readonly value: string;
  readonly text: string;
}

/** Stands before a figure that is a least one, as an arrow stands at the end of its bar in the picture. */
export const openMark = '\u203a ';

interface NativeChartBase {
  /** Names of the bars or segments, first column of the sheet. */
  readonly categories: readonly string[];
  readonly series: readonly DataSeries[];
  /** Figures as they are written, hedge included: the last column. */
  readonly figures: readonly string[];
  readonly aside: readonly AsideRow[];
  /** Pixels of the chart's format; all places below are within it. */
  readonly width: number;
  readonly height: number;
  readonly plot: Rect;
  /**
   * What axis and labels do not say: title, unit, note, source, names of classes, texts in and beside a ring. Text
   * boxes, since each program breaks and centres a title of Office's own as it likes.
   */
  readonly texts: readonly PlacedText[];
  /** Patches of colour: beside the names of a ring's segments, and of paper between the blocks of classes. */
  readonly keys: readonly (Rect & { readonly colour: string })[];
}

export interface NativeBars extends NativeChartBase {
  readonly kind: 'bars';
  /** `steps`: the series are classes, one behind the other on an ordinal axis. `lengths`: values from zero. */
  readonly scale: 'lengths' | 'steps';
  /** Pixels: how thick a bar is. */
  readonly thickness: number;
  /** Names of the bars: on the axis beside them, or text boxes above each, which leaves the bars all the width. */
  readonly names: Names;
  /** Of names and figures. */
  readonly nameSize: number;
  readonly ink: string;
  readonly paper: string;
  /** Some values are negative. */
  readonly bothSides: boolean;
  /** Which figures are a least one: their labels begin with an arrow, since the bars go on. */
  readonly open: readonly boolean[];
  /** Where the axis ends, if it does not follow the data. */
  readonly axisEnd?: number | undefined;
}
export interface NativeRing extends NativeChartBase {
  readonly kind: 'ring';
  readonly paper: string;
}
export type NativeChart = NativeBars | NativeRing;

/** A chart as Office is to draw it: same words, colours and places as its picture. */
export function nativeChart(spec: ChartSpec, theme: Theme, format: ChartFormat): NativeChart {
  const layout = layoutChart(spec, theme, format);
  switch (spec.type) {
    case 'bars':
      return bars(spec, theme, rowsWithin(layout, spec.items.length, format), format);
    case 'classes':
      return classes(spec, theme, rowsWithin(layout, spec.items.length, format), format);
    default:
      return ring(spec, theme, layout, format);
  }
}

const cell = (value: number): DataCell => ({ value: String(value) });

/** Texts but for what axis and labels say. */
function around(layout: ChartLayout, format: ChartFormat, own: readonly PlacedText['role'][] = []) {
  const { texts, plot } = layout;
  return {
    ...chartSizes[format],
    plot,
    texts: [
      ...layout.frame.texts,
      ...texts.filter((text) => !layout.frame.texts.includes(text) && !own.includes(text.role)),
    ],
    keys: layout.keys ?? [],
  };
}

function ofBars(theme: Theme, { frame, taken }: ChartLayout) {
  return {
    thickness: taken[0]?.height ?? frame.style.step,
    names: frame.style.names,
    nameSize: frame.style.label.size,
    ink: theme.colors.ink,
    paper: theme.colors.paper,
    bothSides: false,
    open: [],
    aside: [],
  };
}

/** What the axis writes; names above the bars are text boxes. */
const onAxis = ({ frame }: ChartLayout): PlacedText['role'][] =>
  frame.style.names === 'beside' ? ['label'] : [];

/**
 * The names in the sheet; for the axis beside the bars broken into lines as the layout did, since programs differ in how
 * wide they let names run.
 * @param names what each is made of
 */
function namesOf({ texts, frame }: ChartLayout, names: readonly (readonly string[])[]): string[] {
  if (frame.style.names === 'above') return names.map((parts) => parts.join('\n'));
  const set = texts.filter(({ role }) => role === 'label').map(({ lines }) => lines.join('\n'));
  return names.map(({ length }) => set.splice(0, length).join('\n'));
}

/** Of a range the upper bound is drawn light behind the lower one. */
function bars(spec: BarsChart, theme: Theme, layout: ChartLayout, format: ChartFormat): NativeBars {
  const { items } = spec;
  const colour = theme.colors.series[0] as string;
  const series = (cells: readonly DataCell[], fill: string): DataSeries => ({
    name: spec.unit,
    cells,
    colours: items.map(() => fill),
  });
  const lower: DataSeries = {
    ...series(
      items.map(({ value }) => cell(value)),
      colour,
    ),
    fades: fadesOf(items, layout),
  };
  const upper = items.some(({ max }) => max !== undefined)
    ? [
        series(
          items.map(({ value, max }) => cell(max ?? value)),
          mix(colour, theme.colors.paper, 0.45),
        ),
      ]
    : [];
  return {
    kind: 'bars',
    scale: 'lengths',
    ...around(layout, format, [...onAxis(layout), 'value']),
    ...ofBars(theme, layout),
    bothSides: items.some(({ value }) => value < 0),
    categories: namesOf(
      layout,
      items.map(({ label }) => [label]),
    ),
    series: [...upper, lower],
    open: items.map(({ qualifier, value }) => value > 0 && /^(more-than|at-least)$/.test(qualifier)),
    figures: items.map(({ text }) => text),
  };
}

/** Fading in the workbook's chart does what stripes and fading ends do in the picture, and as much of the bar. */
function fadesOf(items: BarsChart['items'], { plot, frame }: ChartLayout): number[] {
  const reach = items.map(({ value, max }) => max ?? value);
  const range = Math.max(0, ...reach) - Math.min(0, ...items.map(({ value }) => value));
  return items.map((item) => {
    const { before } = lengthOf(item, frame.style.step);
    const length = (item.value / range) * plot.width;
    return length > 0 ? Math.min(1, before / length) : 0;
  });
}

/**
 * A column per class, 1 where an item reaches it, and one of how many are above it: no amount is anywhere in the sheet.
 */
function classes(spec: ClassesChart, theme: Theme, layout: ChartLayout, format: ChartFormat): NativeBars {
  const { items, steps } = spec;
  const { line, paper } = theme.colors;
  const reached = theme.colors.series[0] as string;
  const passed = mix(reached, paper, 0.28);
  const above = mix(line, paper, 0.4);
  const places = around(layout, format, onAxis(layout));
  const { length } = steps;
  return {
    kind: 'bars',
    scale: 'steps',
    ...places,
    keys: [...places.keys, ...betweenBlocks(layout, length).map((gap) => ({ ...gap, colour: paper }))],
    ...ofBars(theme, layout),
    axisEnd: length,
    categories: namesOf(
      layout,
      items.map(({ label, text, step }) => (text === steps[step] ? [label] : [label, text])),
    ),
    series: [
      ...steps.map((name, index) => ({
        name,
        cells: items.map(({ step }) => cell(index <= step ? 1 : 0)),
        colours: items.map(({ step }) => (index === step ? reached : passed)),
      })),
      {
        name: spec.unit,
        cells: items.map(({ step }, row) => ({
          value: String(length - 1 - step),
          formula: `${length}-SUM(${cellsOf(1, length, row)})`,
        })),
        colours: items.map(() => above),
      },
    ],
    figures: items.map(({ text }) => text),
  };
}

/** A class is a step, not a length: the gaps behind each class's blocks, over all rows. */
function betweenBlocks({ taken, plot }: ChartLayout, count: number): Rect[] {
  const [first, last] = [taken[0], taken.at(-1)];
  if (!first || !last) return [];
  const width = plot.width / count - first.width;
  const height = last.y + last.height - first.y;
  return taken.slice(0, count).map((block) => ({ x: block.x + block.width, y: first.y, width, height }));
}

function ring(
  spec: ShareChart | PartsChart,
  theme: Theme,
  layout: ChartLayout,
  format: ChartFormat,
): NativeRing {
  const { series, line, paper } = theme.colors;
  const places = around(layout, format);
  const texts = places.texts.map((text) => inHole(text, layout));
  const common = { kind: 'ring' as const, ...places, texts, paper };
  if (spec.type === 'parts')
    return {
      ...common,
      categories: spec.parts.map(({ label }) => label),
      series: [
        {
          name: spec.unit,
          cells: spec.parts.map(({ value }) => cell(value)),
          colours: coloursFor(series, spec.parts.length),
        },
      ],
      figures: spec.parts.map(({ text }) => text),
      aside: [spec.whole, spec.centre].map(asideRow),
    };
  // What remains is computed in the sheet, too: it follows when the share is edited.
  const rest = { value: new Decimal(100).minus(spec.part.value).toFixed(), formula: '100-B2' };
  return {
    ...common,
    categories: [spec.part.label, spec.restLabel],
    series: [{ name: spec.unit, cells: [cell(spec.part.value), rest], colours: [series[0] as string, line] }],
    figures: [spec.part.text, ''],
    aside: [],
  };
}

/**
 * Text in the middle of a ring, smaller than in the picture: LibreOffice draws every hole half as wide as its ring,
 * whatever the file says.
 */
function inHole(text: PlacedText, { plot, frame }: ChartLayout): PlacedText {
  if (text.align !== 'center' || text.y > plot.y + plot.height) return text;
  const smaller = 0.5 / holeShare;
  const towards = (middle: number, at: number): number => middle + (at - middle) * smaller;
  return {
    ...text,
    font: {
      ...text.font,
      size: Math.max(text.font.size * smaller, Math.min(text.font.size, frame.style.least)),
    },
    x: towards(plot.x + plot.width / 2, text.x),
    y: towards(plot.y + plot.height / 2, text.y),
    width: text.width * smaller,
    height: text.height * smaller,
  };
}

const asideRow = ({ label, value, text }: Datum): AsideRow => ({ label, value: String(value), text });
