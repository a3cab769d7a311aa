/** Layer 2. What a native chart says, text by text, with the fact behind each figure: its boxes, then its data by rows. */
import { Decimal } from 'decimal.js';
import { type ChartFormat, type ChartSpec, dataOf } from '../../document/chart.js';
import type { Theme } from '../../document/theme.js';
import type { FactId } from '../../facts/fact.js';
import { figuresColumn } from './cells.js';
import { type NativeChart, openMark } from './model.js';
import { nativeChart } from './native-chart.js';

/** A text in pieces, as the record of a file takes it. */
export interface ChartText {
  readonly pieces: readonly { readonly text: string; readonly fact?: FactId }[];
  /** Of the data: row and column in the sheet, from 1. */
  readonly cell?: readonly [number, number];
}

/** In the order in which a file is read: text boxes; the rows' labels; the rows' values. */
export function textsOf(spec: ChartSpec, theme: Theme, format: ChartFormat): ChartText[] {
  const chart = nativeChart(spec, theme, format);
  return [
    ...chart.texts.map(({ lines, role }) => ({
      pieces: [
        role === 'value' || role === 'label' ? figure(lines.join('\n'), spec) : { text: lines.join('\n') },
      ],
    })),
    ...(spec.type === 'bars'
      ? spec.items.map(({ text, fact }, row) => ({
          pieces: [
            { text: `${chart.categories[row]}\n${chart.kind === 'bars' && chart.open[row] ? openMark : ''}` },
            { text, fact },
          ],
          cell: [row + 2, figuresColumn(chart) + 1] as const,
        }))
      : []),
    ...chart.categories.map((category, row) => ({
      pieces: valuesOf(spec, chart, category, row),
      cell: [row + 2, 2] as const,
    })),
  ];
}

const squeezed = (text: string): string => text.replace(/\s/g, '');

/** The first fact whose figure the text is, if it is one. */
function figure(text: string, spec: ChartSpec): ChartText['pieces'][number] {
  const datum = dataOf(spec).find((each) => squeezed(each.text) === squeezed(text));
  return datum ? { text, fact: datum.fact } : { text };
}

/** Of classes the name of the one reached; of other charts the numbers, which are no figures as anybody reads them. */
function valuesOf(spec: ChartSpec, chart: NativeChart, category: string, row: number): ChartText['pieces'] {
  if (spec.type !== 'classes') {
    // As a program that reads the cell has them: the nearest number in binary.
    const values = chart.series.map(({ cells }) => new Decimal(Number(cells[row]?.value ?? 0)).toFixed());
    return [{ text: [category, ...values].join('\n') }];
  }
  const { text, step, fact } = spec.items[row] as (typeof spec.items)[number];
  const reached = spec.steps[step] as string;
  if (text === reached) return [{ text: `${category}\n` }, { text, fact }];
  // A figure that is no class's name stands below the label, broken into lines.
  let start = category.length;
  while (start > 0 && squeezed(category.slice(start)) !== squeezed(text)) start -= 1;
  return [{ text: category.slice(0, start) }, { text, fact }, { text: `\n${reached}` }];
}
