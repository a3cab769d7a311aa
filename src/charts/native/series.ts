/** Layer 2. A series of a native chart: its data with what programs show of them until they open the workbook. */
import { el, elements, type XmlElement } from '../../ooxml/xml.js';
import { mix } from '../colours.js';
import { headerOf, rangeOf } from './cells.js';
import { solid } from './lettering.js';
import type { DataSeries, NativeChart } from './model.js';

export const val = (name: string, value: string | number): XmlElement => el(name, { val: String(value) });
export const none = (): XmlElement => el('c:spPr', {}, [el('a:noFill'), el('a:ln', {}, [el('a:noFill')])]);

export function seriesOf(
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

export const cache = (name: string, values: readonly string[], before: XmlElement[] = []): XmlElement =>
  el(name, {}, [
    ...before,
    val('c:ptCount', values.length),
    ...values.map((value, index) => el('c:pt', { idx: String(index) }, [el('c:v', {}, [value])])),
  ]);
