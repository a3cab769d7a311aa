/** Layer 2. The chart part of a native chart (ECMA-376 part 1, 21.2; labels from cells: MS-ODRAWXML 2.24.3). */
import { uuidOf } from '../../ooxml/uuid.js';
import { el, elements, type XmlElement } from '../../ooxml/xml.js';
import { mix } from '../colours.js';
import { holeShare } from '../ring.js';
import { figuresColumn, headerOf, rangeOf } from './cells.js';
import { chartMain, drawingMain, runProperties, type Setting, solid } from './lettering.js';
import { type DataSeries, type NativeBars, type NativeChart, openMark } from './native-chart.js';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const chart2012 = 'http://schemas.microsoft.com/office/drawing/2012/chart';

/** Relationship ids that the part refers to. */
export const workbookRelationship = 'rId1';
export const drawingRelationship = 'rId2';

const val = (name: string, value: string | number): XmlElement => el(name, { val: String(value) });
const none = (): XmlElement => el('c:spPr', {}, [el('a:noFill'), el('a:ln', {}, [el('a:noFill')])]);

export function chartSpaceOf(chart: NativeChart, setting: Setting): XmlElement {
  return el('c:chartSpace', { 'xmlns:c': chartMain, 'xmlns:a': drawingMain, 'xmlns:r': relationships }, [
    val('c:date1904', 0),
    val('c:roundedCorners', 0),
    el('c:chart', {}, [
      val('c:autoTitleDeleted', 1),
      el('c:plotArea', {}, [
        layout(chart),
        ...(chart.kind === 'bars' ? barPlot(chart, setting) : [ringPlot(chart)]),
        none(),
      ]),
      val('c:plotVisOnly', 1),
      val('c:dispBlanksAs', 'gap'),
    ]),
    el('c:spPr', {}, [solid(chart.paper), el('a:ln', {}, [el('a:noFill')])]),
    el('c:externalData', { 'r:id': workbookRelationship }, [val('c:autoUpdate', 0)]),
    ...(chart.texts.length + chart.keys.length > 0
      ? [el('c:userShapes', { 'r:id': drawingRelationship })]
      : []),
  ]);
}

/** The place of the marks, without their names, as shares of the chart. */
function layout({ plot, width, height }: NativeChart): XmlElement {
  const share = (part: number, whole: number): number => Math.round((part / whole) * 1e5) / 1e5;
  return el('c:layout', {}, [
    el('c:manualLayout', {}, [
      val('c:layoutTarget', 'inner'),
      val('c:xMode', 'edge'),
      val('c:yMode', 'edge'),
      val('c:x', share(plot.x, width)),
      val('c:y', share(plot.y, height)),
      val('c:w', share(plot.width, width)),
      val('c:h', share(plot.height, height)),
    ]),
  ]);
}

function seriesOf(
  chart: NativeChart,
  series: DataSeries,
  index: number,
  border: XmlElement,
  labels: XmlElement[],
  extension: XmlElement[],
): XmlElement {
  const { categories } = chart;
  const fill = series.colours[0] as string;
  const column = index + 1;
  const bar = chart.kind === 'bars';
  return el('c:ser', {}, [
    val('c:idx', index),
    val('c:order', index),
    el('c:tx', {}, [
      el('c:strRef', {}, [el('c:f', {}, [headerOf(column)]), cache('c:strCache', [series.name])]),
    ]),
    el('c:spPr', {}, [solid(fill), border]),
    ...(bar ? [val('c:invertIfNegative', 0)] : []),
    ...series.colours.flatMap((colour, point) =>
      bar && colour === fill && !series.fades?.[point]
        ? []
        : [
            el('c:dPt', {}, [
              val('c:idx', point),
              ...(bar ? [val('c:invertIfNegative', 0)] : []),
              val('c:bubble3D', 0),
              el('c:spPr', {}, [fading(colour, series.fades?.[point] ?? 0, chart.paper), border]),
            ]),
          ],
    ),
    ...labels,
    el('c:cat', {}, [
      el('c:strRef', {}, [el('c:f', {}, [rangeOf(0, categories.length)]), cache('c:strCache', categories)]),
    ]),
    el('c:val', {}, [
      el('c:numRef', {}, [
        el('c:f', {}, [rangeOf(column, categories.length)]),
        cache(
          'c:numCache',
          series.cells.map(({ value }) => value),
          [el('c:formatCode', {}, ['General'])],
        ),
      ]),
    ]),
    ...extension,
  ]);
}

/** Most of a mark in its colour, its end paler and paler. */
function fading(colour: string, share: number, paper: string): XmlElement {
  if (share === 0) return solid(colour);
  const stop = (at: number, shade: string): XmlElement =>
    el('a:gs', { pos: String(Math.round(at * 1e5)) }, elements(solid(shade)));
  return el('a:gradFill', { rotWithShape: '1' }, [
    el('a:gsLst', {}, [stop(0, colour), stop(1 - share, colour), stop(1, mix(colour, paper, 0.15))]),
    el('a:lin', { ang: '0', scaled: '0' }),
  ]);
}

const cache = (name: string, values: readonly string[], before: XmlElement[] = []): XmlElement =>
  el(name, {}, [
    ...before,
    val('c:ptCount', values.length),
    ...values.map((value, index) => el('c:pt', { idx: String(index) }, [el('c:v', {}, [value])])),
  ]);

function barPlot(chart: NativeBars, setting: Setting): XmlElement[] {
  const steps = chart.scale === 'steps';
  const pitch = chart.plot.height / chart.categories.length;
  const gap = Math.max(0, Math.min(500, Math.round((pitch / chart.thickness - 1) * 100)));
  const border = el('a:ln', {}, [el('a:noFill')]);
  const text = (size: number, bold: boolean): XmlElement =>
    el('c:txPr', {}, [
      // Names are broken where the layout breaks them, figures nowhere.
      el('a:bodyPr', bold ? { wrap: 'none' } : {}),
      el('a:lstStyle'),
      el('a:p', {}, [
        el('a:pPr', {}, [runProperties('a:defRPr', { size, bold }, chart.ink, setting)]),
        el('a:endParaRPr'),
      ]),
    ]);
  return [
    el('c:barChart', {}, [
      val('c:barDir', 'bar'),
      val('c:grouping', steps ? 'stacked' : 'clustered'),
      val('c:varyColors', 0),
      // Of a range the upper bound comes first; the label beside it is the range.
      ...chart.series.map((series, index) =>
        !steps && index === 0
          ? seriesOf(
              chart,
              series,
              index,
              border,
              [figureLabels(chart, text(chart.nameSize, true), setting)],
              [labelCells(chart)],
            )
          : seriesOf(chart, series, index, border, [], []),
      ),
      val('c:gapWidth', gap),
      val('c:overlap', 100),
      val('c:axId', 1),
      val('c:axId', 2),
    ]),
    el('c:catAx', {}, [
      val('c:axId', 1),
      el('c:scaling', {}, [val('c:orientation', 'maxMin')]),
      val('c:delete', chart.names === 'above' ? 1 : 0),
      val('c:axPos', 'l'),
      el('c:numFmt', { formatCode: 'General', sourceLinked: '0' }),
      val('c:majorTickMark', 'none'),
      val('c:minorTickMark', 'none'),
      val('c:tickLblPos', 'low'),
      el('c:spPr', {}, [el('a:ln', { w: '9525' }, [steps ? el('a:noFill') : solid(chart.ink)])]),
      text(chart.nameSize, false),
      val('c:crossAx', 2),
      val('c:crosses', 'autoZero'),
      val('c:auto', 0),
      val('c:lblAlgn', 'ctr'),
      val('c:lblOffset', 100),
      val('c:noMultiLvlLbl', 1),
    ]),
    el('c:valAx', {}, [
      val('c:axId', 2),
      // Bars begin at zero; the end of the axis follows the data, so that edited ones are never cut.
      el('c:scaling', {}, [
        val('c:orientation', 'minMax'),
        ...(chart.axisEnd === undefined ? [] : [val('c:max', chart.axisEnd)]),
        ...(chart.bothSides ? [] : [val('c:min', 0)]),
      ]),
      val('c:delete', 1),
      val('c:axPos', 'b'),
      el('c:numFmt', { formatCode: 'General', sourceLinked: '0' }),
      val('c:majorTickMark', 'none'),
      val('c:minorTickMark', 'none'),
      val('c:tickLblPos', 'none'),
      val('c:crossAx', 1),
      val('c:crosses', 'autoZero'),
      val('c:crossBetween', 'between'),
    ]),
  ];
}

function ringPlot(chart: NativeChart): XmlElement {
  const border = el('a:ln', { w: '19050' }, [solid(chart.paper)]);
  return el('c:doughnutChart', {}, [
    val('c:varyColors', 1),
    ...chart.series.map((series, index) => seriesOf(chart, series, index, border, [], [])),
    val('c:firstSliceAng', 0),
    val('c:holeSize', Math.round(holeShare * 100)),
  ]);
}

/** What a label shows of its own: nothing, since it shows a cell. */
const showNothing = (): XmlElement[] =>
  ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map((what) => val(`c:show${what}`, 0));

const labelExtension = (inside: XmlElement[]): XmlElement =>
  el('c:extLst', {}, [
    el('c:ext', { uri: '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}', 'xmlns:c15': chart2012 }, inside),
  ]);

/** Each label is a field that shows the cell with the figure as written: "more than 50", not 50. */
function figureLabels(chart: NativeBars, text: XmlElement, setting: Setting): XmlElement {
  const letters = (): XmlElement =>
    runProperties('a:rPr', { size: chart.nameSize, bold: true }, chart.ink, setting);
  return el('c:dLbls', {}, [
    ...chart.figures.map((figure, index) =>
      el('c:dLbl', {}, [
        val('c:idx', index),
        el('c:tx', {}, [
          el('c:rich', {}, [
            el('a:bodyPr', { wrap: 'none' }),
            el('a:lstStyle'),
            el('a:p', {}, [
              ...(chart.open[index] ? [el('a:r', {}, [letters(), el('a:t', {}, [openMark])])] : []),
              el('a:fld', { id: uuidOf(`${index} ${figure}`), type: 'CELLRANGE' }, [
                letters(),
                el('a:t', {}, [figure]),
              ]),
            ]),
          ]),
        ]),
        val('c:dLblPos', 'outEnd'),
        ...showNothing(),
        labelExtension([val('c15:showDataLabelsRange', 1)]),
      ]),
    ),
    none(),
    text,
    val('c:dLblPos', 'outEnd'),
    ...showNothing(),
    labelExtension([val('c15:showDataLabelsRange', 1)]),
  ]);
}

function labelCells(chart: NativeChart): XmlElement {
  return el('c:extLst', {}, [
    el('c:ext', { uri: '{02D57815-91ED-43cb-92C2-25804820EDAC}', 'xmlns:c15': chart2012 }, [
      el('c15:datalabelsRange', {}, [
        el('c15:f', {}, [rangeOf(figuresColumn(chart), chart.categories.length)]),
        cache('c15:dlblRangeCache', chart.figures),
      ]),
    ]),
  ]);
}
