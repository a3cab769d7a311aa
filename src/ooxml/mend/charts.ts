/** Layer 1. Chart parts (ECMA-376 part 1, 21.2), and the workbook embedded in each. */
import { type Package, readPackage, writePackage } from '../package.js';
import { Parts, sortedByNumber } from '../parts.js';
import { relationshipsPartOf } from '../relationships.js';
import { child, descendants, el, elements, putInOrder, removeChildren, type XmlElement } from '../xml.js';
import type { Mending } from './options.js';
import { mendCoreProperties } from './properties.js';
import { mendText } from './text.js';

const chartSpaceOrder = [
  'c:date1904',
  'c:lang',
  'c:roundedCorners',
  'mc:AlternateContent',
  'c:style',
  'c:clrMapOvr',
  'c:pivotSource',
  'c:protection',
  'c:chart',
  'c:spPr',
  'c:txPr',
  'c:externalData',
  'c:printSettings',
  'c:userShapes',
  'c:extLst',
];

/** Children of a series, over all chart types: each type's own sequence is a part of this one. */
const seriesOrder = [
  'c:idx',
  'c:order',
  'c:tx',
  'c:spPr',
  'c:invertIfNegative',
  'c:pictureOptions',
  'c:marker',
  'c:explosion',
  'c:dPt',
  'c:dLbls',
  'c:trendline',
  'c:errBars',
  'c:cat',
  'c:xVal',
  'c:val',
  'c:yVal',
  'c:smooth',
  'c:bubbleSize',
  'c:bubble3D',
  'c:shape',
  'c:extLst',
];

/** Charts whose series may say `c:invertIfNegative`. */
const withInversion = new Set(['c:barChart', 'c:bar3DChart', 'c:bubbleChart']);
/** What only a category axis has. */
const ofCategoryAxis = new Set(['c:auto', 'c:lblAlgn', 'c:lblOffset', 'c:noMultiLvlLbl']);

export function mendChart(space: XmlElement, mending: Mending): void {
  mendText(space, mending);
  putInOrder(space, el('c:lang', { val: mending.officeLanguage }), chartSpaceOrder);
  if (!child(space, 'c:txPr')) putInOrder(space, textDefaults(mending), chartSpaceOrder);
  for (const text of descendants(space, 'c:txPr')) {
    for (const paragraph of elements(text, 'a:p')) {
      if (!child(paragraph, 'a:endParaRPr'))
        paragraph.children.push(el('a:endParaRPr', { lang: mending.officeLanguage }));
    }
  }
  const plotArea = child(space, 'c:chart', 'c:plotArea');
  for (const part of plotArea ? elements(plotArea) : []) {
    if (/^c:\w+Chart$/.test(part.name)) mendPlot(part);
    if (part.name === 'c:valAx') removeChildren(part, (node) => ofCategoryAxis.has(node.name));
  }
}

function mendPlot(plot: XmlElement): void {
  if (/^c:(line|line3D|area|area3D)Chart$/.test(plot.name) && !child(plot, 'c:grouping'))
    plot.children.unshift(el('c:grouping', { val: 'standard' }));
  for (const series of elements(plot, 'c:ser')) {
    if (!withInversion.has(plot.name)) removeChildren(series, (node) => node.name === 'c:invertIfNegative');
    const rank = (node: XmlElement): number => seriesOrder.indexOf(node.name);
    series.children.splice(0, series.children.length, ...elements(series).sort((a, b) => rank(a) - rank(b)));
  }
  const axes = elements(plot, 'c:axId');
  const surplus = new Set(
    axes.slice(plot.name === 'c:bar3DChart' || plot.name === 'c:surface3DChart' ? 3 : 2),
  );
  removeChildren(plot, (node) => surplus.has(node));
}

/** Legend and labels that say nothing of their own take the fonts and the language from here. */
function textDefaults(mending: Mending): XmlElement {
  const { latin, eastAsian } = mending.fonts;
  return el('c:txPr', {}, [
    el('a:bodyPr'),
    el('a:lstStyle'),
    el('a:p', {}, [
      el('a:pPr', {}, [
        el('a:defRPr', {}, [
          el('a:latin', { typeface: latin }),
          el('a:ea', { typeface: eastAsian }),
          el('a:cs', { typeface: latin }),
        ]),
      ]),
      el('a:endParaRPr', { lang: mending.officeLanguage }),
    ]),
  ]);
}

/** Numbers charts and their workbooks from 1 in the order of the slides; the library counts on from deck to deck. */
export function renumberCharts(parts: Parts, slides: readonly string[]): void {
  const charts = [...new Set(slides.flatMap((slide) => parts.related(slide, 'chart')))];
  const names = new Map<string, string>();
  for (const [index, chart] of charts.entries()) {
    names.set(chart, `ppt/charts/chart${index + 1}.xml`);
    for (const workbook of parts.related(chart, 'package'))
      names.set(workbook, `ppt/embeddings/Microsoft_Excel_Worksheet${index + 1}.xlsx`);
  }
  parts.rename(names);
  orderOverrides(parts);
}

/** Overrides of charts stand in the order of their old numbers, those of parts that were added at the end. */
export function orderOverrides(parts: Parts): void {
  const types = parts.xml('[Content_Types].xml');
  const name = (element: XmlElement): string => element.attributes.get('PartName') ?? '';
  const overrides = sortedByNumber(elements(types, 'Override'), name);
  types.children.splice(0, types.children.length, ...elements(types, 'Default'), ...overrides);
}

/** The workbook with its dates fixed, and without the table that no sheet refers to and whose range is malformed. */
export function mendWorkbook(bytes: Uint8Array, mending: Mending): Uint8Array {
  const parts = new Parts(readPackage(bytes));
  if (parts.has('docProps/core.xml')) mendCoreProperties(parts, mending);
  for (const sheet of parts.names(/^xl\/worksheets\/[^/]+\.xml$/)) {
    if (descendants(parts.xml(sheet), 'tablePart').length > 0) continue;
    for (const table of parts.related(sheet, 'table')) parts.delete(table);
    const relationships = relationshipsPartOf(sheet);
    if (parts.has(relationships))
      removeChildren(parts.xml(relationships), (node) => /\/table$/.test(node.attributes.get('Type') ?? ''));
  }
  const mended: Package = parts.toPackage();
  return writePackage(mended, { date: mending.date });
}
