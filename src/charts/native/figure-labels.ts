/** Layer 2. Labels of native bars, taken from the cells of the figures as written (MS-ODRAWXML 2.24.3). */
import { uuidOf } from '../../ooxml/uuid.js';
import { el, type XmlElement } from '../../ooxml/xml.js';
import { figuresColumn, rangeOf } from './cells.js';
import { runProperties, type Setting } from './lettering.js';
import { type NativeBars, type NativeChart, openMark } from './model.js';
import { cache, none, val } from './series.js';

const chart2012 = 'http://schemas.microsoft.com/office/drawing/2012/chart';

/** What a label shows of its own: nothing, since it shows a cell. */
const showNothing = (): XmlElement[] =>
  ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map((what) => val(`c:show${what}`, 0));

const labelExtension = (inside: XmlElement[]): XmlElement =>
  el('c:extLst', {}, [
    el('c:ext', { uri: '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}', 'xmlns:c15': chart2012 }, inside),
  ]);

/** Each label is a field that shows the cell with the figure as written: "more than 50", not 50. */
export function figureLabels(chart: NativeBars, text: XmlElement, setting: Setting): XmlElement {
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

export function labelCells(chart: NativeChart): XmlElement {
  return el('c:extLst', {}, [
    el('c:ext', { uri: '{02D57815-91ED-43cb-92C2-25804820EDAC}', 'xmlns:c15': chart2012 }, [
      el('c15:datalabelsRange', {}, [
        el('c15:f', {}, [rangeOf(figuresColumn(chart), chart.categories.length)]),
        cache('c15:dlblRangeCache', chart.figures),
      ]),
    ]),
  ]);
}
