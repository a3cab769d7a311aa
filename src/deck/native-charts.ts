/** Layer 3. Charts of a deck that PowerPoint draws itself: their parts, and what the file's record says of them. */
import { chartParts } from '../charts/native/embed.js';
import { textsOf as chartTexts } from '../charts/native/texts.js';
import { type ChartFormat, type ChartSpec, sizeOf, slideFormat } from '../document/chart.js';
import type { ChartParts } from '../ooxml/chart-parts.js';
import type { RecordedChart } from '../trace/record.js';
import type { ChartPicture, PictureShape, Slide, Surroundings } from './model.js';
import { pointsPerInch } from './text.js';

/** How a chart is shown: the PNG bytes of its picture in the format asked for, or as a chart of PowerPoint's own. */
export type ShownCharts = (picture: ChartPicture) => Uint8Array | 'native' | undefined;

/** A chart that Office is to draw itself. */
export interface NativeChart {
  readonly shape: PictureShape;
  readonly spec: ChartSpec;
  readonly format: ChartFormat;
}

/** Those of a slide. What would be cut off of a picture is left out. */
export function nativeOn({ shapes }: Slide, charts: ShownCharts): NativeChart[] {
  return shapes.flatMap((shape): NativeChart[] => {
    if (shape.kind !== 'picture' || !isNative(shape, charts)) return [];
    const { chart, format, cut = 0 } = shape.picture as ChartPicture;
    if (cut === 0) return [{ shape, spec: chart, format }];
    const { width, height } = sizeOf(format);
    const shown = slideFormat({ width, height: height - cut });
    return [{ shape, spec: { ...chart, source: '' }, format: shown }];
  });
}

/** Its parts. */
export function nativeParts(
  { shape, spec, format }: NativeChart,
  { theme, editionDate: date }: Surroundings,
): ChartParts {
  return chartParts(spec, theme, format, { width: shape.box.w * pointsPerInch, date });
}

/** What it says, for the file's record. @param section id of its slide */
export const recordedChart = (
  { shape, spec, format }: NativeChart,
  section: string,
  { theme }: Surroundings,
): RecordedChart => ({
  section,
  shape: shape.name,
  language: spec.language,
  texts: chartTexts(spec, theme, format),
});

export const isNative = ({ picture }: PictureShape, charts: ShownCharts): boolean =>
  'chart' in picture && charts(picture) === 'native';
