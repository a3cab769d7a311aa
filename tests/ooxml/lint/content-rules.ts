/** What the rules of src/ooxml/lint/content-rules.ts find. */

import { readPackage, writePackage } from '../../../src/ooxml/package.js';
import { Parts } from '../../../src/ooxml/parts.js';
import { child, descendants } from '../../../src/ooxml/xml.js';
import { type Break, type Breaks, chart1, encode, first } from './breaks.js';

export const contentRules: Breaks<'ooxml/picture-bytes' | 'ooxml/chart-cache' | 'ooxml/embedded-workbook'> = {
  'ooxml/picture-bytes': [
    {
      name: 'a password file as a picture',
      file: 'document',
      breaks: (parts) => parts.set('word/media/image1.png', encode('root:x:0:0')),
      part: 'word/media/image1.png',
      says: '72 6f 6f 74',
    },
  ],
  'ooxml/chart-cache': [
    ...['NaN', 'about 5', '', '1e999x'].map(
      (value): Break => ({
        name: `the value ${JSON.stringify(value)}`,
        file: 'deck',
        breaks: (parts) => {
          const cache = first(parts, chart1, 'c:numCache');
          descendants(cache, 'c:v')[0]?.children.splice(0, 1, value);
        },
        part: chart1,
        says: `chart of slide 3: value ${JSON.stringify(value)}`,
      }),
    ),
    {
      name: 'more points than are counted',
      file: 'deck',
      breaks: (parts) => child(first(parts, chart1, 'c:numCache'), 'c:ptCount')?.attributes.set('val', '1'),
      part: chart1,
      says: '4 points where 1 are counted',
    },
  ],
  'ooxml/embedded-workbook': [
    {
      name: 'a workbook that is no zip',
      file: 'deck',
      breaks: (parts) => parts.set('ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx', encode('spreadsheet')),
      part: 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx',
      says: 'no zip file',
    },
    {
      name: 'a workbook without a sheet',
      file: 'deck',
      breaks: (parts) => {
        const name = 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx';
        const workbook = new Parts(readPackage(parts.bytes(name)));
        workbook.delete('xl/worksheets/sheet1.xml');
        parts.set(name, writePackage(workbook.toPackage(), { date: '2026-01-19' }));
      },
      part: 'ppt/embeddings/Microsoft_Excel_Worksheet1.xlsx',
      says: 'no sheet',
    },
  ],
};
