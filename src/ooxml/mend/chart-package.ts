/** Layer 1. The parts of a native chart put into a package, a deck's or a Word file's. */
import type { ChartParts } from '../chart-parts.js';
import type { Parts } from '../parts.js';
import { addRelationship, officeRelationship, relationshipsPartOf } from '../relationships.js';
import { el, elements, type XmlElement } from '../xml.js';
import { addOverride } from './properties.js';

export const chartUri = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const office = 'application/vnd.openxmlformats-officedocument';

/**
 * Adds chart, workbook and drawing, and relates them.
 * @param folder of the package's own parts: `ppt`, `word`
 * @param number of the chart, from 1
 * @returns the chart part's name
 */
export function addChartParts(
  parts: Parts,
  folder: 'ppt' | 'word',
  { space, drawing, workbook }: ChartParts,
  number: number,
): string {
  const part = `${folder}/charts/chart${number}.xml`;
  const book = `${folder}/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`;
  parts.set(part, space);
  addOverride(parts, part, `${office}.drawingml.chart+xml`);
  parts.set(book, workbook);
  addDefault(parts, 'xlsx', `${office}.spreadsheetml.sheet`);
  const relationships = relationshipsOf(parts, part);
  addRelationship(part, relationships, 'package', book);
  if (drawing) {
    const shapes = `${folder}/drawings/drawing${number}.xml`;
    parts.set(shapes, drawing);
    addOverride(parts, shapes, `${office}.drawingml.chartshapes+xml`);
    addRelationship(part, relationships, 'chartUserShapes', shapes);
  }
  return part;
}

/** Relates a chart to the page that shows it. @returns what stands on the page for it */
export function chartReference(parts: Parts, page: string, chart: string): XmlElement {
  return el('c:chart', {
    'xmlns:c': chartUri,
    'xmlns:r': officeRelationship.slice(0, -1),
    'r:id': addRelationship(page, relationshipsOf(parts, page), 'chart', chart),
  });
}

/** The relationships of a part, which may have had none. */
export function relationshipsOf(parts: Parts, part: string): XmlElement {
  const name = relationshipsPartOf(part);
  if (!parts.has(name))
    parts.set(
      name,
      el('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' }),
    );
  return parts.xml(name);
}

function addDefault(parts: Parts, extension: string, contentType: string): void {
  const types = parts.xml('[Content_Types].xml');
  if (elements(types, 'Default').some((element) => element.attributes.get('Extension') === extension)) return;
  types.children.unshift(el('Default', { Extension: extension, ContentType: contentType }));
}
