/** What the rules of src/ooxml/lint/chart-data.ts find. */
import { child, descendants, removeChildren, type XmlElement } from '../../../src/ooxml/xml.js';
import { type Breaks, chart1, first } from './breaks.js';

export const chartData: Breaks<'ooxml/chart-data'> = {
  'ooxml/chart-data': [
    {
      name: 'a value that is another in the workbook',
      file: 'deck',
      breaks: (parts) =>
        descendants(first(parts, chart1, 'c:numCache'), 'c:v')[0]?.children.splice(0, 1, '1234.5'),
      part: chart1,
      says: 'chart of slide 3: it shows "1234.5", but cell B2 of its workbook holds',
    },
    {
      name: 'a name that is another in the workbook',
      file: 'deck',
      breaks: (parts) => {
        const name = child(first(parts, chart1, 'c:ser'), 'c:tx') as XmlElement;
        descendants(name, 'c:v')[0]?.children.splice(0, 1, 'Elsewhere');
      },
      part: chart1,
      says: 'chart of slide 3: it shows "Elsewhere", but cell B1 of its workbook holds',
    },
    {
      name: 'a chart without a workbook',
      file: 'deck',
      breaks: (parts) => removeChildren(parts.xml(chart1), ({ name }) => name === 'c:externalData'),
      part: chart1,
      says: 'chart of slide 3: it has no workbook',
    },
  ],
};
