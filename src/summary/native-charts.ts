/** Layer 3. Those charts of a summary that Word is to draw itself: their texts, for the record. */
import { textsOf } from '../charts/native/texts.js';
import type { ChartSpec } from '../document/chart.js';
import { type TraceRecord, withCharts } from '../trace/record.js';
import { contentsOf, type Summary } from './summary.js';
import type { Charts } from './writing.js';

interface NativePicture {
  readonly spec: ChartSpec;
  /** Id of the section that it stands in. */
  readonly section: string;
}

export function recordWithCharts(model: Summary, charts: Charts): TraceRecord {
  return withCharts(
    model.record,
    nativePictures(model, charts).map(({ spec, section }) => ({
      section,
      language: spec.language,
      texts: textsOf(spec, model.theme, 'column'),
    })),
  );
}

function nativePictures({ parts }: Summary, charts: Charts): NativePicture[] {
  let section = '';
  return parts.flatMap((part) => {
    if (part.kind === 'heading') section = part.section ?? section;
    return contentsOf(part).flatMap((picture): NativePicture[] => {
      if (picture.kind !== 'picture' || !('chart' in picture.content)) return [];
      const spec = charts.get(picture.content.chart);
      return !spec || spec instanceof Uint8Array ? [] : [{ spec, section }];
    });
  });
}
