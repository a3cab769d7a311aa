/** Layer 3. Those charts of a summary that Word is to draw itself: their parts, and their texts for the record. */
import { chartParts } from '../charts/native/embed.js';
import { textsOf } from '../charts/native/texts.js';
import type { ChartSpec } from '../document/chart.js';
import type { FramedChartParts } from '../ooxml/chart-parts.js';
import { type TraceRecord, withCharts } from '../trace/record.js';
import type { Content, Part, Picture, Summary } from './summary.js';
import type { Charts } from './write-runs.js';

interface NativePicture {
  readonly name: string;
  readonly picture: Picture;
  readonly spec: ChartSpec;
  /** Id of the section that it stands in. */
  readonly section: string;
}

/** In the order of the document; one that stands there twice has its parts twice, since each can be edited. */
export function nativeCharts(model: Summary, charts: Charts): FramedChartParts[] {
  const { theme, properties } = model;
  return nativePictures(model, charts).map(({ name, picture, spec }) => ({
    ...chartParts(spec, theme, 'column', { width: picture.width, date: properties.date }),
    name,
    language: spec.language,
  }));
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
      const name =
        picture.kind === 'picture' && 'chart' in picture.content ? picture.content.chart : undefined;
      const spec = name === undefined ? undefined : charts.get(name);
      if (picture.kind !== 'picture' || name === undefined || !spec || spec instanceof Uint8Array) return [];
      return [{ name, picture, spec, section }];
    });
  });
}

function contentsOf(part: Part): readonly Content[] {
  if (part.kind === 'full') return part.content;
  return part.kind === 'facing' ? part.rows.flatMap(({ cells }) => cells.flat()) : [];
}
