/**
 * Layer 3. Charts on a slide, once all is in its place: the format that each is drawn in, and which of them need no
 * source line of their own, since the line at the slide's foot says the same.
 */
import { layoutChart } from '../charts/layout.js';
import { type ChartFormat, type ChartSpec, factsOf, sizeOf } from '../document/chart.js';
import type { Document } from '../document/document.js';
import type { Theme } from '../document/theme.js';
import type { FactId } from '../facts/fact.js';
import { formatIn, sourceStrip } from './chart-format.js';
import { sourcesOf } from './citations.js';
import type { PictureShape, Shape } from './model.js';
import { contain } from './sharing.js';

interface Placed {
  readonly shapes: Shape[];
  /** Facts whose sources stand in their charts: the slide's foot need not name them. */
  readonly sourced: ReadonlySet<FactId>;
}

/** @param atFoot facts whose sources the slide's foot names in full */
export function placeCharts(
  shapes: readonly Shape[],
  atFoot: readonly FactId[],
  document: Document,
  theme: Theme,
): Placed {
  const sourceIds = (facts: readonly FactId[]): string =>
    sourcesOf(facts, document)
      .map(({ id }) => id)
      .join(' ');
  const named = sourceIds(atFoot);
  const inCharts = new Set<FactId>();
  const below = new Set<FactId>();
  const placed = shapes.map((shape): Shape => {
    if (shape.kind !== 'picture' || !('chart' in shape.picture)) return shape;
    const { chart } = shape.picture;
    const facts = factsOf(chart);
    const saidBelow = sourceIds(facts) === named;
    for (const fact of facts) (saidBelow ? below : inCharts).add(fact);
    return placeChart(shape, chart, theme, saidBelow);
  });
  return { shapes: placed, sourced: new Set([...inCharts].filter((fact) => !below.has(fact))) };
}

/** How many times as large as its place a chart may be laid out, where its texts need the room: type gets smaller. */
const enlargements = [1, 1.2, 1.5, 1.9, 2.4];

/** @param saidBelow the chart is cut off above its own source line */
function placeChart(shape: PictureShape, chart: ChartSpec, theme: Theme, saidBelow: boolean): PictureShape {
  const { box } = shape;
  const below = saidBelow ? sourceStrip : 0;
  const formats = enlargements.map(
    (times): ChartFormat => formatIn({ w: box.w * times, h: (box.h + below) * times }),
  );
  // Where none has room, that is a finding of the chart's own.
  const format = formats.find((each) => layoutChart(chart, theme, each).fits) ?? (formats[0] as ChartFormat);
  const { width, height } = sizeOf(format);
  const source = layoutChart(chart, theme, format).texts.find(({ role }) => role === 'source');
  const cut = saidBelow && source ? height - source.y : 0;
  return {
    ...shape,
    box: contain(box, { width, height: height - cut }, 'left'),
    picture: { chart, format, ...(cut > 0 && { cut }) },
  };
}
