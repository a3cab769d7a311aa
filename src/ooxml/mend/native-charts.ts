/** Layer 1. Native charts put into a deck: the library writes a shape where one is to stand, and this its parts. */
import type { ChartParts, PlacedChartParts } from '../chart-parts.js';
import type { Parts } from '../parts.js';
import { addRelationship, officeRelationship, relationshipsPartOf } from '../relationships.js';
import { child, descendants, el, elements, type XmlElement } from '../xml.js';
import { addOverride } from './properties.js';
import { identityOf } from './shapes.js';

const chartUri = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
const office = 'application/vnd.openxmlformats-officedocument';

/**
 * Puts each chart in the place of its shape, whose id, name, description and box it takes over.
 * @throws {RangeError} where a slide has no shape of that name
 */
export function placeCharts(
  parts: Parts,
  slides: readonly string[],
  charts: readonly PlacedChartParts[],
): void {
  for (const [index, chart] of charts.entries()) {
    const slide = slides[chart.slide];
    const trees = slide === undefined ? [] : descendants(parts.xml(slide), 'p:spTree');
    const isPlace = (shape: XmlElement): boolean =>
      shape.name === 'p:sp' && identityOf(shape)?.attributes.get('name') === chart.name;
    const tree = trees.find((candidate) => elements(candidate).some(isPlace));
    const shape = tree && elements(tree).find(isPlace);
    if (slide === undefined || !tree || !shape)
      throw new RangeError(`slide ${chart.slide + 1} has no shape "${chart.name}" for a chart`);
    const part = addParts(parts, chart, index + 1);
    const id = addRelationship(slide, relationshipsOf(parts, slide), 'chart', part);
    tree.children.splice(tree.children.indexOf(shape), 1, frameFor(shape, id));
  }
}

function addParts(parts: Parts, { space, drawing, workbook }: ChartParts, number: number): string {
  const part = `ppt/charts/chart${number}.xml`;
  const book = `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`;
  parts.set(part, space);
  addOverride(parts, part, `${office}.drawingml.chart+xml`);
  parts.set(book, workbook);
  addDefault(parts, 'xlsx', `${office}.spreadsheetml.sheet`);
  const relationships = relationshipsOf(parts, part);
  addRelationship(part, relationships, 'package', book);
  if (drawing) {
    const shapes = `ppt/drawings/drawing${number}.xml`;
    parts.set(shapes, drawing);
    addOverride(parts, shapes, `${office}.drawingml.chartshapes+xml`);
    addRelationship(part, relationships, 'chartUserShapes', shapes);
  }
  return part;
}

function relationshipsOf(parts: Parts, part: string): XmlElement {
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

function frameFor(shape: XmlElement, relationship: string): XmlElement {
  const transform = child(shape, 'p:spPr', 'a:xfrm');
  return el('p:graphicFrame', {}, [
    el('p:nvGraphicFramePr', {}, [
      identityOf(shape) as XmlElement,
      el('p:cNvGraphicFramePr', {}, [el('a:graphicFrameLocks', { noGrp: '1' })]),
      el('p:nvPr'),
    ]),
    el('p:xfrm', {}, elements(transform ?? shape)),
    el('a:graphic', {}, [
      el('a:graphicData', { uri: chartUri }, [
        el('c:chart', {
          'xmlns:c': chartUri,
          'xmlns:r': officeRelationship.slice(0, -1),
          'r:id': relationship,
        }),
      ]),
    ]),
  ]);
}
