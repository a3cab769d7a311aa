/** Layer 2. The chart part of a native chart (ECMA-376 part 1, 21.2). */
import { el, type XmlElement } from '../../ooxml/xml.js';
import { holeShare } from '../ring.js';
import { figureLabels, labelCells } from './figure-labels.js';
import { chartMain, drawingMain, runProperties, type Setting, solid } from './lettering.js';
import type { NativeBars, NativeChart } from './model.js';
import { none, seriesOf, val } from './series.js';

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Relationship ids that the part refers to. */
export const workbookRelationship = 'rId1';
export const drawingRelationship = 'rId2';

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
