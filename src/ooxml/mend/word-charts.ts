/** Layer 1. Native charts put into a Word file: the summary writes an empty frame where one is to stand, in the text. */
import type { FramedChartParts } from '../chart-parts.js';
import { officeLanguage } from '../office-language.js';
import type { Parts } from '../parts.js';
import { child, descendants, el, elements, type XmlElement } from '../xml.js';
import { addChartParts, chartReference, chartUri } from './chart-package.js';
import { mendChart, mendWorkbook } from './charts.js';
import type { Mending } from './options.js';
import { mendText } from './text.js';

const main = 'http://schemas.openxmlformats.org/drawingml/2006/main';
const emuPerPoint = 12700;

/**
 * What holds a chart's place in the line until mending puts it there (ECMA-376 part 1, 20.4.2.8).
 * @param frame.alt what screen readers say
 * @param frame.width of the chart, in points; so its height
 */
export function emptyChartFrame(frame: {
  readonly name: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
}): XmlElement {
  const emu = (points: number): string => String(Math.round(points * emuPerPoint));
  return el('w:drawing', {}, [
    el('wp:inline', { distT: '0', distB: '0', distL: '0', distR: '0' }, [
      el('wp:extent', { cx: emu(frame.width), cy: emu(frame.height) }),
      el('wp:effectExtent', { l: '0', t: '0', r: '0', b: '0' }),
      el('wp:docPr', { id: '1', name: frame.name, descr: frame.alt }),
      el('wp:cNvGraphicFramePr'),
      el('a:graphic', { 'xmlns:a': main }, [el('a:graphicData', { uri: chartUri })]),
    ]),
  ]);
}

/**
 * Fills the empty frames of a part with their charts, each mended in its own language.
 * @param charts in the order of the frames
 * @throws {RangeError} where frames and charts are not the same ones
 */
export function placeWordCharts(
  parts: Parts,
  part: string,
  charts: readonly FramedChartParts[],
  mending: Mending,
): void {
  const frames = descendants(parts.xml(part), 'wp:inline').flatMap((inline) => {
    const data = child(inline, 'a:graphic', 'a:graphicData');
    const isEmpty = data?.attributes.get('uri') === chartUri && elements(data).length === 0;
    return data && isEmpty ? [{ data, name: child(inline, 'wp:docPr')?.attributes.get('name') }] : [];
  });
  const names = (list: readonly { readonly name?: string | undefined }[]): string =>
    list.map(({ name }) => `"${name}"`).join(', ') || 'none';
  if (names(frames) !== names(charts))
    throw new RangeError(`${part} has frames for charts: ${names(frames)}; given: ${names(charts)}`);
  for (const [index, chart] of charts.entries()) {
    const name = addChartParts(parts, 'word', chart, index + 1);
    const own: Mending = {
      ...mending,
      language: chart.language,
      officeLanguage: officeLanguage(chart.language),
    };
    mendChart(chart.space, own);
    if (chart.drawing) mendText(chart.drawing, own);
    for (const workbook of parts.related(name, 'package'))
      parts.set(workbook, mendWorkbook(parts.bytes(workbook), own));
    frames[index]?.data.children.push(chartReference(parts, part, name));
  }
}
