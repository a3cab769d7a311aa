/** Layer 1. Native charts put into a deck: the library writes a shape where one is to stand, and this its parts. */
import type { PlacedChartParts } from '../chart-parts.js';
import type { Parts } from '../parts.js';
import { child, descendants, el, elements, type XmlElement } from '../xml.js';
import { addChartParts, chartReference, chartUri } from './chart-package.js';
import { identityOf } from './shapes.js';

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
    const part = addChartParts(parts, 'ppt', chart, index + 1);
    const reference = chartReference(parts, slide, part);
    tree.children.splice(tree.children.indexOf(shape), 1, frameFor(shape, reference));
  }
}

function frameFor(shape: XmlElement, reference: XmlElement): XmlElement {
  const transform = child(shape, 'p:spPr', 'a:xfrm');
  return el('p:graphicFrame', {}, [
    el('p:nvGraphicFramePr', {}, [
      identityOf(shape) as XmlElement,
      el('p:cNvGraphicFramePr', {}, [el('a:graphicFrameLocks', { noGrp: '1' })]),
      el('p:nvPr'),
    ]),
    el('p:xfrm', {}, elements(transform ?? shape)),
    el('a:graphic', {}, [el('a:graphicData', { uri: chartUri }, [reference])]),
  ]);
}
