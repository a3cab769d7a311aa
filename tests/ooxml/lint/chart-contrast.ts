/** What the rules of src/ooxml/lint/chart-contrast.ts find. */
import { descendants, el, elements, removeChildren, type XmlElement } from '../../../src/ooxml/xml.js';
import { type Breaks, chart1, fill, first } from './breaks.js';

export const chartContrast: Breaks<'ooxml/chart-contrast'> = {
  'ooxml/chart-contrast': [
    {
      name: 'grey names on an axis, on the slide’s white',
      file: 'deck',
      breaks: (parts) => {
        const properties = first(parts, chart1, 'c:catAx');
        const text = descendants(properties, 'a:defRPr')[0] as XmlElement;
        removeChildren(text, ({ name }) => name === 'a:solidFill');
        text.children.unshift(fill('BBBBBB'));
      },
      part: chart1,
      says: 'chart of slide 3, the names on the axis: a contrast of 1.9',
    },
    {
      name: 'a label of the colour that it stands on',
      file: 'deck',
      breaks: (parts) => {
        const ring = first(parts, 'ppt/charts/chart2.xml', 'c:ser');
        const look = el('c:txPr', {}, [
          el('a:bodyPr'),
          el('a:p', {}, [el('a:pPr', {}, [el('a:defRPr', {}, [fill('0B3D91')])])]),
        ]);
        const labels = el('c:dLbls', {}, [look, el('c:showVal', { val: '1' })]);
        ring.children.splice(
          elements(ring).findIndex(({ name }) => name === 'c:cat'),
          0,
          labels,
        );
      },
      part: 'ppt/charts/chart2.xml',
      says: 'chart of slide 3, the labels: a contrast of 1.00, #0B3D91 on #0B3D91',
    },
  ],
};
