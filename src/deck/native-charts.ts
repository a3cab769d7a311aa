/** Layer 3. Charts of a deck that PowerPoint draws itself: their parts, and what the file's record says of them. */
import { chartParts } from '../charts/native/embed.js';
import { textsOf as chartTexts } from '../charts/native/texts.js';
import { type ChartFormat, type ChartSpec, sizeOf, slideFormat } from '../document/chart.js';
import type { ChartParts } from '../ooxml/chart-parts.js';
import { type TraceRecord, withCharts } from '../trace/record.js';
import type { ChartPicture, PictureShape, Presentation } from './model.js';
import { pointsPerInch } from './text.js';

/** How a chart is shown: the PNG bytes of its picture in the format asked for, or as a chart of PowerPoint's own. */
export type ShownCharts = (picture: ChartPicture) => Uint8Array | 'native' | undefined;

export interface NativeShape {
  /** From 0. */
  readonly slide: number;
  readonly shape: PictureShape;
  readonly spec: ChartSpec;
  readonly format: ChartFormat;
}

/** Those charts that Office is to draw itself. What would be cut off of a picture is left out. */
export function nativeShapes({ slides }: Presentation, charts: ShownCharts): NativeShape[] {
  return slides.flatMap(({ shapes }, slide) =>
    shapes.flatMap((shape): NativeShape[] => {
      if (shape.kind !== 'picture' || !isNative(shape, charts)) return [];
      const { chart, format, cut = 0 } = shape.picture as ChartPicture;
      if (cut === 0) return [{ slide, shape, spec: chart, format }];
      const { width, height } = sizeOf(format);
      const shown = slideFormat({ width, height: height - cut });
      return [{ slide, shape, spec: { ...chart, source: '' }, format: shown }];
    }),
  );
}

/** The parts of those charts, in their order. */
export function nativeCharts(
  { theme, editionDate: date }: Presentation,
  shapes: readonly NativeShape[],
): ChartParts[] {
  return shapes.map(({ shape, spec, format }) =>
    chartParts(spec, theme, format, { width: shape.box.w * pointsPerInch, date }),
  );
}

export function recordWithCharts(
  { record, slides, theme }: Presentation,
  shapes: readonly NativeShape[],
): TraceRecord {
  return withCharts(
    record,
    shapes.map(({ slide, shape, spec, format }) => ({
      section: slides[slide]?.id ?? '',
      shape: shape.name,
      language: spec.language,
      texts: chartTexts(spec, theme, format),
    })),
  );
}

export const isNative = ({ picture }: PictureShape, charts: ShownCharts): boolean =>
  'chart' in picture && charts(picture) === 'native';
