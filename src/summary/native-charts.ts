/** Layer 3. The parts of those charts of a summary that Word is to draw itself. */
import { chartParts } from '../charts/native/embed.js';
import type { FramedChartParts } from '../ooxml/chart-parts.js';
import type { Content, Part, Summary } from './summary.js';
import type { Charts } from './write-runs.js';

/** In the order of the document; one that stands there twice has its parts twice, since each can be edited. */
export function nativeCharts({ parts, theme, properties }: Summary, charts: Charts): FramedChartParts[] {
  return parts.flatMap(contentsOf).flatMap((content) => {
    const name = content.kind === 'picture' && 'chart' in content.content && content.content.chart;
    const spec = name ? charts.get(name) : undefined;
    if (!name || !spec || spec instanceof Uint8Array || content.kind !== 'picture') return [];
    const at = { width: content.width, date: properties.date };
    return [{ ...chartParts(spec, theme, 'column', at), name, language: spec.language }];
  });
}

function contentsOf(part: Part): readonly Content[] {
  if (part.kind === 'full') return part.content;
  return part.kind === 'facing' ? part.rows.flatMap(({ cells }) => cells.flat()) : [];
}
